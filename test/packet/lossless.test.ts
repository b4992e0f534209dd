// What went in comes out: JPEG bytes as they were, PNG pixel for pixel, by another program than ours.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { buildFolderPacket } from '../../renderer/packet/build.ts';
import { scanName, source, suppliesOf } from './plans.ts';
import { isInstalled, spelledOut } from './reading.ts';

const noise = { type: 'gaussian' as const, mean: 200, sigma: 30 };
const picture = () => sharp({ create: { width: 240, height: 320, channels: 3, background: '#fff', noise } });

test.skipIf(!isInstalled('pdfimages'))(
  'pdfimages finds the bytes of a JPEG and the pixels of a PNG (skipped without it)',
  async () => {
    const [jpeg, png] = [await picture().jpeg().toBuffer(), await picture().png().toBuffer()];
    const scans = new Map([
      [scanName(1), new Uint8Array(jpeg)],
      [scanName(2), new Uint8Array(png)],
    ]);
    const files = [
      { name: 'a.jpg', pages: [source(scanName(1)), source(scanName(1))] },
      { name: 'b.png', pages: [source(scanName(2), { form: 'png' })] },
    ];
    const { bytes } = await buildFolderPacket(
      { language: 'en', title: 'lossless', files },
      suppliesOf(scans),
    );
    const dir = mkdtempSync(join(tmpdir(), 'packet-images-'));
    try {
      writeFileSync(join(dir, 'packet.pdf'), bytes);
      execFileSync('pdfimages', ['-all', join(dir, 'packet.pdf'), join(dir, 'image')]);
      const found = readdirSync(dir)
        .filter((name) => name.startsWith('image'))
        .sort();
      const first = found.find((name) => name.endsWith('.jpg')) ?? '';
      const last = found.findLast((name) => name.endsWith('.png')) ?? '';
      expect(readFileSync(join(dir, first)).equals(jpeg)).toBe(true);
      const pixels = (from: Buffer) => sharp(from).raw().toBuffer();
      expect((await pixels(readFileSync(join(dir, last)))).equals(await pixels(png))).toBe(true);
    } finally {
      rmSync(dir, { recursive: true });
    }
  },
);

test('a colour profile stays with its picture, and many pictures share one', async () => {
  const [jpeg, png] = [
    await picture().withIccProfile('p3').jpeg().toBuffer(),
    await picture().withIccProfile('p3').png().toBuffer(),
  ];
  const scans = new Map([
    [scanName(1), new Uint8Array(jpeg)],
    [scanName(2), new Uint8Array(png)],
  ]);
  const files = [
    { name: 'a.jpg', pages: [source(scanName(1))] },
    { name: 'b.png', pages: [source(scanName(2), { form: 'png' })] },
  ];
  const { bytes } = await buildFolderPacket({ language: 'en', title: 'profile', files }, suppliesOf(scans));
  const text = await spelledOut(bytes);
  expect(text.split('/ICCBased').length - 1).toBe(2);
  expect(text.split('/Alternate /DeviceRGB').length - 1).toBe(1);
});
