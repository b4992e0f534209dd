// The calls of what was chosen for the packet of a claim and for the sheets beside it. Part of the call table in calls.ts.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id } from './domain.ts';
import { packetOptions, sheetOptions } from './packet-options.ts';

export const claimOptions = z.object({
  packet: packetOptions.default(packetOptions.parse({})),
  sheets: sheetOptions.default(sheetOptions.parse({})),
});
export type ClaimOptions = z.infer<typeof claimOptions>;

export const claimOptionsCalls = {
  /** What this vault chooses for every claim that has no choice of its own; `asked` once a person has said so or said no. */
  'options.usual': read(z.object({}), claimOptions.extend({ asked: z.boolean() })),
  /** Null goes back to what comes with the program. */
  'options.set-usual': write(
    z.object({ options: claimOptions.nullable() }),
    z.object({ options: claimOptions, ...undo }),
  ),
  /** The usual ones while nothing was chosen for this claim; `own` when something was. */
  'claim.options': read(z.object({ id }), claimOptions.extend({ own: z.boolean() })),
  /** The claim follows the usual ones again. */
  'claim.forget-options': write(z.object({ id }), z.object({ options: claimOptions, ...undo })),
  /** The packet of the claim is built with them from then on, in the window and on the command line. */
  'claim.set-options': write(
    z.object({ id, options: claimOptions }),
    z.object({ options: claimOptions, ...undo }),
  ),
} as const;
