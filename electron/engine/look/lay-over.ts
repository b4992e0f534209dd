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

/** `enough`: once a block is as like as this, it is not looked for a better place; `farther`: how far one is looked for that is less like. */
type Search = {
  wide: number;
  high: number;
  step: number;
  reach: number;
  quiet: number;
  shiftAt: Surface;
  enough?: number;
  farther?: number;
};

const still: Surface = () => [0, 0];

/** `seen`: how much of either page's ink lies on the other. The finer picture is laid over the coarser one. How much more than `enough` blocks are alike is not looked for. */
export function layOver(one: Plane, other: Plane, map: Homography, enough = 1): Overlay | undefined {
  const scale = scaleAt(map, one.width / 2, one.height / 2);
  if (scale >= 1) return layOnto({ one, other, map }, scale, enough);
  const back = invert(map);
  const found = layOnto(
    { one: other, other: one, map: back },
    scaleAt(back, other.width / 2, other.height / 2),
    enough,
  );
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

/** Cells by which a corner that is bent up may lie beside the smooth surface. */
const BENT = 6;

type Prepared = {
  own: Plane;
  other: Plane;
  laid: Plane;
  small: Plane;
  scaled: Homography;
  quiet: number;
};

/** Both softened, the sheet laid where the map says, as coarse as the ground. */
function prepare(ground: Plane, sheet: Plane, map: Homography, scale: number): Prepared {
  const fit = Math.max(1, scale);
  const [across, down] = [Math.round(sheet.width / fit), Math.round(sheet.height / fit)];
  const small = fit < 1.1 ? sheet : resizePlane(softenPlane(sheet, 1), across, down);
  const [sx, sy] = [small.width / sheet.width, small.height / sheet.height];
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = map;
  const scaled = [a * sx, b * sx, c * sx, d * sy, e * sy, f * sy, g, h];
  const laid = layPlane(small, scaled, ground);
  const own = softenPlane(ground, 1);
  const mean = own.cells.reduce((sum, value) => sum + value, 0) / own.cells.length;
  return { own, other: softenMasked(laid), laid, small, scaled, quiet: mean * 0.35 };
}

/** Where each block lies, from where blocks lie roughly. */
function refine({ own, other, quiet }: Prepared, roughly: Surface): Surface {
  const near = matchBlocks(own, other, { wide: 28, high: 20, step: 26, reach: 3, quiet, shiftAt: roughly });
  const good = near.filter(({ like }) => like > 0.4);
  return fitSurface(good, 2) ?? roughly;
}

function findSurface(prepared: Prepared): Surface | undefined {
  const { own, other, quiet } = prepared;
  const half = (plane: Plane) => resizePlane(plane, plane.width >> 1, plane.height >> 1);
  const search = { wide: 24, high: 24, step: 16, reach: 5, quiet, shiftAt: still };
  const rough = matchBlocks(half(own), half(other), search);
  const good = rough.filter(({ like }) => like > 0.35);
  const first = fitSurface(good, 2);
  return first && refine(prepared, first);
}

function layOnto(
  { one: ground, other: sheet, map }: Pair,
  scale: number,
  enough: number,
): Overlay | undefined {
  const prepared = prepare(ground, sheet, map, scale);
  const { own, other, laid, small, scaled, quiet } = prepared;
  const surface = findSurface(prepared);
  if (!surface) return undefined;
  const edge = Math.max(ground.width, ground.height);
  return {
    blocks: matchBlocks(own, other, { ...FINAL, quiet, enough, shiftAt: surface }),
    seen: [shareSeen(ground, laid), shareSeen(small, layPlane(ground, invert(scaled), small))],
    cornersOf: (block) => {
      const own = cornersAround(block.x * edge, block.y * edge);
      const moved = cornersAround((block.x + block.across) * edge, (block.y + block.down) * edge);
      return { one: own, other: moved.map(([x, y]) => mapPlace(map, x, y)) };
    },
  };
}

export type Pair = { one: Plane; other: Plane; map: Homography };

/**
 * The same two pages twice: the coarse pictures say where blocks lie, the fine ones how alike they are; how much more than
 * `enough` is not asked. Empty when they share too little.
 */
export function layFinely(coarse: Pair, fine: Pair, enough: number): Block[] {
  const scale = scaleAt(coarse.map, coarse.one.width / 2, coarse.one.height / 2);
  const [rough, sharp] = scale >= 1 ? [coarse, fine] : [swap(coarse), swap(fine)];
  const by = scale >= 1 ? scale : 1 / scale;
  const roughly = findSurface(prepare(rough.one, rough.other, rough.map, by));
  if (!roughly) return [];
  const prepared = prepare(sharp.one, sharp.other, sharp.map, by);
  const { own, other, quiet } = prepared;
  return matchBlocks(own, other, {
    ...FINAL,
    quiet,
    enough,
    farther: BENT,
    shiftAt: refine(prepared, roughly),
  });
}

const swap = ({ one, other, map }: Pair): Pair => ({ one: other, other: one, map: invert(map) });

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

/** Steps from a place to those around it, ring by ring, as far as any search reaches. */
const around = ((most: number) => {
  const all: { x: number; y: number }[] = [];
  for (let y = -most; y <= most; y += 1) for (let x = -most; x <= most; x += 1) all.push({ x, y });
  const ring = ({ x, y }: { x: number; y: number }) => Math.max(Math.abs(x), Math.abs(y));
  all.sort((one, other) => ring(one) - ring(other));
  return { x: Int32Array.from(all, ({ x }) => x), y: Int32Array.from(all, ({ y }) => y) };
})(BENT);

type Match = { across: number; down: number; like: number; ink: number; least: number };
type Place = { left: number; top: number; across: number; down: number };

/** The best place of one block of `a` in `b`; undefined where neither says anything or `b` does not show it. */
function matchBlock(
  a: Plane,
  b: Plane,
  search: Search,
  { left, top, across, down }: Place,
): Match | undefined {
  const { wide, high, reach, quiet, enough = 1, farther = 0 } = search;
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
  const tries = (2 * away + 1) ** 2;
  for (let tried = 0; tried < tries && best.like < enough; tried += 1) {
    const [dx, dy] = [across + (around.x[tried] as number), down + (around.y[tried] as number)];
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
  if (best.like === -2 || best.ink < quiet) return undefined;
  return best.like < enough && farther > reach
    ? matchBlock(a, b, { ...search, reach: farther }, { left, top, across, down })
    : best;
}
