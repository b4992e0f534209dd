// Fax lines, read back by readers that are not ours: libtiff, and poppler for a whole packet.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { makePrintable } from '../../electron/engine/printable.ts';
import { buildFolderPacket } from '../../renderer/packet/build.ts';
import { encodeGroup4, type TwoTone } from '../../renderer/packet/pictures/group4.ts';
import { scanName, source, suppliesOf } from './plans.ts';
import { isInstalled, spelledOut } from './reading.ts';

/** TIFF 6.0, one strip of Group 4, white is zero. */
function asTiff({ width, height }: TwoTone, strip: Uint8Array): Buffer {
  const entries: [number, number, number][] = [
    [256, 4, width],
    [257, 4, height],
    [258, 3, 1],
    [259, 3, 4],
    [262, 3, 0],
    [273, 4, 8],
    [277, 3, 1],
    [278, 4, height],
    [279, 4, strip.length],
  ];
  const at = 8 + strip.length + (strip.length % 2);
  const tiff = Buffer.alloc(at + 2 + entries.length * 12 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(at, 4);
  tiff.set(strip, 8);
  tiff.writeUInt16LE(entries.length, at);
  for (const [row, [tag, type, value]] of entries.entries()) {
    const place = at + 2 + row * 12;
    tiff.writeUInt16LE(tag, place);
    tiff.writeUInt16LE(type, place + 2);
    tiff.writeUInt32LE(1, place + 4);
    if (type === 3) tiff.writeUInt16LE(value, place + 8);
    else tiff.writeUInt32LE(value, place + 8);
  }
  return tiff;
}

/** Lines given as runs, white first. */
function draw(width: number, lines: number[][]): TwoTone {
  const stride = Math.ceil(width / 8);
  const rows = new Uint8Array(stride * lines.length);
  for (const [row, runs] of lines.entries()) {
    let at = 0;
    let ink = false;
    for (const run of runs) {
      for (let end = Math.min(width, at + run); at < end; at++)
        if (ink) rows[row * stride + (at >> 3)] = (rows[row * stride + (at >> 3)] ?? 0) | (0x80 >> (at & 7));
      ink = !ink;
    }
  }
  return { width, height: lines.length, rows };
}

async function expectReadBack(picture: TwoTone): Promise<void> {
  const strip = encodeGroup4(picture, 10_000_000);
  if (!strip) throw new Error('too long');
  const tiff = asTiff(picture, strip);
  const read = await sharp(tiff, { failOn: 'warning' }).toColourspace('b-w').raw().toBuffer();
  const { width, height, rows } = picture;
  expect(read.length).toBe(width * height);
  const stride = Math.ceil(width / 8);
  for (let at = 0; at < read.length; at++) {
    const [row, column] = [Math.floor(at / width), at % width];
    const ink = ((rows[row * stride + (column >> 3)] ?? 0) >> (7 - (column & 7))) & 1;
    if (read[at] !== (ink ? 0 : 255)) expect({ row, column, read: read[at] }).toEqual({ row, column, ink });
  }
}

test('a run of every length in both colours is read back', async () => {
  const lengths = Array.from({ length: 2800 }, (_, at) => at + 1);
  await expectReadBack(
    draw(
      2900,
      lengths.flatMap((length) => [
        [0, length],
        [length, 7, 40],
        [0, 1],
      ]),
    ),
  );
  await expectReadBack(draw(9000, [[0, 8999], [1, 8000, 3], [6000, 2700], [9000], [0, 9000]]));
});

test('any picture is read back, pixel for pixel', async () => {
  const run = fc.oneof(fc.nat(4), fc.nat(70), fc.nat(900));
  const line = fc.array(run, { maxLength: 40 });
  const near = fc.tuple(
    line,
    fc.array(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 40 }), { maxLength: 12 }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 2000 }),
      fc.array(near, { minLength: 1, maxLength: 6 }),
      (width, blocks) => {
        const lines = blocks.flatMap(([first, shifts]) => [
          first,
          ...shifts.map((shift) => first.map((length, at) => Math.max(0, length + (shift[at] ?? 0)))),
        ]);
        return expectReadBack(draw(width, lines));
      },
    ),
    { numRuns: 150 },
  );
});

test('what would be longer than allowed is not made', () => {
  const dots = draw(
    800,
    Array.from({ length: 50 }, (_, row) => Array.from({ length: 800 }, (_, at) => ((at + row) % 3) + 1)),
  );
  expect(encodeGroup4(dots, 400)).toBeUndefined();
  expect(
    encodeGroup4(
      draw(
        800,
        Array.from({ length: 50 }, () => []),
      ),
      400,
    )?.length,
  ).toBe(10);
});

const page = (mode: '0' | '1') =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1001" height="700"><rect width="100%" height="100%" fill="${mode === '0' ? '#fff' : '#000'}"/>
      ${Array.from({ length: 20 }, (_, at) => `<rect x="${40 + at}" y="${20 + at * 33}" width="${200 + at * 31}" height="14" fill="${mode === '0' ? '#000' : '#fff'}"/><circle cx="800" cy="${60 + at * 30}" r="${at}" fill="#888"/>`).join('')}</svg>`,
    ),
  )
    .flatten({ background: '#ffffff' })
    .greyscale()
    .threshold(128);

test.skipIf(!isInstalled('pdfimages'))(
  'two-tone PNG and fax TIFF of several strips lie in the packet as fax lines with the same pixels (skipped without pdfimages)',
  async () => {
    const files: { name: string; picture: Buffer; png: Uint8Array }[] = [];
    for (const mode of ['0', '1'] as const) {
      const png = await page(mode).png({ palette: true, colours: 2 }).toBuffer();
      const tiff = await page(mode)
        .toColourspace('b-w')
        .tiff({ compression: 'ccittfax4', bitdepth: 1 })
        .toBuffer();
      files.push({ name: `${mode}.png`, picture: png, png });
      const printable = await makePrintable(tiff, 'image/tiff', 0);
      files.push({ name: `${mode}.tif`, picture: tiff, png: printable.bytes });
    }
    const scans = new Map(files.map(({ png }, at) => [scanName(at + 1), new Uint8Array(png)]));
    const { bytes } = await buildFolderPacket(
      {
        language: 'en',
        title: 'fax',
        files: files.map(({ name }, at) => ({ name, pages: [source(scanName(at + 1), { form: 'png' })] })),
      },
      suppliesOf(scans),
    );
    expect((await spelledOut(bytes)).split('/CCITTFaxDecode').length - 1).toBe(files.length);
    const dir = mkdtempSync(join(tmpdir(), 'packet-fax-'));
    try {
      writeFileSync(join(dir, 'packet.pdf'), bytes);
      execFileSync('pdfimages', ['-png', join(dir, 'packet.pdf'), join(dir, 'image')]);
      const found = readdirSync(dir)
        .filter((name) => name.startsWith('image'))
        .sort();
      expect(found).toHaveLength(files.length);
      const pixels = (from: Buffer) => sharp(from).toColourspace('b-w').raw().toBuffer();
      for (const [at, { picture }] of files.entries())
        expect((await pixels(readFileSync(join(dir, found[at] ?? '')))).equals(await pixels(picture))).toBe(
          true,
        );
    } finally {
      rmSync(dir, { recursive: true });
    }
  },
);
