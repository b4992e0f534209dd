// What a page is known by again: where its ink lies, on a grid laid over its written part. Light, margins and size fall out.

import { TILE } from './thresholds.ts';
import { inkStepOf, isInside, type Tiles, type View } from './view.ts';

/** Cells of a side of the fine grid, and of the coarse one that sorts out most pages. */
export const GRID = 128;
export const COARSE = 16;
const COARSE_BYTES = COARSE * COARSE;

/** Bytes: width by height of the written part as a 32-bit float, the coarse grid, the fine grid. */
export const FINGERPRINT_BYTES = 4 + COARSE_BYTES + GRID * GRID;

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

/** Null when there is too little ink to tell the page from another. */
export function takeFingerprint(view: View, tiles: Tiles): Uint8Array | null {
  const { width, height } = view;
  const ink = mapInk(view, tiles);
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
  if (box.width < GRID || box.height < GRID) return null;
  const print = new Uint8Array(FINGERPRINT_BYTES);
  new DataView(print.buffer).setFloat32(0, box.width / box.height);
  print.set(layGrid(ink, width, box, COARSE), 4);
  print.set(layGrid(ink, width, box, GRID), 4 + COARSE_BYTES);
  return print;
}

type Box = { left: number; top: number; width: number; height: number };

/** Mean ink of each cell, the fullest cell being 255. */
function layGrid(ink: Uint8Array, stride: number, box: Box, cells: number): Uint8Array {
  const sums = new Float64Array(cells * cells);
  const counts = new Float64Array(cells * cells);
  for (let y = 0; y < box.height; y += 1) {
    const row = Math.floor((y / box.height) * cells) * cells;
    for (let x = 0; x < box.width; x += 1) {
      const cell = row + Math.floor((x / box.width) * cells);
      sums[cell] = (sums[cell] ?? 0) + (ink[(box.top + y) * stride + box.left + x] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  const means = sums.map((sum, at) => sum / Math.max(1, counts[at] ?? 0));
  const most = means.reduce((largest, mean) => Math.max(largest, mean), 1);
  return Uint8Array.from(means, (mean) => Math.round((mean / most) * 255));
}
