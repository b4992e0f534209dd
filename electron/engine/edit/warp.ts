// Pulls four corners of a picture straight: every pixel of the result is looked up in the source through a homography.

import {
  type PageCorners,
  type PageHalf,
  type PageSize,
  partOfHalf,
  squareToCorners,
} from '../../../shared/page-edit.ts';
import type { Pixels } from './pixels.ts';

export type Warp = { corners: PageCorners; half: PageHalf | null; size: PageSize };

/**
 * Corners in shares of the source; `half` of what they enclose; `size` in pixels. Bicubic (Catmull-Rom, which gives back the
 * very pixels where it meets them); beyond the source its edge goes on. A result much smaller than its source should be made
 * from a source made smaller before.
 */
export function warpPixels(source: Pixels, { corners, half, size }: Warp): Pixels {
  const { width, height } = size;
  const { channels } = source;
  const data = new Uint8Array(width * height * channels);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = squareToCorners(corners);
  const [left, top, right, bottom] = partOfHalf(half);
  const sample = channels === 1 ? sampleGray : sampleColor;
  for (let y = 0, at = 0; y < height; y++) {
    const v = top + ((y + 0.5) / height) * (bottom - top);
    for (let x = 0; x < width; x++, at += channels) {
      const u = left + ((x + 0.5) / width) * (right - left);
      const w = g * u + h * v + 1;
      const sx = ((a * u + b * v + c) / w) * source.width - 0.5;
      const sy = ((d * u + e * v + f) / w) * source.height - 0.5;
      sample(source, sx, sy, data, at);
    }
  }
  return { width, height, channels, data };
}

const columns = new Int32Array(4);
const across = new Float64Array(4);
const down = new Float64Array(4);

/** Catmull-Rom weights of the four neighbours around a place between the second and the third. */
function weigh(weights: Float64Array, t: number): void {
  weights[0] = ((-0.5 * t + 1) * t - 0.5) * t;
  weights[1] = (1.5 * t - 2.5) * t * t + 1;
  weights[2] = ((-1.5 * t + 2) * t + 0.5) * t;
  weights[3] = (0.5 * t - 0.5) * t * t;
}

const within = (value: number, last: number): number => Math.max(0, Math.min(last, value));

function aim({ width, channels }: Pixels, x: number, y: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  weigh(across, x - left);
  weigh(down, y - top);
  for (let n = 0; n < 4; n++) columns[n] = within(left - 1 + n, width - 1) * channels;
}

const toByte = (value: number): number => (value < 0 ? 0 : value > 255 ? 255 : (value + 0.5) | 0);

function sampleGray(source: Pixels, x: number, y: number, into: Uint8Array, at: number): void {
  aim(source, x, y);
  const { data, width, height } = source;
  const first = Math.floor(y) - 1;
  let sum = 0;
  for (let row = 0; row < 4; row++) {
    const start = within(first + row, height - 1) * width;
    let line = 0;
    for (let n = 0; n < 4; n++)
      line += (data[start + (columns[n] as number)] as number) * (across[n] as number);
    sum += line * (down[row] as number);
  }
  into[at] = toByte(sum);
}

function sampleColor(source: Pixels, x: number, y: number, into: Uint8Array, at: number): void {
  aim(source, x, y);
  const { data, width, height } = source;
  const first = Math.floor(y) - 1;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let row = 0; row < 4; row++) {
    const start = within(first + row, height - 1) * width * 3;
    const share = down[row] as number;
    for (let n = 0; n < 4; n++) {
      const place = start + (columns[n] as number);
      const weight = share * (across[n] as number);
      red += (data[place] as number) * weight;
      green += (data[place + 1] as number) * weight;
      blue += (data[place + 2] as number) * weight;
    }
  }
  into[at] = toByte(red);
  into[at + 1] = toByte(green);
  into[at + 2] = toByte(blue);
}
