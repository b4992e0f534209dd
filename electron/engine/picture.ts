// Makes the WebP picture of one page that screens show: upright, small, on white.

import sharp, { type Sharp } from 'sharp';
import type { MediaType } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { makeEditedPicture } from './edit/page-tasks.ts';
import { PREVIEW_EDGE } from './limits.ts';
import { withPdf } from './pdf.ts';
import { openRaster } from './raster.ts';
import type { PictureWish } from './workshop.ts';

const WEBP = { quality: 82, effort: 2, smartSubsample: true } as const;

/** Longer side at most `edge` pixels; a smaller picture is not blown up. */
export async function makePicture(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: PictureWish,
): Promise<Uint8Array> {
  if (wish.edited) return makeEditedPicture(bytes, mediaType, { ...wish, ...wish.edited });
  if (mediaType === 'application/pdf') return pictureOfPdf(bytes, wish);
  if (mediaType === 'application/ofd' || mediaType === 'application/xml') {
    throw new Problem('page-unusable', { page: wish.page + 1, detail: mediaType });
  }
  const { edge, mirrored, turn } = wish;
  const picture = await openRaster(bytes, mediaType, wish.page);
  // Made small before it is turned: then a JPEG is decoded small, which takes a quarter of the time.
  return picture
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flop(mirrored)
    .rotate(turn)
    .flatten({ background: '#ffffff' })
    .webp(WEBP)
    .toBuffer();
}

/** A PDF page has no pixels of its own: it is drawn at exactly the size asked for. */
function pictureOfPdf(bytes: Uint8Array, { page, edge, mirrored, turn }: PictureWish): Promise<Uint8Array> {
  return withPdf(bytes, (pdf) => {
    const { width, height, rgba } = pdf.draw(page, { width: edge, height: edge, turn });
    return sharp(rgba, { raw: { width, height, channels: 4 } })
      .flop(mirrored)
      .removeAlpha()
      .webp(WEBP)
      .toBuffer();
  });
}

export type Shrunk = { preview: () => Promise<Uint8Array>; pixels: () => Sharp };

/** Decoded once to its last line, at most PREVIEW_EDGE pixels, on white and in stored position: as it is looked at and as a JPEG. */
export async function shrinkPicture(picture: Sharp): Promise<Shrunk> {
  const { data, info } = await picture
    .resize({ width: PREVIEW_EDGE, height: PREVIEW_EDGE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const pixels = () => sharp(data, { raw: { width, height, channels } });
  return {
    pixels,
    preview: () => pixels().jpeg({ quality: 90, chromaSubsampling: '4:4:4' }).toBuffer(),
  };
}
