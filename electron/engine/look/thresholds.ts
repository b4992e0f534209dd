// What counts as a fault of a page: every figure in one place, settled with test/bench/preflight.ts.
// Those of `lines` and `turned` were settled with test/bench/turned.ts.
//
// Gray levels run from 0 to 255; shares from 0 to 1; a view is the upright page with at most VIEW_EDGE pixels a side.

export const VIEW_EDGE = 1400;
/** Pixels of a side of the square tiles that a view is measured in. */
export const TILE = 32;

export const thresholds = {
  /** Dots per inch when the page fills A4 (210 by 297 mm). */
  dpi: { hint: 150, strong: 100 },
  /** Steepest step between neighbouring pixels, as a share of the contrast around it; median over tiles with writing. */
  sharpness: { hint: 0.27, strong: 0.19, tiles: 12 },
  /** Gray level of the paper. */
  dark: { hint: 115, strong: 80 },
  /** How far the darkest writing stands out from the paper; median over tiles with writing. */
  contrast: { hint: 30, strong: 20, tiles: 12 },
  /** A burnt-out patch on paper that is not white: at least this share of the page. */
  glare: { hint: 0.008, strong: 0.04, burnt: 249, paperBelow: 236, noiseAbove: 0.6 },
  /** Strokes that run out of one side of the picture. */
  edge: { hint: 5, strong: 14, longestRun: 0.06, paperShare: 0.75 },
  /** Share of the paper that is ink. */
  blank: { hint: 0.0012, strong: 0.0003 },
  /** A band fainter (gray levels) and softer than this, over this share of a sheet's width or height; more of them are writing. */
  fold: { contrast: 40, sharp: 0.35, share: 0.3, most: 3 },
  /** Bright patches apart from each other on something darker. */
  papers: { smallest: 0.06, fill: 0.72, ground: 0.12, step: 40 },
  /**
   * Lines of writing. Letters: pixels of a side, and how many there must be. Joined when the gap is under this share of a letter;
   * a line is this many letters (and pixels) thick, rises at most so steeply, and is this many times longer than thick.
   */
  lines: {
    ...{ smallest: 5, largest: 70, fewest: 12 },
    ...{ gap: 0.5, thin: 0.55, thick: 2.2, thinnest: 7, steepest: 0.3, shortest: 2.2 },
  },
  /**
   * Which way up. A line speaks with how much likelier it is upright as it stands than turned over, -1 to 1. A hint needs lines that
   * agree: their sum and their mean; once the sum is `clear`, no more are asked. Two first lines less likely than `sure` to be upside down settle that the page stands right.
   * Sideways: so many times more letters in lines that run down than in lines that run across.
   * `lying`: the share of the sum that characters lying in their lines would reach.
   */
  turned: { lines: 8, sum: 2.5, mean: 0.5, clear: 3.8, sure: 0.05, sideways: 1.5, lying: 0.6 },
  /** Ink is darker than the paper around it by at least this, and by this many times the grain. */
  ink: { least: 14, grains: 5 },
} as const;
