// All eight EXIF orientations in every kind of picture that can carry them come out upright, compared by pixels.

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { degrees, PDFDocument, rgb } from 'pdf-lib';
import sharp, { type Sharp } from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import type { Turn } from '../../shared/domain.ts';
import { makeFolder, markedPicture, putFile, readCorners, writeTiff } from './made-files.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

/** How the stored pixels lie for each orientation, so that a reader who obeys the tag sees the marked picture. */
const stored: Record<number, (upright: Sharp) => Sharp> = {
  1: (upright) => upright,
  2: (upright) => upright.flop(),
  3: (upright) => upright.rotate(180),
  4: (upright) => upright.flip(),
  5: (upright) => upright.flop().rotate(270),
  6: (upright) => upright.rotate(270),
  7: (upright) => upright.flop().rotate(90),
  8: (upright) => upright.rotate(90),
};
const UPRIGHT = ['red', 'green', 'blue', 'black'];

async function makeOriented(orientation: number, kind: 'jpeg' | 'png' | 'webp' | 'tiff'): Promise<Buffer> {
  const upright = sharp(await markedPicture().png().toBuffer());
  const turned = await (stored[orientation]?.(upright) ?? upright).png().toBuffer();
  return sharp(turned).withMetadata({ orientation }).toFormat(kind).toBuffer();
}

async function showUpright(path: string, edge: number, extraTurn: Turn = 0) {
  const { mediaType, pages } = await workshop.inspect(path, 'picture');
  const [page] = pages;
  if (!page) throw new Error('no page');
  const wish = { page: 0, edge, mirrored: page.mirrored, turn: ((page.turn + extraTurn) % 360) as Turn };
  return { page, picture: await workshop.picture(await readFile(path), mediaType, wish) };
}

describe('made pictures', () => {
  for (const kind of ['jpeg', 'png', 'webp', 'tiff'] as const) {
    test(`${kind}: orientations 1 to 8 are shown upright, and their stored size is kept`, async () => {
      const folder = makeFolder();
      for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const path = putFile(folder, `${orientation}`, await makeOriented(orientation, kind));
        const { page, picture } = await showUpright(path, 120);
        expect(await readCorners(picture), `orientation ${orientation}`).toEqual(UPRIGHT);
        const { width, height } = await sharp(picture).metadata();
        expect([width, height]).toEqual([120, 80]);
        expect([page.width, page.height]).toEqual(orientation < 5 ? [240, 160] : [160, 240]);
      }
    });
  }

  test('the preview that stands for a large picture is upright by the same turn, and as colourful', async () => {
    const folder = makeFolder();
    const cases = [1, 2, 3, 4, 5, 6, 7, 8].map((orientation) => ({ kind: 'jpeg' as const, orientation }));
    for (const { kind, orientation } of [
      ...cases,
      { kind: 'png' as const, orientation: 7 },
      { kind: 'webp' as const, orientation: 6 },
      { kind: 'tiff' as const, orientation: 5 },
    ]) {
      const small = sharp(await makeOriented(orientation, kind)).keepMetadata();
      const wide = orientation < 5 ? 2700 : 1800;
      const large = await small.resize({ width: wide, kernel: 'nearest' }).toFormat(kind).toBuffer();
      const path = putFile(folder, `${kind}-${orientation}`, large);
      const { pages, preview } = await workshop.inspect(path, 'picture');
      const [page] = pages;
      if (!page || !preview) throw new Error(`${kind} ${orientation}: no preview`);
      const { mirrored, turn } = page;
      const wish = { page: 0, edge: 120, mirrored, turn };
      const picture = await workshop.picture(preview, 'image/jpeg', wish);
      expect(await readCorners(picture), `${kind} ${orientation}`).toEqual(UPRIGHT);
    }
    const cmyk = await sharp(await markedPicture().png().toBuffer())
      .resize({ width: 2700, kernel: 'nearest' })
      .toColourspace('cmyk')
      .jpeg({ quality: 95 })
      .toBuffer();
    const { preview } = await workshop.inspect(putFile(folder, 'cmyk.jpg', cmyk), 'cmyk.jpg');
    const wish = { page: 0, edge: 120, mirrored: false, turn: 0 as Turn };
    const shown = await workshop.picture(preview ?? new Uint8Array(), 'image/jpeg', wish);
    expect(await readCorners(shown)).toEqual(
      await readCorners(await workshop.picture(cmyk, 'image/jpeg', wish)),
    );
  });

  test('each page of a TIFF has an orientation of its own', async () => {
    const upright = await markedPicture().png().toBuffer();
    const orientations = [1, 6, 3, 8, 2, 5, 4, 7];
    const pages = await Promise.all(
      orientations.map(async (orientation) => {
        const turned = await (stored[orientation]?.(sharp(upright)) ?? sharp(upright)).png().toBuffer();
        const { data, info } = await sharp(turned)
          .flatten({ background: '#fff' })
          .raw()
          .toBuffer({ resolveWithObject: true });
        return { data, width: info.width, height: info.height, orientation };
      }),
    );
    const bytes = writeTiff(pages);
    const { mediaType, pages: seen } = await workshop.inspect(putFile(makeFolder(), 'a.tif', bytes), 'a.tif');
    expect(seen).toHaveLength(orientations.length);
    for (const [page, { mirrored, turn }] of seen.entries()) {
      const picture = await workshop.picture(bytes, mediaType, { page, edge: 120, mirrored, turn });
      expect(await readCorners(picture), `orientation ${orientations[page]}`).toEqual(UPRIGHT);
      const printable = await workshop.printable(bytes, mediaType, page);
      const size = await sharp(printable.bytes).metadata();
      expect([size.width, size.height, size.orientation]).toEqual([
        pages[page]?.width,
        pages[page]?.height,
        undefined,
      ]);
    }
  });

  test('a turn that the person adds comes after the one of the camera', async () => {
    const path = putFile(makeFolder(), 'a.jpg', await makeOriented(5, 'jpeg'));
    const { picture } = await showUpright(path, 120, 90);
    expect(await readCorners(picture)).toEqual(['black', 'red', 'green', 'blue']);
  });

  test('a senseless orientation counts as upright', async () => {
    const jpeg = await makeOriented(6, 'jpeg');
    const at = jpeg.indexOf(Buffer.from([0x01, 0x12, 0x00, 0x03]));
    const little = jpeg.indexOf(Buffer.from([0x12, 0x01, 0x03, 0x00]));
    if (at >= 0) jpeg.writeUInt16BE(99, at + 8);
    else jpeg.writeUInt16LE(99, little + 8);
    const path = putFile(makeFolder(), 'a.jpg', jpeg);
    expect((await workshop.inspect(path, 'a.jpg')).pages[0]).toMatchObject({ mirrored: false, turn: 0 });
  });

  test('a small picture is not blown up, a large one is cut down to its edge', async () => {
    const path = putFile(makeFolder(), 'a.png', await markedPicture().png().toBuffer());
    const small = await sharp((await showUpright(path, 1000)).picture).metadata();
    expect([small.width, small.height, small.format]).toEqual([240, 160, 'webp']);
    const large = await sharp((await showUpright(path, 64)).picture).metadata();
    expect(Math.max(large.width, large.height)).toBe(64);
  });

  test('a see-through picture is shown on white', async () => {
    const clear = { width: 90, height: 90, channels: 4, background: '#00000000' } as const;
    const png = await sharp({ create: clear }).png().toBuffer();
    const { picture } = await showUpright(putFile(makeFolder(), 'a.png', png), 64);
    expect(await readCorners(picture)).toEqual(['white', 'white', 'white', 'white']);
  });
});

describe('PDF pages', () => {
  for (const turn of [0, 90, 180, 270] as const) {
    test(`a cropped page with /Rotate ${turn} has its stored size, and its picture is turned`, async () => {
      const pdf = await PDFDocument.create();
      const page = pdf.addPage([400, 400]);
      page.setCropBox(100, 100, 150, 90);
      page.drawRectangle({ x: 100, y: 160, width: 30, height: 30, color: rgb(1, 0, 0) });
      page.drawRectangle({ x: 220, y: 160, width: 30, height: 30, color: rgb(0, 1, 0) });
      page.drawRectangle({ x: 220, y: 100, width: 30, height: 30, color: rgb(0, 0, 1) });
      page.drawRectangle({ x: 100, y: 100, width: 30, height: 30, color: rgb(0, 0, 0) });
      page.setRotation(degrees(turn));
      const path = putFile(makeFolder(), 'a.pdf', await pdf.save());
      const shown = await showUpright(path, 300);
      expect(shown.page).toEqual({ width: 150, height: 90, unit: 'pt', mirrored: false, turn });
      const quarters = turn / 90;
      const expected = [...UPRIGHT.slice(4 - quarters), ...UPRIGHT.slice(0, 4 - quarters)];
      expect(await readCorners(shown.picture)).toEqual(expected);
      const { width, height } = await sharp(shown.picture).metadata();
      expect([width, height]).toEqual(turn % 180 === 0 ? [300, 180] : [180, 300]);
    });
  }
});

const samples = resolve(import.meta.dirname, '../../../shared/samples/img_exif_recurser');

test.skipIf(!existsSync(samples))(
  'photographs of all orientations look the same (skipped without samples)',
  async () => {
    for (const shape of ['Landscape', 'Portrait']) {
      const pixels = async (name: string): Promise<Buffer> => {
        const { picture } = await showUpright(resolve(samples, name), 200);
        return sharp(picture).removeAlpha().raw().toBuffer();
      };
      const first = await pixels(`${shape}_1.jpg`);
      for (const orientation of [2, 3, 4, 5, 6, 7, 8]) {
        const other = await pixels(`${shape}_${orientation}.jpg`);
        expect(other.length).toBe(first.length);
        let difference = 0;
        for (let at = 0; at < first.length; at += 1)
          difference += Math.abs((first[at] ?? 0) - (other[at] ?? 0));
        expect(difference / first.length, `${shape}_${orientation}`).toBeLessThan(8);
      }
    }
  },
);
