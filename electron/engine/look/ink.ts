// The writing of a page by itself: the paper pulled straight, its light taken away, cut to where the ink lies.

import { type PageCorners, squareToCorners } from '../../../shared/page-edit.ts';
import { findCorners } from '../edit/find-corners.ts';
import { warpPixels } from '../edit/warp.ts';
import { CELL, findSolid, measurePapers } from './table-under.ts';
import { TILE } from './thresholds.ts';
import { inkStepOf, measureGrain, type View } from './view.ts';

/** Cells of the longer side that a fingerprint keeps. */
export const INK_EDGE = 512;

/** Cells row by row, 0 (paper) to 255 (the darkest ink). */
export type Ink = { width: number; height: number; cells: Uint8Array };

/** Pixels of the longer side on which corners are looked for, and on which the ink is measured. */
const CORNERS_EDGE = 350;
const MEASURED_EDGE = 1000;
/** Below this the corners of a paper are not believed: they may be those of a table in it. */
const SURE = 0.5;

type Span = { from: number; to: number };

/** Where all but `tail` of the sum lies at either end. */
function trim(sums: Float64Array, tail: number): Span {
  const total = sums.reduce((sum, value) => sum + value, 0);
  let from = 0;
  for (let seen = 0; from < sums.length; from += 1) {
    seen += sums[from] ?? 0;
    if (seen > total * tail) break;
  }
  let to = sums.length - 1;
  for (let seen = 0; to > from; to -= 1) {
    seen += sums[to] ?? 0;
    if (seen > total * tail) break;
  }
  return { from, to: to + 1 };
}

/** Mean of the pixels that fall into each pixel of the smaller view. */
function shrinkView({ width, height, gray }: View, edge: number): View {
  const scale = edge / Math.max(width, height);
  if (scale >= 1) return { width, height, gray };
  const [across, down] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const into = new Uint8Array(across * down);
  const sums = new Uint32Array(across);
  for (let row = 0, y = 0; row < down; row += 1) {
    const first = y;
    const next = Math.round(((row + 1) * height) / down);
    sums.fill(0);
    for (; y < next; y += 1) {
      for (let column = 0, at = y * width; column < across; column += 1) {
        const end = y * width + Math.round(((column + 1) * width) / across);
        let sum = 0;
        for (; at < end; at += 1) sum += gray[at] as number;
        sums[column] = (sums[column] as number) + sum;
      }
    }
    for (let column = 0, x = 0; column < across; column += 1) {
      const end = Math.round(((column + 1) * width) / across);
      into[row * across + column] = (sums[column] as number) / ((end - x) * (next - first));
      x = end;
    }
  }
  return { width: across, height: down, gray: into };
}

/** `corners`: of the sheet in the view, where it was pulled straight. */
type Sheet = View & { ink: Uint8Array; corners?: PageCorners };

/**
 * The photographed paper pulled straight; the view itself where it is paper all over, or where much writing lies beyond the
 * corners that were found, as with a shadow that falls across the sheet.
 */
function cutOutPaper(view: View): Sheet {
  const source = shrinkView(view, MEASURED_EDGE * 1.2);
  const small = shrinkView(source, CORNERS_EDGE);
  const found = findCorners({ width: small.width, height: small.height, channels: 1, data: small.gray });
  if (!found || found.confidence < SURE || writingBeyond(source, found.corners)) {
    const whole = shrinkView(view, MEASURED_EDGE);
    return { ...whole, ink: mapInk(whole) };
  }
  const size = sizeOf(found.corners, view);
  const pixels = { width: source.width, height: source.height, channels: 1 as const, data: source.gray };
  const { width, height, data } = warpPixels(pixels, { corners: found.corners, half: null, size });
  const paper = { width, height, gray: data };
  return { ...paper, ink: clearRim(mapInk(paper), paper), corners: found.corners };
}

const CHECKED_EDGE = 600;

function writingBeyond(view: View, corners: PageCorners): boolean {
  const rough = shrinkView(view, CHECKED_EDGE);
  return shareWithin(mapInk(rough), rough, corners) < WRITING_WITHIN;
}

const WRITING_WITHIN = 0.9;
/** As dark as writing is, and the grain of a table is not. */
const WRITTEN = 80;

/** How much of what is as dark as writing lies between the corners. */
function shareWithin(ink: Uint8Array, { width, height }: View, corners: PageCorners): number {
  let [inside, all] = [0, 0];
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      if ((ink[y * width + x] as number) < WRITTEN) continue;
      all += 1;
      if (liesWithin(corners, x / width, y / height)) inside += 1;
    }
  }
  return all === 0 ? 1 : inside / all;
}

const liesWithin = (corners: PageCorners, x: number, y: number): boolean =>
  corners.every(([x0, y0], at) => {
    const [x1, y1] = corners[(at + 1) % 4] ?? [0, 0];
    return (x1 - x0) * (y - y0) - (y1 - y0) * (x - x0) >= 0;
  });

/** What remains of the table along the sides is no writing. */
function clearRim(ink: Uint8Array, { width, height }: View): Uint8Array {
  const rim = Math.round(Math.max(width, height) * 0.01);
  for (let y = 0; y < height; y += 1) {
    if (y < rim || y >= height - rim) ink.fill(0, y * width, (y + 1) * width);
    else {
      ink.fill(0, y * width, y * width + rim);
      ink.fill(0, (y + 1) * width - rim, (y + 1) * width);
    }
  }
  return ink;
}

/** Of the sheet as it lies before the camera: the longer of each two sides, MEASURED_EDGE at most. */
function sizeOf(corners: PageCorners, { width, height }: View): { width: number; height: number } {
  const side = (one: number, other: number) => {
    const [a, b] = [corners[one], corners[other]];
    return Math.hypot(((a?.[0] ?? 0) - (b?.[0] ?? 0)) * width, ((a?.[1] ?? 0) - (b?.[1] ?? 0)) * height);
  };
  const across = Math.max(side(0, 1), side(3, 2));
  const down = Math.max(side(0, 3), side(1, 2));
  const scale = MEASURED_EDGE / Math.max(across, down);
  return { width: Math.max(8, Math.round(across * scale)), height: Math.max(8, Math.round(down * scale)) };
}

/** How dark each pixel of paper is against the paper around it; what is not paper counts as none. */
function mapInk(view: View): Uint8Array {
  const { width, height, gray } = view;
  const papers = measurePapers(view);
  const table = findSolid(view, papers);
  const step = inkStepOf(measureGrain(view));
  const ink = new Uint8Array(width * height);
  const { across, down, levels } = papers;
  for (let y = 0; y < height; y += 1) {
    const v = Math.min(down - 1, Math.max(0, (y + 0.5) / TILE - 0.5));
    const top = Math.floor(v);
    const fy = v - top;
    const upper = top * across;
    const lower = Math.min(down - 1, top + 1) * across;
    const own = Math.floor(y / CELL) * table.across;
    for (let x = 0; x < width; x += 1) {
      if (table.solid[own + Math.floor(x / CELL)] === 1) continue;
      const u = Math.min(across - 1, Math.max(0, (x + 0.5) / TILE - 0.5));
      const left = Math.floor(u);
      const fx = u - left;
      const right = Math.min(across - 1, left + 1);
      const paper =
        ((levels[upper + left] as number) * (1 - fx) + (levels[upper + right] as number) * fx) * (1 - fy) +
        ((levels[lower + left] as number) * (1 - fx) + (levels[lower + right] as number) * fx) * fy;
      const darker = paper - (gray[y * width + x] as number);
      if (darker > step) ink[y * width + x] = Math.min(255, (darker / Math.max(40, paper)) * 320);
    }
  }
  return ink;
}

type Box = { left: number; top: number; width: number; height: number };

/** Null when there is too little ink to tell the page from another. */
function boxOfInk(ink: Uint8Array, { width, height }: View): Box | null {
  const columns = new Float64Array(width);
  const rows = new Float64Array(height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const dark = ink[y * width + x] ?? 0;
      columns[x] = (columns[x] ?? 0) + dark;
      rows[y] = (rows[y] ?? 0) + dark;
    }
  }
  const total = rows.reduce((sum, value) => sum + value, 0);
  if (total < width * height * 0.25) return null;
  const across = trim(columns, 0.002);
  const down = trim(rows, 0.002);
  const margin = Math.round(Math.max(width, height) * 0.012);
  const [left, top] = [Math.max(0, across.from - margin), Math.max(0, down.from - margin)];
  const box = {
    ...{ left, top },
    width: Math.min(width, across.to + margin) - left,
    height: Math.min(height, down.to + margin) - top,
  };
  return box.width < 64 || box.height < 64 ? null : box;
}

/** `placeOf`: where a cell lies on the view, in shares of its sides. */
export type PlacedInk = { ink: Ink; placeOf: (x: number, y: number) => readonly [number, number] };

/** The written part of a page, cut out once for pictures of several sizes; null when there is too little ink to tell it from another. */
export function openPaper(view: View): ((edge: number) => PlacedInk) | null {
  const sheet = cutOutPaper(view);
  const { ink, width: stride, height: lines, corners } = sheet;
  const box = boxOfInk(ink, sheet);
  if (!box) return null;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = corners
    ? squareToCorners(corners)
    : [1, 0, 0, 0, 1, 0, 0, 0];
  return (edge) => {
    const scale = edge / Math.max(box.width, box.height);
    const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)];
    return {
      ink: { width, height, cells: resample(ink, stride, box, { width, height }) },
      placeOf: (x, y) => {
        const u = (box.left + (x / width) * box.width) / stride;
        const v = (box.top + (y / height) * box.height) / lines;
        const w = g * u + h * v + 1;
        return [(a * u + b * v + c) / w, (d * u + e * v + f) / w];
      },
    };
  };
}

/** Its longer side is `edge` cells. */
export const takePlacedInk = (view: View, edge: number): PlacedInk | null => openPaper(view)?.(edge) ?? null;

export const takeInk = (view: View, edge: number): Ink | null => takePlacedInk(view, edge)?.ink ?? null;

type Size = { width: number; height: number };

/** Mean ink of each cell; cells smaller than a pixel are read in between. */
function resample(ink: Uint8Array, stride: number, box: Box, { width, height }: Size): Uint8Array {
  const sums = sumTable(ink, stride, box);
  const columns = spaceOut(width, box.width);
  const rows = spaceOut(height, box.height);
  const area = (box.width / width) * (box.height / height);
  const readRow = (y: number, into: Float64Array) => {
    const upper = (rows.before[y] as number) * (box.width + 1);
    const lower = (rows.behind[y] as number) * (box.width + 1);
    const fy = rows.share[y] as number;
    for (let x = 0; x <= width; x += 1) {
      const [left, right] = [columns.before[x] as number, columns.behind[x] as number];
      const fx = columns.share[x] as number;
      into[x] =
        ((sums[upper + left] as number) * (1 - fx) + (sums[upper + right] as number) * fx) * (1 - fy) +
        ((sums[lower + left] as number) * (1 - fx) + (sums[lower + right] as number) * fx) * fy;
    }
  };
  const cells = new Uint8Array(width * height);
  // The lower corners of one row are the upper ones of the next.
  let [above, below] = [new Float64Array(width + 1), new Float64Array(width + 1)];
  readRow(0, above);
  for (let y = 0; y < height; y += 1) {
    readRow(y + 1, below);
    for (let x = 0; x < width; x += 1) {
      const sum =
        (below[x + 1] as number) - (below[x] as number) - (above[x + 1] as number) + (above[x] as number);
      cells[y * width + x] = Math.max(0, Math.min(255, Math.round(sum / area)));
    }
    [above, below] = [below, above];
  }
  return cells;
}

/** Where the borders of `count` cells fall on `length` pixels: between which two borders of pixels, and how near the second. */
function spaceOut(count: number, length: number) {
  const before = new Int32Array(count + 1);
  const behind = new Int32Array(count + 1);
  const share = new Float64Array(count + 1);
  for (let at = 0; at <= count; at += 1) {
    const place = at * (length / count);
    const whole = Math.min(length, Math.floor(place));
    before[at] = whole;
    behind[at] = Math.min(length, whole + 1);
    share[at] = place - whole;
  }
  return { before, behind, share };
}

/** Sum of all ink left and above of each corner of a pixel of the box. */
function sumTable(ink: Uint8Array, stride: number, { left, top, width, height }: Box): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += ink[(top + y) * stride + left + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
