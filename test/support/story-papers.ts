// Eight papers of two visits in the kinds of file people have: photos, screenshots, a scanner's TIFF, a downloaded PDF.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, rgb } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import type { PaperKind } from '../../shared/domain.ts';

export type StoryPaper = { kind: PaperKind; path: string; pages: number };

async function drawPicture(shade: number, width = 900, height = 1270): Promise<Sharp> {
  const bars = Array.from(
    { length: 12 },
    (_, line) =>
      `<rect x="80" y="${120 + line * 80}" width="${300 + ((line * 131 + shade) % 380)}" height="26"/>`,
  ).join('');
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="rgb(250,${shade},235)"/>${bars}</svg>`;
  return sharp(Buffer.from(drawing)).flatten();
}

async function drawPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const [width, height] of [
    [595, 842],
    [612, 397],
  ] as const) {
    const page = document.addPage([width, height]);
    page.drawText('Medical receipt 0026011387', { x: 60, y: height - 80, size: 20 });
    page.drawCircle({ x: width - 120, y: 120, size: 46, borderColor: rgb(0.8, 0.1, 0.1), borderWidth: 3 });
  }
  return document.save();
}

/** Writes the papers of two visits into `dir`, four each. */
export async function writeStoryPapers(dir: string): Promise<[StoryPaper[], StoryPaper[]]> {
  mkdirSync(dir, { recursive: true });
  const keep = (name: string, bytes: Uint8Array): string => {
    const path = join(dir, name);
    writeFileSync(path, bytes);
    return path;
  };
  const picture = async (shade: number) => (await drawPicture(shade)).clone();
  const first: StoryPaper[] = [
    { kind: 'invoice', path: keep('电子发票 第一次.pdf', await drawPdf()), pages: 2 },
    {
      kind: 'itemized-list',
      path: keep('清单 📄.jpg', await (await picture(240)).jpeg().toBuffer()),
      pages: 1,
    },
    { kind: 'prescription', path: keep('处方.png', await (await picture(220)).png().toBuffer()), pages: 1 },
    {
      kind: 'medical-record',
      path: keep(
        '病历 sideways.jpg',
        await (await drawPicture(200, 1270, 900)).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
      ),
      pages: 1,
    },
  ];
  const second: StoryPaper[] = [
    { kind: 'invoice', path: keep('fapiao 2.webp', await (await picture(180)).webp().toBuffer()), pages: 1 },
    {
      kind: 'itemized-list',
      path: keep('list 2.tiff', await (await picture(160)).tiff().toBuffer()),
      pages: 1,
    },
    {
      kind: 'prescription',
      path: keep('rx 2.jpg', await (await picture(140)).jpeg({ progressive: true }).toBuffer()),
      pages: 1,
    },
    {
      kind: 'medical-record',
      path: keep('record 2.jpg', await (await picture(120)).grayscale().jpeg().toBuffer()),
      pages: 1,
    },
  ];
  return [first, second];
}
