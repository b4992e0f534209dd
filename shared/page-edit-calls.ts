// Calls about changes to single pages.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id, paper, scanId, turn } from './domain.ts';
import { pageCorners, pageEdit } from './page-edit.ts';

/** How one page of the scan is to appear; null takes every change back. */
const version = z.object({ turn, edit: pageEdit.nullable() });

export const pageEditCalls = {
  /** Puts one, two or more versions of the same page in the place of the page at `position`; two for a double page. */
  'page.edit': write(
    z.object({ paperId: id, position: z.int().min(0), versions: z.array(version).min(1).max(4) }),
    z.object({ paper, ...undo }),
  ),
  /** The corners of a photographed paper in the upright page; null when nothing like one is seen. From 0.5 up worth proposing. */
  'page.corners': read(
    z.object({ scan: scanId, page: z.int().min(0) }),
    z.object({ corners: pageCorners.nullable(), confidence: z.number().min(0).max(1) }),
  ),
} as const;
