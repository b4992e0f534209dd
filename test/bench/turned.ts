// Precision and recall of "not upright": every page is shown in all four turns. On drawn pages the figures were settled with, on drawn
// pages they have not seen, and on real ones. Run: node test/bench/turned.ts [--details] [words of a set's name]

import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { openAskLine } from '../../electron/engine/look/ask-line.ts';
import { findTurn } from '../../electron/engine/look/find-turn.ts';
import { measureDpi, takeView } from '../../electron/engine/look/look-at-page.ts';
import { VIEW_EDGE } from '../../electron/engine/look/thresholds.ts';
import { makeUpright, measureTiles, type View } from '../../electron/engine/look/view.ts';
import { withPdf } from '../../electron/engine/pdf.ts';
import { type Turn, toTurn, turns } from '../../shared/domain.ts';
import { drawTurnedPapers } from './turned-papers.ts';

/** `mend`: the turn clockwise that sets the page upright as it lies; undefined: nobody could tell. */
type Page = { name: string; kind: string; mend: Turn | undefined; view: View };
type Score = { right: number; wrong: number; missed: number; alarms: number; stood: number };
export type TurnedRow = {
  set: string;
  pages: number;
  recall: string;
  precision: string;
  'false alarms upright': string;
  /** Of pages as they lie; the tiles are measured for the other hints anyway. */
  'CPU ms a page': number;
};

const details = process.argv.includes('--details');
const samples = resolve(import.meta.dirname, '../../../shared/samples');
const TUNING = [1, 2, 3];
const HELD_OUT = [101, 102, 103, 104];

async function* drawnPages(seeds: readonly number[]): AsyncGenerator<Page> {
  for await (const { kind, says, picture } of drawTurnedPapers(seeds))
    yield { name: kind, kind, mend: says ? 0 : undefined, view: await takeView(sharp(picture)) };
}

/** Photographs and scans of writing, each looked at by a person: which turn sets it upright. */
const photographs: [string, Turn][] = [
  ...['000', '080', '160', '240', '320', '400', '480', '560'].map((name): [string, Turn] => [
    `receipt_sroie/${name}.jpg`,
    0,
  ]),
  ['scan_tesseract/devatest-rotated-270.png', 270],
  ['scan_tesseract/phototest-rotated-180.png', 180],
  ['photo_page_dewarp/boston_cooking_a.jpg', 0],
  ['photo_page_dewarp/boston_cooking_a_thresh.png', 0],
  ['photo_page_dewarp/linguistics_thesis_a.jpg', 0],
  ['photo_page_dewarp/linguistics_thesis_a_thresh.png', 0],
  ['photo_jscanify/scanned-paper2.png', 0],
  ['photo_jscanify/test5.JPG', 0],
  ['photo_jscanify/test9.jpg', 0],
  ['scan_paperless_tool/assisted-split-contour-1.expected.png', 0],
  ['scan_paperless_tool/auto-mask-source.png', 0],
  ['scan_paperless_tool/qrbill-multi-2.expected.png', 0],
  ['img_pngsuite/lorem_ipsum_oxipng.png', 0],
];

async function* realPhotographs(): AsyncGenerator<Page> {
  for (const [name, mend] of photographs) {
    const view = await takeView(sharp(resolve(samples, name)).autoOrient());
    yield { name, kind: name, mend, view };
  }
}

/** Test pictures that hold no page of writing: nothing may be said about them. */
const empty = [
  'img_pngsuite',
  'img_exif_recurser',
  'img_golang',
  'img_jpegdecoder',
  'heif_pillow',
  'img_sharp',
];
/** Among them, one with writing on it. */
const written = 'img_pngsuite/lorem_ipsum_oxipng.png';

async function* realPictures(): AsyncGenerator<Page> {
  for (const folder of empty) {
    for (const file of readdirSync(resolve(samples, folder)).sort()) {
      const view = await takeView(sharp(resolve(samples, folder, file)).autoOrient()).catch(() => undefined);
      const name = `${folder}/${file}`;
      if (view && name !== written) yield { name, kind: name, mend: undefined, view };
    }
  }
}

/** PDF pages that are no scans, drawn as pictures; the directions of their characters are the truth. */
async function* realPdfPages(): AsyncGenerator<Page> {
  const folders = readdirSync(samples).filter((name) => name.startsWith('pdf_'));
  const files = folders.flatMap((folder) =>
    readdirSync(resolve(samples, folder))
      .filter((file) => file.endsWith('.pdf'))
      .map((file) => `${folder}/${file}`),
  );
  for (const name of files.sort()) {
    const bytes = await readFile(resolve(samples, name));
    const pages = await withPdf(bytes, async (pdf) => {
      const list: Page[] = [];
      for (let at = 0; at < Math.min(3, pdf.pageCount); at += 1) {
        const mend = measureDpi(pdf, at) === undefined ? pdf.textTurn(at) : undefined;
        if (mend === undefined) continue;
        const { width, height, rgba } = pdf.draw(at, { width: VIEW_EDGE, height: VIEW_EDGE, turn: 0 });
        const view = await takeView(sharp(rgba, { raw: { width, height, channels: 4 } }));
        list.push({ name: `${name}#${at + 1}`, kind: 'pdf', mend, view });
      }
      return list;
    }).catch(() => []);
    yield* pages;
  }
}

/** CPU milliseconds for the page as it lies. */
function judge(score: Score, { name, mend, view }: Page): number {
  const ask = openAskLine();
  let spent = 0;
  for (const turn of turns) {
    const shown = makeUpright(view, { mirrored: false, turn });
    const tiles = measureTiles(shown);
    const before = process.cpuUsage();
    const found = findTurn(shown, tiles, ask);
    const { user, system } = process.cpuUsage(before);
    if (turn === 0) spent = (user + system) / 1000;
    const truth = mend === undefined ? undefined : toTurn(mend - turn);
    if (truth === 0) score.stood += 1;
    if (found && truth === 0) score.alarms += 1;
    if (found) score[found === truth ? 'right' : 'wrong'] += 1;
    else if (truth) score.missed += 1;
    const surprise = truth ? found !== truth : Boolean(found);
    if (details && surprise) process.stderr.write(`${name} turned ${turn}: ${found ?? '-'}, not ${truth}\n`);
  }
  return spent;
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${((part / whole) * 100).toFixed(1)} %`;

async function benchSet(set: string, pages: AsyncGenerator<Page>): Promise<TurnedRow> {
  const score: Score = { right: 0, wrong: 0, missed: 0, alarms: 0, stood: 0 };
  let count = 0;
  let spent = 0;
  for await (const page of pages) {
    spent += judge(score, page);
    count += 1;
  }
  const { right, wrong, missed, alarms, stood } = score;
  return {
    set,
    pages: count,
    recall: percent(right, right + wrong + missed - alarms),
    precision: percent(right, right + wrong),
    'false alarms upright': `${alarms} of ${stood}`,
    'CPU ms a page': Math.round(spent / Math.max(1, count)),
  };
}

/** `wanted`: part of a set's name. Without the real files the drawn ones alone are asked. */
export async function benchTurned(wanted = ''): Promise<TurnedRow[]> {
  const sets: Record<string, () => AsyncGenerator<Page>> = {
    tuning: () => drawnPages(TUNING),
    'held out': () => drawnPages(HELD_OUT),
    ...(existsSync(samples)
      ? {
          'real photos and scans': realPhotographs,
          'real PDF pages': realPdfPages,
          'real pictures without writing': realPictures,
        }
      : {}),
  };
  const rows: TurnedRow[] = [];
  for (const [set, open] of Object.entries(sets))
    if (set.includes(wanted)) rows.push(await benchSet(set, open()));
  return rows;
}

/** Said beside the rows, so that nobody takes the drawn pages for all of it. */
export const turnedNote = existsSync(samples) ? '' : 'skipped the real pages: no ../shared/samples\n';

if (import.meta.main) {
  const wanted = process.argv.slice(2).find((word) => !word.startsWith('--'));
  for (const row of await benchTurned(wanted)) process.stdout.write(`${JSON.stringify(row)}\n`);
  process.stdout.write(turnedNote);
}
