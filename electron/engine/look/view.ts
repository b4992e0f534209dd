// A small gray view of an upright page and its tiles: what every look at a page is measured on.

import type { ScanPage } from '../../../shared/domain.ts';
import { TILE, thresholds } from './thresholds.ts';

/** `gray` is row by row, one byte a pixel. */
export type View = { width: number; height: number; gray: Uint8Array };

/** One square of the view: gray level of its paper (third quartile), of its darkest two hundredths, and its share of ink. */
export type Tile = { paper: number; middle: number; dark: number; mean: number; ink: number };
export type Tiles = {
  across: number;
  down: number;
  list: Tile[];
  /** Gray level of the page's paper. */
  paper: number;
  /** Standard deviation of the grain, gray levels. */
  grain: number;
};

/** Mirrored left-right first, then turned clockwise, as a scan page says. */
export function makeUpright(view: View, { mirrored, turn }: Pick<ScanPage, 'mirrored' | 'turn'>): View {
  if (!mirrored && turn === 0) return view;
  const { width, height, gray } = view;
  const sideways = turn % 180 !== 0;
  const across = sideways ? height : width;
  const down = sideways ? width : height;
  const upright = new Uint8Array(gray.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = mirrored ? width - 1 - x : x;
      const [u, v] =
        turn === 90
          ? [height - 1 - y, x]
          : turn === 180
            ? [width - 1 - x, height - 1 - y]
            : turn === 270
              ? [y, width - 1 - x]
              : [x, y];
      upright[v * across + u] = gray[y * width + from] ?? 0;
    }
  }
  return { width: across, height: down, gray: upright };
}

/** The value below which `share` of the histogram lies. */
function quantile(histogram: Uint32Array, count: number, share: number): number {
  let below = 0;
  for (let level = 0; level < histogram.length; level += 1) {
    below += histogram[level] ?? 0;
    if (below > count * share) return level;
  }
  return histogram.length - 1;
}

export function median(values: number[], share = 0.5): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Median step between neighbours in a row, scaled to a standard deviation (1.4826, and two pixels make a step). */
export function measureGrain({ width, height, gray }: View): number {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let y = 0; y < height; y += 2) {
    for (let x = 1; x < width; x += 2) {
      const step = Math.abs((gray[y * width + x] ?? 0) - (gray[y * width + x - 1] ?? 0));
      histogram[step] = (histogram[step] ?? 0) + 1;
      count += 1;
    }
  }
  return (quantile(histogram, count, 0.5) * 1.4826) / Math.SQRT2;
}

function measureTile(view: View, left: number, top: number, inkStep: number): Tile {
  const { width, height, gray } = view;
  const right = Math.min(width, left + TILE);
  const bottom = Math.min(height, top + TILE);
  const histogram = new Uint32Array(256);
  let sum = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const level = gray[y * width + x] ?? 0;
      histogram[level] = (histogram[level] ?? 0) + 1;
      sum += level;
    }
  }
  const count = (right - left) * (bottom - top);
  const paper = quantile(histogram, count, 0.75);
  let ink = 0;
  for (let level = 0; level < paper - inkStep; level += 1) ink += histogram[level] ?? 0;
  return {
    paper,
    middle: quantile(histogram, count, 0.5),
    dark: quantile(histogram, count, 0.02),
    mean: sum / count,
    ink: ink / count,
  };
}

export const inkStepOf = (grain: number): number =>
  Math.max(thresholds.ink.least, thresholds.ink.grains * grain);

export function measureTiles(view: View): Tiles {
  const across = Math.max(1, Math.floor(view.width / TILE));
  const down = Math.max(1, Math.floor(view.height / TILE));
  const grain = measureGrain(view);
  const list: Tile[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      list.push(measureTile(view, column * TILE, row * TILE, inkStepOf(grain)));
    }
  }
  // The brighter half is the paper, even of a photo that shows much table.
  const paper = median(
    list.map((tile) => tile.paper),
    0.75,
  );
  return { across, down, list, paper, grain };
}

/** Tiles that hold paper and not the table under it. */
export const isPaper = (tile: Tile, { paper }: Pick<Tiles, 'paper'>): boolean => tile.paper >= paper * 0.7;

/** Well inside the paper: its border and the table's grain are no ink. `share`: how bright its surroundings must be. */
export function isInside(tiles: Tiles, at: number, share = 0.7): boolean {
  const { across, list, paper } = tiles;
  const column = at % across;
  const around = [-across, 0, across].flatMap((row) => [-1, 0, 1].map((step) => [row, step] as const));
  return around.every(([row, step]) => {
    const beside = list[at + row + step];
    const beyond = column + step < 0 || column + step >= across || !beside;
    return beyond || beside.paper >= paper * share;
  });
}
