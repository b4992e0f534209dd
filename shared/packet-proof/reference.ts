// A page of a PDF drawn by itself, at the size it has in the packet: what the packet's page is held against.

import type { PdfDocument } from '../pdfium/pdfium.ts';
import { greyOf } from './compare.ts';
import type { PlacedSource } from './manifest.ts';
import { PROOF_DPI, type Reference } from './prove-page.ts';

/** Pixels of a source at the resolution of the comparison. */
export function referenceSize({ box }: Pick<PlacedSource, 'box'>): { width: number; height: number } {
  const [, , width, height] = box ?? [0, 0, 300, 300];
  const pixels = (points: number) => Math.max(4, Math.round((points * PROOF_DPI) / 72));
  return { width: pixels(width), height: pixels(height) };
}

/** Throws what drawing throws. */
export function drawReferencePage(
  pdf: Pick<PdfDocument, 'draw' | 'annotationCount'>,
  placed: PlacedSource,
): Reference {
  const wish = { ...referenceSize(placed), turn: placed.turn };
  const shown = greyOf(pdf.draw(placed.page, wish));
  if (pdf.annotationCount(placed.page) === 0) return { shown };
  return { shown, bare: greyOf(pdf.draw(placed.page, { ...wish, annotations: false })) };
}
