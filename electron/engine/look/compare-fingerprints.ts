// How alike two pages are by their fingerprints, in any of four turns: one is laid over the other, and the worst places decide.

import { inflateRawSync } from 'node:zlib';
import { COARSE, COARSE_BYTES, FINGERPRINT_HEAD, FINGERPRINT_KIND, GRID } from './fingerprint.ts';
import { type Grid, layOver, spreadInk } from './lay-over.ts';

/** Settled with test/bench/look-alikes.ts, where few false alarms count more than finding every pair. */
export const LOOK_ALIKE = 0.4;
const COARSE_LEAST = 0.25;
const ASPECT_MOST = 1.3;

type Head = { aspect: number; coarse: Grid };
type Print = Head & { fine: Uint8Array };

function readHead(bytes: Uint8Array): Head | undefined {
  if (bytes[0] !== FINGERPRINT_KIND || bytes.length < FINGERPRINT_HEAD) return undefined;
  const aspect = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getFloat32(1);
  const cells = Float32Array.from(bytes.subarray(5, 5 + COARSE_BYTES));
  return { aspect, coarse: { cells, side: COARSE } };
}

function readPrint(bytes: Uint8Array): Print | undefined {
  const head = readHead(bytes);
  if (!head || bytes.length === FINGERPRINT_HEAD) return undefined;
  const packed = inflateRawSync(bytes.subarray(FINGERPRINT_HEAD), { maxOutputLength: (GRID * GRID) / 2 });
  if (packed.length !== (GRID * GRID) / 2) return undefined;
  return { ...head, fine: packed };
}

const unpackNibbles = (packed: Uint8Array): Grid => ({
  cells: Float32Array.from({ length: packed.length * 2 }, (_, at) => {
    const byte = packed[at >> 1] as number;
    return at % 2 === 0 ? byte >> 4 : byte & 0xf;
  }),
  side: GRID,
});

/** A quarter turn clockwise. */
function turnGrid({ cells, side }: Grid): Grid {
  const turned = new Float32Array(cells.length);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) turned[x * side + side - 1 - y] = cells[y * side + x] as number;
  }
  return { cells: turned, side };
}

export function correlate(a: Float32Array, b: Float32Array): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    const x = a[at] as number;
    const y = b[at] as number;
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
  const b = readPrint(other);
  if (!a || !b) return 0;
  const fine = spreadInk(unpackNibbles(a.fine));
  const turns = rankTurns(a, b);
  if (turns.length === 0) return 0;
  let likest = 0;
  for (const quarters of turns) {
    let turned = unpackNibbles(b.fine);
    for (let count = 0; count < quarters; count += 1) turned = turnGrid(turned);
    likest = Math.max(likest, layOver(fine, spreadInk(turned)));
  }
  return likest;
}

/** The two turns in which the coarse grids are likest, as far as they are alike at all. */
function rankTurns(a: Head, b: Head): number[] {
  const found: { quarters: number; like: number }[] = [];
  let { aspect, coarse } = b;
  for (let quarters = 0; quarters < 4; quarters += 1) {
    const ratio = Math.max(a.aspect / aspect, aspect / a.aspect);
    const like = ratio < ASPECT_MOST ? correlate(a.coarse.cells, coarse.cells) : 0;
    if (like > COARSE_LEAST) found.push({ quarters, like });
    aspect = 1 / aspect;
    coarse = turnGrid(coarse);
  }
  return found
    .sort((x, y) => y.like - x.like)
    .slice(0, 2)
    .map(({ quarters }) => quarters);
}

/** For many pages at once: `like` of the coarse grids with the head of another fingerprint, 0 where they cannot be the same page. */
export function openCoarse(print: Uint8Array): (head: Uint8Array) => number {
  const own = readHead(print);
  const turns = own ? [own] : [];
  for (let quarters = 1; quarters < 4; quarters += 1) {
    const last = turns.at(-1);
    if (last) turns.push({ aspect: 1 / last.aspect, coarse: turnGrid(last.coarse) });
  }
  return (head) => {
    const other = readHead(head);
    if (!other) return 0;
    const likes = turns.map(({ aspect, coarse }) => {
      const ratio = Math.max(aspect / other.aspect, other.aspect / aspect);
      return ratio < ASPECT_MOST ? correlate(coarse.cells, other.coarse.cells) : 0;
    });
    const likest = Math.max(0, ...likes);
    return likest > COARSE_LEAST ? likest : 0;
  };
}
