// Small files that promise enormous pictures: refused by their headers in a child that has no memory to unpack them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { makeFolder, markedPicture, putFile } from './made-files.ts';

/** Enough to start and to read headers; a tenth of what the smallest of these pictures would take. */
const workshop = openWorkshop({ workingBytes: 350_000_000 });
afterAll(() => workshop.close());

const small = () => sharp({ create: { width: 64, height: 64, channels: 3, background: '#456' } });

/** Writes the size into every `ispe` box (ISO/IEC 23008-12, 6.5.3). */
function claimInBoxes(bytes: Buffer, width: number, height: number): Buffer {
  const file = Buffer.from(bytes);
  let found = 0;
  for (let at = file.indexOf('ispe'); at >= 0; at = file.indexOf('ispe', at + 1)) {
    file.writeUInt32BE(width, at + 8);
    file.writeUInt32BE(height, at + 12);
    found += 1;
  }
  expect(found).toBeGreaterThan(0);
  return file;
}

/** Tags 256 and 257 of the first directory (TIFF 6.0). */
function claimInTiff(bytes: Buffer, width: number, height: number): Buffer {
  const file = Buffer.from(bytes);
  const directory = file.readUInt32LE(4);
  for (let entry = 0; entry < file.readUInt16LE(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    const value = { 256: width, 257: height, 278: height }[file.readUInt16LE(at)];
    if (value === undefined) continue;
    file.writeUInt16LE(4, at + 2);
    file.writeUInt32LE(value, at + 8);
  }
  return file;
}

/** The frame header behind SOF0 (ITU-T T.81, B.2.2). */
function claimInJpeg(bytes: Buffer, width: number, height: number): Buffer {
  const file = Buffer.from(bytes);
  const at = file.indexOf(Buffer.from([0xff, 0xc0]));
  file.writeUInt16BE(height, at + 5);
  file.writeUInt16BE(width, at + 7);
  return file;
}

/** The screen, and the one frame on it (GIF89a, 18 and 20). */
function claimInGif(bytes: Buffer, width: number, height: number): Buffer {
  const file = Buffer.from(bytes);
  file.writeUInt16LE(width, 6);
  file.writeUInt16LE(height, 8);
  const colours = ((file[10] ?? 0) & 0x80) === 0 ? 0 : 3 * 2 ** (((file[10] ?? 0) & 7) + 1);
  const frame = file.indexOf(Buffer.from([0x2c, 0, 0, 0, 0, 64, 0, 64, 0]), 13 + colours);
  file.writeUInt16LE(width, frame + 5);
  file.writeUInt16LE(height, frame + 7);
  return file;
}

/** The sizes behind the start code of a lossy frame (RFC 6386, 9.1). */
function claimInWebp(bytes: Buffer, width: number, height: number): Buffer {
  const file = Buffer.from(bytes);
  const at = file.indexOf(Buffer.from([0x9d, 0x01, 0x2a]));
  file.writeUInt16LE(width, at + 3);
  file.writeUInt16LE(height, at + 5);
  return file;
}

async function expectRefused(bytes: Buffer, megapixels: number, limit: number): Promise<void> {
  const path = putFile(makeFolder(), 'bomb', bytes);
  await expect(workshop.inspect(path, 'bomb')).rejects.toMatchObject({
    code: 'picture-too-large',
    params: { file: 'bomb', megapixels, limit },
  });
}

describe('a picture that claims to be enormous is refused by its header', () => {
  test('JPEG', async () =>
    expectRefused(claimInJpeg(await small().jpeg().toBuffer(), 60_000, 60_000), 3600, 100));
  test('TIFF', async () =>
    expectRefused(claimInTiff(await small().tiff().toBuffer(), 30_000, 40_000), 1200, 100));
  test('AVIF', async () =>
    expectRefused(claimInBoxes(await small().avif({ effort: 0 }).toBuffer(), 20_000, 30_000), 600, 100));
  test('GIF', async () =>
    expectRefused(claimInGif(await small().gif().toBuffer(), 50_000, 50_000), 2500, 100));
  test('WebP', async () =>
    expectRefused(claimInWebp(await small().webp().toBuffer(), 16_000, 16_000), 256, 100));

  const heics = resolve(import.meta.dirname, '../../../shared/samples/heif_pillow');
  const sample = existsSync(heics) ? readdirSync(heics).find((name) => name === 'empty_icc.heic') : undefined;
  test.skipIf(!sample)('HEIC (skipped without the samples)', async () => {
    const heic = readFileSync(join(heics, sample ?? ''));
    await expectRefused(claimInBoxes(heic, 15_000, 15_000), 225, 60);
  });

  test('the same small pictures without the claim are taken', async () => {
    for (const kind of ['jpeg', 'tiff', 'avif', 'gif', 'webp'] as const) {
      const path = putFile(makeFolder(), kind, await markedPicture().toFormat(kind).toBuffer());
      expect((await workshop.inspect(path, kind)).pages).toHaveLength(1);
    }
  });
});
