// A photograph taken by hand: the paper askew and in perspective on some table, lit from one side, a little soft.

import sharp from 'sharp';
import { type PageCorners, squareToCorners } from '../../shared/page-edit.ts';
import { openDice } from '../fuzz/mutate.ts';
import type { Drawing } from './drawn-papers.ts';

const tables = [
  [142, 112, 84],
  [70, 72, 78],
  [176, 160, 140],
  [96, 60, 42],
] as const;

/** `degrees`: how far askew; `lean`: how far the corners are off, in shares of the sheet; `shadow`: how dark a hand's shadow is. */
export type HandOptions = { degrees?: number; lean?: number; shadow?: number };

/** The eight numbers that bring a place in the picture to one on the paper, both 0 to 1. */
function inverse(corners: PageCorners): number[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = squareToCorners(corners);
  const m = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
  ];
  return [...m, a * e - b * d];
}

function cornersOf(
  { width, height }: Drawing,
  frame: { width: number; height: number },
  dice: () => number,
  { degrees = 8, lean: share = 0.1 }: HandOptions,
): PageCorners {
  const angle = ((dice() - 0.5) * degrees * Math.PI) / 180;
  const fill = 0.8 + dice() * 0.12;
  const scale = Math.min((frame.width * fill) / width, (frame.height * fill) / height);
  const [across, down] = [(width * scale) / 2, (height * scale) / 2];
  const lean = Math.min(across, down) * share;
  const moved: [number, number] = [(dice() - 0.5) * 0.03, (dice() - 0.5) * 0.03];
  return [
    [-across, -down],
    [across, -down],
    [across, down],
    [-across, down],
  ].map(([x = 0, y = 0]) => [
    0.5 + moved[0] + (x * Math.cos(angle) - y * Math.sin(angle) + (dice() - 0.5) * lean) / frame.width,
    0.5 + moved[1] + (x * Math.sin(angle) + y * Math.cos(angle) + (dice() - 0.5) * lean) / frame.height,
  ]) as PageCorners;
}

/** The shadow of whoever holds the camera: a half-plane with a soft border. */
function castShadow(seed: number, depth: number): (x: number, y: number) => number {
  const dice = openDice(seed * 7_368_787 + 29);
  const turn = dice() * Math.PI * 2;
  const [across, down, place] = [Math.cos(turn), Math.sin(turn), (dice() - 0.5) * 0.5];
  return (x, y) => {
    if (depth === 0) return 1;
    const beyond = ((x - 0.5) * across + (y - 0.5) * down - place) / 0.06;
    return 1 - depth / (1 + Math.exp(-beyond));
  };
}

/** JPEG bytes, the longer side `edge` pixels. */
export async function takeHandPhoto(
  drawing: Drawing,
  seed: number,
  edge = 1500,
  options: HandOptions = {},
): Promise<Buffer> {
  const dice = openDice(seed * 2_654_435 + 17);
  const wide = drawing.width > drawing.height;
  const frame = wide
    ? { width: edge, height: Math.round(edge * 0.75) }
    : { width: Math.round(edge * 0.75), height: edge };
  const m = inverse(cornersOf(drawing, frame, dice, options));
  const table = tables[Math.floor(dice() * tables.length)] ?? tables[0];
  const [lampX, lampY, dark] = [dice(), dice(), 0.2 + dice() * 0.3];
  const shadeAt = castShadow(seed, options.shadow ?? 0);
  const data = new Uint8ClampedArray(frame.width * frame.height * 3);
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0, m4 = 0, m5 = 0, m6 = 0, m7 = 0, m8 = 1] = m;
  const { rgba } = drawing;
  for (let y = 0, at = 0; y < frame.height; y += 1) {
    for (let x = 0; x < frame.width; x += 1, at += 3) {
      const [px, py] = [(x + 0.5) / frame.width, (y + 0.5) / frame.height];
      const w = m6 * px + m7 * py + m8;
      const u = (m0 * px + m1 * py + m2) / w;
      const v = (m3 * px + m4 * py + m5) / w;
      const light = (1.03 - dark * ((px - lampX) ** 2 + (py - lampY) ** 2) * 0.6) * shadeAt(px, py);
      const onPaper = u >= 0 && u < 1 && v >= 0 && v < 1;
      const sx = u * (drawing.width - 1);
      const sy = v * (drawing.height - 1);
      const [left, top] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - left, sy - top];
      const from = (top * drawing.width + left) * 4;
      const below = from + drawing.width * 4;
      const grain = onPaper ? (dice() - 0.5) * 8 : (dice() - 0.5) * 14;
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = (rgba[from + channel] ?? 0) * (1 - fx) + (rgba[from + channel + 4] ?? 0) * fx;
        const lower = (rgba[below + channel] ?? 0) * (1 - fx) + (rgba[below + channel + 4] ?? 0) * fx;
        const level = onPaper ? (upper * (1 - fy) + lower * fy) * 0.93 : (table[channel] ?? 100);
        data[at + channel] = level * light + grain;
      }
    }
  }
  return sharp(data, { raw: { ...frame, channels: 3 } })
    .blur(0.5 + dice() * 0.5)
    .jpeg({ quality: 75 + Math.round(dice() * 15) })
    .toBuffer();
}
