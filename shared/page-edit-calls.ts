// Calls about single pages: changes to them, what is seen on them, and their way back to the inbox.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id, inboxItem, paper, paperPage, scanId, turn } from './domain.ts';
import { pageCorners, pageEdit } from './page-edit.ts';
import { pageConfirmation, pageFinding } from './page-findings.ts';

/** How one page of the scan is to appear; null takes every change back. */
const version = z.object({ turn, edit: pageEdit.nullable() });

export const pageEditCalls = {
  /** Puts one, two or more versions of the same page in the place of the page at `position`; two for a double page. */
  'page.edit': write(
    z.object({ paperId: id, position: z.int().min(0), versions: z.array(version).min(1).max(4) }),
    z.object({ paper, ...undo }),
  ),
  /** Pages (by position) wait in the inbox again, with their turns and edits. */
  'paper.to-inbox': write(
    z.object({ id, positions: z.array(z.int().min(0)).min(1) }),
    z.object({ from: paper, items: z.array(inboxItem), ...undo }),
  ),
  /** What is seen on a page as it is shown, placed on it as it is before its last turn, and what a person said to that. */
  'page.look': read(
    z.object({ page: paperPage }),
    z.object({ findings: z.array(pageFinding), confirmation: pageConfirmation.nullable() }),
  ),
  /**
   * `confirmed`: a person looked at the page as it is shown here, and it can be read, whatever was seen on it. False shows the
   * hints again. `before` in undo steps only: what was said earlier. Answers null where nothing was seen that could be confirmed.
   */
  'page.confirm': write(
    z.object({
      page: paperPage,
      confirmed: z.boolean(),
      before: pageConfirmation.pick({ codes: true, at: true }).optional(),
    }),
    z.object({ confirmation: pageConfirmation.nullable(), ...undo }),
  ),
  /** The corners of a photographed paper in the upright page; null when nothing like one is seen. From 0.5 up worth proposing. */
  'page.corners': read(
    z.object({ scan: scanId, page: z.int().min(0) }),
    z.object({ corners: pageCorners.nullable(), confidence: z.number().min(0).max(1) }),
  ),
} as const;
