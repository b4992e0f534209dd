// Looks at an edited page as it will be printed: the same look that intake takes, at the pixels that are left of the source.

import type { MediaType, ScanPage } from '../../../shared/domain.ts';
import {
  EDITED_PDF_DPI,
  editedSize,
  type PageEdit,
  type PageSize,
  partOfHalf,
  uprightSize,
} from '../../../shared/page-edit.ts';
import type { PageFinding } from '../../../shared/page-findings.ts';
import { Problem } from '../../../shared/problems.ts';
import { lookAtPage, measureOwnDpi, takeView } from '../look/look-at-page.ts';
import { withPdf } from '../pdf.ts';
import { drawEdited, openPixels } from './edited.ts';

/** `page` is 0-based, `stored` what intake knows of it. */
export type EditedLookWish = { page: number; stored: ScanPage; edit: PageEdit };

/** Findings with their place on the edited page before its last turn. Throws the decoder's Problems, page-unusable. */
export async function lookAtEdited(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: EditedLookWish,
): Promise<PageFinding[]> {
  const { page, stored, edit } = wish;
  const { mirrored, turn } = stored;
  const drawn = await drawEdited(bytes, mediaType, { page, mirrored, turn, edit });
  const view = await takeView(openPixels(drawn));
  const size = await measureSource(bytes, mediaType, wish);
  const look = lookAtPage(view, { ...size, unit: 'px', mirrored: false, turn: 0 });
  if (!look) throw new Problem('page-unusable', { page: page + 1, detail: 'look' });
  return look.findings;
}

/** A scanned page of a PDF is drawn finer than it was scanned; those pixels say nothing about how it prints. */
async function measureSource(
  bytes: Uint8Array,
  mediaType: MediaType,
  { page, stored, edit }: EditedLookWish,
): Promise<PageSize> {
  const { width, height } = sourceSize(uprightSize(stored), edit);
  if (mediaType !== 'application/pdf') return { width, height };
  const own = await withPdf(bytes, (pdf) => measureOwnDpi(pdf, page));
  const share = Math.min(1, (own ?? EDITED_PDF_DPI) / EDITED_PDF_DPI);
  return { width: width * share, height: height * share };
}

/**
 * Pixels of the source behind an edited page: pulling a slanted page straight stretches its far side and adds nothing to it,
 * so the shorter of two sides counts. `page` is the upright page in pixels.
 */
export function sourceSize(page: PageSize, edit: PageEdit): PageSize {
  const { corners } = edit;
  if (!corners) return editedSize(page, edit);
  const [first, second, third, fourth] = corners;
  const side = ([ax, ay]: typeof first, [bx, by]: typeof first): number =>
    Math.hypot((ax - bx) * page.width, (ay - by) * page.height);
  const [left, top, right, bottom] = partOfHalf(edit.half);
  return {
    width: Math.max(1, Math.round(Math.min(side(first, second), side(fourth, third)) * (right - left))),
    height: Math.max(1, Math.round(Math.min(side(first, fourth), side(second, third)) * (bottom - top))),
  };
}
