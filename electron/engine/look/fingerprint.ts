// What a page is known by again: where its ink lies, on a grid laid over its written part. Light, margins, size and slant fall out.

import { deflateRawSync } from 'node:zlib';
import type { PageCorners } from '../../../shared/page-edit.ts';
import { findCorners } from '../edit/find-corners.ts';
import { warpPixels } from '../edit/warp.ts';
import { TILE } from './thresholds.ts';
import { inkStepOf, isInside, measureTiles, type Tiles, type View } from './view.ts';

/** Cells of a side of the fine grid, and of the coarse one that sorts out most pages. */
export const GRID = 256;
export const COARSE = 16;
export const COARSE_BYTES = COARSE * COARSE;
/** Fingerprints of another kind are not compared with these. */
export const FINGERPRINT_KIND = 2;

/** Bytes: the kind, width by height of the written part as a 32-bit float, the coarse grid; then the fine one, packed. */
export const FINGERPRINT_HEAD = 1 + 4 + COARSE_BYTES;

/** Pixels of the longer side on which corners are looked for, and on which the ink is measured. */
const CORNERS_EDGE = 350;
const INK_EDGE = 1000;
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
  const sums = new Uint32Array(across * down);
  const counts = new Uint32Array(across * down);
  const columns = Uint32Array.from({ length: width }, (_, x) => Math.floor((x * across) / width));
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * down) / height) * across;
    for (let x = 0; x < width; x += 1) {
      const at = row + (columns[x] as number);
      sums[at] = (sums[at] as number) + (gray[y * width + x] as number);
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return {
    width: across,
    height: down,
    gray: Uint8Array.from(sums, (sum, at) => sum / Math.max(1, counts[at] ?? 1)),
  };
}

/** The photographed paper pulled straight; the view itself where it is paper all over. */
function cutOutPaper(view: View): View {
  const small = shrinkView(view, CORNERS_EDGE);
  const found = findCorners({ width: small.width, height: small.height, channels: 1, data: small.gray });
  if (!found || found.confidence < SURE) return shrinkView(view, INK_EDGE);
  const size = sizeOf(found.corners, view);
  const source = shrinkView(view, INK_EDGE * 1.2);
  const pixels = { width: source.width, height: source.height, channels: 1 as const, data: source.gray };
  const { width, height, data } = warpPixels(pixels, { corners: found.corners, half: null, size });
  return { width, height, gray: data };
}

/** Of the sheet as it lies before the camera: the longer of each two sides, INK_EDGE at most. */
function sizeOf(corners: PageCorners, { width, height }: View): { width: number; height: number } {
  const side = (one: number, other: number) => {
    const [a, b] = [corners[one], corners[other]];
    return Math.hypot(((a?.[0] ?? 0) - (b?.[0] ?? 0)) * width, ((a?.[1] ?? 0) - (b?.[1] ?? 0)) * height);
  };
  const across = Math.max(side(0, 1), side(3, 2));
  const down = Math.max(side(0, 3), side(1, 2));
  const scale = INK_EDGE / Math.max(across, down);
  return { width: Math.max(8, Math.round(across * scale)), height: Math.max(8, Math.round(down * scale)) };
}

/** How dark each pixel of paper is against the paper around it, 0 to 255; what is not paper counts as none. */
function mapInk({ width, height, gray }: View, tiles: Tiles): Uint8Array {
  const step = inkStepOf(tiles.grain);
  const inside = tiles.list.map((tile, at) => tile.ink <= 0.6 && isInside(tiles, at, 0.8));
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(tiles.down - 1, Math.floor(y / TILE));
    for (let x = 0; x < width; x += 1) {
      const at = row * tiles.across + Math.min(tiles.across - 1, Math.floor(x / TILE));
      const tile = tiles.list[at];
      if (!tile || !inside[at]) continue;
      const darker = tile.paper - (gray[y * width + x] ?? 0);
      if (darker > step) ink[y * width + x] = Math.min(255, (darker / Math.max(40, tile.paper)) * 320);
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
  const across = trim(columns, 0.004);
  const down = trim(rows, 0.004);
  const box = {
    left: across.from,
    top: down.from,
    width: across.to - across.from,
    height: down.to - down.from,
  };
  return box.width < 64 || box.height < 64 ? null : box;
}

export function takeFingerprint(view: View): Uint8Array | null {
  const paper = cutOutPaper(view);
  const ink = mapInk(paper, measureTiles(paper));
  const box = boxOfInk(ink, paper);
  if (!box) return null;
  const fine = deflateRawSync(packNibbles(layGrid(ink, paper.width, box, GRID)), { level: 6 });
  const print = new Uint8Array(FINGERPRINT_HEAD + fine.length);
  print[0] = FINGERPRINT_KIND;
  new DataView(print.buffer).setFloat32(1, box.width / box.height);
  print.set(soften(layGrid(ink, paper.width, box, COARSE)), 5);
  print.set(fine, FINGERPRINT_HEAD);
  return print;
}

/** Each cell of the coarse grid with its neighbours: pages whose written parts begin a little elsewhere stay alike. */
function soften(cells: Uint8Array): Uint8Array {
  return Uint8Array.from(cells, (_, at) => {
    const [column, row] = [at % COARSE, Math.floor(at / COARSE)];
    let [sum, weight] = [0, 0];
    for (let y = Math.max(0, row - 1); y <= Math.min(COARSE - 1, row + 1); y += 1) {
      for (let x = Math.max(0, column - 1); x <= Math.min(COARSE - 1, column + 1); x += 1) {
        const share = (x === column ? 2 : 1) * (y === row ? 2 : 1);
        sum += (cells[y * COARSE + x] as number) * share;
        weight += share;
      }
    }
    return sum / weight;
  });
}

/** Two cells in a byte, sixteen levels each. */
function packNibbles(cells: Uint8Array): Uint8Array {
  return Uint8Array.from(
    { length: cells.length / 2 },
    (_, at) => ((cells[at * 2] ?? 0) & 0xf0) | ((cells[at * 2 + 1] ?? 0) >> 4),
  );
}

/** Mean ink of each cell, the fullest cell being 255; cells smaller than a pixel are read in between. */
function layGrid(ink: Uint8Array, stride: number, box: Box, cells: number): Uint8Array {
  const means = new Float64Array(cells * cells);
  const [wide, high] = [box.width / cells, box.height / cells];
  const sums = sumTable(ink, stride, box);
  const w1 = box.width + 1;
  const read = (x: number, y: number): number => {
    const [left, top] = [Math.min(box.width, Math.floor(x)), Math.min(box.height, Math.floor(y))];
    const [fx, fy] = [x - left, y - top];
    const [right, bottom] = [Math.min(box.width, left + 1), Math.min(box.height, top + 1)];
    const at = (u: number, v: number) => sums[v * w1 + u] ?? 0;
    return (
      (at(left, top) * (1 - fx) + at(right, top) * fx) * (1 - fy) +
      (at(left, bottom) * (1 - fx) + at(right, bottom) * fx) * fy
    );
  };
  for (let row = 0; row < cells; row += 1) {
    for (let column = 0; column < cells; column += 1) {
      const [x0, x1, y0, y1] = [column * wide, (column + 1) * wide, row * high, (row + 1) * high];
      means[row * cells + column] =
        (read(x1, y1) - read(x0, y1) - read(x1, y0) + read(x0, y0)) / (wide * high);
    }
  }
  const most = means.reduce((largest, mean) => Math.max(largest, mean), 1);
  return Uint8Array.from(means, (mean) => Math.round((Math.max(0, mean) / most) * 255));
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
