// Reads a JPEG's frame header; the bytes themselves go into the packet untouched.

import type { PDFContext, PDFRawStream } from 'pdf-lib';
import { Unusable } from '../unusable.ts';
import { type Components, colourSpace, joinProfile, profilePart } from './colour-profile.ts';

type Frame = { width: number; height: number; components: number; adobe: boolean; rgb: boolean };
type Headers = Frame & { profile: Uint8Array | undefined };

/** The picture as an image XObject around the original bytes; throws Unusable when no PDF reader could show it. */
export function jpegImage(context: PDFContext, bytes: Uint8Array): PDFRawStream {
  const { width, height, components, adobe, rgb, profile } = readHeaders(bytes);
  if (![1, 3, 4].includes(components)) throw new Unusable('jpeg-components');
  return context.stream(bytes, {
    Subtype: 'Image',
    Width: width,
    Height: height,
    ColorSpace: colourSpace(context, components as Components, profile),
    BitsPerComponent: 8,
    Filter: 'DCTDecode',
    // Adobe writes CMYK upside down (255 is no ink) and says so only by its marker.
    ...(components === 4 && adobe ? { Decode: [1, 0, 1, 0, 1, 0, 1, 0] } : {}),
    ...(rgb ? { DecodeParms: { ColorTransform: 0 } } : {}),
  });
}

/** ITU T.81 B.1.1.3: baseline, extended and progressive Huffman frames are what DCTDecode can carry. */
function readHeaders(bytes: Uint8Array): Headers {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) throw new Unusable('jpeg-damaged');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  let adobe = false;
  const parts: NonNullable<ReturnType<typeof profilePart>>[] = [];
  let frame: Frame | undefined;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) {
      at += 1;
      continue;
    }
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff || marker === 0 || marker === 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2;
      continue;
    }
    if (marker === 0xd9 || marker === 0xda) break;
    const length = view.getUint16(at + 2);
    if (marker === 0xee && length >= 14 && textAt(bytes, at + 4, 5) === 'Adobe') adobe = true;
    const part = marker === 0xe2 ? profilePart(bytes.subarray(at + 4, at + 2 + length)) : undefined;
    if (part) parts.push(part);
    if (isFrame(marker)) frame ??= frameAt(view, at, adobe);
    at += 2 + length;
  }
  if (!frame) throw new Unusable('jpeg-damaged');
  return { ...frame, profile: joinProfile(parts) };
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function frameAt(view: DataView, at: number, adobe: boolean): Frame {
  if ((view.getUint8(at + 1) & 15) > 2) throw new Unusable('jpeg-coding');
  if (at + 10 > view.byteLength) throw new Unusable('jpeg-damaged');
  if (view.getUint8(at + 4) !== 8) throw new Unusable('jpeg-depth');
  const [height, width, components] = [view.getUint16(at + 5), view.getUint16(at + 7), view.getUint8(at + 9)];
  if (width === 0 || height === 0) throw new Unusable('jpeg-damaged');
  const names = Array.from({ length: components }, (_, one) => at + 10 + one * 3).map((place) =>
    place < view.byteLength ? view.getUint8(place) : 0,
  );
  return { width, height, components, adobe, rgb: !adobe && String.fromCharCode(...names) === 'RGB' };
}

const textAt = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length));
