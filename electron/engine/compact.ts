// Makes a page small for an online portal without making it unreadable: measures the print, then tries sizes from fine to floor.

import sharp, { type OutputInfo, type Sharp } from 'sharp';
import type { MediaType, Turn } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { drawEdited, type EditWish, openPixels } from './edit/edited.ts';
import { withPdf } from './pdf.ts';
import { smallestPrint } from './print-height.ts';
import { openRaster } from './raster.ts';
import type { Compact, CompactStep, CompactWish } from './workshop.ts';

/** The floor: so many pixels for the smallest print; where no print is measured, so many dots an inch on A4. */
const PRINT_PIXELS = 16;
const FLOOR_DPI = 150;
const FINE_DPI = 300;
const A4_INCHES = 297 / 25.4;
/** No portal wants more, and a measuring that asks for more has seen dust. */
const LARGEST_FLOOR = Math.round(FINE_DPI * A4_INCHES);
const MEASURED_EDGE = 2400;
const QUALITIES = [88, 80, 72] as const;
const LOWER_QUALITIES = [66, 60] as const;

type Page = { picture: Sharp; edge: number; inches: number };

/** Upright. With `make`, the JPEG of that step; else what every step would cost. Lengths in pixels, costs in bytes. */
export async function compactPage(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: CompactWish,
): Promise<Compact> {
  const page = await openPage(bytes, mediaType, wish);
  if (wish.make) {
    const jpeg = await encode(page, wish.make);
    return {
      jpeg,
      steps: [],
      edge: page.edge,
      printHeight: null,
      floorEdge: 0,
      floorBy: 'dpi',
      belowFloor: false,
    };
  }
  const printHeight = await measurePrint(page);
  const byPrint = printHeight === null ? null : Math.ceil((PRINT_PIXELS * page.edge) / printHeight);
  const wanted = byPrint ?? Math.ceil(FLOOR_DPI * page.inches);
  const floorEdge = Math.min(page.edge, wanted, LARGEST_FLOOR);
  const steps: CompactStep[] = [];
  for (const step of ladder(page.edge, wish.longEdge, floorEdge)) {
    steps.push({ ...step, bytes: (await encode(page, step)).length });
  }
  return {
    jpeg: null,
    steps,
    edge: page.edge,
    printHeight,
    floorEdge,
    floorBy: byPrint === null ? 'dpi' : 'print',
    belowFloor: floorEdge < wanted,
  };
}

/** From fine to floor: first the quality falls, then the size down to the floor, then the quality once more. */
export function ladder(
  edge: number,
  longEdge: number,
  floorEdge: number,
): { edge: number; quality: number }[] {
  const first = Math.min(edge, Math.max(longEdge, floorEdge));
  const middle = Math.round((first + floorEdge) / 2);
  const smaller =
    first > floorEdge ? [middle, floorEdge].filter((one, at, all) => all.indexOf(one) === at) : [];
  const lowest = QUALITIES.at(-1) ?? 72;
  return [
    ...QUALITIES.map((quality) => ({ edge: first, quality })),
    ...smaller.map((one) => ({ edge: one, quality: lowest })),
    ...LOWER_QUALITIES.map((quality) => ({ edge: floorEdge, quality })),
  ];
}

async function openPage(bytes: Uint8Array, mediaType: MediaType, wish: CompactWish): Promise<Page> {
  const { page, mirrored, turn } = wish;
  if (wish.edited) return openEditedPage(bytes, mediaType, { ...wish, ...wish.edited });
  if (mediaType === 'application/pdf') return drawPdf(bytes, wish);
  if (mediaType === 'application/ofd' || mediaType === 'application/xml')
    throw new Problem('page-unusable', { page: page + 1, detail: mediaType });
  const raster = await openRaster(bytes, mediaType, page);
  // Decoded once: every step starts from these pixels.
  const { data, info } = await raster
    .flop(mirrored)
    .rotate(turn)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return pageOf(data, info, A4_INCHES);
}

async function openEditedPage(
  bytes: Uint8Array,
  mediaType: MediaType,
  wish: EditWish & { extraTurn: Turn },
): Promise<Page> {
  const { data, info } = await openPixels(await drawEdited(bytes, mediaType, wish))
    .rotate(wish.extraTurn)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return pageOf(data, info, A4_INCHES);
}

function drawPdf(bytes: Uint8Array, { page, mirrored, turn }: CompactWish): Promise<Page> {
  return withPdf(bytes, async (pdf) => {
    const size = pdf.pageSize(page);
    const inches = Math.max(size.width, size.height) / 72;
    const edge = Math.max(64, Math.min(LARGEST_FLOOR, Math.round(inches * FINE_DPI)));
    const { width, height, rgba } = pdf.draw(page, { width: edge, height: edge, turn });
    const { data, info } = await sharp(rgba, { raw: { width, height, channels: 4 } })
      .flop(mirrored)
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return pageOf(data, info, inches);
  });
}

function pageOf(data: Buffer, { width, height, channels }: OutputInfo, inches: number): Page {
  const picture = sharp(data, { raw: { width, height, channels } });
  return { picture, edge: Math.max(width, height), inches };
}

const encode = ({ picture }: Page, { edge, quality }: { edge: number; quality: number }): Promise<Buffer> =>
  picture
    .clone()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality, chromaSubsampling: quality >= 80 ? '4:4:4' : '4:2:0' })
    .toBuffer();

async function measurePrint({ picture, edge }: Page): Promise<number | null> {
  const { data, info } = await picture
    .clone()
    .resize({ width: MEASURED_EDGE, height: MEASURED_EDGE, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const height = smallestPrint(data, info);
  return height === null ? null : (height * edge) / Math.max(info.width, info.height);
}
