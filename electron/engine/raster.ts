// Pictures of every kind behind one door: a sharp pipeline over one page of the file, nothing applied yet.

import sharp, { type Sharp } from 'sharp';
import type { MediaType } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { decodeBitmap, measureBitmap, type Pixels } from './bitmap.ts';
import { decodeHeic } from './heic.ts';
import { limits } from './limits.ts';

sharp.concurrency(1);
sharp.cache(false);

export type RasterType = Exclude<MediaType, 'application/pdf' | 'application/ofd' | 'application/xml'>;

const fromPixels = ({ width, height, rgba }: Pixels): Sharp =>
  sharp(rgba, { raw: { width, height, channels: 4 }, limitInputPixels: limits.picturePixels });

/** One page (0-based) in stored position. Throws 'file-damaged' and 'picture-too-large'. */
export async function openRaster(bytes: Uint8Array, mediaType: RasterType, page = 0): Promise<Sharp> {
  if (mediaType === 'image/heic') return fromPixels(await decodeHeic(bytes));
  if (mediaType === 'image/bmp') {
    const { width, height } = measureBitmap(bytes);
    checkPixels(width, height);
    return fromPixels(await decodeBitmap(bytes));
  }
  const options = { page, failOn: 'error', autoOrient: false } as const;
  const { width, height, pageHeight } = await sharp(bytes, {
    ...options,
    limitInputPixels: false,
  }).metadata();
  checkPixels(width, pageHeight ?? height);
  return sharp(bytes, { ...options, limitInputPixels: limits.picturePixels });
}

/** From the header, before anything is decoded. */
function checkPixels(width: number, height: number): void {
  if (width * height <= limits.picturePixels) return;
  throw new Problem('picture-too-large', {
    megapixels: Math.ceil((width * height) / 1e6),
    limit: limits.picturePixels / 1e6,
  });
}
