// The quick proof of an untouched picture: it holds in all eight positions and for nothing but the same bytes in the right place.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, type PDFPage, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { provePacket } from '../../electron/command-line/prove-packet.ts';
import { withPdf } from '../../electron/engine/pdf.ts';
import { storedPicture } from '../../electron/engine/stored-picture.ts';
import { findUntouched } from '../../electron/engine/untouched.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { buildFolderPacket } from '../../renderer/packet/build.ts';
import { turns } from '../../shared/domain.ts';
import { turnGrey } from '../../shared/packet-proof/compare.ts';
import type { PlacedSource } from '../../shared/packet-proof/manifest.ts';
import { scanName, source, suppliesOf } from './plans.ts';

/** A dark half, so that which way is up, and whether it shows at all, can be seen. */
const half = Buffer.from('<svg width="240" height="320"><rect width="200" height="120" fill="#111"/></svg>');
const noise = { type: 'gaussian' as const, mean: 200, sigma: 30 };
const drawn = () =>
  sharp({ create: { width: 240, height: 320, channels: 3, background: '#fff', noise } }).composite([
    { input: half },
  ]);

/** As a scanner gives it: one channel, no alpha. */
const grey = async () =>
  sharp(await drawn().jpeg().toBuffer())
    .greyscale()
    .png()
    .toBuffer();

async function packetOf(bytes: Uint8Array, turn: PlacedSource['turn'], mirrored: boolean) {
  const page = source(scanName(1), { form: bytes[0] === 0x89 ? 'png' : 'jpeg', turn, mirrored });
  const files = [{ name: 'a', pages: [page] }];
  const packet = await buildFolderPacket(
    { language: 'en', title: 'untouched', files },
    suppliesOf(new Map([[scanName(1), bytes]])),
  );
  const last = packet.pages.at(-1);
  const [placed] = last?.placed ?? [];
  if (!last || !placed) throw new Error('nothing placed');
  return { bytes: packet.bytes, at: last.packet - 1, placed };
}

const find = (
  packet: Awaited<ReturnType<typeof packetOf>>,
  stored: Awaited<ReturnType<typeof storedPicture>>,
  placed = packet.placed,
) =>
  withPdf(packet.bytes, (pdf) =>
    pdf.images(packet.at, (images) =>
      stored ? findUntouched(images, stored, { placed, page: pdf.pageSize(packet.at) }) : undefined,
    ),
  );

test('JPEG and PNG are known again in all eight positions, and in no other position than their own', async () => {
  const [jpeg, png] = [await drawn().jpeg().toBuffer(), await grey()];
  for (const [bytes, type] of [[jpeg, 'image/jpeg'] as const, [png, 'image/png'] as const]) {
    const stored = await storedPicture(bytes, type);
    for (const turn of turns)
      for (const mirrored of [false, true]) {
        const packet = await packetOf(bytes, turn, mirrored);
        for (const other of turns)
          for (const otherMirror of [false, true]) {
            const placed = { ...packet.placed, turn: other, mirrored: otherMirror };
            const found = await find(packet, stored, placed);
            if (other === turn && otherMirror === mirrored) expect(found).toBeDefined();
            else expect(found).toBeUndefined();
          }
      }
  }
});

test('one other byte, another size or another box is not the same picture', async () => {
  const jpeg = await drawn().jpeg().toBuffer();
  const packet = await packetOf(jpeg, 0, false);
  const stored = await storedPicture(jpeg, 'image/jpeg');
  if (!stored) throw new Error('a plain JPEG was not recognised');
  expect(await find(packet, stored)).toBeDefined();
  const changed = Uint8Array.from(jpeg);
  changed[jpeg.length >> 1] = (changed[jpeg.length >> 1] ?? 0) ^ 1;
  expect(await find(packet, { ...stored, data: changed })).toBeUndefined();
  expect(await find(packet, { ...stored, width: stored.width + 1 })).toBeUndefined();
  expect(await find(packet, { ...stored, bitsPerPixel: 8 })).toBeUndefined();
  const [left = 0, top = 0, width = 0, height = 0] = packet.placed.box ?? [];
  expect(
    await find(packet, stored, { ...packet.placed, box: [left + 3, top, width, height] }),
  ).toBeUndefined();
  expect(await find(packet, stored, { ...packet.placed, box: null })).toBeUndefined();
});

test('rare kinds are left to the comparison of pixels', async () => {
  const palette = await drawn().png({ palette: true }).toBuffer();
  const alpha = await drawn().ensureAlpha(0.5).png().toBuffer();
  const ink = await drawn().toColourspace('cmyk').jpeg().toBuffer();
  expect(await storedPicture(palette, 'image/png')).toBeUndefined();
  expect(await storedPicture(alpha, 'image/png')).toBeUndefined();
  expect(await storedPicture(ink, 'image/jpeg')).toBeUndefined();
});

test('a small picture is turned as the program turns', async () => {
  const [width, height] = [3, 2];
  const data = Uint8Array.from([10, 20, 30, 40, 50, 60]);
  for (const turn of turns)
    for (const mirrored of [false, true]) {
      const flat = sharp(data, { raw: { width, height, channels: 1 } })
        .flop(mirrored)
        .toColourspace('b-w');
      const flopped = await flat.png().toBuffer();
      const wanted = await sharp(flopped).rotate(turn).toColourspace('b-w').raw().toBuffer();
      expect([...turnGrey({ width, height, data }, { turn, mirrored }).data]).toEqual([...wanted]);
    }
});

test('bytes in the right place are not enough: what covers the picture is found', async () => {
  const bytes = await drawn().jpeg().toBuffer();
  const pages = [1, 2].map((number) => source(scanName(number)));
  const scans = new Map(pages.map(({ scan }) => [scan, new Uint8Array(bytes)]));
  const files = pages.map((page) => ({ name: page.scan, pages: [page] }));
  const packet = await buildFolderPacket({ language: 'en', title: 'covered', files }, suppliesOf(scans));
  const folder = mkdtempSync(join(tmpdir(), 'guibao-covered-'));
  const workshop = openWorkshop();
  const prove = async (edit?: (page: PDFPage) => void) => {
    const document = await PDFDocument.load(packet.bytes, { updateMetadata: false });
    const page = document.getPages().at(-1);
    if (page) edit?.(page);
    const path = join(folder, 'packet.pdf');
    writeFileSync(path, await document.save());
    const readSource = async () => ({ mediaType: 'image/jpeg' as const, bytes });
    const quick = await provePacket({ workshop, readSource }, path);
    const thorough = await provePacket({ workshop, readSource, thorough: true }, path);
    return [quick.passed, thorough.passed];
  };
  try {
    expect(await prove()).toEqual([true, true]);
    const cover = (page: PDFPage) =>
      page.drawRectangle({ x: 60, y: 100, width: 480, height: 600, color: rgb(1, 1, 1) });
    expect(await prove(cover)).toEqual([false, false]);
  } finally {
    await workshop.close();
    rmSync(folder, { recursive: true });
  }
});
