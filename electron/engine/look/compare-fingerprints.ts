// How alike two pages are by their fingerprints, in any of four turns: landmarks say where one lies on the other, and the worst places decide.

import { createHash } from 'node:crypto';
import { align, turnLandmarks } from './align.ts';
import { readInk, readWords } from './fingerprint.ts';
import type { Ink } from './ink.ts';
import { findLandmarks, type Landmarks } from './landmarks.ts';
import { layOver, type Overlay } from './lay-over.ts';
import { turnWord, WORD_COUNT, weightOf } from './place-words.ts';
import { type Plane, turnPlane } from './planes.ts';
import { rememberLast } from './remember.ts';

/** Settled with test/bench/look-alikes.ts, where few false alarms count more than finding every pair. */
export const LOOK_ALIKE = 0.58;
/** Share of places in common below which two pages are not looked at in full. */
export const COARSE_LEAST = 0.1;
/** Another turn is tried too when the places speak for it nearly as much. */
const NEARLY = 0.85;
/** So many of the compared blocks, the worst ones, may be worse than what is answered: a blot, a finger, a crease. */
const WORST = 0.02;
const BLOCKS_LEAST = 60;
/** At least this much of one of the two pages must be there on the other, and so much of either. */
const SEEN = 0.7;
const SEEN_EITHER = 0.15;

type Open = { ink: Ink; marks: Landmarks };
/** `quarters`: how often the other page is turned clockwise to lie like the first. */
export type Found = Overlay & { quarters: number };

export const openInk = (ink: Ink): Open => ({ ink, marks: findLandmarks(ink) });

/** Blocks as like as this are the same: how much more is not asked. */
const SAME = 0.9;
/** Among papers on one form the same few are compared again and again: a quarter of a megabyte each. */
const MOST_REMEMBERED = 64;
const remembered = rememberLast<Open | undefined>(MOST_REMEMBERED);

function openPrint(print: Uint8Array): Open | undefined {
  const key = createHash('sha256').update(print).digest('hex');
  const known = remembered.find(key);
  if (known) return known.result;
  const ink = readInk(print);
  return remembered.keep(key, ink && openInk(ink));
}

/** The comparison of one page with many others: 0 (nothing in common) to 1. */
export function openComparison(print: Uint8Array): (other: Uint8Array) => number {
  const own = openPrint(print);
  return (other) => {
    const beside = own && openPrint(other);
    if (!beside) return 0;
    const found = findOverlay(own, beside, openTurns(other)(print), SAME);
    return found ? judge(found) : 0;
  };
}

/** From here up no other page is likelier to be the same one. */
const CERTAIN = 0.8;

/** The likenesses of several, as far as to the first that is certain: those behind it are not looked at. */
export function compareInTurn(print: Uint8Array, others: readonly Uint8Array[]): number[] {
  const compare = openComparison(print);
  const likes: number[] = [];
  for (const other of others) {
    likes.push(compare(other));
    if ((likes.at(-1) ?? 0) >= CERTAIN) break;
  }
  return likes;
}

/** 0 (nothing in common) to 1. */
export const compareFingerprints = (one: Uint8Array, other: Uint8Array): number => openComparison(one)(other);

export const planeOf = ({ width, height, cells }: Ink): Plane => ({
  width,
  height,
  cells: new Float32Array(cells),
});

/** `likes`: how much each turn of the other page has for it; turns that have much less than the best are not tried. */
export function findOverlay(one: Open, other: Open, likes: readonly number[], enough = 1): Found | undefined {
  const most = Math.max(...likes);
  let best: { quarters: number; found: NonNullable<ReturnType<typeof align>> } | undefined;
  for (const [quarters, like] of likes.entries()) {
    if (like < most * NEARLY) continue;
    const found = align(one.marks, turnLandmarks(other.marks, other.ink, quarters), one.ink);
    if (found && found.agree > (best?.found.agree ?? 0)) best = { quarters, found };
  }
  if (!best) return undefined;
  const { quarters, found } = best;
  const overlay = layOver(planeOf(one.ink), turnPlane(planeOf(other.ink), quarters), found.map, enough);
  return overlay && { ...overlay, quarters };
}

export function judge({ blocks, seen }: Overlay): number {
  if (blocks.length < BLOCKS_LEAST || Math.max(...seen) < SEEN || Math.min(...seen) < SEEN_EITHER) return 0;
  const likes = Float32Array.from(blocks, ({ like }) => like).sort();
  return Math.max(0, likes[Math.floor(likes.length * WORST)] ?? 0);
}

/** How many places a page has in common with the heads of others, for each turn of the first page; 0 to 1. */
export function openTurns(print: Uint8Array): (head: Uint8Array) => number[] {
  const own = readWords(print);
  if (!own) return () => [0, 0, 0, 0];
  const tables = [0, 1, 2, 3].map((quarters) => {
    const counts = new Float32Array(WORD_COUNT);
    for (const word of own) {
      const turned = turnWord(word, quarters);
      counts[turned] = (counts[turned] as number) + 1;
    }
    return counts;
  });
  const all = own.reduce((sum, word) => sum + weightOf(word), 0);
  const counts = new Uint8Array(WORD_COUNT);
  return (head) => {
    const words = readWords(head);
    if (!words || words.length === 0) return [0, 0, 0, 0];
    const common = [0, 0, 0, 0];
    let total = 0;
    for (const word of words) {
      const weight = weightOf(word);
      total += weight;
      const before = counts[word] as number;
      counts[word] = before + 1;
      // As many as both have of a word: the smaller of the two counts.
      for (let quarters = 0; quarters < 4; quarters += 1)
        if (before < ((tables[quarters] as Float32Array)[word] as number))
          common[quarters] = (common[quarters] as number) + weight;
    }
    for (const word of words) counts[word] = 0;
    return common.map((sum) => sum / Math.max(1e-6, Math.sqrt(all * total)));
  };
}

/** For many pages at once: the places in common with the head of another fingerprint, 0 where they cannot be the same page. */
export function openCoarse(print: Uint8Array): (head: Uint8Array) => number {
  const turnsOf = openTurns(print);
  return (head) => {
    const likest = Math.max(...turnsOf(head));
    return likest >= COARSE_LEAST ? likest : 0;
  };
}

/**
 * The heads again, each with how much of what only few of them have it shares with the page: among a hundred papers of one
 * form the form says nothing. In the order given; 0 and more.
 */
export function rankByRareWords(print: Uint8Array, heads: readonly Uint8Array[]): number[] {
  const own = new Set(readWords(print) ?? []);
  const having = new Uint16Array(WORD_COUNT);
  const sets = heads.map((head) => new Set(readWords(head) ?? []));
  for (const words of sets)
    for (const word of words)
      for (let quarters = 0; quarters < 4; quarters += 1)
        having[turnWord(word, quarters)] = (having[turnWord(word, quarters)] as number) + 1;
  const rarity = Float32Array.from(having, (count) => Math.log((4 * heads.length + 1) / (count + 0.5)));
  return sets.map((words) => {
    const sums = [0, 1, 2, 3].map((quarters) => {
      let sum = 0;
      for (const word of own) {
        const turned = turnWord(word, quarters);
        if (words.has(turned)) sum += rarity[turned] as number;
      }
      return sum;
    });
    const all = [...words].reduce((sum, word) => sum + (rarity[word] as number), 0);
    return Math.max(...sums) / Math.sqrt(Math.max(1, all));
  });
}
