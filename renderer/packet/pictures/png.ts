// PNG into the packet: the compressed rows pass through where PDF can read them, alpha is laid on white where not.

import type { PDFContext, PDFRawStream } from 'pdf-lib';
import { type Components, colourSpace } from './colour-profile.ts';
import { type Png, readPng } from './png-chunks.ts';
import { channelsOf, decodeSamples, inflate } from './png-samples.ts';
import { faxImage } from './two-tone.ts';

type Plain = { depth: number; colors: 1 | 3; samples: Uint8Array | Uint16Array };

/** The picture as an image XObject; throws Unusable when it is damaged. */
export function pngImage(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const png = readPng(bytes);
  const keyed = png.transparency !== undefined && (png.kind === 0 || png.kind === 2);
  if (!png.interlaced && png.kind < 4 && !keyed) return passThrough(context, png);
  if (png.kind === 3) return packRows(context, png, decodeSamples(png), paletteOf(context, png));
  const plain = onWhite(png);
  return packRows(
    context,
    { ...png, depth: plain.depth },
    plain.samples,
    spaceOf(context, png, plain.colors),
  );
}

type Space = ReturnType<typeof colourSpace>;

const spaceOf = (context: PDFContext, png: Png, colors: Components): Space =>
  colourSpace(context, colors, png.profile && unpackProfile(png.profile));

/** A profile that cannot be unpacked is none: the picture itself is not damaged by it. */
function unpackProfile(chunk: Uint8Array): Uint8Array | undefined {
  const name = chunk.indexOf(0);
  if (name < 1 || name > 79 || chunk[name + 1] !== 0) return undefined;
  try {
    return inflate(chunk.subarray(name + 2));
  } catch {
    return undefined;
  }
}

/** PDF's predictor 15 is PNG's own row filter (ISO 32000-1, 7.4.4.4), so nothing is decoded. */
function passThrough(context: PDFContext, png: Png): PDFRawStream {
  const colors = channelsOf(png.kind);
  const space = png.kind === 3 ? paletteOf(context, png) : spaceOf(context, png, colors as Components);
  const entries = { ...imageEntries(png), ColorSpace: space };
  const fax = faxImage(context, png, entries);
  if (fax) return fax;
  return context.stream(png.data, {
    ...entries,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colors, BitsPerComponent: png.depth, Columns: png.width },
  });
}

const imageEntries = (png: Pick<Png, 'width' | 'height' | 'depth'>) => ({
  Subtype: 'Image',
  Width: png.width,
  Height: png.height,
  BitsPerComponent: png.depth,
});

/** A see-through palette entry becomes its colour laid on white: exact, and the rows stay as they are. */
function paletteOf(context: PDFContext, png: Png) {
  const entries = Math.min(Math.trunc(png.palette.length / 3), 2 ** png.depth);
  const palette = png.palette.slice(0, entries * 3);
  for (const [entry, alpha] of (png.transparency ?? new Uint8Array()).subarray(0, entries).entries()) {
    for (let at = entry * 3; at < entry * 3 + 3; at++) palette[at] = blend(palette[at] ?? 0, alpha, 255);
  }
  return context.obj(['Indexed', spaceOf(context, png, 3), entries - 1, palette]);
}

const blend = (value: number, alpha: number, most: number): number =>
  Math.round((value * alpha + most * (most - alpha)) / most);

/** Gray stays gray and RGB stays RGB, at the depth it had. */
function onWhite(png: Png): Plain {
  const samples = decodeSamples(png);
  const most = 2 ** png.depth - 1;
  const channels = channelsOf(png.kind);
  const colors = png.kind === 0 || png.kind === 4 ? 1 : 3;
  const key = png.kind < 4 ? keyOf(png, colors) : undefined;
  if (channels === colors && !key) return { depth: png.depth, colors, samples };
  const plain = samples.slice(0, (samples.length / channels) * colors);
  for (let pixel = 0; pixel * channels < samples.length; pixel++) {
    const start = pixel * channels;
    const clear = key?.every((value, at) => samples[start + at] === value);
    const alpha = key ? (clear ? 0 : most) : (samples[start + colors] ?? most);
    for (let at = 0; at < colors; at++) {
      plain[pixel * colors + at] = blend(samples[start + at] ?? 0, alpha, most);
    }
  }
  return { depth: png.depth, colors, samples: plain };
}

function keyOf(png: Png, colors: number): number[] | undefined {
  const { transparency } = png;
  if (!transparency || transparency.length < colors * 2) return undefined;
  const most = 2 ** png.depth - 1;
  return Array.from(
    { length: colors },
    (_, at) => (((transparency[at * 2] ?? 0) << 8) | (transparency[at * 2 + 1] ?? 0)) & most,
  );
}

/** Packs samples at their depth; rows of 8 and 16 bits are filtered, smaller ones compress better as they are. */
function packRows(
  context: PDFContext,
  png: Pick<Png, 'width' | 'height' | 'depth'>,
  samples: Uint8Array | Uint16Array,
  colorSpace: Space,
): PDFRawStream {
  const perRow = samples.length / png.height;
  const stride = Math.ceil((perRow * png.depth) / 8);
  const rows = new Uint8Array(png.height * (stride + 1));
  for (let row = 0; row < png.height; row++) {
    const line = rows.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1));
    pack(samples.subarray(row * perRow, (row + 1) * perRow), png.depth, line);
  }
  if (png.depth >= 8) filterRows(rows, stride, png.height, (perRow / png.width) * (png.depth >> 3));
  return context.flateStream(rows, {
    ...imageEntries(png),
    ColorSpace: colorSpace,
    DecodeParms: {
      Predictor: 15,
      Colors: perRow / png.width,
      BitsPerComponent: png.depth,
      Columns: png.width,
    },
  });
}

function pack(samples: Uint8Array | Uint16Array, depth: number, line: Uint8Array): void {
  if (depth === 8) line.set(samples);
  for (let at = 0; depth !== 8 && at < samples.length; at++) {
    const value = samples[at] ?? 0;
    if (depth === 16) {
      line[at * 2] = value >> 8;
      line[at * 2 + 1] = value & 255;
    } else {
      const bit = at * depth;
      line[bit >> 3] = (line[bit >> 3] ?? 0) | (value << (8 - depth - (bit & 7)));
    }
  }
}

/** Row by row the filter of none, left and up whose bytes are smallest, as ISO/IEC 15948 12.8 advises; from the last row. */
function filterRows(rows: Uint8Array, stride: number, height: number, step: number): void {
  const none = new Uint8Array(stride);
  for (let row = height - 1; row >= 0; row--) {
    const start = row * (stride + 1) + 1;
    const line = rows.subarray(start, start + stride);
    const above = row > 0 ? rows.subarray(start - stride - 1, start - 1) : none;
    const [plain, left, up] = costs(line, above, step);
    const filter = plain <= left && plain <= up ? 0 : left <= up ? 1 : 2;
    rows[start - 1] = filter;
    for (let at = stride - 1; filter > 0 && at >= 0; at--) {
      const before = filter === 2 ? (above[at] ?? 0) : at >= step ? (line[at - step] ?? 0) : 0;
      line[at] = (line[at] ?? 0) - before;
    }
  }
}

function costs(line: Uint8Array, above: Uint8Array, step: number): [number, number, number] {
  let [plain, left, up] = [0, 0, 0];
  for (let at = 0; at < line.length; at++) {
    const value = line[at] ?? 0;
    plain += value < 128 ? value : 256 - value;
    const across = (value - (at >= step ? (line[at - step] ?? 0) : 0)) & 255;
    left += across < 128 ? across : 256 - across;
    const down = (value - (above[at] ?? 0)) & 255;
    up += down < 128 ? down : 256 - down;
  }
  return [plain, left, up];
}
