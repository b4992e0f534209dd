// What edits do to pixels: known warps, found corners, the look of paper.

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { findCorners } from '../../electron/engine/edit/find-corners.ts';
import { findPageCorners } from '../../electron/engine/edit/page-tasks.ts';
import { lookLikePaper } from '../../electron/engine/edit/paper-look.ts';
import type { Pixels } from '../../electron/engine/edit/pixels.ts';
import { warpPixels } from '../../electron/engine/edit/warp.ts';
import { drawSamplePapers } from '../../electron/sample/draw-papers.ts';
import { type PageCorners, wholePage } from '../../shared/page-edit.ts';

const draw = async (svg: string): Promise<Pixels> => {
  const { data, info } = await sharp(Buffer.from(svg))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: 3, data };
};
const at = ({ width, data }: Pixels, x: number, y: number) => [
  ...data.subarray((y * width + x) * 3, (y * width + x) * 3 + 3),
];

describe('a warp', () => {
  test('of the whole page gives back the very bytes', () => {
    const data = Uint8Array.from({ length: 40 * 30 * 3 }, (_, n) => (n * 7919) % 256);
    const source: Pixels = { width: 40, height: 30, channels: 3, data };
    const size = { width: 40, height: 30 };
    expect(warpPixels(source, { corners: wholePage, half: null, size }).data).toEqual(data);
    const gray: Pixels = { width: 40, height: 90, channels: 1, data };
    expect(
      warpPixels(gray, { corners: wholePage, half: null, size: { width: 40, height: 90 } }).data,
    ).toEqual(data);
  });

  test('of a leaning paper with four coloured corners brings each colour to its corner', async () => {
    const source = await draw(`<svg width="400" height="300"><rect width="400" height="300"/>
      <polygon points="80,30 330,60 360,270 40,250" fill="#fff"/>
      <circle cx="80" cy="30" r="40" fill="#f00"/><circle cx="330" cy="60" r="40" fill="#0f0"/>
      <circle cx="360" cy="270" r="40" fill="#00f"/><circle cx="40" cy="250" r="40" fill="#ff0"/></svg>`);
    const corners = [
      [80, 30],
      [330, 60],
      [360, 270],
      [40, 250],
    ].map(([x = 0, y = 0]) => [x / 400, y / 300]) as PageCorners;
    const flat = warpPixels(source, { corners, half: null, size: { width: 300, height: 200 } });
    expect([
      at(flat, 5, 5),
      at(flat, 294, 5),
      at(flat, 294, 194),
      at(flat, 5, 194),
      at(flat, 150, 100),
    ]).toEqual([
      [255, 0, 0],
      [0, 255, 0],
      [0, 0, 255],
      [255, 255, 0],
      [255, 255, 255],
    ]);
    const right = warpPixels(source, { corners, half: 'right', size: { width: 150, height: 200 } });
    expect(at(right, 144, 5)).toEqual([0, 255, 0]);
    expect(at(right, 2, 5)).toEqual(at(flat, 152, 5));
  });
});

describe('corners', () => {
  test('of the photographs of the sample are found within a hundredth of the page', async () => {
    const photos = (await drawSamplePapers()).filter(({ fileName }) => fileName.endsWith('.jpg')).slice(0, 4);
    expect(photos.length).toBeGreaterThan(2);
    for (const { bytes } of photos) {
      const upright = await sharp(bytes).autoOrient().toBuffer();
      const found = await findPageCorners(upright, 'image/jpeg', { page: 0, mirrored: false, turn: 0 });
      expect(found?.confidence).toBeGreaterThan(0.8);
      for (const [x, y] of found?.corners ?? [])
        expect(Math.min(x, 1 - x) + Math.min(y, 1 - y)).toBeLessThan(0.22);
    }
  });

  test('of a paper drawn on a dark table come out where it was drawn', async () => {
    const points = [
      [90, 60],
      [410, 40],
      [450, 330],
      [60, 340],
    ];
    const picture = await draw(`<svg width="500" height="375"><rect width="500" height="375" fill="#4a3a2c"/>
      <polygon points="${points.join(' ')}" fill="#f4f1e8"/></svg>`);
    const found = findCorners(picture);
    expect(found?.confidence).toBeGreaterThan(0.8);
    found?.corners.forEach(([x, y], n) => {
      const [wantedX = 0, wantedY = 0] = points[n] ?? [];
      expect(Math.hypot(x * 500 - wantedX, y * 375 - wantedY)).toBeLessThan(4);
    });
  });

  test('are not proposed for an empty table or a page that fills the picture', async () => {
    for (const color of ['#4a3a2c', '#ffffff']) {
      const found = findCorners(
        await draw(`<svg width="400" height="300"><rect width="400" height="300" fill="${color}"/></svg>`),
      );
      expect(found?.confidence ?? 0).toBeLessThan(0.5);
    }
  });

  const strange = resolve(import.meta.dirname, '../../../shared/samples/photo_jscanify');
  test.skipIf(!existsSync(strange))(
    'of a receipt and a banknote photographed by others are worth proposing',
    async () => {
      for (const name of ['test5.JPG', 'test9.jpg']) {
        const bytes = await sharp(readFileSync(resolve(strange, name)))
          .autoOrient()
          .toBuffer();
        const found = await findPageCorners(bytes, 'image/jpeg', { page: 0, mirrored: false, turn: 0 });
        expect(found?.confidence).toBeGreaterThan(0.5);
      }
    },
  );
});

describe('the look of paper', () => {
  test('evens the light, whitens the ground, keeps ink dark, pale ink visible and a stamp red', async () => {
    const photo =
      await draw(`<svg width="800" height="600"><defs><linearGradient id="l"><stop offset="0" stop-color="#e8e0cc"/>
      <stop offset="1" stop-color="#8f8874"/></linearGradient></defs><rect width="800" height="600" fill="url(#l)"/>
      <rect x="100" y="100" width="12" height="80" fill="#2a2a2a"/><rect x="600" y="100" width="12" height="80" fill="#1c1c1c"/>
      <rect x="380" y="100" width="12" height="80" fill="#9a9484"/>
      <circle cx="300" cy="400" r="25" fill="none" stroke="#b03030" stroke-width="8"/></svg>`);
    const clear = await lookLikePaper(photo);
    for (const [x, y] of [
      [50, 50],
      [400, 300],
      [700, 500],
      [750, 80],
    ] as const)
      expect(Math.min(...at(clear, x, y))).toBeGreaterThan(246);
    for (const x of [106, 606]) expect(Math.max(...at(clear, x, 140))).toBeLessThan(70);
    expect(Math.max(...at(clear, 386, 140))).toBeLessThan(215);
    const [red = 0, green = 0, blue = 0] = at(clear, 300, 375);
    expect(red - Math.max(green, blue)).toBeGreaterThan(90);
  });
});
