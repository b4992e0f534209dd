// The ways in which one paper comes in twice, and the papers that only look like it: pictures for the bench of look-alikes.

import sharp from 'sharp';
import { type Drawing, drawPaper } from './drawn-papers.ts';
import { takeHandPhoto } from './hand-photo.ts';

export type Pictures = Record<string, Buffer>;

const white = { background: '#ffffff' };

/** A window's bars and gray ground around a page, smaller than it prints. */
async function takeScreenshot(page: Buffer): Promise<Buffer> {
  const small = await sharp(page).resize({ height: 900, width: 1200, fit: 'inside' }).png().toBuffer();
  const { width, height } = await sharp(small).metadata();
  const bars = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="${height + 120}"><rect width="100%" height="100%" fill="#525659"/><rect width="100%" height="70" fill="#e8eaed"/><rect x="20" y="16" width="600" height="38" rx="19" fill="#fff"/><text x="40" y="42" font-size="20" fill="#333">file:///C:/Users/li/Downloads/page.pdf</text></svg>`,
  );
  return sharp(bars)
    .composite([{ input: small, left: Math.round((1600 - width) / 2), top: 95 }])
    .png()
    .toBuffer();
}

/** So much of the picture's area is lost, from sides that the seed chooses: parts of the paper are cut off. */
async function cutOff(picture: Buffer, share: number, seed: number): Promise<Buffer> {
  const { width, height } = await sharp(picture).metadata();
  const keep = 1 - share;
  const across = seed % 3 === 0 ? 1 : seed % 3 === 1 ? keep : Math.sqrt(keep);
  const down = keep / across;
  const [wide, high] = [Math.round(width * across), Math.round(height * down)];
  const left = seed % 2 === 0 ? 0 : width - wide;
  const top = seed % 4 < 2 ? 0 : height - high;
  return sharp(picture).extract({ left, top, width: wide, height: high }).jpeg({ quality: 85 }).toBuffer();
}

async function scanOf({ width, height, rgba }: Drawing): Promise<Buffer> {
  return sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
}

async function compressHard(picture: Buffer): Promise<Buffer> {
  const { width } = await sharp(picture).metadata();
  return sharp(picture)
    .resize({ width: Math.round(width / 3) })
    .jpeg({ quality: 30 })
    .toBuffer();
}

/** Everything that may become of one paper; `first` is the photo that was taken in before. */
export async function picturesOf(drawing: Drawing, seed: number): Promise<Pictures> {
  const scan = await scanOf(drawing);
  const first = await takeHandPhoto(drawing, seed, 2000);
  const again = await takeHandPhoto(drawing, seed + 1000, 2000);
  const straight = await takeHandPhoto(drawing, seed + 4000, 2000, { degrees: 2, lean: 0.02 });
  return {
    first,
    'photographed again': again,
    'photographed at a slant': await takeHandPhoto(drawing, seed + 2000, 2000, { degrees: 16, lean: 0.3 }),
    'photographed in a shadow': await takeHandPhoto(drawing, seed + 3000, 2000, { shadow: 0.45 }),
    scanned: await sharp(scan)
      .rotate(((seed % 5) - 2) * 0.4, white)
      .jpeg()
      .toBuffer(),
    'a screenshot of its PDF': await takeScreenshot(scan),
    'a third of the size, quality 30': await compressHard(first),
    'cut, 10 %': await cutOff(straight, 0.1, seed),
    'cut, 25 %': await cutOff(straight, 0.25, seed + 1),
    'cut, 50 %': await cutOff(straight, 0.5, seed + 2),
    'turned by 90': await sharp(again).rotate(90).jpeg().toBuffer(),
    'turned by 180': await sharp(again).rotate(180).jpeg().toBuffer(),
    'turned by 270': await sharp(again).rotate(270).jpeg().toBuffer(),
    'a few degrees askew': await sharp(scan)
      .rotate(seed % 2 === 0 ? 6 : -6, white)
      .jpeg({ quality: 80 })
      .toBuffer(),
    gray: await sharp(again).grayscale().jpeg({ quality: 70 }).toBuffer(),
  };
}

/** Clean pictures of papers that are easily taken for another: nothing but their writing tells them apart. */
export async function othersOf(drawing: Drawing, seed: number): Promise<Pictures> {
  const scan = await scanOf(drawing);
  return {
    photo: await takeHandPhoto(drawing, seed, 2000),
    scan: await sharp(scan).jpeg().toBuffer(),
    screenshot: await takeScreenshot(scan),
    small: await compressHard(await takeHandPhoto(drawing, seed + 500, 2000)),
  };
}

export type Others = { pairs: string; drawing: Drawing };

/** The papers on the same form as fill 1, numbers 1. */
export const othersOnForm = (form: number): Others[] => [
  { pairs: 'the same form, other lines', drawing: drawPaper(form, 2, 2) },
  { pairs: 'the same form, other lines', drawing: drawPaper(form, 3, 3) },
  { pairs: 'the same lines, other dates and numbers', drawing: drawPaper(form, 1, 9) },
  { pairs: 'the next page of the same list', drawing: drawPaper(form, 1, 1, { lines: 4 }) },
  { pairs: 'the same form, empty', drawing: drawPaper(form, 1, 1, { empty: true }) },
];
