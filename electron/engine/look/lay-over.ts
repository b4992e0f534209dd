// Lays one grid of ink over another as far as a lens, a fold, a slant or a cut have moved it, and says how alike the worst places are.

import { GRID } from './fingerprint.ts';
import { fitSurface, type Shifted, type Surface } from './fit-surface.ts';

export type Grid = { cells: Float32Array; side: number };

const BLOCK = 16;
/** Cells of a block that may lie beyond the border. */
const RIM = 2;
/** Blocks with less than this share of the mean ink say nothing. */
const QUIET = 0.25;
/** At least this share of the written blocks must be there in both. */
const SEEN = 0.6;
/** The worst blocks decide: invoices of one form differ in a few places only. */
const WORST = 0.12;

/** Softened a little, so that a shift by part of a cell does not count. */
export function spreadInk({ cells, side }: Grid): Grid {
  const pass = (from: Float32Array, step: number) => {
    const into = new Float32Array(from.length);
    for (let at = 0; at < from.length; at += 1) {
      const before = at - step >= 0 ? (from[at - step] as number) : 0;
      const after = at + step < from.length ? (from[at + step] as number) : 0;
      into[at] = (from[at] as number) * 0.5 + (before + after) * 0.25;
    }
    return into;
  };
  return { cells: pass(pass(cells, 1), side), side };
}

function shrinkGrid({ cells, side }: Grid, by: number): Grid {
  const small = side / by;
  const into = new Float32Array(small * small);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const at = Math.floor(y / by) * small + Math.floor(x / by);
      into[at] = (into[at] as number) + (cells[y * side + x] as number);
    }
  }
  return { cells: into, side: small };
}

type Found = Shifted & { like: number };
type Search = { step: number; reach: number; shiftAt: (x: number, y: number) => readonly [number, number] };

const still = () => [0, 0] as const;

const shiftBy =
  (surface: Surface): Search['shiftAt'] =>
  (x, y) => {
    const [across, down] = surface(x / GRID, y / GRID);
    return [across * GRID, down * GRID];
  };

/** The block's place lies in the other grid, but for its rim. */
function isInside({ x, y, across, down }: Shifted): boolean {
  const half = (BLOCK / 2 - RIM) / GRID;
  const within = (middle: number) => middle - half >= 0 && middle + half <= 1;
  return within(x + across) && within(y + down);
}

/**
 * 0 (nothing in common) to 1. From coarse to fine: blocks look for their place, a smooth surface through their shifts says where
 * to look next; what the other picture does not show says nothing.
 */
export function layOver(a: Grid, b: Grid): number {
  const rough = matchBlocks(shrinkGrid(a, 4), shrinkGrid(b, 4), { step: 8, reach: 7, shiftAt: still });
  const first = fitSurface(
    rough.filter(({ like }) => like > 0.35),
    1,
  );
  if (!first) return 0;
  const near = matchBlocks(a, b, { step: BLOCK, reach: 4, shiftAt: shiftBy(first) });
  const second = fitSurface(
    near.filter(({ like }) => like > 0.4),
    2,
  );
  if (!second) return 0;
  const final = matchBlocks(a, b, { step: BLOCK, reach: 1, shiftAt: shiftBy(second) });
  const seen = final.filter(isInside);
  return seen.length < final.length * SEEN ? 0 : worstOf(seen.map(({ like }) => like));
}

function worstOf(likes: number[]): number {
  if (likes.length < 12) return 0;
  const sorted = [...likes].sort((x, y) => x - y);
  const worst = sorted.slice(0, Math.max(3, Math.round(sorted.length * WORST)));
  const mean = worst.reduce((sum, value) => sum + value, 0) / worst.length;
  // What light, blur and a scanner take from all places alike is seen at the usual one.
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  return Math.max(0, 2 * mean - usual);
}

function matchBlocks(a: Grid, b: Grid, { step, reach, shiftAt }: Search): Found[] {
  const quiet = (a.cells.reduce((sum, value) => sum + value, 0) / a.cells.length) * QUIET;
  const found: Found[] = [];
  for (let top = 0; top + BLOCK <= a.side; top += step) {
    for (let left = 0; left + BLOCK <= a.side; left += step) {
      const [x, y] = [left + BLOCK / 2, top + BLOCK / 2];
      const [across, down] = shiftAt(x, y);
      const around = { left, top, across: Math.round(across), down: Math.round(down), reach, quiet };
      const match = matchBlock(a, b, around);
      if (!match) continue;
      const share = (value: number) => value / a.side;
      found.push({
        x: share(x),
        y: share(y),
        across: share(match.across),
        down: share(match.down),
        like: match.like,
      });
    }
  }
  return found;
}

type Around = { left: number; top: number; across: number; down: number; reach: number; quiet: number };

/** The best place of one block of `a` in `b`; undefined where there is nothing to compare. */
function matchBlock(a: Grid, b: Grid, { left, top, across, down, reach, quiet }: Around) {
  const n = BLOCK * BLOCK;
  const own = new Float32Array(n);
  let [sumA, sumAA] = [0, 0];
  for (let y = 0; y < BLOCK; y += 1) {
    for (let x = 0; x < BLOCK; x += 1) {
      const value = a.cells[(top + y) * a.side + left + x] as number;
      own[y * BLOCK + x] = value;
      sumA += value;
      sumAA += value * value;
    }
  }
  if (sumA / n < quiet) return undefined;
  const spreadA = sumAA - (sumA * sumA) / n;
  const best = { across, down, like: -1 };
  for (let dy = down - reach; dy <= down + reach; dy += 1) {
    for (let dx = across - reach; dx <= across + reach; dx += 1) {
      let [sumB, sumBB, sumAB] = [0, 0, 0];
      for (let y = 0; y < BLOCK; y += 1) {
        const v = top + y + dy;
        if (v < 0 || v >= b.side) continue;
        for (let x = 0; x < BLOCK; x += 1) {
          const u = left + x + dx;
          if (u < 0 || u >= b.side) continue;
          const value = b.cells[v * b.side + u] as number;
          sumB += value;
          sumBB += value * value;
          sumAB += value * (own[y * BLOCK + x] as number);
        }
      }
      const spread = Math.sqrt(spreadA * (sumBB - (sumB * sumB) / n));
      const like = spread > 0 ? (sumAB - (sumA * sumB) / n) / spread : -1;
      if (like > best.like) [best.like, best.across, best.down] = [like, dx, dy];
    }
  }
  return best;
}
