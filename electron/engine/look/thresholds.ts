// What counts as a fault of a page: every figure in one place, settled with test/bench/preflight.ts.
//
// Not among them: "probably upside down". Without reading the writing no measure was found that holds on forms it was not made
// for, and a wrong hint there would send people turning pages that stand right.
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
  /** Ink is darker than the paper around it by at least this, and by this many times the grain. */
  ink: { least: 14, grains: 5 },
} as const;
