// Precision and recall of the hints on pages whose faults are known: on the papers that the thresholds were settled with, and on
// forms, tables and lights they have not seen. Run: node test/bench/preflight.ts [--details]

import sharp from 'sharp';
import { type PageFindingCode, pageFindingCodes } from '../../shared/page-findings.ts';
import { drawPaper } from './drawn-papers.ts';
import { takeHandPhoto } from './hand-photo.ts';
import { cleanPages, lookAt, spoils, takePhoto } from './made-pages.ts';

type Score = { right: number; missed: number; wrong: number; clean: number };
export type HintRow = {
  set: string;
  hint: PageFindingCode;
  recall: string;
  precision: string;
  'false alarms': string;
};
type Specimen = { name: string; clean: Buffer; photo: Buffer; seed: number };

const details = process.argv.includes('--details');
const HELD_OUT_FORMS = [201, 202, 203, 204, 205, 206, 207, 208];

/** The sample's papers, as the sample's camera takes them. */
async function* tuningSet(): AsyncGenerator<Specimen> {
  for (const [seed, { name, png }] of (await cleanPages()).entries())
    yield { name, clean: png, photo: await takePhoto(png, seed + 1), seed };
}

/** Drawn forms, photographed by hand. */
async function* heldOutSet(): AsyncGenerator<Specimen> {
  for (const form of HELD_OUT_FORMS) {
    const { width, height, rgba } = drawPaper(form, 1);
    const scan = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
    const clean = await scan
      .resize({ width: Math.round(width * 1.3) })
      .png()
      .toBuffer();
    const photo = await takeHandPhoto({ width, height, rgba }, form, 2400);
    yield { name: `form ${form}`, clean, photo, seed: form };
  }
}

/** Shrinking softens and a patch of light pales: only on a page with nothing wrong is a hint a false alarm. */
async function judge(
  score: Map<string, Score>,
  picture: { name: string; expected: string | null; bytes: Buffer },
) {
  const { name, expected, bytes } = picture;
  const { findings } = await lookAt(sharp(bytes));
  const found = new Set<string>(findings.map(({ code }) => code));
  for (const [code, row] of score) {
    if (code === expected) row[found.has(code) ? 'right' : 'missed'] += 1;
    if (expected !== null) continue;
    row.clean += 1;
    if (found.has(code)) row.wrong += 1;
  }
  const surprise = expected === null ? found.size > 0 : !found.has(expected);
  if (details && surprise) process.stderr.write(`${name} ${expected}: ${JSON.stringify(findings)}\n`);
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '-' : `${Math.round((part / whole) * 100)} %`;

async function benchSet(set: string, specimens: AsyncGenerator<Specimen>): Promise<HintRow[]> {
  const score = new Map(pageFindingCodes.map((code) => [code, { right: 0, missed: 0, wrong: 0, clean: 0 }]));
  for await (const { name, clean, photo, seed } of specimens) {
    await judge(score, { name: `${name} scan`, expected: null, bytes: clean });
    await judge(score, { name: `${name} photo`, expected: null, bytes: photo });
    const again = await sharp(photo).jpeg({ quality: 55 }).toBuffer();
    await judge(score, { name: `${name} jpeg`, expected: null, bytes: again });
    for (const { code, make } of spoils)
      await judge(score, { name, expected: code, bytes: await make(photo, clean, seed) });
  }
  return [...score].map(([hint, { right, missed, wrong, clean }]) => ({
    set,
    hint,
    recall: percent(right, right + missed),
    precision: percent(right, right + wrong),
    'false alarms': `${wrong} of ${clean}`,
  }));
}

export const benchPreflight = async (): Promise<HintRow[]> => [
  ...(await benchSet('tuning', tuningSet())),
  ...(await benchSet('held out', heldOutSet())),
];

if (import.meta.main) {
  for (const row of await benchPreflight()) process.stdout.write(`${JSON.stringify(row)}\n`);
}
