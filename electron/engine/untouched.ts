// What must hold for a picture that went into the packet as its own bytes: the same stream, whole, upright and inside the page.

import type { PlacedSource } from '../../shared/packet-proof/manifest.ts';
import type { ImageMatrix, PageImage } from '../../shared/pdfium/images.ts';
import type { PdfSize } from '../../shared/pdfium/pdfium.ts';

/** What the packet should hold for a picture: the stream, and the pixels it stands for. */
export type StoredPicture = {
  width: number;
  height: number;
  bitsPerPixel: number;
  filter: 'DCTDecode' | 'FlateDecode';
  data: Uint8Array;
};

/** Points: boxes are rounded to hundredths, matrices to fewer digits. */
const NEAR = 0.5;
/** A picture may be stretched this much by rounding, not more. */
const STRETCHED = 1.01;

type UnitMatrix = readonly [number, number, number, number, number, number];
const upright: Record<PlacedSource['turn'], UnitMatrix> = {
  0: [1, 0, 0, 1, 0, 0],
  90: [0, -1, 1, 0, 0, 1],
  180: [-1, 0, 0, -1, 1, 1],
  270: [0, 1, -1, 0, 1, 0],
};

/** Where a picture must lie to fill `box` upright: mirrored first, then turned (ISO 32000-1, 8.3.3). */
export function wantedMatrix(
  { turn, mirrored }: Pick<PlacedSource, 'turn' | 'mirrored'>,
  [left, top, width, height]: readonly [number, number, number, number],
  pageHeight: number,
): ImageMatrix {
  const [a, b, c, d, e, f] = upright[turn];
  const [A, B, E, F] = mirrored ? [-a, -b, a + e, b + f] : [a, b, e, f];
  const bottom = pageHeight - top - height;
  return [A * width, B * height, c * width, d * height, E * width + left, F * height + bottom];
}

/** The one image of a page that is this picture, byte for byte and in its place; undefined when any of that is in doubt. */
export function findUntouched(
  images: readonly PageImage[],
  stored: StoredPicture,
  { placed, page }: { placed: PlacedSource; page: PdfSize },
): number | undefined {
  const [image, ...others] = images;
  if (!image || others.length > 0 || !placed.box) return undefined;
  const [left, top, width, height] = placed.box;
  const inside =
    left > -NEAR && top > -NEAR && left + width < page.width + NEAR && top + height < page.height + NEAR;
  const wanted = wantedMatrix(placed, placed.box, page.height);
  const inPlace = image.matrix.every((value, at) => Math.abs(value - (wanted[at] ?? 0)) < NEAR);
  const sideways = placed.turn % 180 !== 0;
  const stretch =
    ((width / height) * (sideways ? stored.width : stored.height)) /
    (sideways ? stored.height : stored.width);
  const even = stretch < STRETCHED && stretch > 1 / STRETCHED;
  const [filter, ...more] = image.filters;
  const described =
    filter === stored.filter &&
    more.length === 0 &&
    image.width === stored.width &&
    image.height === stored.height &&
    image.bitsPerPixel === stored.bitsPerPixel;
  return inside && inPlace && even && described && isSame(image.stored(), stored.data) ? image.at : undefined;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false;
  return true;
}
