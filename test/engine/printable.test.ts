// What the packet embeds: originals untouched where it can, else the smallest picture that loses nothing.

import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { makeFolder, markedPicture, putFile, readCorners } from './made-files.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const CORNERS = ['red', 'green', 'blue', 'black'];
const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const;
const photo = () => sharp({ create: { width: 300, height: 200, channels: 3, background: '#fff', noise } });

test('JPEG, PDF and PNG without alpha go through byte for byte', async () => {
  const cmyk = await markedPicture().toColourspace('cmyk').jpeg().toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
  expect(await workshop.printable(cmyk, 'image/jpeg', 0)).toEqual({ form: 'jpeg', bytes: cmyk });
  const deep = await markedPicture().removeAlpha().toColourspace('rgb16').png().toBuffer();
  expect((await sharp(deep).metadata()).depth).toBe('ushort');
  expect(await workshop.printable(deep, 'image/png', 0)).toEqual({ form: 'png', bytes: deep });
  const pdf = new TextEncoder().encode('%PDF-1.7');
  expect(await workshop.printable(pdf, 'application/pdf', 3)).toEqual({ form: 'pdf', bytes: pdf });
});

/** 32 x 16, red and green above black and blue, by cjpeg -arithmetic of libjpeg-turbo. */
const arithmetic = Buffer.from(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMU',
    'FRUVDA8XGBYUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQU',
    'FBQUFBQUFBT/yQARCAAQACADAREAAhEBAxEB/8wACgAQEAUBEBEF/9oADAMBAAIRAxEAPwD/ANlJHFQSon83F93NBO1DzbSxR+L1',
    '7j6zgP/Z',
  ].join(''),
  'base64',
);

test('a JPEG that no reader of PDFs shows is decoded for the packet', async () => {
  expect((await workshop.inspect(putFile(makeFolder(), 'a.jpg', arithmetic), 'a.jpg')).mediaType).toBe(
    'image/jpeg',
  );
  const { form, bytes } = await workshop.printable(arithmetic, 'image/jpeg', 0);
  expect(['png', 'jpeg']).toContain(form);
  expect(bytes).not.toEqual(arithmetic);
  expect(await readCorners(bytes)).toEqual(CORNERS);
  expect(await workshop.printable(bytes, `image/${form as 'png'}`, 0)).toEqual({ form, bytes });
});

test('a TIFF page becomes a PNG with the same pixels, not turned', async () => {
  const tiff = await markedPicture().withMetadata({ orientation: 6 }).tiff({ compression: 'lzw' }).toBuffer();
  const { form, bytes } = await workshop.printable(tiff, 'image/tiff', 0);
  expect(form).toBe('png');
  const made = await sharp(bytes).metadata();
  expect([made.width, made.height, made.orientation]).toEqual([240, 160, undefined]);
  expect(await readCorners(bytes)).toEqual(CORNERS);
});

test('a gray TIFF stays gray, a black-and-white one takes one bit a pixel', async () => {
  const gray = await photo().toColourspace('b-w').tiff().toBuffer();
  const grayPng = await workshop.printable(gray, 'image/tiff', 0);
  expect(await sharp(grayPng.bytes).metadata()).toMatchObject({ channels: 1, depth: 'uchar' });
  const twoTones = await markedPicture().grayscale().threshold(100).removeAlpha().png().toBuffer();
  const fax = await sharp(twoTones)
    .removeAlpha()
    .toColourspace('b-w')
    .tiff({ bitdepth: 1, compression: 'ccittfax4' })
    .toBuffer();
  const faxPng = await workshop.printable(fax, 'image/tiff', 0);
  expect(faxPng.bytes[24]).toBe(1);
  const pixels = (bytes: Uint8Array) =>
    sharp(bytes).toColourspace('b-w').removeAlpha().extractChannel(0).raw().toBuffer();
  expect((await pixels(faxPng.bytes)).equals(await pixels(fax))).toBe(true);
});

test('each page of a TIFF is its own page', async () => {
  const pages = await Promise.all(
    ['#ff0000', '#00ff00', '#0000ff'].map((background) =>
      sharp({ create: { width: 90, height: 60, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const tiff = await sharp(pages, { join: { animated: true } })
    .tiff()
    .toBuffer();
  const path = putFile(makeFolder(), 'three.tif', tiff);
  const { pages: found } = await workshop.inspect(path, 'three.tif');
  expect(found).toHaveLength(3);
  expect(found[2]).toMatchObject({ width: 90, height: 60, unit: 'px' });
  for (const [page, colour] of ['red', 'green', 'blue'].entries()) {
    const { bytes } = await workshop.printable(tiff, 'image/tiff', page);
    expect((await readCorners(bytes))[0]).toBe(colour);
    const wish = { page, edge: 64, mirrored: false, turn: 0 } as const;
    expect((await readCorners(await workshop.picture(tiff, 'image/tiff', wish)))[2]).toBe(colour);
  }
});

test('a lossless WebP stays lossless; a photograph that was lossy becomes a fine JPEG', async () => {
  const exact = await photo().webp({ lossless: true }).toBuffer();
  const png = await workshop.printable(exact, 'image/webp', 0);
  expect(png.form).toBe('png');
  const pixels = (bytes: Uint8Array) => sharp(bytes).removeAlpha().raw().toBuffer();
  expect((await pixels(png.bytes)).equals(await pixels(exact))).toBe(true);
  const smooth = sharp(await photo().blur(3).png().toBuffer()).resize(900);
  const lossy = await smooth.webp({ quality: 60 }).toBuffer();
  const jpeg = await workshop.printable(lossy, 'image/webp', 0);
  expect(jpeg.form).toBe('jpeg');
  expect((await sharp(jpeg.bytes).metadata()).chromaSubsampling).toBe('4:4:4');
});

test('the first picture of a moving GIF stands for it', async () => {
  const frames = await Promise.all(
    ['#ff0000', '#0000ff'].map((background) =>
      sharp({ create: { width: 80, height: 80, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const path = putFile(makeFolder(), 'a.gif', gif);
  expect((await workshop.inspect(path, 'a.gif')).pages).toEqual([
    { width: 80, height: 80, unit: 'px', mirrored: false, turn: 0 },
  ]);
  const { form, bytes } = await workshop.printable(gif, 'image/gif', 0);
  expect(form).toBe('png');
  expect((await readCorners(bytes))[0]).toBe('red');
});

test('a BMP becomes a PNG of the same pixels', async () => {
  const { data } = await sharp(await markedPicture().png().toBuffer())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const head = Buffer.alloc(54);
  head.write('BM');
  head.writeUInt32LE(54 + data.length, 2);
  head.writeUInt32LE(54, 10);
  head.writeUInt32LE(40, 14);
  head.writeInt32LE(240, 18);
  head.writeInt32LE(-160, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(24, 28);
  const blueFirst = Buffer.from(data);
  for (let at = 0; at < data.length; at += 3) {
    blueFirst[at] = data[at + 2] ?? 0;
    blueFirst[at + 2] = data[at] ?? 0;
  }
  const bitmap = Buffer.concat([head, blueFirst]);
  const path = putFile(makeFolder(), 'a.bmp', bitmap);
  expect(await workshop.inspect(path, 'a.bmp')).toMatchObject({
    mediaType: 'image/bmp',
    pages: [{ width: 240, height: 160, unit: 'px' }],
  });
  const { form, bytes } = await workshop.printable(bitmap, 'image/bmp', 0);
  expect(form).toBe('png');
  expect((await sharp(bytes).removeAlpha().raw().toBuffer()).equals(data)).toBe(true);
});

test('what is see-through in sixteen bits shows the very white of the page', async () => {
  for (const [space, channels] of [
    ['rgb16', 4],
    ['grey16', 2],
  ] as const) {
    const samples = new Uint16Array(16 * 16 * channels);
    // The upper half is dark and opaque, the lower half cannot be seen.
    for (let at = 0; at < 16 * 16; at++) samples.fill(4_321, at * channels, (at + 1) * channels - 1);
    for (let at = 0; at < 16 * 8; at++) samples[(at + 1) * channels - 1] = 65_535;
    const tiff = await sharp(samples, { raw: { width: 16, height: 16, channels } })
      .toColourspace(space)
      .tiff({ compression: 'none' })
      .toBuffer();
    const { form, bytes } = await workshop.printable(tiff, 'image/tiff', 0);
    const read = sharp(bytes).toColourspace(space).raw({ depth: 'ushort' });
    const { data, info } = await read.toBuffer({ resolveWithObject: true });
    const shown = new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
    expect([form, info.channels]).toEqual(['png', channels - 1]);
    expect([...new Set(shown.subarray(0, 16 * 8 * info.channels))]).toEqual([4_321]);
    expect([...new Set(shown.subarray(16 * 8 * info.channels))]).toEqual([65_535]);
  }
});

test('what is see-through lies on white, so that the page needs no mask', async () => {
  const clear = { width: 60, height: 60, channels: 4, background: '#00000000' } as const;
  for (const kind of ['webp', 'tiff', 'gif', 'avif'] as const) {
    const options = kind === 'tiff' ? { compression: 'lzw' } : {};
    const bytes = await sharp({ create: clear }).toFormat(kind, options).toBuffer();
    expect(await sharp(bytes).metadata()).toMatchObject({ hasAlpha: true });
    const made = await workshop.printable(bytes, `image/${kind}`, 0);
    expect(await sharp(made.bytes).metadata()).toMatchObject({ hasAlpha: false });
    expect((await readCorners(made.bytes))[0]).toBe('white');
  }
});
