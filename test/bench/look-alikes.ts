// How well a page is known again: precision and recall on drawn papers photographed by hand, on the forms that the threshold was
// settled with and on others. Run: node test/bench/look-alikes.ts [forms]

import sharp from 'sharp';
import { compareFingerprints, LOOK_ALIKE } from '../../electron/engine/look/compare-fingerprints.ts';
import { takeFingerprint } from '../../electron/engine/look/fingerprint.ts';
import { takeView } from '../../electron/engine/look/look-at-page.ts';
import { type Drawing, drawPaper } from './drawn-papers.ts';
import { takeHandPhoto } from './hand-photo.ts';

type Paper = { form: number; fill: number; numbers: number };
type Print = Paper & { how: string; print: Uint8Array };
export type AlikeRow = { set: string; pairs: string; count: number; asked: number; share: string };
export type AlikeBench = { rows: AlikeRow[]; precision: number; recall: number };

/** Of each form two papers with other lines, and one that differs from the first in dates and serial numbers only. */
const FILLS = [
  { fill: 1, numbers: 1 },
  { fill: 2, numbers: 2 },
  { fill: 1, numbers: 9 },
];
export const TUNING_FORMS = [1, 2, 3, 4, 5, 6, 7];
export const HELD_OUT_FORMS = [101, 102, 103, 104, 105, 106, 107];

async function picturesOf(drawing: Drawing, seed: number): Promise<Record<string, Buffer>> {
  const { width, height, rgba } = drawing;
  const scan = sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
  const first = await takeHandPhoto(drawing, seed);
  const again = await takeHandPhoto(drawing, seed + 1000);
  const size = await sharp(again).metadata();
  const cut = { left: Math.round(size.width * 0.08), top: Math.round(size.height * 0.08) };
  const inside = { ...cut, width: size.width - 2 * cut.left, height: size.height - 2 * cut.top };
  const small = Math.round((await sharp(first).metadata()).height * 0.7);
  return {
    first,
    'photographed again': again,
    scanned: await scan
      .rotate(((seed % 5) - 2) * 0.4, { background: '#fff' })
      .jpeg()
      .toBuffer(),
    'compressed again': await sharp(first).resize({ height: small }).jpeg({ quality: 40 }).toBuffer(),
    cropped: await sharp(again).extract(inside).jpeg().toBuffer(),
    rotated: await sharp(again).rotate(90).jpeg().toBuffer(),
  };
}

async function takePrints(forms: readonly number[]): Promise<Print[]> {
  const prints: Print[] = [];
  for (const form of forms) {
    for (const { fill, numbers } of FILLS) {
      const pictures = await picturesOf(drawPaper(form, fill, numbers), form * 31 + fill * 7 + numbers);
      for (const [how, bytes] of Object.entries(pictures)) {
        const print = takeFingerprint(await takeView(sharp(bytes)));
        prints.push({ form, fill, numbers, how, print: print ?? new Uint8Array() });
      }
    }
  }
  return prints;
}

/** Undefined for pairs that would only say the same once more. */
function kindOf(one: Print, other: Print): string | undefined {
  if (one === other || one.how !== 'first') return undefined;
  if (one.form !== other.form) return other.how === 'first' ? 'another form' : undefined;
  if (one.fill !== other.fill) return 'the same form, other lines';
  return one.numbers === other.numbers
    ? `the same paper, ${other.how}`
    : 'the same lines, other dates and numbers';
}

/** Papers that differ in dates and numbers only are asked about like the same paper: a person has to look. */
export async function benchLookAlikes(set: string, forms: readonly number[]): Promise<AlikeBench> {
  const prints = await takePrints(forms);
  const kinds = new Map<string, number[]>();
  for (const one of prints) {
    for (const other of prints) {
      const kind = kindOf(one, other);
      if (kind) kinds.set(kind, [...(kinds.get(kind) ?? []), compareFingerprints(other.print, one.print)]);
    }
  }
  const rows = [...kinds].sort().map(([pairs, likes]): AlikeRow => {
    const asked = likes.filter((like) => like >= LOOK_ALIKE).length;
    return { set, pairs, count: likes.length, asked, share: `${Math.round((asked / likes.length) * 100)} %` };
  });
  const sum = (prefix: RegExp, of: 'count' | 'asked') =>
    rows.filter(({ pairs }) => prefix.test(pairs)).reduce((total, row) => total + row[of], 0);
  const right = sum(/^the same paper/, 'asked');
  const wrong = sum(/^(another|the same form)/, 'asked');
  return {
    rows,
    precision: right / Math.max(1, right + wrong),
    recall: right / sum(/^the same paper/, 'count'),
  };
}

if (import.meta.main) {
  const few = Number(process.argv[2] ?? TUNING_FORMS.length);
  for (const [set, forms] of [
    ['tuning', TUNING_FORMS],
    ['held out', HELD_OUT_FORMS],
  ] as const) {
    const { rows, precision, recall } = await benchLookAlikes(set, forms.slice(0, few));
    for (const row of rows) process.stdout.write(`${JSON.stringify(row)}\n`);
    const percent = (share: number) => `${Math.round(share * 100)} %`;
    process.stdout.write(
      `${set}: precision ${percent(precision)}, recall ${percent(recall)}, asked from ${LOOK_ALIKE}\n`,
    );
  }
}
