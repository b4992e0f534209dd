// Files that the tests of engine and intake make: pictures whose corners tell how they lie, and PDFs that misbehave.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { onTestFinished } from 'vitest';

/** A folder that is gone when the test is over. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-engine-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function putFile(folder: string, name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const MARK = { width: 40, height: 40, channels: 3 } as const;

/** 240 by 160, white, the corners red, green, blue and black clockwise from the top left. */
export function markedPicture(): Sharp {
  const mark = (background: string, left: number, top: number) => ({
    input: { create: { ...MARK, background } },
    left,
    top,
  });
  return sharp({ create: { width: 240, height: 160, channels: 3, background: '#ffffff' } }).composite([
    mark('#ff0000', 0, 0),
    mark('#00ff00', 200, 0),
    mark('#0000ff', 200, 120),
    mark('#000000', 0, 120),
  ]);
}

/** Colour names of the four corners, clockwise from the top left. */
export async function readCorners(picture: Uint8Array): Promise<string[]> {
  const { data, info } = await sharp(picture)
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const nameAt = (across: number, down: number): string => {
    const at =
      (Math.floor(down * info.height) * info.width + Math.floor(across * info.width)) * info.channels;
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    const levels = [red, green, blue].map((level) => (level > 190 ? 'x' : level < 70 ? '-' : '?')).join('');
    return { 'x--': 'red', '-x-': 'green', '--x': 'blue', '---': 'black', xxx: 'white' }[levels] ?? levels;
  };
  return [nameAt(0.06, 0.06), nameAt(0.94, 0.06), nameAt(0.94, 0.94), nameAt(0.06, 0.94)];
}

/** A PDF written out by hand: one body for each object, numbered from 1; the first is the catalogue. */
export function writePdf(bodies: string[]): string {
  let text = '%PDF-1.7\n';
  const offsets = bodies.map((body, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = bodies.length + 1;
  return `${text}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
}

/** A form of nameless fields, each with the next one twice below it: reading it takes 2 to the 30th steps. */
export function writeEndlessForm(): string {
  const depth = 30;
  const fields = Array.from({ length: depth }, (_, level) =>
    level === depth - 1 ? '<< /FT /Tx /V (x) >>' : `<< /FT /Tx /Kids [${level + 5} 0 R ${level + 5} 0 R] >>`,
  );
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>',
    ...fields,
  ]);
}

/** Pages of raw RGB pixels in a big-endian TIFF, each with an orientation of its own. TIFF 6.0, section 2. */
export function writeTiff(
  pages: { data: Buffer; width: number; height: number; orientation: number }[],
): Buffer {
  const head = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 0]);
  const parts: Buffer[] = [head];
  let length = head.length;
  let pointer = { buffer: head, at: 4 };
  const add = (part: Buffer): number => {
    parts.push(part);
    length += part.length;
    return length - part.length;
  };
  for (const { data, width, height, orientation } of pages) {
    const strip = add(data);
    const bits = add(Buffer.from([0, 8, 0, 8, 0, 8]));
    const short = (value: number) => value * 0x10000;
    const fields: [tag: number, type: number, count: number, value: number][] = [
      [256, 3, 1, short(width)],
      [257, 3, 1, short(height)],
      [258, 3, 3, bits],
      [259, 3, 1, short(1)],
      [262, 3, 1, short(2)],
      [273, 4, 1, strip],
      [274, 3, 1, short(orientation)],
      [277, 3, 1, short(3)],
      [278, 3, 1, short(height)],
      [279, 4, 1, data.length],
    ];
    const directory = Buffer.alloc(6 + 12 * fields.length);
    directory.writeUInt16BE(fields.length);
    for (const [row, [tag, type, count, value]] of fields.entries()) {
      directory.writeUInt16BE(tag, 2 + 12 * row);
      directory.writeUInt16BE(type, 4 + 12 * row);
      directory.writeUInt32BE(count, 6 + 12 * row);
      directory.writeUInt32BE(value, 10 + 12 * row);
    }
    pointer.buffer.writeUInt32BE(add(directory), pointer.at);
    pointer = { buffer: directory, at: 2 + 12 * fields.length };
  }
  return Buffer.concat(parts);
}
