// Which way the characters of a PDF page stand.

import type { Raw } from './raw.ts';

type Turn = 0 | 90 | 180 | 270;

/** Fewer characters than this say nothing, and this share of them must stand the same way. */
const FEWEST = 20;
const SHARE = 0.85;
/** A page of a book has fewer; asking for more only takes time. */
const MOST = 3000;

/** The turn clockwise that sets the writing upright, before /Rotate; undefined when there is little writing or it stands in several ways. */
export function readTextTurn(raw: Raw, page: number): Turn | undefined {
  const text = raw.FPDFText_LoadPage(page);
  if (text === 0) return undefined;
  try {
    const count = Math.min(MOST, raw.FPDFText_CountChars(text));
    const turns = new Map<number, number>();
    let seen = 0;
    for (let at = 0; at < count; at += 1) {
      if (raw.FPDFText_GetUnicode(text, at) <= 32 || raw.FPDFText_IsGenerated(text, at) === 1) continue;
      // Radians clockwise, -1 for none; halfway between two turns counts for neither.
      const quarters = raw.FPDFText_GetCharAngle(text, at) / (Math.PI / 2);
      const nearest = Math.round(quarters);
      const turn = Math.abs(quarters - nearest) < 0.35 ? ((4 - nearest) % 4) * 90 : -1;
      turns.set(turn, (turns.get(turn) ?? 0) + 1);
      seen += 1;
    }
    const [most] = [...turns].sort(([, a], [, b]) => b - a);
    if (!most || seen < FEWEST || most[1] < seen * SHARE) return undefined;
    return ([0, 90, 180, 270] as const).find((turn) => turn === most[0]);
  } finally {
    raw.FPDFText_ClosePage(text);
  }
}
