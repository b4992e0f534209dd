// Connected regions above a threshold, each as its area and convex hull.

import type { PageSize } from '../../../shared/page-edit.ts';
import type { Point } from './quad-around.ts';

export type Region = { hull: Point[]; area: number };

/** Regions smaller than this share of the picture are left out. */
const SMALLEST = 0.08;

/** `plane` has one byte a pixel; a pixel belongs to a region when it is brighter than `threshold`. */
export function fillRegions(plane: Uint8Array, { width, height }: PageSize, threshold: number): Region[] {
  // 1 where a pixel belongs to a region that is not gathered yet.
  const open = new Uint8Array(plane.length);
  for (let at = 0; at < plane.length; at++) open[at] = (plane[at] as number) > threshold ? 1 : 0;
  const stack = new Int32Array(plane.length);
  const left = new Int32Array(height);
  const right = new Int32Array(height);
  const regions: Region[] = [];
  for (let start = open.indexOf(1); start >= 0; start = open.indexOf(1, start + 1)) {
    left.fill(width);
    right.fill(-1);
    const area = gather({ open, stack, left, right }, start, width);
    if (area >= plane.length * SMALLEST) regions.push({ hull: hullOf(edges(left, right)), area });
  }
  return regions;
}

type Gathering = { open: Uint8Array; stack: Int32Array; left: Int32Array; right: Int32Array };

/** Takes the region around `start` out of `open`, notes its outermost pixels of every row, and says how many pixels it has. */
function gather({ open, stack, left, right }: Gathering, start: number, width: number): number {
  let depth = 1;
  let area = 0;
  stack[0] = start;
  open[start] = 0;
  while (depth > 0) {
    const at = stack[--depth] as number;
    const y = Math.floor(at / width);
    const x = at - y * width;
    area++;
    if (x < (left[y] as number)) left[y] = x;
    if (x > (right[y] as number)) right[y] = x;
    if (x > 0 && open[at - 1] === 1) {
      open[at - 1] = 0;
      stack[depth++] = at - 1;
    }
    if (x < width - 1 && open[at + 1] === 1) {
      open[at + 1] = 0;
      stack[depth++] = at + 1;
    }
    if (open[at - width] === 1) {
      open[at - width] = 0;
      stack[depth++] = at - width;
    }
    if (open[at + width] === 1) {
      open[at + width] = 0;
      stack[depth++] = at + width;
    }
  }
  return area;
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
