// What the workshop is asked about edited pages: a picture for a screen, the bytes for the packet, corners to propose.

import type { MediaType, Turn } from '../../../shared/domain.ts';
import { noEdit } from '../../../shared/page-edit.ts';
import { makeSmaller } from '../printable.ts';
import type { Printable } from '../workshop.ts';
import { drawEdited, type EditWish, openPixels } from './edited.ts';
import { type FoundCorners, findCorners } from './find-corners.ts';

const WEBP = { quality: 82, effort: 2, smartSubsample: true } as const;
const FINE_JPEG = { quality: 92, chromaSubsampling: '4:4:4' } as const;
const SEARCHED_EDGE = 500;

/** As WebP after `extraTurn`, longer side at most `edge` pixels. */
export async function makeEditedPicture(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: EditWish & { edge: number; extraTurn: Turn },
): Promise<Uint8Array> {
  const pixels = await drawEdited(bytes, mediaType, wish);
  const { edge, extraTurn } = wish;
  return openPixels(pixels)
    .rotate(extraTurn)
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .webp(WEBP)
    .toBuffer();
}

/** In the position before the last turn, at full size: gray and drawn pages as PNG unless that is far larger, photographs as JPEG. */
export async function makeEditedPrintable(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: EditWish,
): Promise<Printable> {
  const pixels = await drawEdited(bytes, mediaType, wish);
  const picture = openPixels(pixels);
  const photograph = ['image/jpeg', 'image/heic', 'image/avif'].includes(mediaType) && pixels.channels === 3;
  if (!photograph) return makeSmaller(picture);
  return { form: 'jpeg', bytes: await picture.jpeg(FINE_JPEG).toBuffer() };
}

/** Corners of a paper in the upright page; null when nothing like one is seen. */
export async function findPageCorners(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: Omit<EditWish, 'edit'>,
): Promise<FoundCorners | null> {
  const pixels = await drawEdited(bytes, mediaType, { ...wish, edit: noEdit, edge: SEARCHED_EDGE });
  return findCorners(pixels) ?? null;
}
