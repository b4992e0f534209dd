// Landmarks of a page: places that stand out at several sizes, each described by which of two spots around it holds more ink.

import type { Ink } from './ink.ts';
import { type Plane, resizePlane, softenPlane } from './planes.ts';

/** Levels of size; each is smaller than the one before by STEP. */
const LEVELS = 6;
const STEP = 1.25;
/** Landmarks of the first level; the others have fewer in the measure of their area. */
const FIRST_COUNT = 200;
/** Pixels of a level around a landmark that its description looks at. */
const REACH = 22;
/** 32-bit words of a description; turning the page by a quarter moves them on by TURN_WORDS. */
export const WORDS = 8;
export const TURN_WORDS = WORDS / 4;

/** Places in cells of the ink; `size` in cells of the ink to a pixel of the level; WORDS words for each description. */
export type Landmarks = { x: Float32Array; y: Float32Array; size: Float32Array; bits: Uint32Array };

type Spot = { x: number; y: number; strength: number };

/** Places where the ink differs most from its surroundings, spread over the page: the strongest of each square first. */
function findSpots(near: Plane, wide: Plane, wanted: number): Spot[] {
  const { width, height } = near;
  const apart = near.cells.map((value, at) => value - (wide.cells[at] as number));
  const spots: Spot[] = [];
  const rim = 3;
  for (let y = rim; y < height - rim; y += 1) {
    for (let x = rim; x < width - rim; x += 1) {
      const at = y * width + x;
      const value = apart[at] as number;
      if (value > -3 && value < 3) continue;
      if (isPeak(apart, at, width, value)) spots.push({ x, y, strength: Math.abs(value) });
    }
  }
  return spread(spots, near, wanted);
}

function isPeak(apart: Float32Array, at: number, width: number, value: number): boolean {
  const sign = value > 0 ? 1 : -1;
  for (let dy = -2; dy <= 2; dy += 1) {
    for (let dx = -2; dx <= 2; dx += 1) {
      if ((dx !== 0 || dy !== 0) && sign * (apart[at + dy * width + dx] as number) >= sign * value)
        return false;
    }
  }
  return true;
}

function spread(spots: Spot[], { width, height }: Plane, wanted: number): Spot[] {
  const side = Math.max(8, Math.sqrt((width * height) / Math.max(1, wanted / 2)));
  const squares = new Map<number, Spot[]>();
  for (const spot of spots) {
    const key = Math.floor(spot.y / side) * 1000 + Math.floor(spot.x / side);
    const list = squares.get(key);
    if (list) list.push(spot);
    else squares.set(key, [spot]);
  }
  const ranked = [...squares.values()].flatMap((list) =>
    list.sort((a, b) => b.strength - a.strength).map((spot, rank) => ({ spot, rank })),
  );
  ranked.sort((a, b) => a.rank - b.rank || b.spot.strength - a.spot.strength);
  return ranked.slice(0, wanted).map(({ spot }) => spot);
}

type Reader = { x: number; y: number; half: number };
type Pattern = { readers: Reader[]; pairs: Uint8Array };

/** Rings of spots, wider further out, that fall onto themselves by a quarter turn; pairs come in fours, turned. */
const pattern = ((): Pattern => {
  const readers: Reader[] = [];
  const rings = [
    { radius: 3, each: 1, half: 1 },
    { radius: 6, each: 2, half: 1 },
    { radius: 10, each: 2, half: 2 },
    { radius: 14.5, each: 3, half: 2 },
    { radius: 19.5, each: 3, half: 3 },
  ];
  for (const [ring, { radius, each, half }] of rings.entries()) {
    for (let spoke = 0; spoke < each * 4; spoke += 1) {
      const angle = ((spoke + (ring % 2) / 2 + 0.3) / (each * 4)) * Math.PI * 2;
      readers.push({ x: Math.cos(angle) * radius, y: Math.sin(angle) * radius, half });
    }
  }
  const starts = rings.map((_, ring) => rings.slice(0, ring).reduce((sum, { each }) => sum + each * 4, 0));
  const quarter = (at: number): number => {
    let ring = 0;
    while (ring + 1 < starts.length && at >= (starts[ring + 1] as number)) ring += 1;
    const each = rings[ring]?.each ?? 1;
    const start = starts[ring] ?? 0;
    return start + ((at - start + each) % (each * 4));
  };
  const pairs = new Uint8Array(WORDS * 32 * 2);
  let seed = 12_345;
  const dice = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * most);
  };
  const seen = new Set<number>();
  const group = (WORDS * 32) / 4;
  for (let pair = 0; pair < group; ) {
    let [one, other] = [dice(readers.length), dice(readers.length)];
    const key = Math.min(one, other) * 256 + Math.max(one, other);
    if (one === other || seen.has(key)) continue;
    for (let turn = 0; turn < 4; turn += 1) {
      seen.add(Math.min(one, other) * 256 + Math.max(one, other));
      pairs[(turn * group + pair) * 2] = one;
      pairs[(turn * group + pair) * 2 + 1] = other;
      [one, other] = [quarter(one), quarter(other)];
    }
    pair += 1;
  }
  return { readers, pairs };
})();

function sumPlane({ width, height, cells }: Plane): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += cells[y * width + x] as number;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] as number) + row;
    }
  }
  return sums;
}

/** Ink levels that differ by less are the same: paper has no order. */
const SAME = 4;

function describe(plane: Plane, sums: Float64Array, spot: Spot, into: Uint32Array, start: number): void {
  const { width, height } = plane;
  const w1 = width + 1;
  const values = new Float64Array(pattern.readers.length);
  for (let at = 0; at < values.length; at += 1) {
    const { x, y, half } = pattern.readers[at] as Reader;
    const left = Math.max(0, Math.min(width, Math.round(spot.x + x) - half));
    const right = Math.max(0, Math.min(width, Math.round(spot.x + x) + half + 1));
    const top = Math.max(0, Math.min(height, Math.round(spot.y + y) - half));
    const bottom = Math.max(0, Math.min(height, Math.round(spot.y + y) + half + 1));
    const sum =
      (sums[bottom * w1 + right] as number) -
      (sums[top * w1 + right] as number) -
      (sums[bottom * w1 + left] as number) +
      (sums[top * w1 + left] as number);
    values[at] = sum / (2 * half + 1) ** 2;
  }
  for (let bit = 0; bit < WORDS * 32; bit += 1) {
    const one = values[pattern.pairs[bit * 2] as number] as number;
    const other = values[pattern.pairs[bit * 2 + 1] as number] as number;
    if (one > other + SAME)
      into[start + (bit >> 5)] = (into[start + (bit >> 5)] as number) | (1 << (bit & 31));
  }
}

export function findLandmarks(ink: Ink): Landmarks {
  const whole: Plane = { ...ink, cells: new Float32Array(ink.cells) };
  const x: number[] = [];
  const y: number[] = [];
  const size: number[] = [];
  const bits: number[] = [];
  let plane = whole;
  for (let level = 0; level < LEVELS; level += 1) {
    const scale = STEP ** -level;
    if (level > 0) plane = resizePlane(plane, Math.round(ink.width * scale), Math.round(ink.height * scale));
    if (Math.min(plane.width, plane.height) < REACH) break;
    const near = softenPlane(plane, 2);
    const wide = softenPlane(near, 3);
    const spots = findSpots(near, wide, Math.round(FIRST_COUNT * scale ** 1.2));
    const sums = sumPlane(plane);
    const words = new Uint32Array(spots.length * WORDS);
    for (const [at, spot] of spots.entries()) describe(plane, sums, spot, words, at * WORDS);
    const [sx, sy] = [ink.width / plane.width, ink.height / plane.height];
    for (const spot of spots) {
      x.push((spot.x + 0.5) * sx);
      y.push((spot.y + 0.5) * sy);
      size.push(1 / scale);
    }
    for (const word of words) bits.push(word);
  }
  return {
    x: Float32Array.from(x),
    y: Float32Array.from(y),
    size: Float32Array.from(size),
    bits: Uint32Array.from(bits),
  };
}
