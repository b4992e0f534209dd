// Lays the four sides of a rough quadrilateral on the edges that are really in the picture, and tells how well they hold.

import type { PageSize } from '../../../shared/page-edit.ts';
import type { Point } from './quad-around.ts';

/** Along a side so many places are looked at, to so many pixels on either side of it. */
const PLACES = 60;
const REACH = 9;
/** A step in brightness of this much, paper to table, is an edge without doubt. */
const CLEAR_STEP = 40;
const FAINT_STEP = 8;

type Line = { point: Point; direction: Point };
type Mark = { point: Point; step: number };

/** `support` 0..1: how much of the outline is an edge. Corners clockwise, in pixels. */
export function fitSides(
  corners: readonly Point[],
  plane: Uint8Array,
  size: PageSize,
): { corners: Point[]; support: number } {
  const sides = corners.map((from, at) => fitSide([from, corners[(at + 1) % 4] as Point], plane, size));
  const fitted = corners.map((corner, at) => {
    const met = meet((sides[(at + 3) % 4] as Side).line, (sides[at] as Side).line);
    return met && Math.hypot(met[0] - corner[0], met[1] - corner[1]) < REACH * 3 ? met : corner;
  });
  // One side that runs out of the picture or lies on a bright cloth is forgiven in part, two are not.
  const supports = sides.map(({ support }) => support).sort((one, other) => one - other);
  const mean = supports.reduce((sum, value) => sum + value, 0) / 4;
  return { corners: fitted, support: Math.min(1, 0.5 * mean + 0.5 * (supports[1] ?? 0)) };
}

type Side = { line: Line; support: number };

function fitSide([from, to]: [Point, Point], plane: Uint8Array, size: PageSize): Side {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const direction: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  // Clockwise with y downwards: the outside lies to the left of the way.
  const outward: Point = [direction[1], -direction[0]];
  const marks: Mark[] = [];
  for (let n = 0; n < PLACES; n++) {
    const along = length * (0.05 + (0.9 * (n + 0.5)) / PLACES);
    const place: Point = [from[0] + direction[0] * along, from[1] + direction[1] * along];
    const mark = sharpestStep(place, outward, plane, size);
    if (mark) marks.push(mark);
  }
  const rough = { point: from, direction };
  if (marks.length < PLACES / 4) return { line: rough, support: 0.15 };
  const line = fitLine(marks);
  const holds = marks.filter(({ point }) => distance(line, point) < 2.5);
  const strength = holds.reduce((sum, { step }) => sum + Math.min(1, step / CLEAR_STEP), 0) / PLACES;
  return { line, support: Math.min(1, 0.3 * (holds.length / PLACES) + 0.7 * Math.min(1, strength * 1.4)) };
}

function sharpestStep(
  [x, y]: Point,
  [ox, oy]: Point,
  plane: Uint8Array,
  { width, height }: PageSize,
): Mark | undefined {
  const read = (distance: number): number | undefined => {
    const [px, py] = [Math.floor(x + ox * distance), Math.floor(y + oy * distance)];
    return px < 0 || py < 0 || px >= width || py >= height ? undefined : plane[py * width + px];
  };
  let best: Mark | undefined;
  for (let at = -REACH; at <= REACH; at += 0.5) {
    const [inside, outside] = [read(at - 2), read(at + 2)];
    if (inside === undefined || outside === undefined) continue;
    const step = inside - outside - Math.abs(at) * 0.4;
    if (step > FAINT_STEP && step > (best?.step ?? 0)) best = { point: [x + ox * at, y + oy * at], step };
  }
  return best;
}

/** Least squares with outliers weighed down (Tukey's biweight), a few rounds. */
function fitLine(marks: readonly Mark[]): Line {
  let weights = marks.map(() => 1);
  let line = principalLine(marks, weights);
  for (let round = 0; round < 6; round++) {
    const far = marks.map(({ point }) => distance(line, point));
    const usual = Math.max(1, [...far].sort((one, other) => one - other)[Math.floor(far.length / 2)] ?? 1);
    weights = far.map((value) => {
      const share = value / (usual * 4);
      return share >= 1 ? 0 : (1 - share * share) ** 2;
    });
    line = principalLine(marks, weights);
  }
  return line;
}

function principalLine(marks: readonly Mark[], weights: readonly number[]): Line {
  let [total, sumX, sumY] = [0, 0, 0];
  marks.forEach(({ point: [x, y] }, at) => {
    const weight = weights[at] ?? 0;
    total += weight;
    sumX += x * weight;
    sumY += y * weight;
  });
  const [middleX, middleY] = [sumX / total, sumY / total];
  let [xx, xy, yy] = [0, 0, 0];
  marks.forEach(({ point: [x, y] }, at) => {
    const weight = weights[at] ?? 0;
    xx += weight * (x - middleX) ** 2;
    xy += weight * (x - middleX) * (y - middleY);
    yy += weight * (y - middleY) ** 2;
  });
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  return { point: [middleX, middleY], direction: [Math.cos(angle), Math.sin(angle)] };
}

const distance = ({ point, direction }: Line, [x, y]: Point): number =>
  Math.abs((x - point[0]) * direction[1] - (y - point[1]) * direction[0]);

function meet(one: Line, other: Line): Point | undefined {
  const [ux, uy] = one.direction;
  const [vx, vy] = other.direction;
  const det = ux * vy - uy * vx;
  if (Math.abs(det) < 0.05) return undefined;
  const [dx, dy] = [other.point[0] - one.point[0], other.point[1] - one.point[1]];
  const t = (dx * vy - dy * vx) / det;
  return [one.point[0] + ux * t, one.point[1] + uy * t];
}
