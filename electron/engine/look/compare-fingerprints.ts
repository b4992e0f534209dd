// How alike two pages are by their fingerprints, in any of four turns; local shifts (a lens, a fold, a slant) are allowed for.

import { COARSE, FINGERPRINT_BYTES, GRID } from './fingerprint.ts';

/** Settled with test/bench/look-alikes.ts, where few false alarms count more than finding every pair. */
export const LOOK_ALIKE = 0.86;
const COARSE_LEAST = 0.45;
const ASPECT_MOST = 1.15;
const BLOCK = 16;
const SHIFT = 5;
/** Blocks with less than this share of the mean ink say nothing. */
const QUIET = 0.25;
/** The worst blocks decide: invoices of one layout differ in a few places only. */
const WORST = 0.2;

type Grid = { cells: Uint8Array; side: number };
type Print = { aspect: number; coarse: Grid; fine: Grid };

function readPrint(bytes: Uint8Array): Print | undefined {
  if (bytes.length !== FINGERPRINT_BYTES) return undefined;
  const aspect = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat32(0);
  const split = 4 + COARSE * COARSE;
  return {
    aspect,
    coarse: { cells: bytes.subarray(4, split), side: COARSE },
    fine: { cells: bytes.subarray(split), side: GRID },
  };
}

/** A quarter turn clockwise. */
function turnGrid({ cells, side }: Grid): Grid {
  const turned = new Uint8Array(cells.length);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) turned[x * side + side - 1 - y] = cells[y * side + x] ?? 0;
  }
  return { cells: turned, side };
}

function correlate(a: Uint8Array, b: Uint8Array): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const x = a[at] ?? 0;
    const y = b[at] ?? 0;
    sumA += x;
    sumB += y;
    sumAA += x * x;
    sumBB += y * y;
    sumAB += x * y;
  }
  const n = a.length;
  const spread = Math.sqrt((sumAA - (sumA * sumA) / n) * (sumBB - (sumB * sumB) / n));
  return spread > 0 ? (sumAB - (sumA * sumB) / n) / spread : 0;
}

/** 0 (nothing in common) to 1. */
export function compareFingerprints(one: Uint8Array, other: Uint8Array): number {
  const a = readPrint(one);
  let b = readPrint(other);
  if (!a || !b) return 0;
  let best = 0;
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const ratio = Math.max(a.aspect / b.aspect, b.aspect / a.aspect);
    if (ratio < ASPECT_MOST && correlate(a.coarse.cells, b.coarse.cells) > COARSE_LEAST) {
      best = Math.max(best, compareBlocks(a.fine, b.fine));
    }
    b = { aspect: 1 / b.aspect, coarse: turnGrid(b.coarse), fine: turnGrid(b.fine) };
  }
  return best;
}

function compareBlocks(a: Grid, b: Grid): number {
  const smoothA = smooth(a.cells);
  const smoothB = smooth(b.cells);
  const mean = smoothA.reduce((sum, value) => sum + value, 0) / smoothA.length;
  const likes: number[] = [];
  for (let top = 0; top < GRID; top += BLOCK) {
    for (let left = 0; left < GRID; left += BLOCK) {
      const like = matchBlock(smoothA, smoothB, { left, top, quiet: mean * QUIET });
      if (like !== undefined) likes.push(like);
    }
  }
  if (likes.length < 8) return 0;
  likes.sort((x, y) => x - y);
  const worst = likes.slice(0, Math.max(3, Math.round(likes.length * WORST)));
  return worst.reduce((sum, value) => sum + value, 0) / worst.length;
}

/** Softened a little, so that a shift by part of a cell does not count. */
function smooth(cells: Uint8Array): Float32Array {
  const soft = new Float32Array(cells.length);
  for (let y = 0; y < GRID; y += 1) {
    for (let x = 0; x < GRID; x += 1) {
      const at = y * GRID + x;
      const beside = (x > 0 ? (cells[at - 1] ?? 0) : 0) + (x < GRID - 1 ? (cells[at + 1] ?? 0) : 0);
      const around = (y > 0 ? (cells[at - GRID] ?? 0) : 0) + (y < GRID - 1 ? (cells[at + GRID] ?? 0) : 0);
      soft[at] = (cells[at] ?? 0) * 0.5 + (beside + around) * 0.125;
    }
  }
  return soft;
}

/** Correlation of one block with the best place near its own in `b`; undefined where there is nothing to compare. */
function matchBlock(
  a: Float32Array,
  b: Float32Array,
  { left, top, quiet }: { left: number; top: number; quiet: number },
): number | undefined {
  const n = BLOCK * BLOCK;
  let sumA = 0;
  let sumAA = 0;
  for (let y = top; y < top + BLOCK; y += 1) {
    for (let x = left; x < left + BLOCK; x += 1) {
      const value = a[y * GRID + x] ?? 0;
      sumA += value;
      sumAA += value * value;
    }
  }
  if (sumA / n < quiet) return undefined;
  const spreadA = sumAA - (sumA * sumA) / n;
  let best = -1;
  for (let down = -SHIFT; down <= SHIFT; down += 1) {
    for (let across = -SHIFT; across <= SHIFT; across += 1) {
      let [sumB, sumBB, sumAB] = [0, 0, 0];
      for (let y = top; y < top + BLOCK; y += 1) {
        const v = y + down;
        if (v < 0 || v >= GRID) continue;
        for (let x = left; x < left + BLOCK; x += 1) {
          const u = x + across;
          if (u < 0 || u >= GRID) continue;
          const value = b[v * GRID + u] ?? 0;
          sumB += value;
          sumBB += value * value;
          sumAB += value * (a[y * GRID + x] ?? 0);
        }
      }
      const spread = Math.sqrt(spreadA * (sumBB - (sumB * sumB) / n));
      if (spread > 0) best = Math.max(best, (sumAB - (sumA * sumB) / n) / spread);
    }
  }
  return best;
}
