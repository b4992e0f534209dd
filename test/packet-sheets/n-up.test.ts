// Invoices side by side look like their sources: every cell compared with the source drawn by itself, seals, turns, odd sizes.

import { decodePDFRawStream, degrees, PDFDocument, PDFName, type PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { withPdf } from '../../electron/engine/pdf.ts';
import { writeSheets } from '../../renderer/packet/sheets/sheet-document.ts';
import { joinBytes } from '../../renderer/packet/writer/join-bytes.ts';
import { sheetOptions } from '../../shared/packet-options.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';
import { difference, drawn, type Pixels } from '../packet/reading.ts';
import { openBytes } from './meaning.ts';

/** A receipt with lines of text, a blue corner upper left, and a seal that is only an annotation. */
async function sealedPdf(size: [number, number], turn = 0): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage(size);
  const [width, height] = size;
  page.drawRectangle({
    x: 8,
    y: height - 48,
    width: 60,
    height: 40,
    color: { type: 'RGB', red: 0, green: 0, blue: 0.8 } as never,
  });
  for (let line = 0; line < 8; line++)
    page.drawText(`receipt ${line} 128.50 yuan`, { x: 20, y: height - 80 - line * (height / 13), size: 14 });
  if (turn) page.setRotation(degrees(turn));
  const { context } = document;
  const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 40, 40] };
  const seal = context.register(
    context.stream('0.85 0.05 0.05 rg 0 0 40 40 re f 1 g 10 10 20 20 re f', form),
  );
  const mark = {
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: [width - 110, 20, width - 30, 100],
    F: 4,
    AP: { N: seal },
  };
  page.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(mark))]));
  return document.save();
}

async function photo(width: number, height: number): Promise<Uint8Array> {
  const lines = Array.from(
    { length: 9 },
    (_, at) =>
      `<rect x="${width * 0.1}" y="${(height * (at + 2)) / 13}" width="${width * (0.4 + at * 0.05)}" height="${height / 40}" fill="#223"/>`,
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#f6efe0"/><rect x="0" y="0" width="${width / 6}" height="${height / 6}" fill="#0a8a3a"/>${lines}<circle cx="${width * 0.8}" cy="${height * 0.75}" r="${Math.min(width, height) / 8}" fill="none" stroke="#d00000" stroke-width="14"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer());
}

type Case = { name: string; bytes: Uint8Array; source: PacketSource };
async function makeCases(): Promise<Case[]> {
  const pdf = async (
    name: string,
    at: number,
    size: [number, number],
    turn: 0 | 90 | 270,
    extraTurn: 0 | 90 | 180 = 0,
  ) => ({
    name,
    bytes: await sealedPdf(size, turn),
    source: source(scanName(at), {
      form: 'pdf',
      width: size[0],
      height: size[1],
      unit: 'pt',
      turn,
      extraTurn,
    }),
  });
  const jpeg = async (name: string, at: number, size: [number, number], extraTurn: 0 | 90 | 180 = 0) => ({
    name,
    bytes: await photo(...size),
    source: source(scanName(at), { width: size[0], height: size[1], extraTurn }),
  });
  return [
    await pdf('an e-invoice', 1, [595, 397], 0),
    await pdf('a fiscal receipt', 2, [538, 288], 0),
    await pdf('a page that says it is turned', 3, [400, 560], 90),
    await pdf('a page turned by hand', 4, [500, 280], 0, 180),
    await jpeg('a landscape photo', 5, [1600, 900]),
    await jpeg('a long slip', 6, [380, 1900]),
    await jpeg('a photo turned by hand', 7, [900, 1200], 90),
    await jpeg('a small square', 8, [300, 300]),
  ];
}

/** The source by itself, upright, at a size in pixels. */
async function alone(
  { bytes, source: { form, turn, extraTurn } }: Case,
  width: number,
  height: number,
): Promise<Pixels> {
  const turned = form === 'pdf' ? turn + extraTurn : extraTurn;
  const big = await (form === 'pdf'
    ? withPdf(bytes, (pdf) => {
        const made = pdf.draw(0, { width: 1600, height: 1600, turn: (turned % 360) as 0 });
        return sharp(Buffer.from(made.rgba), { raw: { width: made.width, height: made.height, channels: 4 } })
          .removeAlpha()
          .png()
          .toBuffer();
      })
    : sharp(bytes).rotate(turned).png().toBuffer());
  const rgb = await sharp(big)
    .resize({ width: width + 4, height: height + 4, fit: 'fill' })
    .extract({ left: 2, top: 2, width, height })
    .removeAlpha()
    .raw()
    .toBuffer();
  return { width, height, rgb };
}

const SCALE = 4;
/** Where each form of a page is clipped to, in points from the upper left corner. */
async function cellsOf(bytes: Uint8Array, page: number): Promise<number[][]> {
  const document = await openBytes(bytes);
  const content = document.getPages()[page - 1]?.node.lookup(PDFName.of('Contents')) as PDFRawStream;
  const text = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
  return [...text.matchAll(/q ([-\d.]+) ([-\d.]+) ([\d.]+) ([\d.]+) re W n [^\n]*\/X\d+ Do/g)].map(
    ([, ...found]) => {
      const [x = 0, y = 0, width = 0, height = 0] = found.map(Number);
      return [x, 841.89 - y - height, width, height];
    },
  );
}

async function cut(
  { width, height, rgb }: Pixels,
  [x = 0, y = 0, wide = 0, high = 0]: number[],
): Promise<Pixels> {
  const box = {
    left: Math.round(x * SCALE) + 2,
    top: Math.round(y * SCALE) + 2,
    width: Math.round(wide * SCALE) - 4,
    height: Math.round(high * SCALE) - 4,
  };
  const cropped = await sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract(box)
    .raw()
    .toBuffer();
  return { width: box.width, height: box.height, rgb: cropped };
}

const redOf = ({ rgb }: Pixels): number => {
  let red = 0;
  for (let at = 0; at < rgb.length; at += 3)
    if ((rgb[at] ?? 0) > 170 && (rgb[at + 1] ?? 255) < 70 && (rgb[at + 2] ?? 255) < 70) red += 1;
  return red;
};

/** Edges of letters fall on other pixels at other sizes: a little out of focus they are the same. */
async function soft({ width, height, rgb }: Pixels): Promise<Pixels> {
  const made = sharp(rgb, { raw: { width, height, channels: 3 } }).blur(1.5);
  return { width, height, rgb: await made.raw().toBuffer() };
}

describe.each([2, 4] as const)('%i to a sheet', (perSheet) => {
  test('every cell is its source, whole, upright, with its seal, in its own shape', async () => {
    const cases = await makeCases();
    const scans = new Map(cases.map(({ source: { scan }, bytes }) => [scan, bytes]));
    const wanted = plan([
      visit({
        papers: [
          paper(
            'invoice',
            cases.map((one) => one.source),
          ),
        ],
      }),
    ]);
    const chunks: Uint8Array[] = [];
    const sink = (chunk: Uint8Array) => void chunks.push(chunk);
    const wish = { kind: 'n-up' as const, options: sheetOptions.parse({ perSheet }) };
    const pages = await writeSheets(wanted, wish, { supplies: suppliesOf(scans), sink });
    const bytes = joinBytes(chunks);
    expect(pages).toHaveLength(cases.length / perSheet);
    for (const [at, one] of cases.entries()) {
      const page = Math.floor(at / perSheet) + 1;
      const cells = await cellsOf(bytes, page);
      expect(cells).toHaveLength(perSheet);
      const shown = await cut(await drawn(bytes, page, SCALE), cells[at % perSheet] ?? []);
      const own = await alone(one, shown.width, shown.height);
      expect(difference(await soft(shown), await soft(own)), one.name).toBeLessThan(4);
      expect(Math.abs(redOf(shown) / redOf(own) - 1), `seal of ${one.name}`).toBeLessThan(0.12);
      // The same comparison tells a page that stands on its head.
      const headed = await sharp(own.rgb, { raw: { width: own.width, height: own.height, channels: 3 } })
        .rotate(180)
        .raw()
        .toBuffer();
      expect(difference(shown, { ...own, rgb: headed }), one.name).toBeGreaterThan(10);
    }
  }, 120_000);
});
