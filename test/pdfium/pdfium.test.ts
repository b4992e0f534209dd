// PDFium behind its door, on PDFs made here with another library.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { degrees, PDFDocument, PDFHexString, PDFName, rgb } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Drawing } from '../../shared/pdfium/draw.ts';
import { drawingSize, LARGEST_DRAWING } from '../../shared/pdfium/draw.ts';
import { openPdfium, type Pdfium } from '../../shared/pdfium/pdfium.ts';
import { writePdf } from '../engine/made-files.ts';

const installed = createRequire(import.meta.url);
const readFont = () =>
  readFileSync(installed.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));
let pdfium: Pdfium;
beforeAll(async () => {
  pdfium = await openPdfium(readFileSync(installed.resolve('@embedpdf/pdfium/pdfium.wasm')), readFont);
});

const RED = rgb(1, 0, 0);
const BLUE = rgb(0, 0, 1);

/** A page 200 by 100 points with a red square in its top left corner and a blue one in its bottom right. */
function addMarkedPage(pdf: PDFDocument, turn = 0): void {
  const page = pdf.addPage([200, 100]);
  page.drawRectangle({ x: 0, y: 80, width: 20, height: 20, color: RED });
  page.drawRectangle({ x: 180, y: 0, width: 20, height: 20, color: BLUE });
  page.setRotation(degrees(turn));
}

function colourAt({ width, height, rgba }: Drawing, across: number, down: number): string {
  const at = (Math.floor(down * height) * width + Math.floor(across * width)) * 4;
  const [red = 0, green = 0, blue = 0] = rgba.slice(at, at + 3);
  if (red > 200 && green > 200 && blue > 200) return 'white';
  if (red > 200 && green < 60 && blue < 60) return 'red';
  return blue > 200 && red < 60 && green < 60 ? 'blue' : `${red},${green},${blue}`;
}

const corners = (drawing: Drawing) => [
  colourAt(drawing, 0.04, 0.04),
  colourAt(drawing, 0.96, 0.04),
  colourAt(drawing, 0.96, 0.96),
  colourAt(drawing, 0.04, 0.96),
];

const problemCode = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'none';
};

describe('sizes and turns', () => {
  const turnedCorners: Record<number, string[]> = {
    0: ['red', 'white', 'blue', 'white'],
    90: ['white', 'red', 'white', 'blue'],
    180: ['blue', 'white', 'red', 'white'],
    270: ['white', 'blue', 'white', 'red'],
  };
  for (const turn of [0, 90, 180, 270] as const) {
    test(`a page with /Rotate ${turn} has its stored size and is drawn turned`, async () => {
      const pdf = await PDFDocument.create();
      addMarkedPage(pdf, turn);
      const document = pdfium.open(await pdf.save());
      expect(document.pageCount).toBe(1);
      expect(document.pageSize(0)).toEqual({ width: 200, height: 100 });
      expect(document.pageRotation(0)).toBe(turn);
      const drawing = document.draw(0, { scale: 1 });
      expect([drawing.width, drawing.height]).toEqual(turn % 180 === 0 ? [200, 100] : [100, 200]);
      expect(corners(drawing)).toEqual(turnedCorners[turn]);
      expect(corners(document.draw(0, { scale: 1, turn: 0 }))).toEqual(turnedCorners[0]);
      expect(corners(document.draw(0, { scale: 1, turn: 90 }))).toEqual(turnedCorners[90]);
      document.close();
    });
  }

  test('only the crop box is measured and drawn, wherever it lies', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 400]);
    page.setMediaBox(-100, -50, 400, 400);
    page.setCropBox(-80, -30, 100, 60);
    page.drawRectangle({ x: -80, y: 10, width: 20, height: 20, color: RED });
    page.drawRectangle({ x: 0, y: -30, width: 20, height: 20, color: BLUE });
    page.drawRectangle({ x: 100, y: 100, width: 200, height: 200, color: RED });
    const document = pdfium.open(await pdf.save());
    expect(document.pageSize(0)).toEqual({ width: 100, height: 60 });
    expect(corners(document.draw(0, { width: 300 }))).toEqual(['red', 'white', 'blue', 'white']);
    document.close();
  });

  test('a drawing fits inside the wished width and height', async () => {
    const pdf = await PDFDocument.create();
    addMarkedPage(pdf, 90);
    const document = pdfium.open(await pdf.save());
    const { width, height, rgba } = document.draw(0, { width: 640, height: 640 });
    expect([width, height, rgba.length]).toEqual([320, 640, 320 * 640 * 4]);
    document.close();
  });

  test('a giant page is scaled down to the largest drawing before memory is asked for', () => {
    const giant = drawingSize({ width: 14_400, height: 14_400 }, { scale: 5 });
    expect(giant.width * giant.height).toBeLessThanOrEqual(LARGEST_DRAWING * 1.01);
    expect(giant.width).toBe(giant.height);
    const strip = drawingSize({ width: 2_147_483_648, height: 1 }, { scale: 1 });
    expect(strip.width * strip.height).toBeLessThanOrEqual(LARGEST_DRAWING * 1.01);
    expect(strip.height).toBe(1);
  });
});

describe('what is drawn', () => {
  test('a filled-in form field is drawn', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([200, 100]);
    const field = pdf.getForm().createTextField('amount');
    field.setText('88888888');
    field.addToPage(page, { x: 10, y: 10, width: 180, height: 80, backgroundColor: RED });
    const document = pdfium.open(await pdf.save());
    const drawing = document.draw(0, { scale: 2 });
    expect(colourAt(drawing, 0.5, 0.15)).not.toBe('white');
    document.close();
  });

  test('a grayscale drawing has no colour', async () => {
    const pdf = await PDFDocument.create();
    addMarkedPage(pdf);
    const document = pdfium.open(await pdf.save());
    const { rgba } = document.draw(0, { scale: 1, grayscale: true });
    let coloured = 0;
    for (let at = 0; at < rgba.length; at += 4) {
      if (rgba[at] !== rgba[at + 1] || rgba[at] !== rgba[at + 2]) coloured += 1;
    }
    expect(coloured).toBe(0);
    expect(Math.min(...rgba.slice(0, 40))).toBeLessThan(200);
    document.close();
  });

  for (const face of ['SimSun', 'KaiTi_GB2312', 'STSong-Light']) {
    test(`Chinese text in ${face}, which the PDF names and does not carry, is drawn`, () => {
      const codes = [...'发票号码王秀兰'].map((sign) => sign.charCodeAt(0).toString(16)).join('');
      const content = `BT /F1 24 Tf 20 40 Td <${codes}> Tj ET`;
      const text = writePdf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 220 100] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
        `<< /Type /Font /Subtype /Type0 /BaseFont /${face} /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>`,
        `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /${face} /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>`,
        `<< /Type /FontDescriptor /FontName /${face} /Flags 4 /FontBBox [0 -140 1000 860] /ItalicAngle 0 /Ascent 860 /Descent -140 /CapHeight 700 /StemV 80 >>`,
      ]);
      const document = pdfium.open(new TextEncoder().encode(text));
      const { width, rgba } = document.draw(0, { scale: 1, grayscale: true });
      // Ink in the square of each of the seven characters.
      const inked = Array.from({ length: 7 }, (_, place) => {
        const columns = Array.from({ length: 24 }, (_, column) => 20 + place * 24 + column);
        return columns.some((column) =>
          Array.from({ length: 24 }, (_, row) => rgba[((40 + row) * width + column) * 4] ?? 255).some(
            (level) => level < 128,
          ),
        );
      });
      expect(inked).toEqual(Array(7).fill(true));
      document.close();
    });
  }

  test('text and outline are read', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([300, 100]).drawText('Invoice 12345678', { x: 10, y: 50 });
    const second = pdf.addPage([300, 100]);
    const { context } = pdf;
    const outlines = context.nextRef();
    const entry = context.register(
      context.obj({
        Title: PDFHexString.fromText('清单'),
        Parent: outlines,
        Dest: [second.ref, PDFName.of('Fit')],
      }),
    );
    context.assign(outlines, context.obj({ Type: 'Outlines', First: entry, Last: entry, Count: 1 }));
    pdf.catalog.set(PDFName.of('Outlines'), outlines);
    const document = pdfium.open(await pdf.save());
    expect(document.text(0).trim()).toBe('Invoice 12345678');
    expect(document.text(1)).toBe('');
    expect(document.outline()).toEqual([{ title: '清单', page: 1, level: 0 }]);
    document.close();
  });
});

describe('copies', () => {
  test('pages are copied in the wished order, some twice', async () => {
    const pdf = await PDFDocument.create();
    for (const width of [100, 200, 300])
      pdf.addPage([width, 50]).drawText(`w${width}`, { x: 5, y: 5, size: 9 });
    const document = pdfium.open(await pdf.save());
    const copy = await PDFDocument.load(document.copyPages([2, 0, 2]));
    expect(copy.getPages().map((page) => page.getWidth())).toEqual([300, 100, 300]);
    document.close();
  });

  test('a locked PDF opens with its password only, and its copy without any', async () => {
    const pdf = await PDFDocument.create();
    addMarkedPage(pdf);
    pdf.encrypt({ userPassword: 'kaimen', ownerPassword: 'zhuren', permissions: {} });
    const bytes = await pdf.save();
    expect(problemCode(() => pdfium.open(bytes))).toBe('pdf-password');
    expect(problemCode(() => pdfium.open(bytes, 'wrong'))).toBe('pdf-password-wrong');
    const document = pdfium.open(bytes, 'kaimen');
    const copy = document.saveCopy();
    document.close();
    const opened = pdfium.open(copy);
    expect(corners(opened.draw(0, { scale: 1 }))).toEqual(['red', 'white', 'blue', 'white']);
    opened.close();
  });
});

describe('trouble', () => {
  test('bytes that are no PDF, no bytes, and a page that is not there are refused', async () => {
    expect(problemCode(() => pdfium.open(new Uint8Array(0)))).toBe('file-damaged');
    expect(problemCode(() => pdfium.open(new TextEncoder().encode('%PDF-1.7 and nothing more')))).toBe(
      'file-damaged',
    );
    const pdf = await PDFDocument.create();
    addMarkedPage(pdf);
    const document = pdfium.open(await pdf.save());
    expect(problemCode(() => document.pageSize(7))).toBe('page-unusable');
    expect(problemCode(() => document.draw(7, { scale: 1 }))).toBe('page-unusable');
    document.close();
  });

  test('memory is given back: five gigabytes of documents fit one after another', async () => {
    const pdf = await PDFDocument.create();
    addMarkedPage(pdf);
    pdf.context.register(pdf.context.stream(new Uint8Array(20_000_000)));
    const bytes = await pdf.save();
    expect(bytes.length).toBeGreaterThan(20_000_000);
    for (let round = 0; round < 250; round += 1) {
      const document = pdfium.open(bytes);
      expect(document.draw(0, { scale: 3 }).width).toBe(600);
      document.text(0);
      document.close();
    }
  });
});
