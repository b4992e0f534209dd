// What a JPEG or PNG must look like inside a packet when it went in untouched, found without the packet's own readers.

import sharp from 'sharp';
import type { MediaType } from '../../shared/domain.ts';
import type { StoredPicture } from './untouched.ts';

/** Undefined for the rare kinds, which are compared by their pixels: CMYK, palettes, alpha, few or sixteen bits, interlaced. */
export async function storedPicture(
  bytes: Uint8Array,
  mediaType: MediaType,
): Promise<StoredPicture | undefined> {
  if (mediaType === 'image/png') return storedPng(bytes);
  if (mediaType !== 'image/jpeg') return undefined;
  const { width, height, space, channels, format } = await sharp(bytes).metadata();
  const plain = (space === 'b-w' && channels === 1) || (space === 'srgb' && channels === 3);
  if (format !== 'jpeg' || !plain) return undefined;
  return { width, height, bitsPerPixel: channels * 8, filter: 'DCTDecode', data: bytes };
}

const CHANNELS: Record<number, number> = { 0: 1, 2: 3 };

/** ISO/IEC 15948, 5 and 11.2: the header comes first, the rows are all IDAT chunks in a line. */
function storedPng(bytes: Uint8Array): StoredPicture | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const rows: Buffer[] = [];
  for (let at = 8; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    if (name === 'tRNS') return undefined;
    if (name === 'IDAT') rows.push(file.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  if (file.length < 33 || rows.length === 0) return undefined;
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  const [depth, kind = 0, , , interlaced] = file.subarray(24, 29);
  const channels = CHANNELS[kind];
  if (depth !== 8 || interlaced !== 0 || !channels) return undefined;
  return { width, height, bitsPerPixel: channels * 8, filter: 'FlateDecode', data: Buffer.concat(rows) };
}
