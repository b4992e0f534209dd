// Decodes the PNGs that cannot pass through (alpha, interlaced) into plain rows of samples, without losing a bit.

import { unzlibSync } from 'fflate';
import { decodePDFRawStream, PDFContext, PDFRawStream } from 'pdf-lib';
import { Unusable } from '../unusable.ts';
import type { Png } from './png-chunks.ts';

/** First column, first row, column step, row step of each pass of Adam7. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export const channelsOf = (kind: Png['kind']): number => ({ 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 })[kind];

/** Samples row by row, channel by channel, one element each, as stored (0 to 2^depth - 1; palette indices stay indices). */
export function decodeSamples(png: Png): Uint8Array | Uint16Array {
  const channels = channelsOf(png.kind);
  const count = png.width * png.height * channels;
  const samples = png.depth === 16 ? new Uint16Array(count) : new Uint8Array(count);
  const raw = inflate(png.data);
  let at = 0;
  for (const [left, top, across, down] of png.interlaced ? ADAM7 : [[0, 0, 1, 1] as const]) {
    const width = Math.ceil((png.width - left) / across);
    const height = Math.ceil((png.height - top) / down);
    if (width <= 0 || height <= 0) continue;
    const stride = Math.ceil((width * channels * png.depth) / 8);
    const end = at + height * (stride + 1);
    if (end > raw.length) throw new Unusable('png-damaged');
    const rows = raw.subarray(at, end);
    unfilter(rows, stride, Math.max(1, (channels * png.depth) >> 3));
    for (let row = 0; row < height; row++) {
      const line = rows.subarray(row * (stride + 1) + 1, (row + 1) * (stride + 1));
      const start = (top + row * down) * png.width + left;
      if (png.depth === 8 && !png.interlaced) {
        samples.set(line, start * channels);
        continue;
      }
      spread(line, png.depth, width * channels, (one, value) => {
        const column = Math.trunc(one / channels);
        samples[(start + column * across) * channels + (one % channels)] = value;
      });
    }
    at = end;
  }
  return samples;
}

/** The packed rows of a PNG that is not interlaced, each behind what was its filter byte. */
export function unfilterRows(png: Png): Uint8Array {
  const bits = channelsOf(png.kind) * png.depth;
  const stride = Math.ceil((png.width * bits) / 8);
  const rows = inflateTo(png.data, png.height * (stride + 1));
  unfilter(rows, stride, Math.max(1, bits >> 3));
  return rows;
}

/** The quick way for a stream of just this many bytes; the forgiving one for all others. */
function inflateTo(data: Uint8Array, length: number): Uint8Array {
  try {
    const rows = unzlibSync(data, { out: new Uint8Array(length) });
    if (rows.length === length) return rows;
  } catch {}
  const rows = inflate(data);
  if (rows.length < length) throw new Unusable('png-damaged');
  return rows.subarray(0, length);
}

export function inflate(data: Uint8Array): Uint8Array {
  try {
    const dictionary = PDFContext.create().obj({ Filter: 'FlateDecode' });
    return decodePDFRawStream(PDFRawStream.of(dictionary, data)).decode();
  } catch {
    throw new Unusable('png-damaged');
  }
}

/** Undoes the row filters in place; each row is its filter byte and `stride` bytes. */
function unfilter(rows: Uint8Array, stride: number, step: number): void {
  for (let start = 0; start < rows.length; start += stride + 1) {
    const filter = rows[start] ?? 0;
    if (filter > 4) throw new Unusable('png-damaged');
    if (filter === 0) continue;
    for (let at = start + 1; at <= start + stride; at++) {
      const left = at - start > step ? (rows[at - step] ?? 0) : 0;
      const up = start > 0 ? (rows[at - stride - 1] ?? 0) : 0;
      const corner = start > 0 && at - start > step ? (rows[at - stride - 1 - step] ?? 0) : 0;
      rows[at] = (rows[at] ?? 0) + predict(filter, left, up, corner);
    }
  }
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function spread(line: Uint8Array, depth: number, count: number, put: (at: number, value: number) => void) {
  for (let at = 0; at < count; at++) {
    if (depth === 8) put(at, line[at] ?? 0);
    else if (depth === 16) put(at, ((line[at * 2] ?? 0) << 8) | (line[at * 2 + 1] ?? 0));
    else {
      const bit = at * depth;
      const shift = 8 - depth - (bit & 7);
      put(at, ((line[bit >> 3] ?? 0) >> shift) & ((1 << depth) - 1));
    }
  }
}
