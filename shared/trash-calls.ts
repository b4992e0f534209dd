// Calls about scans that are in the vault but in no place any more: what there is, and putting it back.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id, paperKinds, paperPage, scan, scanId } from './domain.ts';

/** Where pages were last. `owner` is the visit or the standing paper; '' and null are what is not known or does not apply. */
export const trashOrigin = z.object({
  kind: z.enum(['paper', 'standing', 'attachment', 'inbox', 'unknown']),
  /** The paper, standing paper, attachment or inbox item. */
  placeId: id.nullable(),
  /** The visit, where the place belongs to one. */
  visitId: id.nullable(),
  /** True when the visit or the standing paper itself was removed: putting the pages back brings it back. */
  ownerRemoved: z.boolean(),
  paperKind: z.enum(paperKinds).nullable(),
  title: z.string(),
  personName: z.string(),
  hospital: z.string(),
  date: z.string(),
});
export type TrashOrigin = z.infer<typeof trashOrigin>;

/** Pages of one scan that left the same place; no pages for a file that has none. */
export const trashEntry = z.object({
  scan,
  pages: z.array(paperPage),
  origin: trashOrigin,
  /** ISO; null where it is not known. */
  removedAt: z.string().nullable(),
});
export type TrashEntry = z.infer<typeof trashEntry>;

export const trashCalls = {
  /** Everything that is kept and in no place now, the latest first. Nothing in it is ever erased. */
  'trash.list': read(z.object({}), z.array(trashEntry)),
  /**
   * Puts pages (0-based; none for all that are removed) back: `origin` where they were, in their old order, the inbox where
   * that is not known or the person is no longer there; `inbox` always there. Throws `not-found` for pages that are not removed.
   */
  'trash.restore': write(
    z.object({
      scan: scanId,
      pages: z.array(z.int().min(0)).max(2000).default([]),
      to: z.enum(['origin', 'inbox']).default('origin'),
    }),
    z.object({ places: z.array(z.string()), ...undo }),
  ),
} as const;
