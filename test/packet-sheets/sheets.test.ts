// The sheets beside a packet: their words, their bytes, their margins, the seals on them.

import { PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SheetKind, sheetKinds, writeSheets } from '../../renderer/packet/sheets/sheet-document.ts';
import { sheetWords } from '../../renderer/packet/sheets/words.ts';
import { joinBytes } from '../../renderer/packet/writer/join-bytes.ts';
import { languages } from '../../shared/domain.ts';
import { sheetOptions } from '../../shared/packet-options.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem } from '../../shared/problems.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';
import { drawn, pixelAt, textsOf } from '../packet/reading.ts';
import { claimOf, longHospital, longName, makeScans, rareName } from './claims.ts';

let scans = new Map<string, Uint8Array>();
beforeAll(async () => {
  scans = await makeScans();
});

async function make(wanted: PacketPlan, kind: SheetKind, options: unknown = {}) {
  const chunks: Uint8Array[] = [];
  const sink = (chunk: Uint8Array) => {
    chunks.push(chunk);
  };
  const wish = { kind, options: sheetOptions.parse(options) };
  const pages = await writeSheets(wanted, wish, { supplies: suppliesOf(scans), sink });
  return { bytes: joinBytes(chunks), pages };
}

const flat = (texts: string[]) => texts.join('').replace(/\s+/g, '');
const named = (name: string) => ({ person: { ...plan([]).person, name } });

describe('every sheet, in both languages', () => {
  for (const language of languages) {
    for (const kind of sheetKinds) {
      test(`${kind} in ${language}: short and long names, 1 and 60 visits, nothing in the margins`, async () => {
        for (const [visits, name, hospital] of [
          [1, '王芳', undefined],
          [60, longName, longHospital],
        ] as const) {
          const wanted = claimOf(visits, { language, ...named(name) }, hospital);
          const { bytes, pages } = await make(wanted, kind);
          const text = flat(await textsOf(bytes));
          expect(text).toContain('2026-王秀兰-01');
          if (kind !== 'n-up') expect(text).toContain(name);
          if (kind === 'counter') expect(pages).toHaveLength(1);
          if (kind === 'n-up') expect(pages).toHaveLength(Math.ceil(visits / 2));
          if (kind === 'paste')
            expect(text.replaceAll(',', '')).toContain((await sumOf(wanted)).replaceAll(',', ''));
          for (const page of [1, pages.length]) await expectClearMargins(bytes, page);
        }
      });
    }
  }
});

async function sumOf({ visits }: PacketPlan): Promise<string> {
  const fen = visits.flatMap(({ invoices }) => invoices).reduce((total, { totalFen }) => total + totalFen, 0);
  return (fen / 100).toFixed(2);
}

/** 12 mm are 34 points. */
async function expectClearMargins(bytes: Uint8Array, page: number): Promise<void> {
  const { width, height, rgb } = await drawn(bytes, page);
  let inked = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = x >= 33 && x < width - 33 && y >= 33 && y < height - 33;
      if (!inside && (rgb[(y * width + x) * 3] ?? 255) < 200) inked += 1;
    }
  }
  expect(inked).toBe(0);
}

test('the same claim gives the same bytes', async () => {
  for (const kind of sheetKinds) {
    const [one, other] = [await make(claimOf(3), kind), await make(claimOf(3), kind)];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  }
});

test('a rare character is printed, and one the font lacks is named with its field', async () => {
  const { bytes } = await make(claimOf(1, named(rareName)), 'counter');
  expect(flat(await textsOf(bytes))).toContain(rareName);
  const lacking = await make(claimOf(1), 'counter', { office: { name: '𪚥办' } }).catch((error) => error);
  expect(lacking).toBeInstanceOf(Problem);
  expect(lacking.toFact()).toEqual({
    code: 'character-missing',
    params: { characters: '𪚥', field: 'office' },
  });
});

describe('paste sheets', () => {
  test('are drawn to scale: 190 x 101.6 mm for a fiscal receipt', async () => {
    const { bytes } = await make(claimOf(2), 'paste');
    const { width, rgb } = await drawn(bytes, 1, 2);
    // Along the left edge of the first area: dashes from its upper to its lower corner.
    const column = Array.from(
      { length: 1600 },
      (_, y) => (rgb[(y * width + Math.round(34.1 * 2)) * 3] ?? 255) < 190,
    );
    const first = column.indexOf(true);
    const rest = column.slice(first);
    const gap = rest.findIndex((_, at) => rest.slice(at, at + 16).every((dark) => !dark));
    expect(Math.abs(gap / 2 / (72 / 25.4) - 101.6)).toBeLessThan(1.5);
  });

  test('keep groups apart and add every sheet up', async () => {
    const options = {
      paste: { direction: 'rtl', overlap: 8, groupBy: 'hospitalGrade', hospitalGrades: { 甲: '三级' } },
    };
    const wanted = claimOf(4);
    wanted.visits[1] = { ...wanted.visits[1], hospital: '甲' } as (typeof wanted.visits)[number];
    const texts = (await textsOf((await make(wanted, 'paste', options)).bytes)).map((text) => flat([text]));
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain(sheetWords['zh-CN'].noGrade);
    expect(texts[0]).toContain('本页3张');
    expect(texts[1]).toContain('·三级');
    expect(texts[1]).toContain('全部4张');
  });

  test('say so when no invoice is logged', async () => {
    const { bytes } = await make(plan([visit({ invoices: [] })]), 'paste');
    expect(flat(await textsOf(bytes))).toContain(sheetWords['zh-CN'].noReceipts);
  });
});

describe('invoices side by side', () => {
  test('keep the seal that a PDF carries as an annotation, two and four to a sheet', async () => {
    scans.set(scanName(9), await sealedReceipt());
    const page = source(scanName(9), { form: 'pdf', width: 500, height: 280, unit: 'pt' });
    const wanted = plan([visit({ papers: [paper('invoice', [page, page, page, page])] })]);
    for (const perSheet of [2, 4]) {
      const { bytes, pages } = await make(wanted, 'n-up', { perSheet });
      expect(pages).toHaveLength(4 / perSheet);
      expect(pages[0]?.sources).toHaveLength(perSheet);
      const { width, height, rgb } = await drawn(bytes, 1);
      let red = 0;
      for (let at = 0; at < width * height; at++) {
        if ((rgb[at * 3] ?? 0) > 180 && (rgb[at * 3 + 1] ?? 255) < 60) red += 1;
      }
      const scale = perSheet === 2 ? 1 : 251 / 500;
      expect(red / (perSheet * 80 * 80 * scale * scale)).toBeGreaterThan(0.9);
    }
  });

  test('keep a turned photo upright and uncropped', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300"><rect width="600" height="300" fill="#00c000"/><rect width="60" height="300" fill="#0000d0"/></svg>';
    const lying = await sharp(Buffer.from(svg)).rotate(270).jpeg({ quality: 95 }).toBuffer();
    scans.set(scanName(8), new Uint8Array(lying));
    const page = source(scanName(8), { width: 300, height: 600, turn: 90 });
    const { bytes } = await make(plan([visit({ papers: [paper('invoice', [page])] })]), 'n-up');
    const shown = await drawn(bytes, 1);
    const row = Array.from({ length: shown.width }, (_, x) => pixelAt(shown, x, 240));
    const blue = row.filter(([r = 0, g = 0, b = 0]) => b > 150 && r < 80 && g < 80).length;
    const green = row.filter(([r = 0, g = 0]) => g > 150 && r < 80).length;
    expect(blue / (blue + green)).toBeCloseTo(0.1, 1);
    expect(row.findIndex(([, , b = 0]) => b > 150 && b < 230)).toBeLessThan(shown.width / 2);
  });
});

async function sealedReceipt(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([500, 280]);
  const { context } = document;
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 40, 40] };
  const seal = context.register(context.stream('0.85 0.05 0.05 rg 0 0 40 40 re f', form));
  const mark = context.obj({
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: [380, 40, 460, 120],
    F: 4,
    AP: { N: seal },
  });
  page.node.set(PDFName.of('Annots'), context.obj([context.register(mark)]));
  return document.save();
}
