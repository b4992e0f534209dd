// Reads an entry of a PDF's Info dictionary as text.

import { type Raw, readText, withMemory } from './raw.ts';

/** '' when there is none, or when it is longer than `limit` bytes of UTF-16. */
export function readMetaText(raw: Raw, document: number, wish: { name: string; limit: number }): string {
  const bytes = raw.FPDF_GetMetaText(document, wish.name, 0, 0);
  if (bytes <= 2 || bytes > wish.limit) return '';
  return withMemory(raw, bytes, (address) => {
    raw.FPDF_GetMetaText(document, wish.name, address, bytes);
    return readText(raw, address, bytes / 2 - 1);
  });
}
