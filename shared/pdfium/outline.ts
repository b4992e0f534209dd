// Reads the bookmarks of a PDF as a flat list in reading order.

import { type Raw, readText, withMemory } from './raw.ts';

/** `page` is 0-based, null when the bookmark leads nowhere in this file; `level` 0 is the outermost. */
export type OutlineEntry = { title: string; page: number | null; level: number };

const MOST_ENTRIES = 10_000;

function readTitle(raw: Raw, bookmark: number): string {
  const byteLength = raw.FPDFBookmark_GetTitle(bookmark, 0, 0);
  if (byteLength <= 2) return '';
  return withMemory(raw, byteLength, (address) => {
    raw.FPDFBookmark_GetTitle(bookmark, address, byteLength);
    return readText(raw, address, byteLength / 2 - 1);
  });
}

function readTarget(raw: Raw, document: number, bookmark: number): number | null {
  let target = raw.FPDFBookmark_GetDest(document, bookmark);
  if (target === 0) {
    const action = raw.FPDFBookmark_GetAction(bookmark);
    if (action !== 0) target = raw.FPDFAction_GetDest(document, action);
  }
  if (target === 0) return null;
  const page = raw.FPDFDest_GetDestPageIndex(document, target);
  return page < 0 ? null : page;
}

/** A damaged outline may run in a circle: each bookmark is visited once. */
export function readOutline(raw: Raw, document: number): OutlineEntry[] {
  const entries: OutlineEntry[] = [];
  const seen = new Set<number>();
  const ahead = [{ bookmark: raw.FPDFBookmark_GetFirstChild(document, 0), level: 0 }];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { bookmark, level } = next;
    if (bookmark === 0 || seen.has(bookmark) || entries.length >= MOST_ENTRIES) continue;
    seen.add(bookmark);
    entries.push({ title: readTitle(raw, bookmark), page: readTarget(raw, document, bookmark), level });
    ahead.push({ bookmark: raw.FPDFBookmark_GetNextSibling(document, bookmark), level });
    ahead.push({ bookmark: raw.FPDFBookmark_GetFirstChild(document, bookmark), level: level + 1 });
  }
  return entries;
}
