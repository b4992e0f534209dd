// A PNG whose alpha channel says nothing loses it, and nothing else.

import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const WIDTH = 301;
const HEIGHT = 233;

function samplesOf<T extends Uint8Array | Uint16Array>(samples: T, channels: number, most: number): T {
  let state = 7;
  for (let at = 0; at < samples.length; at++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const smooth = ((at * 37) % (most + 1)) * 0.6 + (state % (most + 1)) * 0.4;
    samples[at] = at % channels === channels - 1 ? most : Math.floor(smooth);
  }
  return samples;
}

const eight = (channels: 2 | 4) => samplesOf(new Uint8Array(WIDTH * HEIGHT * channels), channels, 255);
const raw = (channels: 2 | 4) => ({ raw: { width: WIDTH, height: HEIGHT, channels } });
const pngOf = (channels: 2 | 4) => {
  const picture = sharp(eight(channels), raw(channels));
  return (channels === 2 ? picture.toColourspace('b-w') : picture).png().toBuffer();
};

async function colours(png: Uint8Array, depth: 'uchar' | 'ushort' = 'uchar') {
  const picture = sharp(png, { ignoreIcc: true });
  const { space } = await picture.metadata();
  if (space !== 'srgb') picture.toColourspace(space);
  return picture.removeAlpha().raw({ depth }).toBuffer();
}

const made = async (png: Uint8Array): Promise<Uint8Array> => {
  const { form, bytes } = await workshop.printable(png, 'image/png', 0);
  expect(form).toBe('png');
  return bytes;
};

test('opaque RGB and gray keep every sample, and are no longer said to have alpha', async () => {
  for (const channels of [4, 2] as const) {
    const png = await pngOf(channels);
    const plain = await made(png);
    expect(await sharp(plain).metadata()).toMatchObject({
      channels: channels - 1,
      hasAlpha: false,
      width: WIDTH,
    });
    expect((await colours(plain)).equals(await colours(png))).toBe(true);
  }
});

test('sixteen bits stay sixteen', async () => {
  const samples = samplesOf(new Uint16Array(WIDTH * HEIGHT * 4), 4, 65_535);
  const png = await sharp(samples, raw(4)).toColourspace('rgb16').png().toBuffer();
  const plain = await made(png);
  expect(await sharp(plain).metadata()).toMatchObject({ depth: 'ushort', channels: 3 });
  expect((await colours(plain, 'ushort')).equals(await colours(png, 'ushort'))).toBe(true);
});

test('a colour profile stays, and the samples are those of the file, not converted by it', async () => {
  const png = await sharp(eight(4), raw(4)).withIccProfile('p3').png().toBuffer();
  const plain = await made(png);
  const [before, after] = [await sharp(png).metadata(), await sharp(plain).metadata()];
  expect(after.icc?.equals(before.icc ?? Buffer.alloc(0))).toBe(true);
  expect((await colours(plain)).equals(await colours(png))).toBe(true);
});

test('what shines through shows white', async () => {
  const samples = new Uint8Array(40 * 40 * 4).fill(0);
  for (let at = 0; at < samples.length; at += 4)
    samples.set([200, 0, 0, at < samples.length / 2 ? 0 : 128], at);
  const png = await sharp(samples, { raw: { width: 40, height: 40, channels: 4 } })
    .png()
    .toBuffer();
  const drawn = await colours(await made(png));
  expect([...drawn.subarray(0, 3)]).toEqual([255, 255, 255]);
  for (const [at, wanted] of [227, 127, 127].entries())
    expect(Math.abs((drawn.at(at - 3) ?? 0) - wanted)).toBeLessThanOrEqual(1);
});

test('what shines through sixteen bits shows the very white of the page, in gray and in colour', async () => {
  for (const channels of [2, 4] as const) {
    const samples = new Uint16Array(64 * 64 * channels);
    for (let at = 0; at < samples.length; at++)
      samples[at] =
        at % channels === channels - 1 ? ([0, 65_535, 32_768][Math.floor(at / channels) % 3] ?? 0) : 1000;
    const space = channels === 2 ? 'grey16' : 'rgb16';
    const png = await sharp(samples, { raw: { width: 64, height: 64, channels } })
      .toColourspace(space)
      .png()
      .toBuffer();
    const drawn = await colours(await made(png), 'ushort');
    const first = (pixel: number) => drawn.readUInt16LE(pixel * (channels - 1) * 2);
    expect([first(0), first(1), first(2)]).toEqual([65_535, 1000, 33_267]);
  }
});

test('without alpha, interlaced or damaged it comes back as it came', async () => {
  const plain = await sharp(eight(4), raw(4)).removeAlpha().png().toBuffer();
  const woven = await sharp(eight(4), raw(4)).png({ progressive: true }).toBuffer();
  const whole = await pngOf(4);
  const cut = whole.subarray(0, whole.length * 0.6);
  for (const png of [plain, woven, cut]) expect(Buffer.from(await made(png)).equals(png)).toBe(true);
});
