// Planes of numbers that pictures are compared on: made smaller, softened, laid over another.

import type { Homography } from './fit-homography.ts';

/** Row by row. */
export type Plane = { width: number; height: number; cells: Float32Array };

/** Each cell read in between its neighbours; meant for steps of less than two. */
export function resizePlane({ width, height, cells }: Plane, across: number, down: number): Plane {
  const [sx, sy] = [width / across, height / down];
  const into = new Float32Array(across * down);
  for (let y = 0; y < down; y += 1) {
    const v = Math.min(height - 1, Math.max(0, (y + 0.5) * sy - 0.5));
    const top = Math.floor(v);
    const fy = v - top;
    const above = top * width;
    const below = Math.min(height - 1, top + 1) * width;
    for (let x = 0; x < across; x += 1) {
      const u = Math.min(width - 1, Math.max(0, (x + 0.5) * sx - 0.5));
      const left = Math.floor(u);
      const fx = u - left;
      const right = Math.min(width - 1, left + 1);
      into[y * across + x] =
        ((cells[above + left] as number) * (1 - fx) + (cells[above + right] as number) * fx) * (1 - fy) +
        ((cells[below + left] as number) * (1 - fx) + (cells[below + right] as number) * fx) * fy;
    }
  }
  return { width: across, height: down, cells: into };
}

/** Each pass is the mean of three by three cells. */
export function softenPlane({ width, height, cells }: Plane, passes: number): Plane {
  let from = cells;
  for (let pass = 0; pass < passes; pass += 1) {
    const rows = new Float32Array(cells.length);
    for (let y = 0; y < height; y += 1) {
      const row = y * width;
      const last = row + width - 1;
      for (let at = row; at <= last; at += 1) {
        const before = from[at > row ? at - 1 : at] as number;
        const after = from[at < last ? at + 1 : at] as number;
        rows[at] = (before + (from[at] as number) + after) / 3;
      }
    }
    const both = new Float32Array(cells.length);
    for (let y = 0; y < height; y += 1) {
      const row = y * width;
      const up = y > 0 ? -width : 0;
      const down = y < height - 1 ? width : 0;
      for (let at = row; at < row + width; at += 1)
        both[at] = ((rows[at + up] as number) + (rows[at] as number) + (rows[at + down] as number)) / 3;
    }
    from = both;
  }
  return { width, height, cells: from };
}

/** What `plane` shows at the mapped place of each cell; -1 where it shows nothing. */
export function layPlane(plane: Plane, map: Homography, { width, height }: Omit<Plane, 'cells'>): Plane {
  const cells = new Float32Array(width * height).fill(-1);
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      // As mapPlace, without a pair of numbers for each cell.
      const [mx, my] = [x + 0.5, y + 0.5];
      const w = g * mx + h * my + 1;
      const [sx, sy] = [(a * mx + b * my + c) / w - 0.5, (d * mx + e * my + f) / w - 0.5];
      if (sx < 0 || sy < 0 || sx > plane.width - 1 || sy > plane.height - 1) continue;
      const [left, top] = [Math.floor(sx), Math.floor(sy)];
      const [fx, fy] = [sx - left, sy - top];
      const at = top * plane.width + left;
      const right = left + 1 < plane.width ? 1 : 0;
      const below = top + 1 < plane.height ? plane.width : 0;
      cells[y * width + x] =
        ((plane.cells[at] as number) * (1 - fx) + (plane.cells[at + right] as number) * fx) * (1 - fy) +
        ((plane.cells[at + below] as number) * (1 - fx) + (plane.cells[at + below + right] as number) * fx) *
          fy;
    }
  }
  return { width, height, cells };
}

/** A quarter turn clockwise, so many times. */
export function turnPlane(plane: Plane, quarters: number): Plane {
  let turned = plane;
  for (let count = 0; count < quarters; count += 1) {
    const { width, height, cells } = turned;
    const into = new Float32Array(cells.length);
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) into[x * height + height - 1 - y] = cells[y * width + x] as number;
    turned = { width: height, height: width, cells: into };
  }
  return turned;
}
