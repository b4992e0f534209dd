// Connected regions above a threshold, each as its area and convex hull.

import type { PageSize } from '../../../shared/page-edit.ts';
import type { Point } from './quad-around.ts';

export type Region = { hull: Point[]; area: number };

/** Regions smaller than this share of the picture are left out. */
const SMALLEST = 0.08;

/** `plane` has one byte a pixel; a pixel belongs to a region when it is brighter than `threshold`. */
export function fillRegions(plane: Uint8Array, { width, height }: PageSize, threshold: number): Region[] {
  const seen = new Uint8Array(plane.length);
  const stack = new Int32Array(plane.length);
  const regions: Region[] = [];
  for (let start = 0; start < plane.length; start++) {
    if (seen[start] || (plane[start] as number) <= threshold) continue;
    let [depth, area] = [1, 0];
    const left = new Int32Array(height).fill(width);
    const right = new Int32Array(height).fill(-1);
    stack[0] = start;
    seen[start] = 1;
    const visit = (at: number) => {
      if (seen[at] || (plane[at] as number) <= threshold) return;
      seen[at] = 1;
      stack[depth++] = at;
    };
    while (depth > 0) {
      const at = stack[--depth] as number;
      const y = Math.floor(at / width);
      const x = at - y * width;
      area++;
      left[y] = Math.min(left[y] as number, x);
      right[y] = Math.max(right[y] as number, x);
      if (x > 0) visit(at - 1);
      if (x < width - 1) visit(at + 1);
      if (y > 0) visit(at - width);
      if (y < height - 1) visit(at + width);
    }
    if (area >= plane.length * SMALLEST) regions.push({ hull: hullOf(edges(left, right)), area });
  }
  return regions;
}

/** The corners of the outermost pixels of every row. */
function edges(left: Int32Array, right: Int32Array): Point[] {
  const points: Point[] = [];
  left.forEach((from, y) => {
    const to = right[y] as number;
    if (to >= 0) points.push([from, y], [from, y + 1], [to + 1, y], [to + 1, y + 1]);
  });
  return points;
}

/** Andrew's monotone chain (1979): clockwise as seen, y grows downwards. */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  const chain = (line: Point[]) => {
    const kept: Point[] = [];
    for (const point of line) {
      while (kept.length >= 2 && cross(kept.at(-2) as Point, kept.at(-1) as Point, point) <= 0) kept.pop();
      kept.push(point);
    }
    kept.pop();
    return kept;
  };
  return [...chain(sorted), ...chain([...sorted].reverse())];
}

const cross = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
