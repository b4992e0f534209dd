// Two kept pages side by side: how the other one is turned to lie like the first, and the places where they differ.

import type { Turn } from '../../../shared/domain.ts';
import { type PageBox, turnBox } from '../../../shared/page-findings.ts';
import type { ComparedPages, KeptPage } from '../workshop.ts';
import { findOverlay, openInk } from './compare-fingerprints.ts';
import { INK_EDGE, takePlacedInk } from './ink.ts';
import type { Block, Point } from './lay-over.ts';
import { viewKept } from './print-anew.ts';

/** Blocks that are less alike than the usual one by this are shown as different, and so many of them at most. */
const DIFFERENT = 0.25;
const MOST_BOXES = 40;
/** Blocks overlap: a place that differs is seen by several, unless it differs altogether. */
const LEAST_BLOCKS = 3;
const CLEARLY = 0.4;
/** Blocks whose middles lie no further apart, in shares of the page, are shown as one place. */
const TOGETHER = 0.05;

export async function comparePages(one: KeptPage, other: KeptPage): Promise<ComparedPages | null> {
  const own = takePlacedInk(await viewKept(one), INK_EDGE);
  const beside = takePlacedInk(await viewKept(other), INK_EDGE);
  if (!own || !beside) return null;
  const found = findOverlay(openInk(own.ink), openInk(beside.ink), [1, 1, 1, 1]);
  if (!found) return null;
  const turn = (found.quarters * 90) as Turn;
  const { width, height } = beside.ink;
  const usual = [...found.blocks].sort((a, b) => a.like - b.like)[found.blocks.length >> 1]?.like ?? 1;
  const groups = gather(found.blocks.filter(({ like }) => like < usual - DIFFERENT));
  const differences = groups.slice(0, MOST_BOXES).map((group) => {
    const corners = group.map(found.cornersOf);
    const placed = {
      one: corners.flatMap((at) => at.one.map(([x, y]) => own.placeOf(x, y))),
      other: corners.flatMap((at) =>
        at.other
          .map((point) => turnBack(point, { width, height }, found.quarters))
          .map(([x, y]) => beside.placeOf(x, y)),
      ),
    };
    return { one: boxAround(placed.one), other: turnBox(boxAround(placed.other), turn) };
  });
  return { turn, differences };
}

/** From a picture turned clockwise by quarters to the one it was made of, whose size is given. */
function turnBack(
  [x, y]: Point,
  { width, height }: { width: number; height: number },
  quarters: number,
): Point {
  if (quarters === 1) return [y, height - x];
  if (quarters === 2) return [width - x, height - y];
  return quarters === 3 ? [width - y, x] : [x, y];
}

function gather(blocks: readonly Block[]): Block[][] {
  const open = new Set(blocks);
  const groups: Block[][] = [];
  for (const start of blocks) {
    if (!open.delete(start)) continue;
    const group = [start];
    for (const member of group) {
      for (const other of open) {
        if (Math.hypot(other.x - member.x, (other.y - member.y) * 1.5) > TOGETHER) continue;
        open.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups
    .filter((group) => group.length >= LEAST_BLOCKS || group.some(({ like }) => like < CLEARLY))
    .sort((a, b) => b.length - a.length);
}

function boxAround(points: readonly Point[]): PageBox {
  const within = (value: number) => Math.min(1, Math.max(0, value));
  const [xs, ys] = [points.map(([x]) => within(x)), points.map(([, y]) => within(y))];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}
