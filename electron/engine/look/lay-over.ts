// Lays one page over another where landmarks say it lies, and compares them block by block: papers of one form differ in few places.

import { type Homography, invert, mapPlace, scaleAt } from './fit-homography.ts';
import { fitSurface, type Shifted, type Surface } from './fit-surface.ts';
import { layPlane, type Plane, resizePlane, softenPlane } from './planes.ts';

/** One compared block: its middle and how alike it is, -1 to 1; `ink` of the fuller of the two and `least` of the other, 0 to 255. */
export type Block = Shifted & { like: number; ink: number; least: number };
export type Point = readonly [x: number, y: number];
/** `cornersOf`: where a block lies, in cells of either page. */
export type Overlay = {
  blocks: Block[];
  seen: readonly [number, number];
  cornersOf: (block: Block) => { one: Point[]; other: Point[] };
};

type Search = { wide: number; high: number; step: number; reach: number; quiet: number; shiftAt: Surface };

const still: Surface = () => [0, 0];

/** `seen`: how much of either page's ink lies on the other. The finer picture is laid over the coarser one. */
export function layOver(one: Plane, other: Plane, map: Homography): Overlay | undefined {
  const scale = scaleAt(map, one.width / 2, one.height / 2);
  if (scale >= 1) return layOnto(one, other, map, scale);
  const back = invert(map);
  const found = layOnto(other, one, back, scaleAt(back, other.width / 2, other.height / 2));
  return (
    found && {
      ...found,
      cornersOf: (block) => {
        const { one: ground, other: sheet } = found.cornersOf(block);
        return { one: sheet, other: ground };
      },
    }
  );
}

/** Cells of the blocks that are compared in the end. */
const FINAL = { wide: 20, high: 14, step: 8, reach: 1 };

function layOnto(ground: Plane, sheet: Plane, map: Homography, scale: number): Overlay | undefined {
  const fit = Math.max(1, scale);
  const [across, down] = [Math.round(sheet.width / fit), Math.round(sheet.height / fit)];
  const small = fit < 1.1 ? sheet : resizePlane(softenPlane(sheet, 1), across, down);
  const [sx, sy] = [small.width / sheet.width, small.height / sheet.height];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  const scaled = [a * sx, b * sx, c * sx, d * sy, e * sy, f * sy, g, h];
  const laid = layPlane(small, scaled, ground);
  const [own, other] = [softenPlane(ground, 1), softenMasked(laid)];
  const { width, height } = ground;
  const edge = Math.max(width, height);
  const mean = own.cells.reduce((sum, value) => sum + value, 0) / own.cells.length;
  const quiet = mean * 0.35;

  const half = (plane: Plane) => resizePlane(plane, width >> 1, height >> 1);
  const rough = matchBlocks(half(own), half(other), {
    wide: 24,
    high: 24,
    step: 16,
    reach: 5,
    quiet,
    shiftAt: still,
  });
  const first = fitSurface(
    rough.filter(({ like }) => like > 0.35),
    2,
  );
  if (!first) return undefined;
  const near = matchBlocks(own, other, { wide: 28, high: 20, step: 26, reach: 3, quiet, shiftAt: first });
  const second =
    fitSurface(
      near.filter(({ like }) => like > 0.4),
      2,
    ) ?? first;
  const blocks = matchBlocks(own, other, { ...FINAL, quiet, shiftAt: second });
  return {
    blocks,
    seen: [shareSeen(ground, laid), shareSeen(small, layPlane(ground, invert(scaled), small))],
    cornersOf: (block) => {
      const own = cornersAround(block.x * edge, block.y * edge);
      const moved = cornersAround((block.x + block.across) * edge, (block.y + block.down) * edge);
      return { one: own, other: moved.map(([x, y]) => mapPlace(map, x, y)) };
    },
  };
}

const cornersAround = (x: number, y: number): Point[] =>
  [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([dx = 0, dy = 0]) => [x + (dx * FINAL.wide) / 2, y + (dy * FINAL.high) / 2]);

/** How much of a page's ink lies where the other one shows anything. */
function shareSeen(page: Plane, laid: Plane): number {
  let [seen, all] = [0, 0];
  page.cells.forEach((value, at) => {
    all += value;
    if ((laid.cells[at] as number) >= 0) seen += value;
  });
  return all > 0 ? seen / all : 0;
}

/** Softened like the other; cells that show nothing stay so. */
function softenMasked(plane: Plane): Plane {
  const filled = { ...plane, cells: plane.cells.map((value) => Math.max(0, value)) };
  const soft = softenPlane(filled, 1);
  for (let at = 0; at < soft.cells.length; at += 1) if ((plane.cells[at] as number) < 0) soft.cells[at] = -1;
  return soft;
}

function matchBlocks(a: Plane, b: Plane, search: Search): Block[] {
  const blocks: Block[] = [];
  const { wide, high, step, shiftAt } = search;
  const edge = Math.max(a.width, a.height);
  for (let top = 0; top + high <= a.height; top += step) {
    for (let left = 0; left + wide <= a.width; left += step) {
      const [x, y] = [(left + wide / 2) / edge, (top + high / 2) / edge];
      const [across, down] = shiftAt(x, y);
      const place = { left, top, across: Math.round(across * edge), down: Math.round(down * edge) };
      const match = matchBlock(a, b, search, place);
      if (match)
        blocks.push({
          x,
          y,
          across: match.across / edge,
          down: match.down / edge,
          like: match.like,
          ink: match.ink,
          least: match.least,
        });
    }
  }
  return blocks;
}

type Place = { left: number; top: number; across: number; down: number };

/** The best place of one block of `a` in `b`; undefined where neither says anything or `b` does not show it. */
function matchBlock(a: Plane, b: Plane, { wide, high, reach, quiet }: Search, place: Place) {
  const { left, top, across, down } = place;
  const n = wide * high;
  let [sumA, sumAA] = [0, 0];
  for (let y = top; y < top + high; y += 1) {
    for (let at = y * a.width + left; at < y * a.width + left + wide; at += 1) {
      const value = a.cells[at] as number;
      sumA += value;
      sumAA += value * value;
    }
  }
  const spreadA = sumAA - (sumA * sumA) / n;
  // Where there is nothing to look for, it is enough to know whether the other page has something there.
  const away = sumA / n < quiet ? 0 : reach;
  const best = { across, down, like: -2, ink: 0, least: 0 };
  for (let dy = down - away; dy <= down + away; dy += 1) {
    for (let dx = across - away; dx <= across + away; dx += 1) {
      if (left + dx < 0 || top + dy < 0 || left + dx + wide > b.width || top + dy + high > b.height) continue;
      let [sumB, sumBB, sumAB, hidden] = [0, 0, 0, 0];
      for (let y = 0; y < high; y += 1) {
        const from = (top + y) * a.width + left;
        const to = (top + y + dy) * b.width + left + dx;
        for (let x = 0; x < wide; x += 1) {
          const value = b.cells[to + x] as number;
          if (value < 0) hidden += 1;
          sumB += value;
          sumBB += value * value;
          sumAB += value * (a.cells[from + x] as number);
        }
      }
      if (hidden > 0) continue;
      const spread = Math.sqrt(spreadA * (sumBB - (sumB * sumB) / n));
      const like = spread > 1e-3 ? (sumAB - (sumA * sumB) / n) / spread : 0;
      if (like <= best.like) continue;
      Object.assign(best, { like, across: dx, down: dy });
      [best.ink, best.least] = [Math.max(sumA, sumB) / n, Math.min(sumA, sumB) / n];
    }
  }
  return best.like > -2 && best.ink >= quiet ? best : undefined;
}
