// Two pages that look alike in small, laid over each other as finely as they were looked at: a date or a number that differs is found.

import type { KeptPage } from '../workshop.ts';
import { align, turnLandmarks } from './align.ts';
import { openInk } from './compare-fingerprints.ts';
import type { Homography } from './fit-homography.ts';
import { INK_EDGE, type Ink, openPaper } from './ink.ts';
import { type Block, layOver } from './lay-over.ts';
import { type Plane, turnPlane } from './planes.ts';
import { viewKept } from './print-anew.ts';
import type { View } from './view.ts';

/** Settled with test/bench/look-alikes.ts. Blocks of a letter or two that are less alike than this show other writing. */
const OTHER_WRITING = 0.6;
/** Less ink than this share of the other's is a stamp, a note or a shadow on one of the two, and no other writing. */
const WRITTEN = 0.4;
/** So many of them side by side are no speck, and no crease. */
const BLOCKS_LEAST = 6;
/** Middles of neighbours lie no further apart, in cells: a step of the blocks is 8. */
const NEXT = 16;
/** Cells along the longer side of the fine picture: those of the view. A page shown smaller than this, in cells, is too coarse to read. */
const FINE_EDGE = 1400;
const COARSE_EDGE = 1000;

/** True where the writing differs for certain; false says nothing: same paper, too coarse, too little in common. */
export function haveOtherWriting(one: View, other: View): boolean {
  if (Math.max(one.width, one.height) < COARSE_EDGE || Math.max(other.width, other.height) < COARSE_EDGE)
    return false;
  const [paper, otherPaper] = [openPaper(one), openPaper(other)];
  if (!paper || !otherPaper) return false;
  const [small, beside] = [paper(INK_EDGE).ink, otherPaper(INK_EDGE).ink];
  const found = alignTurned(small, beside);
  if (!found) return false;
  const [fine, fineBeside] = [paper(FINE_EDGE).ink, otherPaper(FINE_EDGE).ink];
  const laid = layOver(
    planeOf(fine),
    turnPlane(planeOf(fineBeside), found.quarters),
    scaleMap(found.map, growth(small, fine), turned(growth(beside, fineBeside), found.quarters)),
  );
  const edge = Math.max(fine.width, fine.height);
  return laid !== undefined && largestGroup(laid.blocks, NEXT / edge) >= BLOCKS_LEAST;
}

function alignTurned(one: Ink, other: Ink) {
  const [own, marks] = [openInk(one).marks, openInk(other).marks];
  const turns = [0, 1, 2, 3].flatMap((quarters) => {
    const found = align(own, turnLandmarks(marks, other, quarters), one);
    return found ? [{ ...found, quarters }] : [];
  });
  return turns.sort((a, b) => b.agree - a.agree)[0];
}

const planeOf = ({ width, height, cells }: Ink): Plane => ({
  width,
  height,
  cells: Float32Array.from(cells),
});

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

/** As `haveOtherWriting`, of two kept pages as they came. */
export const areTwoPapers = async (one: KeptPage, other: KeptPage): Promise<boolean> =>
  haveOtherWriting(await viewKept(one), await viewKept(other));
