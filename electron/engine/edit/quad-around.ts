// A quadrilateral around a convex hull: its shortest gains in area are given away until four sides are left.

import type { PageSize } from '../../../shared/page-edit.ts';

export type Point = readonly [x: number, y: number];

/** A side may be left out when its neighbours meet no farther outside the picture than this share of it. */
const OUTSIDE = 0.12;

/** Clockwise corners in pixels; undefined when the hull cannot be brought to four sides inside the picture. */
export function quadAround(hull: readonly Point[], size: PageSize): Point[] | undefined {
  const points = [...hull];
  while (points.length > 4) {
    let [best, bestAt, bestPoint]: [number, number, Point | undefined] = [
      Number.POSITIVE_INFINITY,
      -1,
      undefined,
    ];
    points.forEach((from, at) => {
      const added = extend(points, at);
      if (!added || !isNear(added, size)) return;
      const to = points[(at + 1) % points.length] as Point;
      const gain = Math.abs(cross(from, to, added)) / 2;
      if (gain < best) [best, bestAt, bestPoint] = [gain, at, added];
    });
    if (!bestPoint) return undefined;
    // The side from `bestAt` to the next point goes; where its neighbours meet is the new point.
    const next = (bestAt + 1) % points.length;
    points[bestAt] = bestPoint;
    points.splice(next, 1);
  }
  return points.length === 4 ? points : undefined;
}

/** Where the sides before and after side `at` meet beyond it. */
function extend(points: readonly Point[], at: number): Point | undefined {
  const count = points.length;
  const [a, b, c, d] = [at - 1, at, at + 1, at + 2].map((place) => points[(place + count) % count] as Point);
  return a && b && c && d && meetBeyond([a, b], [d, c]);
}

type Ray = [from: Point, through: Point];

function meetBeyond([a, b]: Ray, [d, c]: Ray): Point | undefined {
  const [ux, uy] = [b[0] - a[0], b[1] - a[1]];
  const [vx, vy] = [c[0] - d[0], c[1] - d[1]];
  const det = ux * vy - uy * vx;
  if (Math.abs(det) < 1e-9) return undefined;
  const t = ((d[0] - a[0]) * vy - (d[1] - a[1]) * vx) / det;
  const s = ((d[0] - a[0]) * uy - (d[1] - a[1]) * ux) / det;
  return t >= 1 && s >= 1 ? [a[0] + ux * t, a[1] + uy * t] : undefined;
}

const isNear = ([x, y]: Point, { width, height }: PageSize): boolean =>
  x >= -width * OUTSIDE &&
  x <= width * (1 + OUTSIDE) &&
  y >= -height * OUTSIDE &&
  y <= height * (1 + OUTSIDE);

const cross = (a: Point, b: Point, c: Point): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
