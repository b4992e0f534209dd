// What is seen on a page: each fault on a page spoilt that way and none on good ones, the resolution of scanned PDF pages, and
// a paper known again when it is photographed anew.

import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import {
  compareFingerprints,
  LOOK_ALIKE,
  openCoarse,
} from '../../electron/engine/look/compare-fingerprints.ts';
import { FINGERPRINT_HEAD, takeFingerprint } from '../../electron/engine/look/fingerprint.ts';
import { takeView } from '../../electron/engine/look/look-at-page.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { turnBox } from '../../shared/page-findings.ts';
import { type Drawing, drawPaper } from '../bench/drawn-papers.ts';
import { takeHandPhoto } from '../bench/hand-photo.ts';
import { lookAt, spoils, takePhoto } from '../bench/made-pages.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const scanOf = ({ width, height, rgba }: Drawing) =>
  sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: Math.round(width * 1.35) })
    .png()
    .toBuffer();
const codesOf = async (bytes: Buffer) => (await lookAt(sharp(bytes))).findings.map(({ code }) => code);

describe('faults of a page', () => {
  const drawing = drawPaper(3, 1);

  test('a good scan and a good photograph have none', async () => {
    expect(await codesOf(await scanOf(drawing))).toEqual([]);
    expect(await codesOf(await takeHandPhoto(drawing, 12, 2400))).toEqual([]);
  });

  for (const { code, make } of spoils) {
    test(`${code} is seen where it was made`, async () => {
      const clean = await scanOf(drawing);
      const photo = await takeHandPhoto(drawing, 12, 2400);
      expect(await codesOf(await make(photo, clean, 4))).toContain(code);
    });
  }

  test('a folded sheet without writing is nearly blank, the same with a few lines is not', async () => {
    const lines = (count: number) =>
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="1240" height="1754" fill="#fff"/>${Array.from(
          { length: count },
          (_, line) => `<text x="150" y="${300 + line * 60}" font-size="34">2026 ${line * 7919}</text>`,
        ).join('')}</svg>`,
      );
    const photo = async (count: number) => takePhoto(await sharp(lines(count)).png().toBuffer(), 5);
    expect(await codesOf(await photo(0))).toContain('nearly-blank');
    expect(await codesOf(await photo(12))).not.toContain('nearly-blank');
  });

  test('a page of a PDF that is a scan has the resolution of its picture; one of letters and lines has none', async () => {
    const pdf = await PDFDocument.create();
    const scan = await pdf.embedPng(
      await sharp(await scanOf(drawing))
        .resize({ width: 700 })
        .png()
        .toBuffer(),
    );
    pdf.addPage([595, 842]).drawImage(scan, { width: 595, height: 842 });
    pdf.addPage([595, 842]).drawText('letters and lines', { x: 100, y: 400, size: 40 });
    // Twice as large as A4: it will be printed at half its size.
    pdf.addPage([1190, 1684]).drawImage(scan, { width: 1190, height: 1684 });
    const bytes = await pdf.save();
    const page = { unit: 'pt', mirrored: false, turn: 0 } as const;
    const sizes = [
      { width: 595, height: 842 },
      { width: 595, height: 842 },
      { width: 1190, height: 1684 },
    ];
    const looks = await workshop.look(
      bytes,
      sizes.map((size) => ({ ...size, ...page })),
    );
    const measured = looks.map(
      (look) => look?.findings.find(({ code }) => code === 'low-resolution')?.measure,
    );
    expect(measured[0]).toBeGreaterThan(80);
    expect(measured[0]).toBeLessThan(90);
    expect(measured[1]).toBeUndefined();
    expect(Math.abs((measured[2] ?? 0) - (measured[0] ?? 0))).toBeLessThan(2);
  });

  test('a box turns with its page, and four quarter turns bring it back', () => {
    const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.05 };
    const once = turnBox(box, 90);
    expect([once.x, once.y, once.width, once.height].map((part) => Number(part.toFixed(6)))).toEqual([
      0.75, 0.1, 0.05, 0.3,
    ]);
    const back = turnBox(turnBox(turnBox(once, 90), 90), 90);
    for (const key of ['x', 'y', 'width', 'height'] as const) expect(back[key]).toBeCloseTo(box[key]);
    expect(turnBox(turnBox(box, 180), 180).x).toBeCloseTo(box.x);
    expect(turnBox(turnBox(box, 270), 90).y).toBeCloseTo(box.y);
  });
});

describe('a paper known again', () => {
  const printOf = async (bytes: Buffer) => {
    const print = takeFingerprint(await takeView(sharp(bytes)));
    if (!print) throw new Error('nothing to know it by');
    return print;
  };

  test('photographed anew, on its side, scanned and compressed; not another form, nor the same form filled in otherwise', async () => {
    const paper = drawPaper(5, 2);
    const first = await printOf(await takeHandPhoto(paper, 171));
    const again = await takeHandPhoto(paper, 1171);
    const same = [
      again,
      await sharp(again).rotate(90).jpeg().toBuffer(),
      await scanOf(paper),
      await sharp(again).resize({ height: 1000 }).jpeg({ quality: 40 }).toBuffer(),
    ];
    for (const bytes of same) {
      const print = await printOf(bytes);
      expect(compareFingerprints(print, first)).toBeGreaterThan(LOOK_ALIKE);
      expect(openCoarse(print)(first.subarray(0, FINGERPRINT_HEAD))).toBeGreaterThan(0);
    }
    for (const [form, fill] of [
      [5, 1],
      [1, 1],
      [6, 1],
    ] as const) {
      const print = await printOf(await takeHandPhoto(drawPaper(form, fill), 500 + form));
      expect(compareFingerprints(print, first)).toBeLessThan(LOOK_ALIKE);
    }
  });

  test('bytes that are no fingerprint of this kind are like nothing', async () => {
    const print = await printOf(await scanOf(drawPaper(5, 2)));
    for (const other of [new Uint8Array(), new Uint8Array(16_644), print.subarray(0, FINGERPRINT_HEAD)])
      expect(compareFingerprints(print, other)).toBe(0);
    expect(openCoarse(print)(new Uint8Array(3))).toBe(0);
  });
});
