// Two pages that look alike in small, laid over each other as finely as they were looked at: a date or a number that differs is found.

import { createHash } from 'node:crypto';
import type { KeptPage } from '../workshop.ts';
import { align, turnLandmarks } from './align.ts';
import { openInk, planeOf } from './compare-fingerprints.ts';
import type { Homography } from './fit-homography.ts';
import { INK_EDGE, type Ink, openPaper } from './ink.ts';
import type { Landmarks } from './landmarks.ts';
import { type Block, layFinely } from './lay-over.ts';
import { turnPlane } from './planes.ts';
import { viewKept } from './print-anew.ts';
import { rememberLast } from './remember.ts';
import type { View } from './view.ts';

/** Settled with test/bench/look-alikes.ts. Blocks of a letter or two that are less alike than this show other writing. */
const OTHER_WRITING = 0.6;
/** Less ink than this share of the other's is a stamp, a note or a shadow on one of the two, and no other writing. */
const WRITTEN = 0.4;
/** So many of them side by side are no speck, and no crease. */
const BLOCKS_LEAST = 6;
/** Middles of neighbours lie no further apart, in cells: a step of the blocks is 8. */
const NEXT = 16;
/** Cells along the longer side of the fine picture: more than ink is measured on, so that blocks are laid by less than a pixel. */
const FINE_EDGE = 1400;
/** Pixels of a view below which a page is too coarse to read. */
const COARSE_EDGE = 1000;

/** What a page is told apart by: finely for its writing, and coarsely with landmarks, to find how two pages lie. */
type Reading = { small: Ink; marks: Landmarks; fine: () => Ink };

/** Null where the page is too coarse to read, or has too little on it. */
function readPaper(view: View): Reading | null {
  const paper = Math.max(view.width, view.height) < COARSE_EDGE ? null : openPaper(view);
  if (!paper) return null;
  const small = paper(INK_EDGE).ink;
  return { small, marks: openInk(small).marks, fine: () => paper(FINE_EDGE).ink };
}

/** True where the writing differs for certain; false says nothing: same paper, too coarse, too little in common. */
export const haveOtherWriting = (one: View, other: View): boolean =>
  tellApart(readPaper(one), readPaper(other));

function tellApart(one: Reading | null, other: Reading | null): boolean {
  const found = one && other && alignTurned(one, other);
  if (!found) return false;
  const [small, beside] = [one.small, other.small];
  const [fine, fineBeside] = [one.fine(), other.fine()];
  const { map, quarters } = found;
  const fineMap = scaleMap(map, growth(small, fine), turned(growth(beside, fineBeside), quarters));
  const blocks = layFinely(
    { one: planeOf(small), other: turnPlane(planeOf(beside), quarters), map },
    { one: planeOf(fine), other: turnPlane(planeOf(fineBeside), quarters), map: fineMap },
    OTHER_WRITING,
  );
  return largestGroup(blocks, NEXT / FINE_EDGE) >= BLOCKS_LEAST;
}

function alignTurned(one: Reading, other: Reading) {
  const turns = [0, 1, 2, 3].flatMap((quarters) => {
    const found = align(one.marks, turnLandmarks(other.marks, other.small, quarters), one.small);
    return found ? [{ ...found, quarters }] : [];
  });
  return turns.sort((a, b) => b.agree - a.agree)[0];
}

type Growth = readonly [across: number, down: number];
const growth = (from: Ink, to: Ink): Growth => [to.width / from.width, to.height / from.height];
const turned = ([across, down]: Growth, quarters: number): Growth =>
  quarters % 2 === 0 ? [across, down] : [down, across];

/** The same map between pictures that have grown. */
function scaleMap(
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0]: Homography,
  [across, down]: Growth,
  [along, up]: Growth,
): Homography {
  return [
    ...[(a * along) / across, (b * along) / down, c * along],
    ...[(d * up) / across, (e * up) / down, f * up],
    ...[g / across, h / down],
  ];
}

/** Blocks of the largest group of neighbours that show other writing; `near` in shares of the page. */
function largestGroup(blocks: readonly Block[], near: number): number {
  const open = new Set(
    blocks.filter(({ like, ink, least }) => like < OTHER_WRITING && least > ink * WRITTEN),
  );
  let largest = 0;
  for (const start of [...open]) {
    if (!open.delete(start)) continue;
    const group = [start];
    for (const member of group) {
      for (const next of open) {
        if (Math.abs(next.x - member.x) > near || Math.abs(next.y - member.y) > near) continue;
        open.delete(next);
        group.push(next);
      }
    }
    largest = Math.max(largest, group.length);
  }
  return largest;
}

/** Papers on one form come in one after another, and each is held against those before: about a megabyte each. */
const MOST_REMEMBERED = 32;
const remembered = rememberLast<Reading | null>(MOST_REMEMBERED);

async function readKept(page: KeptPage): Promise<Reading | null> {
  const key = createHash('sha256').update(page.bytes).update(JSON.stringify(page.wish)).digest('hex');
  const known = remembered.find(key);
  return known ? known.result : remembered.keep(key, readPaper(await viewKept(page)));
}

/** As `haveOtherWriting`, of two kept pages as they came. */
export const areTwoPapers = async (one: KeptPage, other: KeptPage): Promise<boolean> =>
  tellApart(await readKept(one), await readKept(other));
