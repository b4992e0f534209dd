// How sharp the strokes in one tile of a view are.

import { TILE } from './thresholds.ts';
import type { Tile, View } from './view.ts';

/** Steepest step in a tile as a share of its contrast: scale of light falls out of it, and so does the ink's. */
export function measureSharpness({ width, gray }: View, tile: Tile, left: number, top: number): number {
  const steps = new Uint32Array(256);
  let count = 0;
  for (let y = top; y < top + TILE - 1; y += 1) {
    for (let x = left; x < left + TILE - 1; x += 1) {
      const level = gray[y * width + x] ?? 0;
      const step = Math.max(
        Math.abs(level - (gray[y * width + x + 1] ?? 0)),
        Math.abs(level - (gray[(y + 1) * width + x] ?? 0)),
      );
      steps[step] = (steps[step] ?? 0) + 1;
      count += 1;
    }
  }
  let above = 0;
  let level = 255;
  for (; level > 0 && above < count * 0.02; level -= 1) above += steps[level] ?? 0;
  return level / Math.max(1, tile.paper - tile.dark);
}
