// Reads the packet's own pages back as text: what they say must be found by a search, not only by the eye.

import { decoderFell } from '../pdfium/fell.ts';
import type { PdfDocument } from '../pdfium/pdfium.ts';
import type { PacketManifest } from './manifest.ts';
import type { Finding } from './prove-page.ts';

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** Throws only when PDFium itself fell. */
export function proveTexts(document: PdfDocument, { says, pages }: PacketManifest): Finding[] {
  const own = pages.filter(({ sources, page }) => sources.length === 0 && page <= document.pageCount);
  const text = squeeze(own.map(({ page }) => readText(document, page)).join(''));
  return says
    .filter((wanted) => !text.includes(squeeze(wanted)))
    .map((detail) => ({ code: 'text-missing', fails: true, page: own[0]?.page ?? 1, detail, file: '' }));
}

function readText(document: PdfDocument, page: number): string {
  try {
    return document.text(page - 1);
  } catch (error) {
    if (decoderFell(error)) throw error;
    return '';
  }
}
