// What a person changed about one page, as data, and the geometry of it; the original bytes never change.

import { z } from 'zod';
import type { ScanPage, Turn } from './domain.ts';

/** Shares of the upright page (as intake decided it) from its upper left corner: 0..1. */
const share = z.number().min(0).max(1);
export const pagePoint = z.tuple([share, share]);
export type PagePoint = z.infer<typeof pagePoint>;

/** Clockwise from the upper left. */
export const pageCorners = z
  .tuple([pagePoint, pagePoint, pagePoint, pagePoint])
  .refine((corners) => isUsable(corners), { message: 'convex, clockwise, not too small' });
export type PageCorners = z.infer<typeof pageCorners>;

/** Left, top, width, height. */
export const pageCrop = z
  .tuple([share, share, share, share])
  .refine(([left, top, width, height]) => left + width <= 1.00001 && top + height <= 1.00001, {
    message: 'inside the page',
  })
  .refine(([, , width, height]) => width >= SMALLEST_SIDE && height >= SMALLEST_SIDE, {
    message: 'not too small',
  });
export type PageCrop = z.infer<typeof pageCrop>;

export const pageHalves = ['left', 'right', 'top', 'bottom'] as const;
export type PageHalf = (typeof pageHalves)[number];

/**
 * Applied in this order to the upright page: cut out (`crop`, or `corners` pulled straight), `half` of that, `enhance`,
 * `mirrored` left to right; the turn that the paper's page carries comes last.
 */
export const pageEdit = z
  .object({
    mirrored: z.boolean(),
    crop: pageCrop.nullable(),
    corners: pageCorners.nullable(),
    enhance: z.enum(['none', 'paper']),
    half: z.enum(pageHalves).nullable(),
  })
  .refine(({ crop, corners }) => crop === null || corners === null, { message: 'crop or corners' });
export type PageEdit = z.infer<typeof pageEdit>;

/** An edit as a packet names it: its text, and what made the page upright before it. */
export const sourceEdit = z.object({
  text: z.string().refine((text) => parseEdit(text) !== undefined),
  mirrored: z.boolean(),
  turn: z.literal([0, 90, 180, 270]),
});
export type SourceEdit = z.infer<typeof sourceEdit>;

export const noEdit: PageEdit = { mirrored: false, crop: null, corners: null, enhance: 'none', half: null };

/** No side of what is cut out may be shorter than this share of the page. */
export const SMALLEST_SIDE = 0.02;
/** A PDF page that is edited is drawn as a picture first. */
export const EDITED_PDF_DPI = 300;
/** Whatever an edit asks for, its picture has no more pixels than this. */
export const LARGEST_EDITED_PIXELS = 40_000_000;
/** Coordinates are kept to a hundred-thousandth: a twentieth of a pixel of a large photo. */
const GRAIN = 100_000;

const grains = (value: number): number => Math.round(value * GRAIN);

/** One text for equal edits, safe in an address; '' for an edit that changes nothing. */
export function formatEdit({ mirrored, crop, corners, enhance, half }: PageEdit): string {
  const parts = [
    mirrored ? 'm' : '',
    crop ? `r${crop.map(grains).join('-')}` : '',
    corners ? `q${corners.flat().map(grains).join('-')}` : '',
    enhance === 'paper' ? 'p' : '',
    half ? `h${half[0]}` : '',
  ];
  return parts.filter((part) => part !== '').join('_');
}

const LETTERS = { l: 'left', r: 'right', t: 'top', b: 'bottom' } as const;

/** Undefined for a text that no edit has. */
export function parseEdit(text: string): PageEdit | undefined {
  const edit = { ...noEdit };
  if (text.length > 200) return undefined;
  for (const part of text.split('_')) {
    const numbers = part.slice(1).split('-').map(Number);
    const shares = numbers.map((value) => value / GRAIN);
    const half = LETTERS[part.slice(1) as keyof typeof LETTERS];
    if (part === 'm') edit.mirrored = true;
    else if (part === 'p') edit.enhance = 'paper';
    else if (part[0] === 'h' && half) edit.half = half;
    else if (part[0] === 'r' && shares.length === 4) edit.crop = shares as PageCrop;
    else if (part[0] === 'q' && shares.length === 8) edit.corners = inPairs(shares) as PageCorners;
    else return undefined;
  }
  const parsed = pageEdit.safeParse(edit);
  return parsed.success && formatEdit(parsed.data) === text ? parsed.data : undefined;
}

const inPairs = (values: number[]): number[][] =>
  Array.from({ length: values.length / 2 }, (_, at) => values.slice(at * 2, at * 2 + 2));

/** The edit rounded as it is kept; undefined when it changes nothing. */
export function settleEdit(edit: PageEdit | null | undefined): PageEdit | undefined {
  return edit ? parseEdit(formatEdit(dropWhole(edit))) : undefined;
}

/** Cutting out the whole page is no cutting. */
function dropWhole(edit: PageEdit): PageEdit {
  const whole = (corners: readonly (readonly number[])[] | null) =>
    corners !== null && formatCorners(corners) === formatCorners(wholePage);
  return {
    ...edit,
    crop: edit.crop && whole(cornersOfCrop(edit.crop)) ? null : edit.crop,
    corners: whole(edit.corners) ? null : edit.corners,
  };
}

const formatCorners = (corners: readonly (readonly number[])[]): string => corners.flat().map(grains).join();

export const wholePage: PageCorners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];

export const cornersOfCrop = ([left, top, width, height]: PageCrop): PageCorners => [
  [left, top],
  [left + width, top],
  [left + width, top + height],
  [left, top + height],
];

/** The smallest upright rectangle around four points. */
export function cropAround(corners: PageCorners): PageCrop {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top];
}

/** Convex, clockwise as seen (y grows downwards), every side long enough, no corner nearly flat. */
export function isUsable(corners: readonly (readonly [number, number])[]): boolean {
  return corners.every((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner;
    const after = corners[(at + 2) % 4] ?? corner;
    const [ax, ay] = [next[0] - corner[0], next[1] - corner[1]];
    const [bx, by] = [after[0] - next[0], after[1] - next[1]];
    const [a, b] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
    return a >= SMALLEST_SIDE && b >= SMALLEST_SIDE && ax * by - ay * bx > a * b * FLATTEST;
  });
}
/** Sine of the flattest corner: 10 degrees. */
const FLATTEST = 0.17;

/** Nine numbers that bring the unit square to four corners (Heckbert, 1989: square to quadrilateral). */
export function squareToCorners(corners: PageCorners): number[] {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners;
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const det = (x1 - x2) * (y3 - y2) - (x3 - x2) * (y1 - y2);
  const g = (sumX * (y3 - y2) - (x3 - x2) * sumY) / det;
  const h = ((x1 - x2) * sumY - sumX * (y1 - y2)) / det;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

export function projectPoint(matrix: readonly number[], [x, y]: readonly [number, number]): PagePoint {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 1] = matrix;
  const w = g * x + h * y + i;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

export type PageSize = { width: number; height: number };

/** The upright page in pixels, as edits see it. */
export function uprightSize({ width, height, unit, turn }: Omit<ScanPage, 'mirrored'>): PageSize {
  const scale = unit === 'pt' ? EDITED_PDF_DPI / 72 : 1;
  const [across, down] = turn === 90 || turn === 270 ? [height, width] : [width, height];
  return { width: Math.max(1, Math.round(across * scale)), height: Math.max(1, Math.round(down * scale)) };
}

/** The part of the unit square (left, top, right, bottom) that a half is. */
export const partOfHalf = (half: PageHalf | null): [number, number, number, number] => [
  half === 'right' ? 0.5 : 0,
  half === 'bottom' ? 0.5 : 0,
  half === 'left' ? 0.5 : 1,
  half === 'top' ? 0.5 : 1,
];

/** Pixels of the edited page before its last turn; `page` is the upright page in pixels. */
export function editedSize(page: PageSize, { crop, corners, half }: PageEdit): PageSize {
  const cut = corners ?? cornersOfCrop(crop ?? [0, 0, 1, 1]);
  const points = cut.map(([x, y]) => [x * page.width, y * page.height] as const);
  const side = (from: number, to: number): number => {
    const [a, b] = [points[from] ?? [0, 0], points[to] ?? [0, 0]];
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  };
  const [left, top, right, bottom] = partOfHalf(half);
  const width = Math.max(side(0, 1), side(3, 2)) * (right - left);
  const height = Math.max(side(0, 3), side(1, 2)) * (bottom - top);
  const scale = Math.min(1, Math.sqrt(LARGEST_EDITED_PIXELS / (width * height)));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** How a person sees the page while editing it: mirrored, then turned. */
export type PageView = { mirrored: boolean; turn: Turn };

export function pointInView([x, y]: PagePoint, { mirrored, turn }: PageView): PagePoint {
  const u = mirrored ? 1 - x : x;
  if (turn === 90) return [1 - y, u];
  if (turn === 180) return [1 - u, 1 - y];
  return turn === 270 ? [y, 1 - u] : [u, y];
}

export function pointFromView([x, y]: PagePoint, { mirrored, turn }: PageView): PagePoint {
  const [u, v]: PagePoint =
    turn === 90 ? [y, 1 - x] : turn === 180 ? [1 - x, 1 - y] : turn === 270 ? [1 - y, x] : [x, y];
  return [mirrored ? 1 - u : u, v];
}

/** Which half of the upright page is seen as this one. */
export function halfFromView(half: PageHalf, view: PageView): PageHalf {
  const [left, top, right, bottom] = partOfHalf(half);
  const [x, y] = pointFromView([(left + right) / 2, (top + bottom) / 2], view);
  if (Math.abs(x - 0.5) > Math.abs(y - 0.5)) return x < 0.5 ? 'left' : 'right';
  return y < 0.5 ? 'top' : 'bottom';
}

/** As which half a half of the upright page is seen. */
export const halfInView = (half: PageHalf, view: PageView): PageHalf =>
  pageHalves.find((seen) => halfFromView(seen, view) === half) ?? half;

/** Four corners in any order of a view, as they are kept: clockwise from the upper left of the upright page. */
export function cornersFromView(corners: PageCorners, view: PageView): PageCorners {
  return startUpperLeft(corners.map((corner) => pointFromView(corner, view)) as PageCorners);
}

export const cornersInView = (corners: PageCorners, view: PageView): PageCorners =>
  startUpperLeft(corners.map((corner) => pointInView(corner, view)) as PageCorners);

/** Clockwise, beginning with the corner nearest to the upper left. */
export function startUpperLeft(corners: PageCorners): PageCorners {
  const area = corners.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = corners[(at + 1) % 4] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  const round = area < 0 ? [...corners].reverse() : corners;
  const sums = round.map(([x, y]) => x + y);
  const first = sums.indexOf(Math.min(...sums));
  return [...round.slice(first), ...round.slice(0, first)] as PageCorners;
}

/** Mirrors what is seen left to right, whatever turn the page has. */
export const mirrorView = ({ mirrored, turn }: PageView): PageView => ({
  mirrored: !mirrored,
  turn: ((360 - turn) % 360) as Turn,
});
