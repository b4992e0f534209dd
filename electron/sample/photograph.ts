// Turns a drawn page into what a phone takes of it: paper on a wooden table, a little askew, lit from one side.

import sharp from 'sharp';
import type { Drawing } from '../../shared/pdfium/draw.ts';
import { openJitter } from './sheet.ts';

export type Shot = {
  /** Pixels of the picture as seen. */
  width: number;
  height: number;
  seed: number;
  /** Store the pixels lying on their side with EXIF orientation 6, as phones do. */
  sideways?: boolean;
};

type Corner = [x: number, y: number];

/** JPEG bytes; the same input gives the same bytes. */
export async function photograph(drawing: Drawing, shot: Shot): Promise<Buffer> {
  const data = exposePicture(drawing, shot);
  const picture = sharp(data, { raw: { width: shot.width, height: shot.height, channels: 3 } });
  const turned = shot.sideways ? picture.rotate(270).withMetadata({ orientation: 6 }) : picture;
  return turned.jpeg({ quality: 85 }).toBuffer();
}

/** Where the four corners of the paper lie in the picture, clockwise from the top left. */
function paperCorners(drawing: Drawing, shot: Shot, jitter: () => number): Corner[] {
  const margin = 0.05;
  const scale = Math.min(
    (shot.width * (1 - 2 * margin)) / drawing.width,
    (shot.height * (1 - 2 * margin)) / drawing.height,
  );
  const halfWidth = (drawing.width * scale) / 2;
  const halfHeight = (drawing.height * scale) / 2;
  const angle = ((jitter() - 0.5) * 3.2 * Math.PI) / 180;
  const lean = shot.width * 0.012;
  const corners: Corner[] = [
    [-halfWidth, -halfHeight],
    [halfWidth, -halfHeight],
    [halfWidth, halfHeight],
    [-halfWidth, halfHeight],
  ];
  return corners.map(([x, y]) => [
    shot.width / 2 + x * Math.cos(angle) - y * Math.sin(angle) + (jitter() - 0.5) * lean,
    shot.height / 2 + x * Math.sin(angle) + y * Math.cos(angle) + (jitter() - 0.5) * lean,
  ]);
}

/** Picture pixel -> paper (0..1, 0..1): the inverse of the square-to-quad mapping, as nine numbers. */
function paperFromPicture(corners: Corner[]): number[] {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners as [Corner, Corner, Corner, Corner];
  const sumX = x0 - x1 + x2 - x3;
  const sumY = y0 - y1 + y2 - y3;
  const det = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2);
  const g = (sumX * (y3 - y2) - (x3 - x2) * sumY) / det;
  const h = ((x1 - x2) * sumY - sumX * (y1 - y2)) / det;
  const a = x1 - x0 + g * x1;
  const b = x3 - x0 + h * x3;
  const d = y1 - y0 + g * y1;
  const e = y3 - y0 + h * y3;
  return [
    e - y0 * h,
    x0 * h - b,
    b * y0 - x0 * e,
    y0 * g - d,
    a - x0 * g,
    x0 * d - a * y0,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

function exposePicture(drawing: Drawing, shot: Shot): Uint8ClampedArray {
  const jitter = openJitter(shot.seed);
  const matrix = paperFromPicture(paperCorners(drawing, shot, jitter));
  const lamp = { x: shot.width * (0.2 + jitter() * 0.3), y: shot.height * (0.1 + jitter() * 0.25) };
  const reach = Math.hypot(shot.width, shot.height);
  const output = new Uint8ClampedArray(shot.width * shot.height * 3);
  const color = [0, 0, 0];
  for (let y = 0, at = 0; y < shot.height; y++) {
    for (let x = 0; x < shot.width; x++, at += 3) {
      const onPaper = samplePaper(drawing, matrix, x, y, color);
      if (!onPaper) sampleTable(matrix, x, y, color);
      const distance = Math.hypot(x - lamp.x, y - lamp.y) / reach;
      const light = 1.02 - 0.3 * distance * distance;
      const grain = (jitter() - 0.5) * (onPaper ? 7 : 10);
      for (let channel = 0; channel < 3; channel++) {
        output[at + channel] = (color[channel] ?? 0) * light + grain;
      }
    }
  }
  return output;
}

function project(matrix: number[], x: number, y: number): { u: number; v: number } {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = matrix;
  const w = g * x + h * y + i;
  return { u: (a * x + b * y + c) / w, v: (d * x + e * y + f) / w };
}

/** Warm white, a soft fold across the middle; false beside the paper. */
function samplePaper(drawing: Drawing, matrix: number[], x: number, y: number, color: number[]): boolean {
  const { u, v } = project(matrix, x, y);
  if (u < 0 || u >= 1 || v < 0 || v >= 1) return false;
  const px = Math.min(u * drawing.width, drawing.width - 2);
  const py = Math.min(v * drawing.height, drawing.height - 2);
  const left = Math.floor(px);
  const top = Math.floor(py);
  const fx = px - left;
  const fy = py - top;
  const first = (top * drawing.width + left) * 4;
  const below = first + drawing.width * 4;
  const fold = 1 - 0.07 * Math.exp(-(((v - 0.5) / 0.012) ** 2)) + 0.025 * Math.tanh((0.5 - v) * 30);
  const tint = [0.975, 0.968, 0.945];
  for (let channel = 0; channel < 3; channel++) {
    const { rgba } = drawing;
    const upper = (rgba[first + channel] ?? 0) * (1 - fx) + (rgba[first + 4 + channel] ?? 0) * fx;
    const lower = (rgba[below + channel] ?? 0) * (1 - fx) + (rgba[below + 4 + channel] ?? 0) * fx;
    color[channel] = (upper * (1 - fy) + lower * fy) * fold * (tint[channel] ?? 1) * 0.965;
  }
  return true;
}

/** Wood with a slow grain, darker in the paper's shadow. */
function sampleTable(matrix: number[], x: number, y: number, color: number[]): void {
  const wave = Math.sin(y * 0.021 + Math.sin(x * 0.0031) * 2.4) + 0.5 * Math.sin(y * 0.13 + x * 0.006);
  const { u, v } = project(matrix, x - 9, y - 13);
  const outside = Math.max(-u, u - 1, -v, v - 1, 0);
  const shade = 1 - 0.5 * Math.exp(-outside * 90);
  color[0] = (142 + wave * 7) * shade;
  color[1] = (112 + wave * 6.5) * shade;
  color[2] = (84 + wave * 5.5) * shade;
}
