// The calls of what was chosen for the packet of a claim and for the sheets beside it. Part of the call table in calls.ts.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id } from './domain.ts';
import { packetOptions, sheetOptions } from './packet-options.ts';

export const claimOptions = z.object({ packet: packetOptions, sheets: sheetOptions });
export type ClaimOptions = z.infer<typeof claimOptions>;

export const claimOptionsCalls = {
  /** The usual ones while nothing was chosen. */
  'claim.options': read(z.object({ id }), claimOptions),
  /** The packet of the claim is built with them from then on, in the window and on the command line. */
  'claim.set-options': write(
    z.object({ id, options: claimOptions }),
    z.object({ options: claimOptions, ...undo }),
  ),
} as const;
