// Takes a PNG apart into its header, palette, transparency and compressed rows (ISO/IEC 15948).

import { Unusable } from '../unusable.ts';
import { joinBytes } from '../writer/join-bytes.ts';

export type Png = {
  width: number;
  height: number;
  /** 1, 2, 4, 8 or 16 bits a sample */
  depth: number;
  /** 0 gray, 2 RGB, 3 palette, 4 gray with alpha, 6 RGB with alpha */
  kind: 0 | 2 | 3 | 4 | 6;
  interlaced: boolean;
  /** RGB triples */
  palette: Uint8Array;
  /** As stored: an alpha per palette entry, or one 16-bit colour that stands for nothing. */
  transparency: Uint8Array | undefined;
  /** The iCCP chunk: a name, a zero, a zero, and a zlib stream. */
  profile: Uint8Array | undefined;
  /** One zlib stream. */
  data: Uint8Array;
};

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const DEPTHS: Record<number, number[]> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

export function readPng(bytes: Uint8Array): Png {
  if (SIGNATURE.some((value, at) => bytes[at] !== value)) throw new Unusable('png-damaged');
  const chunks = chunksOf(bytes);
  const [header, palette, transparency] = ['IHDR', 'PLTE', 'tRNS'].map(
    (name) => chunks.find((chunk) => chunk.name === name)?.data,
  );
  const parts = chunks.filter(({ name }) => name === 'IDAT').map(({ data }) => data);
  if (!header || header.length < 13 || parts.length === 0) throw new Unusable('png-damaged');
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const [depth = 0, kind = 0, compression, filter, interlace = 0] = header.subarray(8);
  const known = DEPTHS[kind]?.includes(depth) && compression === 0 && filter === 0 && interlace < 2;
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  if (!known || width === 0 || height === 0) throw new Unusable('png-damaged');
  if (kind === 3 && (!palette || palette.length < 3)) throw new Unusable('png-damaged');
  return {
    width,
    height,
    depth,
    kind: kind as Png['kind'],
    interlaced: interlace === 1,
    palette: palette ?? new Uint8Array(),
    transparency,
    profile: chunks.find((chunk) => chunk.name === 'iCCP')?.data,
    data: joinBytes(parts),
  };
}

function chunksOf(bytes: Uint8Array): { name: string; data: Uint8Array }[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: { name: string; data: Uint8Array }[] = [];
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (name === 'IEND') return chunks;
    if (at + 12 + length > bytes.length) throw new Unusable('png-damaged');
    chunks.push({ name, data: bytes.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}
