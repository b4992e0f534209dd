// Precision and recall of the hints on pages whose faults are known. Run: node test/bench/preflight.ts [--details]

import sharp from 'sharp';
import { pageFindingCodes } from '../../shared/page-findings.ts';
import { cleanPages, lookAt, spoils, takePhoto } from './made-pages.ts';

const details = process.argv.includes('--details');
const score = new Map(pageFindingCodes.map((code) => [code, { right: 0, missed: 0, wrong: 0, clean: 0 }]));
let pages = 0;

const say = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`);

async function judge(name: string, expected: string | null, bytes: Buffer): Promise<void> {
  const { findings } = await lookAt(sharp(bytes));
  pages += 1;
  const found = new Set<string>(findings.map(({ code }) => code));
  for (const [code, row] of score) {
    if (code === expected) {
      if (found.has(code)) row.right += 1;
      else row.missed += 1;
    }
    // Shrinking softens and a patch of light pales: only on a page with nothing wrong is a hint a false alarm.
    if (expected === null) row.clean += 1;
    if (expected === null && found.has(code)) row.wrong += 1;
  }
  const surprise = expected === null ? found.size > 0 : !found.has(expected);
  if (details && surprise) say(name, String(expected), JSON.stringify(findings));
}

const clean = await cleanPages();
for (const [seed, { name, png }] of clean.entries()) {
  const photo = await takePhoto(png, seed + 1);
  await judge(`${name} scan`, null, png);
  await judge(`${name} photo`, null, photo);
  await judge(`${name} jpeg`, null, await sharp(photo).jpeg({ quality: 55 }).toBuffer());
  for (const { code, make } of spoils) await judge(`${name} ${code}`, code, await make(photo, png, seed));
}

const percent = (part: number, whole: number) => (whole === 0 ? '-' : `${Math.round((part / whole) * 100)}%`);
say(`${pages} pages made of ${clean.length} papers`);
say('finding'.padEnd(16), 'recall'.padStart(8), 'precision'.padStart(10), 'false alarms'.padStart(14));
for (const [code, { right, missed, wrong, clean: pure }] of score) {
  const figures = [percent(right, right + missed), percent(right, right + wrong)];
  say(
    code.padEnd(16),
    figures[0]?.padStart(8) ?? '',
    figures[1]?.padStart(10) ?? '',
    `${wrong} of ${pure}`.padStart(14),
  );
}
