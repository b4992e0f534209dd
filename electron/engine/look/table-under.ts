// What of a photograph is no paper: the table under the sheet and the gap beside it are dark all over and thicker than any stroke.

import { TILE } from './thresholds.ts';
import type { View } from './view.ts';

/** Gray level of the paper in each tile: what is brighter than nearly all of it, so that big letters do not count. */
export type Papers = { across: number; down: number; levels: Float32Array };
const BRIGHT = 0.92;

export function measurePapers({ width, height, gray }: View): Papers {
  const [across, down] = [Math.max(1, Math.ceil(width / TILE)), Math.max(1, Math.ceil(height / TILE))];
  const levels = new Float32Array(across * down);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      histogram.fill(0);
      const [right, bottom] = [Math.min(width, (column + 1) * TILE), Math.min(height, (row + 1) * TILE)];
      for (let y = row * TILE; y < bottom; y += 1) {
        for (let at = y * width + column * TILE; at < y * width + right; at += 1)
          histogram[gray[at] as number] = (histogram[gray[at] as number] as number) + 1;
      }
      let above = (right - column * TILE) * (bottom - row * TILE) * (1 - BRIGHT);
      let level = 255;
      for (; level > 0 && above >= (histogram[level] as number); level -= 1)
        above -= histogram[level] as number;
      levels[row * across + column] = level;
    }
  }
  return { across, down, levels };
}

/** Pixels of a side of the cells in which something solid is looked for. */
export const CELL = 4;
const SOLID_DARK = 0.76;
const GROWN = 4;

/** True for cells of CELL pixels that belong to something solid and dark. */
export function findSolid(view: View, papers: Papers): { across: number; solid: Uint8Array } {
  const { width, height, gray } = view;
  const [across, down] = [Math.ceil(width / CELL), Math.ceil(height / CELL)];
  const around = brightestAround(papers);
  const dark = new Uint8Array(across * down);
  const tile = TILE / CELL;
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let [sum, count] = [0, 0];
      for (let y = row * CELL; y < Math.min(height, row * CELL + CELL); y += 2)
        for (let x = column * CELL; x < Math.min(width, column * CELL + CELL); x += 1) {
          sum += gray[y * width + x] as number;
          count += 1;
        }
      const paper = around[Math.floor(row / tile) * papers.across + Math.floor(column / tile)] as number;
      if (sum < count * paper * SOLID_DARK) dark[row * across + column] = 1;
    }
  }
  const core = dropSmall(spreadCells(dark, { across, down, reach: 2, all: true }), across);
  return { across, solid: spreadCells(core, { across, down, reach: GROWN, all: false }) };
}

function brightestAround({ across, down, levels }: Papers): Float32Array {
  const reach = 1;
  return Float32Array.from(levels, (_, at) => {
    const [column, row] = [at % across, Math.floor(at / across)];
    let most = 0;
    for (let y = Math.max(0, row - reach); y <= Math.min(down - 1, row + reach); y += 1)
      for (let x = Math.max(0, column - reach); x <= Math.min(across - 1, column + reach); x += 1)
        most = Math.max(most, levels[y * across + x] as number);
    return most;
  });
}

/** What hangs together in fewer cells is a star of a stamp or a big letter. */
const LEAST_CELLS = 30;

function dropSmall(cells: Uint8Array, across: number): Uint8Array {
  const open = cells.slice();
  const kept = new Uint8Array(cells.length);
  for (let start = 0; start < open.length; start += 1) {
    if (open[start] === 0) continue;
    const members = [start];
    open[start] = 0;
    for (let next = 0; next < members.length; next += 1) {
      const at = members[next] as number;
      const column = at % across;
      for (const beside of [
        at - across,
        at + across,
        column > 0 ? at - 1 : -1,
        column < across - 1 ? at + 1 : -1,
      ]) {
        if (!open[beside]) continue;
        open[beside] = 0;
        members.push(beside);
      }
    }
    if (members.length >= LEAST_CELLS) for (const at of members) kept[at] = 1;
  }
  return kept;
}

type Spread = { across: number; down: number; reach: number; all: boolean };

/** A cell is set where `all` cells within reach are set, or any of them; beyond the border there are none to ask. */
function spreadCells(cells: Uint8Array, { across, down, reach, all }: Spread): Uint8Array {
  const wanted = all ? 0 : 1;
  const wide = cells.slice();
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      if (cells[row * across + column] !== wanted) continue;
      const last = Math.min(across - 1, column + reach);
      wide.fill(wanted, row * across + Math.max(0, column - reach), row * across + last + 1);
    }
  }
  const both = wide.slice();
  for (let row = 0; row < down; row += 1) {
    const [top, bottom] = [Math.max(0, row - reach), Math.min(down - 1, row + reach)];
    for (let column = 0; column < across; column += 1) {
      if (wide[row * across + column] !== wanted) continue;
      for (let y = top; y <= bottom; y += 1) both[y * across + column] = wanted;
    }
  }
  return both;
}
