// Pages whose faults are known: the sample's papers as clean scans and photos, and the same with one thing wrong.

import sharp, { type Sharp } from 'sharp';
import { lookAtPage, takeView } from '../../electron/engine/look/look-at-page.ts';
import { withPdf } from '../../electron/engine/pdf.ts';
import type { Look } from '../../electron/engine/workshop.ts';
import { drawSamplePapers } from '../../electron/sample/draw-papers.ts';
import { photograph } from '../../electron/sample/photograph.ts';
import type { ScanPage } from '../../shared/domain.ts';
import type { PageFindingCode } from '../../shared/page-findings.ts';

/** A clean page as it would lie on a scanner, PNG bytes, about 200 dpi. */
export type CleanPage = { name: string; png: Buffer };

/** The sample's own photos are left out: they are photographed anew, each with a light of its own. */
export async function cleanPages(): Promise<CleanPage[]> {
  const pages: CleanPage[] = [];
  for (const { fileName, bytes } of await drawSamplePapers()) {
    const isPdf = Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
    if (!isPdf) {
      pages.push({ name: fileName, png: await sharp(bytes).autoOrient().png().toBuffer() });
      continue;
    }
    const drawn = await withPdf(bytes, (pdf) =>
      Array.from({ length: pdf.pageCount }, (_, page) => pdf.draw(page, { height: 2300, width: 2300 })),
    );
    for (const [at, { width, height, rgba }] of drawn.entries()) {
      const png = await sharp(rgba, { raw: { width, height, channels: 4 } })
        .removeAlpha()
        .png()
        .toBuffer();
      pages.push({ name: `${fileName}#${at + 1}`, png });
    }
  }
  return pages;
}

/** As a phone takes it: askew on a table, lit from one side. */
export async function takePhoto(png: Buffer, seed: number, edge = 2400): Promise<Buffer> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const rgba = new Uint8ClampedArray(data);
  const short = Math.round(edge * 0.75);
  const size = info.height >= info.width ? { width: short, height: edge } : { width: edge, height: short };
  return photograph({ width: info.width, height: info.height, rgba }, { ...size, seed });
}

export async function lookAt(picture: Sharp): Promise<Look> {
  const { width, height } = await picture.metadata();
  const page: ScanPage = { width, height, unit: 'px', mirrored: false, turn: 0 };
  const look = lookAtPage(await takeView(picture), page);
  if (!look) throw new Error('the look failed');
  return look;
}

type Spoil = { code: PageFindingCode; make: (photo: Buffer, clean: Buffer, seed: number) => Promise<Buffer> };

const spot = (width: number, height: number, radius: number): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><radialGradient id="g">
     <stop offset="0.55" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
     <ellipse cx="${width * 0.45}" cy="${height * 0.4}" rx="${radius}" ry="${radius * 0.8}" fill="url(#g)"/></svg>`,
  );

async function cutOff(clean: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(clean).trim({ threshold: 40 }).toBuffer({ resolveWithObject: true });
  const left = Math.round(info.width * 0.08);
  return sharp(data)
    .extract({ left, top: 0, width: info.width - left, height: info.height })
    .extend({ top: 60, bottom: 60, right: 60, background: '#ffffff' })
    .jpeg()
    .toBuffer();
}

async function twoSheets(photo: Buffer, seed: number): Promise<Buffer> {
  const sheet = await sharp(photo).resize({ width: 1200 }).toBuffer({ resolveWithObject: true });
  const { height } = sheet.info;
  const other = await sharp(sheet.data)
    .modulate({ brightness: 0.97 + (seed % 3) * 0.01 })
    .toBuffer();
  return sharp({ create: { width: 2400, height, channels: 3, background: '#6f5942' } })
    .composite([
      { input: sheet.data, left: 0, top: 0 },
      { input: other, left: 1200, top: 0 },
    ])
    .jpeg()
    .toBuffer();
}

export const spoils: Spoil[] = [
  { code: 'low-resolution', make: (photo) => sharp(photo).resize({ height: 900 }).jpeg().toBuffer() },
  {
    code: 'blurred',
    make: (photo, _, seed) =>
      sharp(photo)
        .blur(4 + (seed % 3))
        .jpeg()
        .toBuffer(),
  },
  {
    code: 'too-dark',
    make: (photo, _, seed) =>
      sharp(photo)
        .linear(0.28 + (seed % 3) * 0.06, 0)
        .jpeg()
        .toBuffer(),
  },
  {
    code: 'too-light',
    make: (photo, _, seed) =>
      sharp(photo)
        .linear(0.08 + (seed % 3) * 0.02, 215)
        .jpeg()
        .toBuffer(),
  },
  {
    code: 'glare',
    make: async (photo, _, seed) => {
      const { width, height } = await sharp(photo).metadata();
      const input = spot(width, height, width * (0.14 + (seed % 3) * 0.04));
      const dimmed = await sharp(photo).linear(0.88, 0).toBuffer();
      return sharp(dimmed).composite([{ input }]).jpeg().toBuffer();
    },
  },
  { code: 'touches-edge', make: (_, clean) => cutOff(clean) },
  {
    code: 'nearly-blank',
    make: async (_, clean, seed) => {
      const { width, height } = await sharp(clean).metadata();
      const paper = sharp({ create: { width, height, channels: 4, background: '#fff' } });
      return takePhoto(await paper.png().toBuffer(), seed);
    },
  },
  { code: 'several-papers', make: (photo, _, seed) => twoSheets(photo, seed) },
];
