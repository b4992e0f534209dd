// Papers scanned at 200 dpi as PNG files of the usual kinds.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const WIDTH = 1654;
const HEIGHT = 2339;
const PAGES = 4;
const GRAIN: Partial<Record<PngKind, number>> = { '1-bit': 30, '1-bit-grain': 200 };

/** `1-bit` is letters on clean paper; `1-bit-grain` is a scanner's dots all over, as heavy as two tones get. */
export const pngKinds = ['rgb', 'gray', '1-bit', '1-bit-grain', 'palette', 'opaque-alpha'] as const;
export type PngKind = (typeof pngKinds)[number];

/** A folder with four pages of this kind, made inside `scratch` once. */
export async function pngPapers(scratch: string, kind: PngKind): Promise<string> {
  const dir = join(scratch, `png-${kind}`);
  mkdirSync(dir, { recursive: true });
  for (let page = 1; page <= PAGES; page++) {
    const path = join(dir, `scan-${page}.png`);
    if (!existsSync(path)) await drawPaper(kind, page).then((picture) => picture.toFile(path));
  }
  return dir;
}

async function drawPaper(kind: PngKind, page: number) {
  const lines = Array.from({ length: 60 }, (_, line) => {
    const width = 500 + ((line * 271 + page * 97) % 800);
    const color = line % 7 === 0 ? '#a22' : '#223';
    return `<rect x="150" y="${150 + line * 34}" width="${width}" height="14" fill="${color}"/>`;
  }).join('');
  const ink = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${lines}</svg>`,
  );
  const noise = { type: 'gaussian' as const, mean: 240, sigma: GRAIN[kind] ?? 4 };
  const ground = { width: WIDTH, height: HEIGHT, channels: 3 as const, background: '#fff', noise };
  const drawn = await sharp({ create: ground })
    .composite([{ input: ink }])
    .removeAlpha()
    .png()
    .toBuffer();
  const paper = sharp(drawn);
  if (kind === 'gray') return paper.greyscale().png();
  if (kind === 'palette') return paper.png({ palette: true, colours: 64, dither: 0 });
  if (kind === '1-bit' || kind === '1-bit-grain')
    return paper.greyscale().threshold(160).png({ palette: true, colours: 2 });
  if (kind === 'opaque-alpha') return paper.ensureAlpha().png();
  return paper.png();
}
