// Pictures in the packet: untouched where PDF can carry them, exact where they are decoded, upright in all eight ways.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, type PDFNumber, PDFRawStream } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { turns } from '../../shared/domain.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from './plans.ts';
import { contentOf, difference, drawn, roomWith } from './reading.ts';

const SUITE = new URL('../../../shared/samples/img_pngsuite/', import.meta.url);

async function packetOf(bytes: Uint8Array, more: Partial<PacketSource> = {}) {
  const pages = [source(scanName(1), more)];
  const made = plan([visit({ papers: [paper('invoice', pages)] })]);
  return (await buildPacket(made, suppliesOf(new Map([[scanName(1), bytes]])))).bytes;
}

async function imageOf(packet: Uint8Array): Promise<PDFRawStream> {
  const document = await PDFDocument.load(packet, { updateMetadata: false });
  const images = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter(
      (one) => one instanceof PDFRawStream && one.dict.get(PDFName.of('Subtype')) === PDFName.of('Image'),
    );
  expect(images).toHaveLength(1);
  return images[0] as PDFRawStream;
}

const entry = (image: PDFRawStream, name: string) => image.dict.lookup(PDFName.of(name));
const numberAt = (image: PDFRawStream, name: string) => (entry(image, name) as PDFNumber).asNumber();

/** A picture that looks different in each of the eight ways it can lie: five blocks of their own colour. */
async function lopsided(format: 'jpeg' | 'png'): Promise<Buffer> {
  const block = (background: string, left: number, top: number) => ({
    input: { create: { width: 60, height: 50, channels: 3 as const, background } },
    left,
    top,
  });
  const picture = sharp({
    create: { width: 180, height: 100, channels: 3, background: '#eeeeee' },
  }).composite([
    block('#d02020', 0, 0),
    block('#20a020', 120, 0),
    block('#2020d0', 0, 50),
    block('#d0d020', 60, 50),
  ]);
  return format === 'png'
    ? picture.png().toBuffer()
    : picture.jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer();
}

describe('a JPEG', () => {
  test('stands in the packet byte for byte, in gray, in colour and in progressive', async () => {
    const picture = sharp(await lopsided('png'));
    for (const bytes of [
      await picture.clone().jpeg().toBuffer(),
      await picture.clone().grayscale().jpeg().toBuffer(),
      await picture.clone().jpeg({ progressive: true }).toBuffer(),
    ]) {
      const image = await imageOf(await packetOf(new Uint8Array(bytes)));
      expect(Buffer.compare(image.contents, bytes)).toBe(0);
      expect(entry(image, 'Filter')).toBe(PDFName.of('DCTDecode'));
    }
  });

  test('in gray stays gray', async () => {
    const gray = await sharp(await lopsided('png'))
      .toColourspace('b-w')
      .jpeg()
      .toBuffer();
    const image = await imageOf(await packetOf(new Uint8Array(gray)));
    expect(entry(image, 'ColorSpace')).toBe(PDFName.of('DeviceGray'));
  });

  test('in CMYK keeps its colours, though Adobe writes them upside down', async () => {
    const picture = await lopsided('png');
    const cmyk = await sharp(picture).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const packet = await packetOf(new Uint8Array(cmyk));
    expect(entry(await imageOf(packet), 'ColorSpace')).toBe(PDFName.of('DeviceCMYK'));
    const shown = await contentOf(await drawn(packet, 2));
    // CMYK inks differ from reader to reader; upside down they would be more than 100 away.
    expect(difference(shown, await roomWith(picture))).toBeLessThan(25);
  });
});

describe('a picture lies upright', () => {
  for (const form of ['jpeg', 'png'] as const) {
    for (const mirrored of [false, true]) {
      for (const turn of turns) {
        test(`${form}, ${mirrored ? 'mirrored, ' : ''}turned by ${turn}`, async () => {
          const picture = await lopsided(form);
          const packet = await packetOf(new Uint8Array(picture), { form, mirrored, turn });
          const mirror = await sharp(picture).flop(mirrored).png().toBuffer();
          const upright = await sharp(mirror).rotate(turn).png().toBuffer();
          const shown = await contentOf(await drawn(packet, 2));
          expect(difference(shown, await roomWith(upright))).toBeLessThan(1.5);
        });
      }
    }
  }

  test('what the person added is turned on top of what intake decided', async () => {
    const picture = await lopsided('png');
    const packet = await packetOf(new Uint8Array(picture), { form: 'png', turn: 90, extraTurn: 180 });
    const upright = await sharp(picture).rotate(270).png().toBuffer();
    expect(difference(await contentOf(await drawn(packet, 2)), await roomWith(upright))).toBeLessThan(1.5);
  });
});

/** The samples an image XObject holds, as 8-bit RGB; reads what the packet wrote, without any picture library. */
function samplesOf(image: PDFRawStream): Uint8Array {
  const [width, height, depth] = ['Width', 'Height', 'BitsPerComponent'].map((name) =>
    numberAt(image, name),
  ) as [number, number, number];
  const space = entry(image, 'ColorSpace');
  const profiled = space instanceof PDFArray && space.lookup(0) === PDFName.of('ICCBased');
  const channels = profiled
    ? numberAt(space.lookup(1) as PDFRawStream, 'N')
    : space === PDFName.of('DeviceRGB')
      ? 3
      : 1;
  const palette =
    space instanceof PDFArray && !profiled
      ? (space.lookup(3) as unknown as { asBytes: () => Uint8Array }).asBytes()
      : undefined;
  const raw = decodePDFRawStream(image).decode();
  const stride = Math.ceil((width * channels * depth) / 8);
  const step = Math.max(1, (channels * depth) >> 3);
  const out = new Uint8Array(width * height * 3);
  let above = new Uint8Array(stride);
  for (let row = 0; row < height; row++) {
    const line = raw.slice(row * (stride + 1) + 1, (row + 1) * (stride + 1));
    undoFilter(raw[row * (stride + 1)] ?? 0, line, above, step);
    for (let x = 0; x < width; x++) {
      const at = (row * width + x) * 3;
      const value = (channel: number) => sample(line, depth, x * channels + channel);
      const most = 2 ** depth - 1;
      for (let channel = 0; channel < 3; channel++) {
        out[at + channel] = palette
          ? (palette[value(0) * 3 + channel] ?? 0)
          : Math.round((value(channels === 3 ? channel : 0) * 255) / most);
      }
    }
    above = line;
  }
  return out;
}

function undoFilter(filter: number, line: Uint8Array, above: Uint8Array, step: number): void {
  for (let at = 0; at < line.length; at++) {
    const [left, up, corner] = [line[at - step] ?? 0, above[at] ?? 0, above[at - step] ?? 0];
    const guess = left + up - corner;
    const nearest = [left, up, corner].sort((a, b) => Math.abs(guess - a) - Math.abs(guess - b))[0] ?? 0;
    line[at] = (line[at] ?? 0) + ([0, left, up, (left + up) >> 1, nearest][filter] ?? 0);
  }
}

function sample(line: Uint8Array, depth: number, at: number): number {
  if (depth === 16) return ((line[at * 2] ?? 0) << 8) | (line[at * 2 + 1] ?? 0);
  const bit = at * depth;
  return ((line[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1);
}

const onWhite = (bytes: Uint8Array) =>
  sharp(bytes).flatten({ background: '#fff' }).toColourspace('srgb').removeAlpha().raw().toBuffer();

describe('a PNG', () => {
  test('without alpha passes through compressed as it is', async () => {
    const png = await sharp(await lopsided('png'))
      .removeAlpha()
      .png()
      .toBuffer();
    const image = await imageOf(await packetOf(new Uint8Array(png), { form: 'png' }));
    expect(png.includes(Buffer.from(image.contents))).toBe(true);
  });

  test('with alpha is laid on white, gray as gray', async () => {
    const half = sharp({
      create: { width: 8, height: 8, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0.5 } },
    });
    const colour = await imageOf(
      await packetOf(new Uint8Array(await half.png().toBuffer()), { form: 'png' }),
    );
    expect([...samplesOf(colour).subarray(0, 3)]).toEqual([127, 127, 127]);
    const gray = await half.clone().toColourspace('b-w').png().toBuffer();
    const image = await imageOf(await packetOf(new Uint8Array(gray), { form: 'png' }));
    expect(entry(image, 'ColorSpace')).toBe(PDFName.of('DeviceGray'));
  });

  const names = existsSync(SUITE) ? readdirSync(SUITE).filter((name) => name.endsWith('.png')) : [];
  test.skipIf(names.length === 0)(
    'of every kind in the sample set is the same, pixel for pixel (skipped without the samples)',
    async () => {
      const wrong: string[] = [];
      let right = 0;
      for (const name of names) {
        const bytes = new Uint8Array(readFileSync(new URL(encodeURIComponent(name), SUITE)));
        const wanted = await onWhite(bytes).catch(() => undefined);
        const packet = await packetOf(bytes, { form: 'png' }).catch(() => undefined);
        if (!wanted || !packet) {
          if (wanted && !packet) wrong.push(`${name}: refused`);
          continue;
        }
        const got = samplesOf(await imageOf(packet));
        const most = got.reduce(
          (worst, value, at) => Math.max(worst, Math.abs(value - (wanted[at] ?? -999))),
          0,
        );
        if (got.length !== wanted.length || most > 1) wrong.push(`${name}: off by ${most}`);
        else right += 1;
      }
      expect(wrong).toEqual([]);
      expect(right).toBeGreaterThan(60);
    },
  );

  test('that is cut off is refused by name', async () => {
    const png = (await lopsided('png')).subarray(0, 60);
    await expect(packetOf(new Uint8Array(png), { form: 'png' })).rejects.toMatchObject({
      code: 'page-unusable',
    });
  });
});
