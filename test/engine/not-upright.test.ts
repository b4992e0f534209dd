// Which way up a page stands: found on writing, silent where nobody could tell, from the text of a PDF, and never a fault of the file.

import { degrees, PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { readModel } from '../../electron/engine/look/angle-model.ts';
import { LINE_HEIGHT, LINE_WIDTH } from '../../electron/engine/look/angle-network.ts';
import * as model from '../../electron/engine/look/ask-line.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { type Turn, turns } from '../../shared/domain.ts';
import type { PageFinding } from '../../shared/page-findings.ts';
import { findingsTurned, turnToUpright } from '../../shared/page-findings.ts';
import { drawPaper } from '../bench/drawn-papers.ts';
import { takeHandPhoto } from '../bench/hand-photo.ts';
import { lookAt } from '../bench/made-pages.ts';
import { scanTurnedPaper } from '../bench/turned-papers.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const turnsSeen = async (picture: Buffer): Promise<(number | undefined)[]> => {
  const seen: (number | undefined)[] = [];
  for (const turn of turns) {
    const turned = await sharp(picture).rotate(turn).png().toBuffer();
    const { findings } = await lookAt(sharp(turned));
    seen.push(findings.find(({ code }) => code === 'not-upright')?.measure);
  }
  return seen;
};

describe('pictures in all four turns', () => {
  test('a table with upright headings, a note, handwriting and a photographed form are told', async () => {
    const photo = await takeHandPhoto(drawPaper(3, 1), 12, 1800);
    const scans = ['table', 'note', 'handwriting'].map((kind) => scanTurnedPaper(kind, 1));
    for (const picture of [photo, ...(await Promise.all(scans))])
      expect(await turnsSeen(picture)).toEqual([undefined, 270, 180, 90]);
  }, 180_000);

  test('writing in columns, a seal and an empty sheet are left alone', async () => {
    for (const kind of ['columns', 'seal only', 'empty'])
      expect([kind, ...(await turnsSeen(await scanTurnedPaper(kind, 1)))]).toEqual([
        kind,
        ...[undefined, undefined, undefined, undefined],
      ]);
  }, 180_000);

  test('without the model there are the other hints and no word about the turn', async () => {
    const page = await sharp(await scanTurnedPaper('note', 1))
      .resize({ width: 600 })
      .rotate(180)
      .png()
      .toBuffer();
    const gone = vi.spyOn(model, 'openAskLine').mockImplementation(() => {
      throw new Error('no such file');
    });
    const { findings } = await lookAt(sharp(page)).finally(() => gone.mockRestore());
    expect(findings.map(({ code }) => code)).toEqual(['low-resolution']);
  });
});

describe('the classifier', () => {
  // Answers of onnxruntime 1.30.0 (native, one thread) to the same four made-up lines.
  const answers: [number, number][] = [
    [1, 0.09204872],
    [2, 0.26153359],
    [4, 0.22337556],
    [5, 0.04118007],
  ];
  const waves = (k: number) =>
    Float32Array.from({ length: LINE_WIDTH * LINE_HEIGHT }, (_, at) => {
      const pace = k / 5 + 0.2;
      return (
        Math.sin((at % LINE_WIDTH) * pace * 0.2) * Math.cos(Math.floor(at / LINE_WIDTH) * pace * 0.3 + k)
      );
    });

  test('answers as the reference runtime does, whatever it was asked before', () => {
    const ask = model.openAskLine();
    for (const [k, answer] of [...answers, ...answers.toReversed()])
      expect(ask(waves(k))).toBeCloseTo(answer, 4);
  });

  test('a model that ends in the middle is refused', () => {
    expect(() => readModel(Uint8Array.from([0x3a, 0x80]))).toThrow(RangeError);
  });
});

test('the text of a PDF page says how it stands, with the turn the page has already', async () => {
  const pdf = await PDFDocument.create();
  const text = 'letters and lines and more of them here';
  const cases: [drawn: number, page: Turn, mend: number | undefined][] = [
    [0, 0, undefined],
    [90, 0, 90],
    [180, 0, 180],
    [90, 90, undefined],
    [0, 90, 270],
  ];
  for (const [drawn, turn] of cases) {
    const page = pdf.addPage([595, 842]);
    page.drawText(text, { x: 300, y: 400, size: 12, rotate: degrees(drawn) });
    page.setRotation(degrees(turn));
  }
  const pages = cases.map(([, turn]) => ({
    width: 595,
    height: 842,
    unit: 'pt' as const,
    mirrored: false,
    turn,
  }));
  const looks = await workshop.look(await pdf.save(), pages);
  const seen = looks.map((look) => look?.findings.find(({ code }) => code === 'not-upright')?.measure);
  expect(seen).toEqual(cases.map(([, , mend]) => mend));
});

test('turned by hand, the hint asks for what is left, and is gone once the page stands right', () => {
  const one = (code: PageFinding['code'], measure: number): PageFinding => ({
    ...{ code, severity: 'hint', box: null, measure },
  });
  const findings = [one('blurred', 0.2), one('not-upright', 180)];
  expect(turns.map((turn) => turnToUpright(findings, turn))).toEqual([180, 90, 0, 270]);
  expect(findingsTurned(findings, 90)).toEqual(findings);
  expect(findingsTurned(findings, 180)).toEqual([findings[0]]);
  expect(turns.map((turn) => turnToUpright([one('blurred', 0.2)], turn))).toEqual([0, 0, 0, 0]);
});
