// Three hundred files as people bring them together: photos of a phone, scans, downloads; every one with bytes of its own.

import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { drawPaper } from './drawn-papers.ts';
import { takeHandPhoto } from './hand-photo.ts';
import { heicPhotos } from './heic-photos.ts';
import { phonePhotos } from './phone-photos.ts';

const COUNT = 300;
const KINDS = { heic: 60, photo: 20, png: 40, pdf: 30, tiff: 20 };
export const MIXED = 'JPEG, HEIC, PNG, PDF and TIFF';

const paperOf = (serial: number): Sharp => {
  const { width, height, rgba } = drawPaper(1 + (serial % 9), 1 + Math.floor(serial / 9));
  return sharp(rgba, { raw: { width, height, channels: 4 } }).removeAlpha();
};

/** One to three pages of a scanner. */
async function writePdf(serial: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let page = 0; page <= serial % 3; page += 1) {
    const jpeg = await paperOf(serial * 3 + page + 200)
      .jpeg({ quality: 80 })
      .toBuffer();
    const image = await pdf.embedJpg(jpeg);
    const [width, height] = [image.width * 0.48, image.height * 0.48];
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return pdf.save();
}

/** The folder, made inside `scratch`. Where there are no samples of HEIC, more JPEGs stand for them. */
export async function mixedFiles(scratch: string): Promise<string> {
  const folder = join(scratch, 'mixed');
  mkdirSync(folder);
  let count = 0;
  // Each kind comes in several goes, as people pick files from here and there.
  const nextPath = (ending: string): string => {
    const name = `${String((count * 7) % COUNT).padStart(3, '0')}-${count}.${ending}`;
    count += 1;
    return join(folder, name);
  };
  const put = (bytes: Uint8Array, ending: string) => writeFileSync(nextPath(ending), bytes);
  for (let at = 0; at < KINDS.png; at += 1) put(await paperOf(at).png().toBuffer(), 'png');
  for (let at = 0; at < KINDS.tiff; at += 1)
    put(
      await paperOf(at + 100)
        .tiff({ compression: at % 2 === 0 ? 'lzw' : 'jpeg' })
        .toBuffer(),
      'tif',
    );
  for (let at = 0; at < KINDS.pdf; at += 1) put(await writePdf(at), 'pdf');
  for (let at = 0; at < KINDS.photo; at += 1) put(await takeHandPhoto(drawPaper(at % 9, at), at), 'jpg');
  const copy = (from: string, names: readonly string[], ending: string) => {
    for (const name of names) copyFileSync(join(from, name), nextPath(ending));
  };
  const heics = heicPhotos(scratch, KINDS.heic);
  if (heics) copy(heics, readdirSync(heics), 'heic');
  const photos = await phonePhotos(scratch, COUNT - count);
  copy(photos, readdirSync(photos), 'jpg');
  return folder;
}
