// An edited page: the upright original cut, pulled straight, evened and mirrored, at full size or as small as a screen needs.

import sharp, { type Sharp } from 'sharp';
import type { MediaType, Turn } from '../../../shared/domain.ts';
import {
  cornersOfCrop,
  EDITED_PDF_DPI,
  editedSize,
  LARGEST_EDITED_PIXELS,
  type PageEdit,
  type PageSize,
  partOfHalf,
} from '../../../shared/page-edit.ts';
import { Problem } from '../../../shared/problems.ts';
import { withPdf } from '../pdf.ts';
import { openRaster } from '../raster.ts';
import { lookLikePaper } from './paper-look.ts';
import type { Pixels } from './pixels.ts';
import { warpPixels } from './warp.ts';

/** `mirrored` and `turn` make the stored page upright; `edit` is about the upright page. `page` is 0-based. */
export type EditWish = { page: number; mirrored: boolean; turn: Turn; edit: PageEdit };

/** The edited page before its last turn. With `edge`, made from a source no larger than a picture of that edge needs. */
export async function drawEdited(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: EditWish & { edge?: number },
): Promise<Pixels> {
  const source = await openUpright(bytes, mediaType, wish);
  const { edit, edge } = wish;
  const full = editedSize(source.size, edit);
  const scale = edge === undefined ? 1 : Math.min(1, edge / Math.max(full.width, full.height));
  const cut = await cutOut(source, edit, scale);
  const clear = edit.enhance === 'paper' ? await lookLikePaper(cut) : cut;
  return edit.mirrored ? flop(clear) : clear;
}

type Upright = { picture: Sharp; size: PageSize };

async function openUpright(bytes: Uint8Array, mediaType: MediaType, wish: EditWish): Promise<Upright> {
  const { page, mirrored, turn } = wish;
  if (mediaType === 'application/pdf') return drawPdf(bytes, wish);
  if (mediaType === 'application/ofd' || mediaType === 'application/xml')
    throw new Problem('page-unusable', { page: page + 1, detail: mediaType });
  const raster = await openRaster(bytes, mediaType, page);
  const { width, height: all, pageHeight, space } = await raster.metadata();
  const height = pageHeight ?? all;
  const lying = turn === 90 || turn === 270;
  const gray = space === 'b-w' || space === 'grey16';
  const picture = raster
    .flop(mirrored)
    .rotate(turn)
    .flatten({ background: '#ffffff' })
    .toColourspace(gray ? 'b-w' : 'srgb');
  return { picture, size: lying ? { width: height, height: width } : { width, height } };
}

/** Drawn at EDITED_PDF_DPI, a huge page coarser. */
function drawPdf(bytes: Uint8Array, { page, mirrored, turn }: EditWish): Promise<Upright> {
  return withPdf(bytes, (pdf) => {
    const { width: across, height: down } = pdf.pageSize(page);
    const most = Math.sqrt((LARGEST_EDITED_PIXELS * 72 * 72) / (across * down));
    const scale = Math.min(EDITED_PDF_DPI, most) / 72;
    const { width, height, rgba } = pdf.draw(page, { scale, turn });
    const picture = sharp(rgba, { raw: { width, height, channels: 4 } })
      .flop(mirrored)
      .removeAlpha();
    return { picture, size: { width, height } };
  });
}

async function cutOut({ picture, size }: Upright, edit: PageEdit, scale: number): Promise<Pixels> {
  if (edit.corners) {
    const source = await readPixels(shrink(picture, size, scale));
    const full = editedSize(size, edit);
    const small = { width: shorten(full.width, scale), height: shorten(full.height, scale) };
    return warpPixels(source, { corners: edit.corners, half: edit.half, size: small });
  }
  const whole = await readPixels(picture);
  const box = boxOfCut(size, edit);
  const { width, height, channels } = whole;
  if (box.width === width && box.height === height && scale === 1) return whole;
  const cut = sharp(whole.data, { raw: { width, height, channels } }).extract(box);
  return readPixels(shrink(cut, box, scale));
}

const shorten = (side: number, scale: number): number => Math.max(1, Math.round(side * scale));

const shrink = (picture: Sharp, { width, height }: PageSize, scale: number): Sharp =>
  scale === 1
    ? picture
    : picture.resize({ width: shorten(width, scale), height: shorten(height, scale), fit: 'fill' });

/** Whole pixels, as many as `editedSize` says. */
function boxOfCut(size: PageSize, edit: PageEdit) {
  const [first, , last] = cornersOfCrop(edit.crop ?? [0, 0, 1, 1]);
  const [left, top] = partOfHalf(edit.half);
  const { width, height } = editedSize(size, edit);
  const place = (from: number, to: number, share: number) => from + (to - from) * share;
  const x = Math.round(place(first[0], last[0], left) * size.width);
  const y = Math.round(place(first[1], last[1], top) * size.height);
  return { left: Math.min(x, size.width - width), top: Math.min(y, size.height - height), width, height };
}

async function readPixels(picture: Sharp): Promise<Pixels> {
  const { data, info } = await picture.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  if (channels === 1 || channels === 3) return { width, height, channels, data };
  const kept = await sharp(data, { raw: { width, height, channels } })
    .toColourspace(channels === 2 ? 'b-w' : 'srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, channels: channels === 2 ? 1 : 3, data: kept };
}

async function flop({ width, height, channels, data }: Pixels): Promise<Pixels> {
  return readPixels(sharp(data, { raw: { width, height, channels } }).flop());
}

export const openPixels = ({ width, height, channels, data }: Pixels): Sharp => {
  const picture = sharp(data, { raw: { width, height, channels } });
  return channels === 1 ? picture.toColourspace('b-w') : picture;
};
