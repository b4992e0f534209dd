// A supplement (补件): what goes to the office after papers came back, and what its reply page says about the first bundle.

import { z } from 'zod';
import { claimChannels, frozenPaper, returnReasons } from './claim-life.ts';
import { dateText, id, paperKinds } from './domain.ts';

/** added: was not in the version handed in. changed: other pages. again: asked for by name, and the same as before. */
export const supplementChanges = ['added', 'changed', 'again'] as const;
export type SupplementChange = (typeof supplementChanges)[number];

/**
 * What the office wanted. enclosed: something new answers it. again: only the same paper as before does. separate: a paper of the person that lies in the vault and
 * is handed over beside it. missing: it is not there yet.
 */
export const wantedAnswers = ['enclosed', 'again', 'separate', 'missing'] as const;

/** What the reply page says. `row` is the visit's place on the first application sheet, from 1; null for none. */
const visitNamed = z.object({ date: z.string(), hospital: z.string(), row: z.int().nullable() });
export const packetSupplement = z.object({
  /** The bundle as it was handed in first, and which version the papers are compared with. */
  first: z.object({
    on: dateText,
    office: z.string(),
    channel: z.enum(claimChannels),
    receiptNumber: z.string(),
    pageCount: z.int().nullable(),
  }),
  version: z.int(),
  /** Null when the office asked without sending the papers back. */
  returned: z
    .object({
      on: dateText,
      office: z.string(),
      reasons: z.array(z.enum(returnReasons)),
      until: z.string(),
      note: z.string(),
    })
    .nullable(),
  wanted: z.array(
    z.object({
      kind: z.enum(paperKinds),
      visit: visitNamed.nullable(),
      note: z.string(),
      answer: z.enum(wantedAnswers),
    }),
  ),
  /** Papers that no longer belong to the bundle. */
  removed: z.array(z.object({ kind: z.enum(paperKinds), title: z.string(), visit: visitNamed })),
});
export type PacketSupplement = z.infer<typeof packetSupplement>;
export type VisitNamed = z.infer<typeof visitNamed>;

/** What a supplement would hold now: enough to show it and to say whether there is anything to send. */
export const supplementOutline = z.object({
  /** The version handed in last, which the papers are compared with; null while nothing was handed in. */
  version: z.int().nullable(),
  papers: z.array(frozenPaper.extend({ change: z.enum(supplementChanges) })),
  removed: z.array(frozenPaper),
  wanted: z.array(
    z.object({
      visitId: id.nullable(),
      kind: z.enum(paperKinds),
      note: z.string(),
      answer: z.enum(wantedAnswers),
    }),
  ),
});
export type SupplementOutline = z.infer<typeof supplementOutline>;
