// Finds where one page lies in the picture of another: landmarks that look the same and agree about place and size.

import { countBits } from './count-bits.ts';
import { fitHomography, type Homography, mapPlace, type PlacePair } from './fit-homography.ts';
import { type Landmarks, TURN_WORDS, WORDS } from './landmarks.ts';

type Size = { width: number; height: number };
export type Aligned = { map: Homography; agree: number };

/** Bits of 256 in which descriptions of one place may differ. */
const BITS_MOST = 66;
/** Half of the bits are enough to give most pairs up. */
const HALF_MOST = 40;
/** Pairs that must agree, for less may be chance. */
const AGREE_LEAST = 14;
/** Levels of size may differ by this much from what the pairs say together. */
const SIZE_MOST = 1.45;

/** Landmarks of a picture turned clockwise by quarters. */
export function turnLandmarks(marks: Landmarks, { width, height }: Size, quarters: number): Landmarks {
  if (quarters === 0) return marks;
  const { x, y, size, bits } = marks;
  const turnedX = x.map((value, at) =>
    quarters === 1 ? height - (y[at] as number) : quarters === 2 ? width - value : (y[at] as number),
  );
  const turnedY = y.map((value, at) =>
    quarters === 1 ? (x[at] as number) : quarters === 2 ? height - value : width - (x[at] as number),
  );
  const by = quarters * TURN_WORDS;
  const turned = bits.map((_, at) => {
    const word = at % WORDS;
    return bits[at - word + ((word - by + WORDS) % WORDS)] as number;
  });
  return { x: turnedX, y: turnedY, size, bits: turned };
}

type Match = PlacePair & { ratio: number };

/** For each landmark the likest of the other picture. */
function matchLandmarks(a: Landmarks, b: Landmarks): Match[] {
  const matches: Match[] = [];
  const [countA, countB] = [a.x.length, b.x.length];
  for (let i = 0; i < countA; i += 1) {
    let least = BITS_MOST + 1;
    let likest = -1;
    const own = i * WORDS;
    for (let j = 0; j < countB; j += 1) {
      const other = j * WORDS;
      let apart = 0;
      for (let word = 0; word < WORDS; word += 2)
        apart += countBits((a.bits[own + word] as number) ^ (b.bits[other + word] as number));
      if (apart > HALF_MOST) continue;
      for (let word = 1; word < WORDS; word += 2)
        apart += countBits((a.bits[own + word] as number) ^ (b.bits[other + word] as number));
      if (apart < least) [least, likest] = [apart, j];
    }
    if (likest < 0) continue;
    matches.push({
      ...{ x: a.x[i] as number, y: a.y[i] as number },
      ...{ u: b.x[likest] as number, v: b.y[likest] as number },
      ratio: (b.size[likest] as number) / (a.size[i] as number),
    });
  }
  return matches;
}

/** The pairs that one pair's size and place speak for, within `near` cells. */
function listSupport(matches: readonly Match[], seed: Match, near: number): Match[] {
  return matches.filter(({ x, y, u, v, ratio }) => {
    const apart = ratio / seed.ratio;
    if (apart > SIZE_MOST || apart < 1 / SIZE_MOST) return false;
    const [dx, dy] = [u - seed.u - (x - seed.x) * seed.ratio, v - seed.v - (y - seed.y) * seed.ratio];
    return dx * dx + dy * dy < near * near;
  });
}

function chooseStart(matches: readonly Match[], near: number): Match[] {
  let best: Match[] = [];
  for (const seed of matches) {
    const support = listSupport(matches, seed, near);
    if (support.length > best.length) best = support;
  }
  return best;
}

/** Undefined when the pictures share too little. */
export function align(a: Landmarks, b: Landmarks, { width, height }: Size): Aligned | undefined {
  const edge = Math.max(width, height);
  const matches = matchLandmarks(a, b);
  let agree: readonly PlacePair[] = chooseStart(matches, edge * 0.06);
  let map: Homography | undefined;
  for (const [near, free] of [
    [0.05, 6],
    [0.04, 6],
    [0.03, 8],
    [0.02, 8],
    [0.012, 8],
  ] as const) {
    if (agree.length < AGREE_LEAST) return undefined;
    map = fitHomography(agree, free);
    if (!map) return undefined;
    const settled = map;
    agree = matches.filter(({ x, y, u, v }) => {
      const [su, sv] = mapPlace(settled, x, y);
      return Math.hypot(su - u, sv - v) < edge * near;
    });
  }
  return map && agree.length >= AGREE_LEAST && isPlausible(map, edge)
    ? { map, agree: agree.length }
    : undefined;
}

/** Neither mirrored nor squeezed nor stretched beyond what a camera does. */
function isPlausible([a = 0, b = 0, , d = 0, e = 0, , g = 0, h = 0]: Homography, edge: number): boolean {
  const area = a * e - b * d;
  if (area < 0.08 || area > 12) return false;
  const squeeze = (a * a + b * b + d * d + e * e) / (2 * area);
  return squeeze < 1.5 && Math.abs(g) * edge < 0.6 && Math.abs(h) * edge < 0.6;
}
