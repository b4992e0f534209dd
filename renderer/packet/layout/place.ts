// Where a source page lands on its sheet: mirrored, turned, scaled to fit, never cropped; one matrix does all of it.

import type { Turn } from '../../../shared/domain.ts';
import { A4, type Box, FOOTER_TOP, SAFE_EDGE } from './sheet.ts';

export type Matrix = readonly [number, number, number, number, number, number];

/** The room for a source page, in points from the top left: 12 mm to the edges, clear of the footer. */
export const CONTENT: Box = {
  x: SAFE_EDGE,
  y: SAFE_EDGE,
  width: A4.width - 2 * SAFE_EDGE,
  height: FOOTER_TOP - 8 - SAFE_EDGE,
};

/** `first` applied before `then`. */
export function multiply(first: Matrix, then: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = then;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

export type Placing = { width: number; height: number; mirrored: boolean; turn: Turn; largest: number };

/** Maps a page of `width` x `height` units (origin bottom left) into CONTENT, centred; at most `largest` times its size. */
export function placeMatrix({ width, height, mirrored, turn, largest }: Placing): Matrix {
  const mirror: Matrix = mirrored ? [-1, 0, 0, 1, width, 0] : [1, 0, 0, 1, 0, 0];
  const turned = multiply(mirror, clockwise(turn, width, height));
  const [wide, high] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  const scale = Math.min(CONTENT.width / wide, CONTENT.height / high, largest);
  const left = CONTENT.x + (CONTENT.width - wide * scale) / 2;
  const bottom = A4.height - CONTENT.y - CONTENT.height + (CONTENT.height - high * scale) / 2;
  return multiply(turned, [scale, 0, 0, scale, left, bottom]);
}

function clockwise(turn: Turn, width: number, height: number): Matrix {
  if (turn === 90) return [0, -1, 1, 0, 0, width];
  if (turn === 180) return [-1, 0, 0, -1, width, height];
  if (turn === 270) return [0, 1, -1, 0, height, 0];
  return [1, 0, 0, 1, 0, 0];
}

export const addTurns = (...turns: number[]): Turn =>
  (((turns.reduce((total, one) => total + one, 0) % 360) + 360) % 360) as Turn;
