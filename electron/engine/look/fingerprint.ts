// What a page is known by again: a list of the places on it, to sort out most pages, and its writing in small, to be laid over another.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { INK_EDGE, type Ink, takeInk } from './ink.ts';
import { findLandmarks, type Landmarks, WORDS } from './landmarks.ts';
import { nearestWords } from './place-words.ts';
import type { View } from './view.ts';

/** Fingerprints of another kind are not compared with these; pages that have one are looked at anew (intake/renew-looks.ts). */
export const FINGERPRINT_KIND = 3;
/** Words of places that are kept of a page, two bytes each. */
const MOST_WORDS = 384;
/** Bytes: the kind, the number of words (16 bits), the words. Then width and height of the ink (16 bits each), its cells deflated. */
export const FINGERPRINT_HEAD = 3 + MOST_WORDS * 2;

export function takeFingerprint(view: View): Uint8Array | null {
  const ink = takeInk(view, INK_EDGE);
  if (!ink) return null;
  const words = listWords(findLandmarks(ink));
  const cells = deflateRawSync(packNibbles(ink.cells), { level: 6 });
  const print = new Uint8Array(FINGERPRINT_HEAD + 4 + cells.length);
  const fields = new DataView(print.buffer);
  print[0] = FINGERPRINT_KIND;
  fields.setUint16(1, words.length);
  words.forEach((word, at) => {
    fields.setUint16(3 + at * 2, word);
  });
  fields.setUint16(FINGERPRINT_HEAD, ink.width);
  fields.setUint16(FINGERPRINT_HEAD + 2, ink.height);
  print.set(cells, FINGERPRINT_HEAD + 4);
  return print;
}

/** Those of the first level are left out when there are too many: the small places suffer most from a soft picture. */
function listWords({ x, bits }: Landmarks): number[] {
  const count = x.length;
  const first = Math.max(0, count - MOST_WORDS);
  return Array.from(
    { length: count - first },
    (_, at) => nearestWords(bits, (first + at) * WORDS, 1)[0] ?? 0,
  );
}

/** The words of a whole fingerprint or of its head; undefined when it is of another kind. */
export function readWords(head: Uint8Array): Uint16Array | undefined {
  if (head[0] !== FINGERPRINT_KIND || head.length < FINGERPRINT_HEAD) return undefined;
  const fields = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const count = Math.min(MOST_WORDS, fields.getUint16(1));
  const words = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) words[at] = fields.getUint16(3 + at * 2);
  return words;
}

/** Undefined when the fingerprint is of another kind or damaged. */
export function readInk(print: Uint8Array): Ink | undefined {
  if (print[0] !== FINGERPRINT_KIND || print.length < FINGERPRINT_HEAD + 5) return undefined;
  const fields = new DataView(print.buffer, print.byteOffset, print.byteLength);
  const [width, height] = [fields.getUint16(FINGERPRINT_HEAD), fields.getUint16(FINGERPRINT_HEAD + 2)];
  const size = Math.ceil((width * height) / 2);
  if (Math.max(width, height) > INK_EDGE || size === 0) return undefined;
  const packed = inflateRawSync(print.subarray(FINGERPRINT_HEAD + 4), { maxOutputLength: size });
  if (packed.length !== size) return undefined;
  const cells = new Uint8Array(width * height);
  for (let at = 0; at < cells.length; at += 1) {
    const byte = packed[at >> 1] as number;
    cells[at] = at % 2 === 0 ? byte & 0xf0 : (byte & 0xf) << 4;
  }
  return { width, height, cells };
}

/** Two cells in a byte, sixteen levels each. */
function packNibbles(cells: Uint8Array): Uint8Array {
  const packed = new Uint8Array(Math.ceil(cells.length / 2));
  for (let at = 0; at < packed.length; at += 1)
    packed[at] = ((cells[at * 2] ?? 0) & 0xf0) | ((cells[at * 2 + 1] ?? 0) >> 4);
  return packed;
}
