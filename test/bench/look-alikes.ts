// How well a page is known again: precision and recall on pictures of the same and of different papers. Run: node test/bench/look-alikes.ts

import sharp from 'sharp';
import { compareFingerprints, LOOK_ALIKE } from '../../electron/engine/look/compare-fingerprints.ts';
import { cleanPages, lookAt, takePhoto } from './made-pages.ts';

type Print = { paper: string; how: string; print: Uint8Array };

const say = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`);

async function printsOf(paper: string, png: Buffer, seed: number): Promise<Print[]> {
  const photo = await takePhoto(png, seed, 2000);
  const { width, height } = await sharp(photo).metadata();
  const cut = { left: Math.round(width * 0.03), top: Math.round(height * 0.03) };
  const inside = { ...cut, width: width - 2 * cut.left, height: height - 2 * cut.top };
  const made: Record<string, Buffer> = {
    first: photo,
    'photographed again': await takePhoto(png, seed + 100, 2000),
    scanned: png,
    'compressed again': await sharp(photo).resize({ height: 1300 }).jpeg({ quality: 45 }).toBuffer(),
    cropped: await sharp(photo).extract(inside).jpeg().toBuffer(),
    rotated: await sharp(photo).rotate(90).jpeg().toBuffer(),
  };
  const prints: Print[] = [];
  for (const [how, bytes] of Object.entries(made)) {
    const { fingerprint } = await lookAt(sharp(bytes));
    if (fingerprint) prints.push({ paper, how, print: fingerprint });
  }
  return prints;
}

const papers = await cleanPages();
const all: Print[] = [];
for (const [at, { name, png }] of papers.entries()) all.push(...(await printsOf(name, png, at + 1)));
const same = new Map<string, number[]>();
const different: { likeness: number; pair: string }[] = [];
for (const [at, one] of all.entries()) {
  for (const other of all.slice(at + 1)) {
    if (one.paper === other.paper) {
      if (one.how !== 'first') continue;
      same.set(other.how, [...(same.get(other.how) ?? []), compareFingerprints(other.print, one.print)]);
    } else
      different.push({
        likeness: compareFingerprints(other.print, one.print),
        pair: `${one.paper} ${one.how} / ${other.paper} ${other.how}`,
      });
  }
}
say(`${papers.length} papers, ${all.length} pictures; alike from ${LOOK_ALIKE}`);
for (const [how, values] of same) {
  const found = values.filter((value) => value >= LOOK_ALIKE).length;
  say(how.padEnd(20), `found ${found} of ${values.length}`, `lowest ${Math.min(...values).toFixed(2)}`);
}
const wrong = different.filter(({ likeness }) => likeness >= LOOK_ALIKE);
const found = [...same.values()].flat().filter((value) => value >= LOOK_ALIKE).length;
say(
  `false alarms ${wrong.length} of ${different.length} pairs; precision ${Math.round((found / Math.max(1, found + wrong.length)) * 100)}%`,
);
for (const { likeness, pair } of different.sort((a, b) => b.likeness - a.likeness).slice(0, 8))
  say(likeness.toFixed(3), pair);
