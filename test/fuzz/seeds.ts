// Small valid files of every format that is taken in, for tests that damage them.

import { PDFDocument } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { markedPicture, writePdf } from '../engine/made-files.ts';
import { writeZip } from './write-zip.ts';

export type Seed = { name: string; bytes: Uint8Array };

const written = (): Sharp =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="420" height="594"><rect width="420" height="594" fill="#fff"/>${Array.from(
        { length: 20 },
        (_, line) => `<rect x="40" y="${40 + line * 25}" width="${200 + ((line * 71) % 130)}" height="9"/>`,
      ).join('')}</svg>`,
    ),
  ).flatten({ background: '#ffffff' });

async function textPdf(objectStreams: boolean): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const text of ['first page', 'second page']) pdf.addPage([300, 200]).drawText(text, { x: 20, y: 100 });
  pdf.addPage([300, 200]).drawImage(await pdf.embedJpg(await markedPicture().jpeg().toBuffer()));
  return pdf.save({ useObjectStreams: objectStreams });
}

function bitmap(): Uint8Array {
  const [width, height] = [24, 16];
  const file = Buffer.alloc(54 + width * height * 3, 0x7f);
  file.write('BM', 0, 'latin1');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(54, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(width, 18);
  file.writeInt32LE(height, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  return file;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?><EInvoice><Header><EIid>1</EIid></Header></EInvoice>';

export async function makeSeeds(): Promise<Seed[]> {
  const jpeg = await written().jpeg().toBuffer();
  const png = await markedPicture().png().toBuffer();
  const pdf = writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100] /Rotate 90 >>',
    '<< /Type /Page /Parent 2 0 R /CropBox [10 10 190 90] >>',
  ]);
  return [
    { name: 'baseline.jpg', bytes: jpeg },
    { name: 'progressive.jpg', bytes: await written().jpeg({ progressive: true }).toBuffer() },
    { name: 'cmyk.jpg', bytes: await written().toColourspace('cmyk').jpeg().toBuffer() },
    { name: 'turned.jpg', bytes: await markedPicture().withMetadata({ orientation: 6 }).jpeg().toBuffer() },
    { name: 'plain.png', bytes: png },
    { name: 'palette.png', bytes: await markedPicture().png({ palette: true }).toBuffer() },
    { name: 'interlaced.png', bytes: await written().png({ progressive: true }).toBuffer() },
    { name: 'picture.webp', bytes: await written().webp().toBuffer() },
    { name: 'lossless.webp', bytes: await markedPicture().webp({ lossless: true }).toBuffer() },
    { name: 'picture.tif', bytes: await written().tiff({ compression: 'lzw' }).toBuffer() },
    {
      name: 'fax.tif',
      bytes: await written()
        .toColourspace('b-w')
        .threshold()
        .tiff({ compression: 'ccittfax4', bitdepth: 1 })
        .toBuffer(),
    },
    { name: 'jpeg.tif', bytes: await written().tiff({ compression: 'jpeg' }).toBuffer() },
    { name: 'picture.gif', bytes: await markedPicture().gif().toBuffer() },
    { name: 'picture.avif', bytes: await markedPicture().avif({ effort: 0 }).toBuffer() },
    { name: 'picture.bmp', bytes: bitmap() },
    { name: 'by-hand.pdf', bytes: Buffer.from(pdf) },
    { name: 'text.pdf', bytes: await textPdf(false) },
    { name: 'streams.pdf', bytes: await textPdf(true) },
    { name: 'invoice.xml', bytes: Buffer.from(xml) },
    { name: 'invoice.ofd', bytes: writeZip([{ name: 'OFD.xml', bytes: Buffer.from(xml) }]) },
    {
      name: 'archive.zip',
      bytes: writeZip([
        { name: 'a.jpg', bytes: jpeg },
        { name: 'in/b.png', bytes: png },
      ]),
    },
  ];
}
