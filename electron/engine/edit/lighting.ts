// How bright the bare paper is at every place of a photograph: the light that fell on it, without the ink.

import sharp from 'sharp';
import type { Pixels } from './pixels.ts';

/** `light` has three values a cell, red green blue, 0..255; cells lie evenly over the picture. */
export type Lighting = { columns: number; rows: number; light: Float32Array };

/** Cells along the longer side. Ink and stamps are narrower than the widest window of `REACH` cells to either side. */
const CELLS = 160;
const REACH = 4;
const SOFTEN = 5;
/** What is darker than this share of the brightest paper is not paper: it stays dark. */
const DARKEST_PAPER = 0.42;
/** What differs more than this from the paper's own colour is print, not light. */
const LARGEST_CAST = 0.22;

export async function findLighting({ width, height, channels, data }: Pixels): Promise<Lighting> {
  const scale = CELLS / Math.max(width, height);
  const [columns, rows] = [width, height].map((side) => Math.max(2, Math.round(side * scale))) as [
    number,
    number,
  ];
  const small = await sharp(data, { raw: { width, height, channels } })
    .resize({ width: columns, height: rows, fit: 'fill', kernel: 'linear' })
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer();
  const paper = brightestNear(small, columns, rows);
  return { columns, rows, light: soften(limitLight(paper), columns, rows) };
}

const luma = (data: ArrayLike<number>, at: number): number =>
  0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);

/** Every cell takes the colour of the third brightest cell of its window: one gleam is not the paper. */
function brightestNear(small: Uint8Array, columns: number, rows: number): Float32Array {
  const light = new Float32Array(columns * rows * 3);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const best = [0, 0, 0];
      const bestAt = [0, 0, 0];
      for (let ny = Math.max(0, y - REACH); ny <= Math.min(rows - 1, y + REACH); ny++) {
        for (let nx = Math.max(0, x - REACH); nx <= Math.min(columns - 1, x + REACH); nx++) {
          const from = (ny * columns + nx) * 3;
          insert(best, bestAt, luma(small, from), from);
        }
      }
      const from = bestAt[2] ?? 0;
      const at = (y * columns + x) * 3;
      for (let channel = 0; channel < 3; channel++) light[at + channel] = small[from + channel] ?? 0;
    }
  }
  return light;
}

/** Keeps the three largest in order, largest first. */
function insert(best: number[], bestAt: number[], value: number, from: number): void {
  for (let place = 0; place < best.length; place++) {
    if (value <= (best[place] ?? 0)) continue;
    best.splice(place, 0, value);
    bestAt.splice(place, 0, from);
    best.length = 3;
    bestAt.length = 3;
    return;
  }
}

function limitLight(light: Float32Array): Float32Array {
  const lumas = Array.from({ length: light.length / 3 }, (_, cell) => luma(light, cell * 3)).sort(
    (one, other) => one - other,
  );
  const bright = Math.max(32, lumas[Math.floor(lumas.length * 0.9)] ?? 255);
  const cast = paperCast(light, bright);
  for (let at = 0; at < light.length; at += 3) {
    const level = Math.max(luma(light, at), bright * DARKEST_PAPER);
    for (let channel = 0; channel < 3; channel++) {
      const usual = level * (cast[channel] ?? 1);
      const own = light[at + channel] ?? usual;
      const allowed = usual * LARGEST_CAST;
      light[at + channel] = Math.max(8, Math.min(usual + allowed, Math.max(usual - allowed, own)));
    }
  }
  return light;
}

/** The colour of the bright paper as shares of its brightness: what a warm lamp or old paper adds. */
function paperCast(light: Float32Array, bright: number): number[] {
  const sums = [0, 0, 0];
  let total = 0;
  for (let at = 0; at < light.length; at += 3) {
    const level = luma(light, at);
    if (level < bright * 0.7) continue;
    total += level;
    for (let channel = 0; channel < 3; channel++)
      sums[channel] = (sums[channel] ?? 0) + (light[at + channel] ?? 0);
  }
  return total === 0 ? [1, 1, 1] : sums.map((sum) => Math.min(1.2, Math.max(0.75, sum / total)));
}

/** Three box blurs along each side come close to a Gaussian. */
function soften(light: Float32Array, columns: number, rows: number): Float32Array {
  const between = new Float32Array(light.length);
  for (let round = 0; round < 3; round++) {
    blurLines(light, between, { count: rows, length: columns, step: 3, line: columns * 3 });
    blurLines(between, light, { count: columns, length: rows, step: columns * 3, line: 3 });
  }
  return light;
}

type Lines = { count: number; length: number; step: number; line: number };

function blurLines(from: Float32Array, into: Float32Array, { count, length, step, line }: Lines): void {
  for (let n = 0; n < count; n++) {
    for (let channel = 0; channel < 3; channel++) {
      const start = n * line + channel;
      for (let at = 0; at < length; at++) {
        const first = Math.max(0, at - SOFTEN);
        const last = Math.min(length - 1, at + SOFTEN);
        let sum = 0;
        for (let near = first; near <= last; near++) sum += from[start + near * step] ?? 0;
        into[start + at * step] = sum / (last - first + 1);
      }
    }
  }
}
