// Makes a photographed paper look like paper: even light, white ground, dark ink; stamps and other colour stay coloured.

import { findLighting, type Lighting } from './lighting.ts';
import type { Pixels } from './pixels.ts';

/** Shares of the paper's own brightness: from `WHITE` up all is white, at `BLACK` and below ink is as dark as it gets. */
const WHITE = 0.95;
const BLACK = 0.16;
/** Saturation (0..1) up to which colour is taken for a tint of paper or lamp, and from which it is meant. */
const GRAY_UNTIL = 0.07;
const COLOR_FROM = 0.2;
const STRONGER = 1.12;

export async function lookLikePaper(source: Pixels): Promise<Pixels> {
  const lighting = await findLighting(source);
  return source.channels === 1 ? evenGray(source, lighting) : evenColor(source, lighting);
}

/** Brightness after the division, 0..1 and above, to its place between black and white. */
const curve = Float32Array.from({ length: 1025 }, (_, at) => {
  const level = at / 512;
  const t = Math.min(1, Math.max(0, (level - BLACK) / (WHITE - BLACK)));
  // Pale ink must become darker, never lighter: thermal paper and carbon copies have no other.
  return t ** 1.5;
});

const tone = (level: number): number => curve[Math.min(1024, Math.max(0, (level * 512 + 0.5) | 0))] as number;

/** Walks along a row and tells the light at each pixel between the four nearest cells. */
function rowOfLight({ columns, rows, light }: Lighting, size: Pixels, y: number, row: Float32Array): void {
  const fy = Math.min(rows - 1, Math.max(0, ((y + 0.5) / size.height) * rows - 0.5));
  const top = Math.min(rows - 2, Math.floor(fy));
  const dy = fy - top;
  for (let x = 0, at = 0; x < size.width; x++, at += 3) {
    const fx = Math.min(columns - 1, Math.max(0, ((x + 0.5) / size.width) * columns - 0.5));
    const left = Math.min(columns - 2, Math.floor(fx));
    const dx = fx - left;
    const upper = (top * columns + left) * 3;
    const lower = upper + columns * 3;
    for (let channel = 0; channel < 3; channel++) {
      const above =
        (light[upper + channel] as number) * (1 - dx) + (light[upper + 3 + channel] as number) * dx;
      const below =
        (light[lower + channel] as number) * (1 - dx) + (light[lower + 3 + channel] as number) * dx;
      row[at + channel] = above * (1 - dy) + below * dy;
    }
  }
}

const toByte = (value: number): number => (value <= 0 ? 0 : value >= 1 ? 255 : (value * 255 + 0.5) | 0);

function evenGray(source: Pixels, lighting: Lighting): Pixels {
  const { width, height, data } = source;
  const result = new Uint8Array(data.length);
  const row = new Float32Array(width * 3);
  for (let y = 0, at = 0; y < height; y++) {
    rowOfLight(lighting, source, y, row);
    for (let x = 0; x < width; x++, at++) {
      result[at] = toByte(tone((data[at] as number) / (row[x * 3 + 1] as number)));
    }
  }
  return { ...source, data: result };
}

function evenColor(source: Pixels, lighting: Lighting): Pixels {
  const { width, height, data } = source;
  const result = new Uint8Array(data.length);
  const row = new Float32Array(width * 3);
  for (let y = 0, at = 0; y < height; y++) {
    rowOfLight(lighting, source, y, row);
    for (let x = 0; x < width; x++, at += 3) {
      const red = (data[at] as number) / (row[x * 3] as number);
      const green = (data[at + 1] as number) / (row[x * 3 + 1] as number);
      const blue = (data[at + 2] as number) / (row[x * 3 + 2] as number);
      const level = 0.299 * red + 0.587 * green + 0.114 * blue;
      const most = Math.max(red, green, blue);
      const spread = most - Math.min(red, green, blue);
      const meant = Math.min(1, Math.max(0, (spread - GRAY_UNTIL) / (COLOR_FROM - GRAY_UNTIL)));
      // Coloured ink keeps more of its own brightness, or a red stamp would turn brown or pink.
      const target = tone(level) * (1 - meant * 0.6) + Math.min(1, level) * meant * 0.6;
      const color = meant * STRONGER;
      result[at] = toByte(target + (red - level) * color);
      result[at + 1] = toByte(target + (green - level) * color);
      result[at + 2] = toByte(target + (blue - level) * color);
    }
  }
  return { ...source, data: result };
}
