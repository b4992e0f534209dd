// A PNG with an alpha channel as one without: laid on white, every pixel that was opaque as it was, profile kept.
//
// Done here and not in the packet, because a picture has to be unpacked and packed again for it: native code in a child
// process, several at a time, takes a fraction of the time, and both the window and the command line get the same bytes.

import sharp, { type OutputInfo } from 'sharp';
import { limits } from './limits.ts';

type Pixels = { data: Buffer; info: OutputInfo };

/** In stored position. Throws what the decoder throws. */
export async function makeOpaque(bytes: Uint8Array): Promise<Uint8Array> {
  // With the profile applied the numbers would change; they stay, and so does the profile.
  const picture = sharp(bytes, {
    ignoreIcc: true,
    failOn: 'error',
    autoOrient: false,
    limitInputPixels: limits.picturePixels,
  });
  const { space } = await picture.metadata();
  const deep = space === 'grey16' || space === 'rgb16';
  if (deep || space === 'b-w') picture.toColourspace(space);
  const pixels = deep
    ? layOnWhite(await picture.raw({ depth: 'ushort' }).toBuffer({ resolveWithObject: true }))
    : await picture.flatten({ background: '#ffffff' }).raw().toBuffer({ resolveWithObject: true });
  const png = await encodeOpaque(pixels, { deep, adaptiveFiltering: await filtersHelp(pixels, deep) });
  return withProfile(png, profileChunk(bytes));
}

const DEEP_WHITE = 65_535;

/** Sixteen bits: the decoder's own white ends at 65,280, a shade of gray beside the white of the page. */
export function layOnWhite({ data, info }: Pixels): Pixels {
  const samples = new Uint16Array(data.buffer, data.byteOffset, data.length / 2);
  const [before, channels] = [info.channels, info.channels === 2 ? 1 : 3] as const;
  const plain = new Uint16Array((samples.length / before) * channels);
  for (let from = 0, to = 0; from < samples.length; from += before) {
    const alpha = samples[from + channels] ?? DEEP_WHITE;
    for (let at = 0; at < channels; at++, to++) {
      const value = samples[from + at] ?? DEEP_WHITE;
      plain[to] = Math.round((value * alpha + DEEP_WHITE * (DEEP_WHITE - alpha)) / DEEP_WHITE);
    }
  }
  return { data: Buffer.from(plain.buffer), info: { ...info, channels } };
}

/** `deep`: two bytes a sample. */
export function encodeOpaque(
  { data, info }: Pixels,
  { deep, adaptiveFiltering }: { deep: boolean; adaptiveFiltering: boolean },
) {
  const { width, height, channels } = info;
  const samples = deep ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : data;
  const picture = sharp(samples, { raw: { width, height, channels } });
  if (deep) picture.toColourspace(channels === 1 ? 'grey16' : 'rgb16');
  else if (channels === 1) picture.toColourspace('b-w');
  return picture.png({ compressionLevel: 6, adaptiveFiltering }).toBuffer();
}

const BANDS = 8;
const BAND_ROWS = 24;

/** Row filters shorten photographs and lengthen noise and flat colour: tried on some lines of the picture. */
async function filtersHelp({ data, info }: Pixels, deep: boolean): Promise<boolean> {
  const stride = data.length / info.height;
  const step = info.height / BANDS;
  if (step < BAND_ROWS) return true;
  const bands = Array.from({ length: BANDS }, (_, band) => {
    const start = Math.floor(band * step) * stride;
    return data.subarray(start, start + BAND_ROWS * stride);
  });
  const some = { data: Buffer.concat(bands), info: { ...info, height: BANDS * BAND_ROWS } };
  const [filtered, plain] = [
    await encodeOpaque(some, { deep, adaptiveFiltering: true }),
    await encodeOpaque(some, { deep, adaptiveFiltering: false }),
  ];
  return filtered.length < plain.length;
}

/** The iCCP chunk whole, with its length, name and check. */
function profileChunk(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let at = 8; at + 12 <= file.length; ) {
    const end = at + 12 + file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') return undefined;
    if (name === 'iCCP') return file.subarray(at, end);
    at = end;
  }
  return undefined;
}

/** Behind the header, which always ends at byte 33. */
const withProfile = (png: Buffer, profile: Uint8Array | undefined): Uint8Array =>
  profile ? Buffer.concat([png.subarray(0, 33), profile, png.subarray(33)]) : png;
