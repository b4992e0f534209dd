// The calls of what online portals take, kept in the vault. Part of the call table in calls.ts.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { portalFields, portalId, portalProfile } from './portal-profile.ts';

export const listedProfile = portalProfile.extend({
  /** Comes with the program; `changed` when the vault has its own version of it. */
  shipped: z.boolean(),
  changed: z.boolean(),
});
export type ListedProfile = z.infer<typeof listedProfile>;

export const portalCalls = {
  /** Those of the program first, as the vault has them, then the vault's own. */
  'portal.list': read(z.object({}), z.array(listedProfile)),
  /** `id` null makes a new one. */
  'portal.save': write(
    z.object({ id: portalId.nullable(), fields: portalFields }),
    z.object({ profile: listedProfile, ...undo }),
  ),
  /** The vault's own goes; one of the program is again as it came. `not-found` when there is neither. */
  'portal.remove': write(z.object({ id: portalId }), z.object({ ...undo })),
} as const;
