// Finds lines of writing on a page, whichever way they run: ink, smeared along a direction until the letters of a line touch.

import { type Bitmap, type Component, findComponents } from './components.ts';
import { TILE, thresholds } from './thresholds.ts';
import { inkStepOf, makeUpright, median, type Tiles, type View } from './view.ts';

/** A piece of a line: its middle in the view, its rise to the right (pixels a pixel), its length and thickness in pixels. */
export type Line = { x: number; y: number; slope: number; length: number; thick: number };
/** The letters on a page and nothing else; `size`: of an ordinary one, in pixels. */
export type Letters = { ink: Bitmap; size: number };

/** Undefined when there are too few to be writing. */
export function findLetters(view: View, tiles: Tiles): Letters | undefined {
  const { smallest, largest, fewest } = thresholds.lines;
  const { list, kept } = findComponents(findInk(view, tiles), (one) => {
    const [side, thin] = [sideOf(one), thinOf(one)];
    return side >= smallest && side <= largest * 4 && thin <= largest && (side < largest || thin > 5);
  });
  if (list.length < fewest) return undefined;
  return {
    ink: kept,
    size: median(
      list.map((one) => Math.min(sideOf(one), largest)),
      0.6,
    ),
  };
}

export function turnLetters({ ink, size }: Letters): Letters {
  const { width, height, gray } = makeUpright({ ...ink, gray: ink.ink }, { mirrored: false, turn: 90 });
  return { ink: { width, height, ink: gray }, size };
}

/** Nearer to the darkest of its tile than to the paper there. */
function findInk(view: View, tiles: Tiles): Bitmap {
  const { width, height, gray } = view;
  const ink = new Uint8Array(gray.length);
  const step = inkStepOf(tiles.grain);
  const levels = tiles.list.map(({ paper, dark, ink }) =>
    paper - dark < step * 1.5 || ink > 0.6 ? 0 : paper - Math.max(step, (paper - dark) * 0.4),
  );
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(tiles.down - 1, Math.floor(y / TILE)) * tiles.across;
    for (let x = 0; x < width; x += 1) {
      const level = levels[row + Math.min(tiles.across - 1, Math.floor(x / TILE))] ?? 0;
      if ((gray[y * width + x] ?? 255) < level) ink[y * width + x] = 1;
    }
  }
  return { width, height, ink };
}

const sideOf = ({ left, right, top, bottom }: Component) => Math.max(right - left, bottom - top) + 1;
const thinOf = ({ left, right, top, bottom }: Component) => Math.min(right - left, bottom - top) + 1;

/** Gaps along a row that are narrower than part of a letter are closed. */
function smear({ width, height, ink }: Bitmap, gap: number): Bitmap {
  const smeared = ink.slice();
  for (let y = 0; y < height; y += 1) {
    let last = -width;
    for (let at = y * width, x = 0; x < width; x += 1, at += 1) {
      if (ink[at] === 0) continue;
      if (x - last <= gap && x - last > 1) smeared.fill(1, at - (x - last) + 1, at);
      last = x;
    }
  }
  return { width, height, ink: smeared };
}

/** Those that run across, level or nearly. */
export function findLines({ ink, size }: Letters): Line[] {
  const { gap, thin, thick, thinnest, steepest, shortest } = thresholds.lines;
  const smeared = smear(ink, Math.max(2, Math.round(size * gap)));
  return findComponents(smeared, ({ count }) => count >= size * size)
    .list.map(measureLine)
    .filter(
      (line) =>
        line.thick >= Math.max(thinnest, size * thin) &&
        line.thick <= size * thick &&
        Math.abs(line.slope) <= steepest &&
        line.length >= line.thick * shortest,
    );
}

/** How many letters stand in lines, about. */
export const countWritten = (lines: readonly Line[]): number =>
  lines.reduce((sum, { length, thick }) => sum + length / thick, 0);

/** A filled band of thickness t varies across by t²/12. */
function measureLine({ count, x, y, xx, xy, yy, left, right }: Component): Line {
  const [midX, midY] = [x / count, y / count];
  const [varX, cov, varY] = [xx / count - midX ** 2, xy / count - midX * midY, yy / count - midY ** 2];
  const slope = varX > 0 ? cov / varX : 0;
  const thick = Math.sqrt(Math.max(0, varY - slope * cov) * 12) / Math.hypot(1, slope);
  return {
    x: (left + right) / 2,
    y: midY + slope * ((left + right) / 2 - midX),
    slope,
    length: right - left + 1,
    thick,
  };
}
