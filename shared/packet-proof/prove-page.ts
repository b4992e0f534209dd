// Holds one page of a finished packet against the pages it was made from; the packet is read by PDFium, not by its writer.

import { decoderFell } from '../pdfium/fell.ts';
import type { PdfDocument } from '../pdfium/pdfium.ts';
import { type Area, type Grey, greyOf, isBlank, likenessOf, type Squares, squaresOf } from './compare.ts';
import type { ManifestPage, PlacedSource } from './manifest.ts';

/** Resolution of the comparison: a line of handwriting still leaves a mark in its square. */
export const PROOF_DPI = 50;
const SQUARE = 4;
/** Prints below this are listed: small letters become hard to read. */
export const LOW_DPI = 150;

/** A source page drawn by itself, upright. */
export type Reference = {
  shown: Grey;
  /** Without seals, signatures and fields, where it has any. */
  bare?: Grey | undefined;
};

export const findingCodes = [
  'page-missing',
  'page-unreadable',
  'page-blank',
  'page-misplaced',
  'page-differs',
  'annotation-lost',
  'text-missing',
  'source-missing',
  'source-unreadable',
  'source-fell',
  'source-unplaced',
  'low-dpi',
  'manifest-differs',
  'archive-broken',
] as const;

/** An original that was not held against its page: not at hand, not to be drawn, or nobody knows where it stands. */
export const blindCodes: readonly (typeof findingCodes)[number][] = [
  'source-missing',
  'source-unreadable',
  'source-fell',
  'source-unplaced',
];

/** `page` counts from 1. `fails`: false for what is only listed. `source`: which of the page's sources, from 0. */
export type Finding = {
  code: (typeof findingCodes)[number];
  fails: boolean;
  page: number;
  detail: string;
  file: string;
  source?: number;
};

const finding = (code: Finding['code'], page: number, more: Partial<Finding> = {}): Finding => ({
  code,
  page,
  fails: true,
  detail: '',
  file: '',
  ...more,
});

/**
 * `references` in the order of the page's sources; undefined where the source cannot be drawn by itself, or is not at
 * hand. Never throws for a packet that is wrong, only when PDFium itself fell over it.
 */
export function provePage(
  document: Pick<PdfDocument, 'pageCount' | 'draw'>,
  page: ManifestPage,
  references: readonly (Reference | undefined)[],
): Finding[] {
  if (page.page > document.pageCount) return [finding('page-missing', page.page)];
  let shown: Grey;
  try {
    shown = greyOf(document.draw(page.page - 1, { scale: PROOF_DPI / 72 }));
  } catch (error) {
    if (decoderFell(error)) throw error;
    return [finding('page-unreadable', page.page)];
  }
  const file = page.sources[0]?.file ?? '';
  const listed = page.sources
    .filter(({ dpi }) => dpi !== null && dpi < LOW_DPI)
    .map(({ dpi, file }) => finding('low-dpi', page.page, { fails: false, detail: String(dpi), file }));
  const placed = page.sources.map((source, at) =>
    proveSource(shown, source, references[at]).map((one) => ({ ...one, source: at })),
  );
  const known = references.some((reference) => reference && !isBlankPicture(reference.shown));
  const own = page.sources.length === 0 && page.kind !== 'blank';
  const mustShow = own || known;
  const blank = isBlank(bodyOf(shown)) || hasNothingPlaced(shown, page);
  if (blank && (mustShow || references.some((reference) => !reference)))
    return [...listed, finding('page-blank', page.page, { file, fails: mustShow })];
  return [...listed, ...placed.flat().map((one) => ({ ...one, page: page.page }))];
}

/** Everything but the footer's margin. */
function bodyOf(shown: Grey): Squares {
  const area: Area = [0, 0, shown.width, shown.height * 0.93];
  return squaresOf(shown, area, gridOf(area));
}

/** Paper that is not quite white is not ink: the places of the sources are looked at by themselves. */
function hasNothingPlaced(shown: Grey, { sources }: ManifestPage): boolean {
  const areas = sources.flatMap(({ box }) => (box ? [areaOf(box)] : []));
  if (areas.length === 0 || areas.length < sources.length) return false;
  return areas.every((area) => isBlank(squaresOf(shown, inside(area), gridOf(area))));
}

const SCALE = PROOF_DPI / 72;
const areaOf = ([left, top, width, height]: NonNullable<PlacedSource['box']>): Area => [
  left * SCALE,
  top * SCALE,
  width * SCALE,
  height * SCALE,
];
/** Without the edge, where the page's own white mixes in. */
const inside = ([left, top, width, height]: Area): Area => [
  left + 1,
  top + 1,
  Math.max(1, width - 2),
  Math.max(1, height - 2),
];

function isBlankPicture(picture: Grey): boolean {
  const area: Area = [0, 0, picture.width, picture.height];
  return isBlank(squaresOf(picture, area, gridOf(area)));
}

const gridOf = ([, , width, height]: Area) => ({
  columns: Math.max(4, Math.round(width / SQUARE)),
  rows: Math.max(4, Math.round(height / SQUARE)),
});

function proveSource(
  shown: Grey,
  source: PlacedSource,
  reference: Reference | undefined,
): Omit<Finding, 'page'>[] {
  if (!reference) return [];
  if (!source.box) return [{ code: 'source-unplaced', fails: false, detail: '', file: source.file }];
  const area = areaOf(source.box);
  const grid = gridOf(area);
  const whole = ({ width, height }: Grey): Area => [0, 0, width, height];
  const own = squaresOf(shown, area, grid);
  const wanted = squaresOf(reference.shown, whole(reference.shown), grid);
  const { file } = source;
  const like = likenessOf(own, wanted);
  const found: Omit<Finding, 'page'>[] = [];
  if (differs(like, strictnessOf(source))) {
    const detail = `${like.difference.toFixed(1)} ${like.likeness.toFixed(3)} ${(like.lost * 100).toFixed(2)}%`;
    found.push({ code: 'page-differs', fails: true, detail, file });
  }
  if (reference.bare) {
    const bare = squaresOf(reference.bare, whole(reference.bare), grid);
    if (annotationsLost(own, wanted, bare))
      found.push({ code: 'annotation-lost', fails: true, detail: '', file });
  }
  return found;
}

/** Prints coarser than this are blown up, and every engine smooths them in its own way. */
const COARSE_DPI = 40;
type Strictness = 'copy' | 'picture' | 'coarse';

/** Both drawings of a copied page come from one engine, so little is allowed; pictures pass through two decoders. */
function strictnessOf({ form, how, dpi }: PlacedSource): Strictness {
  if (dpi !== null && dpi < COARSE_DPI) return 'coarse';
  return form === 'pdf' && how !== 'drawn' ? 'copy' : 'picture';
}

function differs(like: ReturnType<typeof likenessOf>, strictness: Strictness): boolean {
  const { difference, likeness, spread, lost } = like;
  if (strictness === 'coarse') return difference > 60;
  if (spread < 1.5) return difference > (strictness === 'copy' ? 6 : 20);
  if (strictness === 'copy') return likeness < 0.9 || difference > 8 || lost > 0.004;
  return likeness < 0.75 || difference > 45;
}

/** Where seals and fields change the source's drawing, the packet must show them rather than what lies under them. */
function annotationsLost(own: Squares, wanted: Squares, bare: Squares): boolean {
  let [toWanted, toBare, squares] = [0, 0, 0];
  for (let at = 0; at < wanted.means.length; at++) {
    const [with_, without] = [wanted.means[at] ?? 255, bare.means[at] ?? 255];
    if (Math.abs(with_ - without) < 6) continue;
    squares += 1;
    toWanted += Math.abs((own.means[at] ?? 255) - with_);
    toBare += Math.abs((own.means[at] ?? 255) - without);
  }
  return squares > 0 && toWanted > toBare;
}
