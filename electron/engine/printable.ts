// Makes what the packet embeds for a page that cannot go in as it came: a PNG or a fine JPEG.

import sharp, { type Sharp } from 'sharp';
import type { MediaType } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { hasAlphaChannel } from './kept-as-it-came.ts';
import { encodeOpaque, layOnWhite, makeOpaque } from './opaque-png.ts';
import { withPdf } from './pdf.ts';
import { openRaster, type RasterType } from './raster.ts';
import type { Printable, RescuedPage, RescueRung } from './workshop.ts';

/** A PNG of a photograph that was lossy already may be this many times larger than a fine JPEG, not more. */
const PNG_AT_MOST = 3;
/** Row filters halve a scan in colour and cost a line drawing a few hundredths. */
const FILTERED = { compressionLevel: 6, adaptiveFiltering: true };
const FINE_JPEG = { quality: 92, chromaSubsampling: '4:4:4' } as const;

/** In stored position: the turn stays data. `page` is 0-based. */
export async function makePrintable(
  bytes: Uint8Array,
  mediaType: MediaType,
  page: number,
): Promise<Printable> {
  if (mediaType === 'application/pdf' || mediaType === 'application/ofd' || mediaType === 'application/xml') {
    throw new Problem('page-unusable', { page: page + 1, detail: mediaType });
  }
  if (mediaType === 'image/png' && hasAlphaChannel(bytes)) return opaqueOrAsItCame(bytes);
  const picture = await openRaster(bytes, mediaType, page);
  return wasLossy(bytes, mediaType) ? makeSmaller(picture) : makePng(picture);
}

/** Only the last resort of a damaged picture: what is wrong with it is said by the packet, with file and page. */
const opaqueOrAsItCame = async (bytes: Uint8Array): Promise<Printable> => ({
  form: 'png',
  bytes: await makeOpaque(bytes).catch(() => bytes),
});

function wasLossy(bytes: Uint8Array, mediaType: RasterType): boolean {
  if (['image/heic', 'image/avif', 'image/jpeg'].includes(mediaType)) return true;
  if (mediaType !== 'image/webp') return false;
  return !Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).includes('VP8L');
}

/** On white, as the paper is: gray stays gray, sixteen bits stay sixteen, black-and-white takes one bit a pixel. */
async function makePng(picture: Sharp): Promise<Printable> {
  const { space, bitsPerSample, hasAlpha } = await picture.metadata();
  const deep = space === 'grey16' || space === 'rgb16';
  if (deep) picture.toColourspace(space);
  else if (space === 'b-w') picture.toColourspace('b-w');
  if (deep && hasAlpha) {
    const pixels = await picture.raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true });
    return { form: 'png', bytes: await encodeOpaque(layOnWhite(pixels), { deep, adaptiveFiltering: true }) };
  }
  const twoTones = bitsPerSample === 1 && space === 'b-w';
  const options = twoTones ? { palette: true, colours: 2, dither: 0 } : FILTERED;
  return { form: 'png', bytes: await picture.flatten({ background: '#ffffff' }).png(options).toBuffer() };
}

export async function makeSmaller(picture: Sharp): Promise<Printable> {
  const jpeg = await picture.clone().flatten({ background: '#ffffff' }).jpeg(FINE_JPEG).toBuffer();
  const png = await makePng(picture);
  return png.bytes.length <= jpeg.length * PNG_AT_MOST ? png : { form: 'jpeg', bytes: jpeg };
}

/** Fine enough for the small print of an invoice on paper. */
const DRAWN_DPI = 200;

/** A page (0-based) of a PDF for packets that cannot take it as it is: the file written anew by PDFium, or a picture. */
export function rescuePage(bytes: Uint8Array, page: number, rung: RescueRung): Promise<RescuedPage> {
  return withPdf(bytes, async (pdf) => {
    if (rung === 'rewritten') return { form: 'pdf', bytes: pdf.copyPages(), page, dpi: null };
    const { width, height, rgba } = pdf.draw(page, { scale: DRAWN_DPI / 72, turn: 0 });
    const dpi = (width * 72) / pdf.pageSize(page).width;
    const picture = sharp(rgba, { raw: { width, height, channels: 4 } });
    return { ...(await makeSmaller(picture)), page, dpi };
  });
}
