// Finds the four corners of a paper in a photograph: bright regions whose hull is nearly a quadrilateral with real edges.

import { isUsable, type PageCorners, startUpperLeft } from '../../../shared/page-edit.ts';
import { fitSides } from './fit-sides.ts';
import type { Pixels } from './pixels.ts';
import { type Point, quadAround } from './quad-around.ts';
import { fillRegions } from './regions.ts';

/** Corners in shares of the picture; `confidence` 0..1: from 0.5 up they are worth proposing. */
export type FoundCorners = { corners: PageCorners; confidence: number };

/** A paper smaller than this share of the picture is not what was photographed. */
const SMALLEST_AREA = 0.12;
/** What fills the picture is a scan already: nothing is to be cut off. */
const LARGEST_AREA = 0.97;

/** `picture`: colour pixels, some 500 along the longer side. Undefined when nothing like a paper is seen. */
export function findCorners(picture: Pixels): FoundCorners | undefined {
  // A gray picture is its own brightness and its own whiteness.
  const planes = picture.channels === 1 ? [picture.data] : [brightness(picture), whiteness(picture)];
  let best: FoundCorners | undefined;
  for (const plane of planes) {
    const smooth = soften(plane, picture.width, picture.height);
    for (const threshold of thresholds(smooth)) {
      for (const region of fillRegions(smooth, picture, threshold)) {
        const found = judge(region, smooth, picture);
        if (found && found.confidence > (best?.confidence ?? 0)) best = found;
      }
    }
  }
  return best;
}

function judge(
  region: { hull: Point[]; area: number },
  plane: Uint8Array,
  { width, height }: Pixels,
): FoundCorners | undefined {
  const all = width * height;
  if (region.area < all * SMALLEST_AREA) return undefined;
  const rough = quadAround(region.hull, { width, height });
  if (!rough) return undefined;
  const { corners: fitted, support } = fitSides(rough, plane, { width, height });
  const area = areaOf(fitted);
  if (area < all * SMALLEST_AREA || area > all * LARGEST_AREA) return undefined;
  const shares = fitted.map(([x, y]) => [within(x / width), within(y / height)]);
  const corners = startUpperLeft(shares as PageCorners);
  if (!isUsable(corners)) return undefined;
  // A hull that fills its quadrilateral, edges that are seen, and a size that fits a photographed paper.
  const hullArea = areaOf(region.hull);
  const filled = Math.min(hullArea, area) / Math.max(hullArea, area);
  const solid = Math.min(1, region.area / hullArea);
  const size = Math.min(1, area / all / 0.3);
  const shape = Math.max(0, (filled - 0.8) / 0.18);
  const confidence = Math.min(1, shape) * Math.min(1, solid + 0.25) * support * (0.6 + 0.4 * size);
  return { corners, confidence: Number(confidence.toFixed(3)) };
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

export function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

function brightness({ data, channels }: Pixels): Uint8Array {
  if (channels === 1) return data;
  return Uint8Array.from({ length: data.length / 3 }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 3, at * 3 + 3);
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
}

/** Paper is bright in all three colours; wood and skin are not in blue. */
function whiteness({ data, channels }: Pixels): Uint8Array {
  if (channels === 1) return data;
  return Uint8Array.from({ length: data.length / 3 }, (_, at) =>
    Math.min(data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0),
  );
}

/** Closes print: the brightest of 7 x 7, then the darkest of 7 x 7 of that; then a light blur. */
function soften(plane: Uint8Array, width: number, height: number): Uint8Array {
  const spread = spreadBrightest(plane, width, height);
  invert(spread);
  const closed = spreadBrightest(spread, width, height);
  invert(closed);
  return average(closed, width, height);
}

/** So many pixels to every side. */
const NEAR = 3;

function invert(plane: Uint8Array): void {
  for (let at = 0; at < plane.length; at++) plane[at] = 255 - (plane[at] as number);
}

/** Each pixel becomes the brightest of 7 x 7 around it; beyond the border all is dark. */
function spreadBrightest(plane: Uint8Array, width: number, height: number): Uint8Array {
  const stride = width + 2 * NEAR;
  const padded = new Uint8Array(stride * (height + 2 * NEAR));
  for (let y = 0; y < height; y++)
    padded.set(plane.subarray(y * width, (y + 1) * width), (y + NEAR) * stride + NEAR);
  brightestOfSeven(padded, 1);
  brightestOfSeven(padded, stride);
  const into = new Uint8Array(plane.length);
  for (let y = 0; y < height; y++) into.set(padded.subarray(y * stride, y * stride + width), y * width);
  return into;
}

/** Each value becomes the largest of itself and the six behind it: of two, then of four, then of seven. */
function brightestOfSeven(values: Uint8Array, step: number): void {
  for (const far of [step, 2 * step, 3 * step]) {
    const last = values.length - far;
    for (let at = 0; at < last; at++) {
      const beside = values[at + far] as number;
      if (beside > (values[at] as number)) values[at] = beside;
    }
  }
}

function average(plane: Uint8Array, width: number, height: number): Uint8Array {
  const into = new Uint8Array(plane);
  const read = (at: number): number =>
    (plane[at - 1] as number) + (plane[at] as number) + (plane[at + 1] as number);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      into[at] = (read(at - width) + read(at) + read(at + width)) / 9;
    }
  }
  return into;
}

/** Otsu's threshold (1979), one for the brighter half alone, and some between the two. */
function thresholds(plane: Uint8Array): number[] {
  const counts = new Float64Array(256);
  for (const value of plane) counts[value] = (counts[value] ?? 0) + 1;
  const first = otsu(counts, 0);
  const second = otsu(counts, first + 1);
  const between = [0.33, 0.66].map((share) => Math.round(first + (second - first) * share));
  return [...new Set([Math.round(first * 0.85), first, ...between, second])];
}

function otsu(counts: Float64Array, from: number): number {
  let [total, sum] = [0, 0];
  for (let value = from; value < 256; value++) {
    total += counts[value] ?? 0;
    sum += value * (counts[value] ?? 0);
  }
  let [below, belowSum, best, bestAt] = [0, 0, -1, from];
  for (let value = from; value < 255; value++) {
    below += counts[value] ?? 0;
    belowSum += value * (counts[value] ?? 0);
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const apart = belowSum / below - (sum - belowSum) / above;
    const score = below * above * apart * apart;
    if (score > best) [best, bestAt] = [score, value];
  }
  return bestAt;
}
