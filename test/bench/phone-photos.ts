// JPEG files like a phone makes them (12 megapixels, about 2.5 MB), every one with bytes of its own.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';

const WIDTH = 3024;
const HEIGHT = 4032;
const DISTINCT = 4;

async function drawPhoto(serial: number): Promise<Buffer> {
  const grain = await sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 205, sigma: 14 },
    },
  })
    .blur(0.8)
    .jpeg({ quality: 100 })
    .toBuffer();
  const bars = Array.from({ length: 40 }, (_, line) => {
    const width = 1200 + ((line * 271 + serial * 97) % 1100);
    return `<rect x="300" y="${300 + line * 88}" width="${width}" height="34" fill="#223"/>`;
  }).join('');
  const text = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${bars}</svg>`,
  );
  return sharp(grain)
    .composite([{ input: text }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** The same picture with a comment segment behind SOI: other bytes, another hash, the same pixels. */
function withComment(jpeg: Buffer, comment: string): Buffer {
  const text = Buffer.from(comment);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, text.length + 2]), text]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

let drawn: Promise<Buffer[]> | undefined;

/** A folder with `count` photos, made inside `scratch`. */
export async function phonePhotos(scratch: string, count: number): Promise<string> {
  drawn ??= Promise.all(Array.from({ length: DISTINCT }, (_, serial) => drawPhoto(serial)));
  const photos = await drawn;
  const folder = join(scratch, `photos-${count}`);
  if (mkdirSync(folder, { recursive: true }) === undefined) return folder;
  for (let at = 0; at < count; at += 1) {
    const path = join(folder, `IMG_${String(at + 1).padStart(4, '0')}.jpg`);
    writeFileSync(path, withComment(photos[at % DISTINCT] as Buffer, `photo ${at + 1}`));
  }
  return folder;
}
