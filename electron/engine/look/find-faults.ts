// Finds what may spoil a page at the counter. Every finding is a hint; nothing is refused for it.

import type { ScanPage } from '../../../shared/domain.ts';
import type { PageBox, PageFinding } from '../../../shared/page-findings.ts';
import { findFolds } from './find-folds.ts';
import { findPatches } from './patches.ts';
import { measureSharpness } from './sharpness.ts';
import { TILE, thresholds } from './thresholds.ts';
import { inkStepOf, isInside, isPaper, median, type Tile, type Tiles, type View } from './view.ts';

type Limits = { hint: number; strong: number };
type Fault = PageFinding | undefined;

const below = (code: PageFinding['code'], measure: number, { hint, strong }: Limits): Fault =>
  measure < hint ? { code, severity: measure < strong ? 'strong' : 'hint', box: null, measure } : undefined;

/** In the order of the codes; `view` and `tiles` are of the upright page, `dpi` of a page without pixels of its own. */
export function findFaults(page: ScanPage, view: View, tiles: Tiles, dpi?: number): PageFinding[] {
  const written = tiles.list.filter((tile) => isPaper(tile, tiles) && tile.ink > 0.03 && tile.ink < 0.6);
  const blank = findBlank(view, tiles);
  return [
    findResolution(page, dpi),
    blank ? undefined : findBlur(view, tiles),
    below('too-dark', tiles.paper, thresholds.dark),
    blank || written.length < thresholds.contrast.tiles ? undefined : findPale(written),
    findGlare(tiles),
    ...findCutStrokes(view, tiles),
    blank,
    findSeveral(tiles),
  ].filter((fault) => fault !== undefined);
}

/** A4: 210 by 297 mm (ISO 216). A page of a PDF has the resolution of the picture that covers it, if one does. */
function findResolution({ width, height, unit }: ScanPage, dpi: number | undefined): Fault {
  if (unit === 'pt') return dpi === undefined ? undefined : below('low-resolution', dpi, thresholds.dpi);
  const long = Math.max(width, height) / (297 / 25.4);
  const short = Math.min(width, height) / (210 / 25.4);
  return below('low-resolution', Math.round(Math.max(long, short)), thresholds.dpi);
}

function findPale(written: Tile[]): Fault {
  return below('too-light', median(written.map(({ paper, dark }) => paper - dark)), thresholds.contrast);
}

function findBlur(view: View, tiles: Tiles): Fault {
  const measures = tiles.list.flatMap((tile, at) => {
    const written = isPaper(tile, tiles) && tile.ink > 0.03 && tile.ink < 0.5;
    if (!written || tile.paper - tile.dark < 2 * inkStepOf(tiles.grain)) return [];
    const left = (at % tiles.across) * TILE;
    const top = Math.floor(at / tiles.across) * TILE;
    return [measureSharpness(view, tile, left, top)];
  });
  if (measures.length < thresholds.sharpness.tiles) return undefined;
  return below('blurred', Math.round(median(measures) * 1000) / 1000, thresholds.sharpness);
}

/** Burnt-out paper in a photo: a scan or a picture of a screen is white all over and has no grain. */
function findGlare(tiles: Tiles): Fault {
  const { burnt, paperBelow, noiseAbove, hint, strong } = thresholds.glare;
  const usual = median(tiles.list.map(({ paper }) => paper));
  if (usual > paperBelow || tiles.grain < noiseAbove) return undefined;
  const [spot] = findPatches(tiles, (tile) => tile.mean >= burnt);
  if (!spot || spot.share < hint) return undefined;
  const severity = spot.share >= strong ? 'strong' : 'hint';
  return { code: 'glare', severity, box: spot.box, measure: spot.share };
}

function findBlank(view: View, tiles: Tiles): Fault {
  // A tile that is mostly dark beside paper is the table along its border.
  const inside = tiles.list.map(({ ink }, at) => ink <= 0.5 && isInside(tiles, at));
  const folded = findFolds(view, tiles, inside);
  const paper = tiles.list.filter((_, at) => inside[at]);
  const written = tiles.list.filter((_, at) => inside[at] && !folded.has(at));
  const ink = written.reduce((sum, tile) => sum + tile.ink, 0) / Math.max(1, paper.length);
  return below('nearly-blank', ink, thresholds.blank);
}

type Side = { box: PageBox; length: number; at: (along: number, depth: number) => number };

function sidesOf({ width, height, gray }: View): Side[] {
  const level = (x: number, y: number) => gray[y * width + x] ?? 0;
  const thin = 0.03;
  return [
    { box: { x: 0, y: 0, width: 1, height: thin }, length: width, at: (along, depth) => level(along, depth) },
    {
      box: { x: 0, y: 1 - thin, width: 1, height: thin },
      length: width,
      at: (along, depth) => level(along, height - 1 - depth),
    },
    {
      box: { x: 0, y: 0, width: thin, height: 1 },
      length: height,
      at: (along, depth) => level(depth, along),
    },
    {
      box: { x: 1 - thin, y: 0, width: thin, height: 1 },
      length: height,
      at: (along, depth) => level(width - 1 - depth, along),
    },
  ];
}

/** Writing that the picture's border cuts through. Where the border is table and not paper, nothing is cut. */
function findCutStrokes(view: View, tiles: Tiles): PageFinding[] {
  if (view.width < 200 || view.height < 200) return [];
  const { hint, strong } = thresholds.edge;
  return sidesOf(view).flatMap((side): PageFinding[] => {
    const measure = countCuts(side, tiles);
    if (measure < hint) return [];
    return [
      { code: 'touches-edge', severity: measure >= strong ? 'strong' : 'hint', box: side.box, measure },
    ];
  });
}

function countCuts({ length, at }: Side, tiles: Tiles): number {
  const line = Array.from({ length }, (_, along) => at(along, 1));
  const ground = median(line, 0.75);
  if (ground < tiles.paper * thresholds.edge.paperShare) return 0;
  const ink = ground - Math.max(30, 2 * inkStepOf(tiles.grain));
  const longest = length * thresholds.edge.longestRun;
  let cuts = 0;
  for (let along = 0; along < length; along += 1) {
    if ((line[along] ?? 255) >= ink) continue;
    const start = along;
    while (along < length && (line[along] ?? 255) < ink) along += 1;
    const middle = Math.floor((start + along) / 2);
    if (along - start <= longest && at(middle, 4) < ink) cuts += 1;
  }
  return cuts;
}

function findSeveral(tiles: Tiles): Fault {
  const { smallest, fill, ground, step } = thresholds.papers;
  const levels = tiles.list.map(({ middle }) => middle);
  const split = (median(levels, 0.05) + median(levels, 0.95)) / 2;
  const bright = levels.filter((level) => level > split);
  const dark = levels.filter((level) => level <= split);
  if (dark.length < levels.length * ground || median(bright) - median(dark) < step) return undefined;
  const sheets = findPatches(tiles, (tile) => tile.middle > split).filter(
    (patch) => patch.share >= smallest && patch.fill >= fill,
  );
  const second = sheets[1];
  if (!second) return undefined;
  return { code: 'several-papers', severity: 'hint', box: second.box, measure: sheets.length };
}
