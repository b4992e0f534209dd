// Which files a packet takes as they are: nothing is decoded for them, so their bytes need not travel to a child and back.

import type { MediaType } from '../../shared/domain.ts';
import type { Printable } from './workshop.ts';

/** ISO/IEC 15948, 11.2.2: 4 is gray with alpha, 6 is RGB with alpha. Interlaced ones are left to the packet. */
export const hasAlphaChannel = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x89 && (bytes[25] === 4 || bytes[25] === 6) && bytes[28] === 0;

const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

/** A JPEG whose end is missing: decoders fill it up, readers of PDFs may not. */
const isUnfinished = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(END_OF_IMAGE) < 0;

/**
 * ITU T.81 B.1.1.3: what readers of PDFs show is baseline, extended and progressive Huffman coding, 8 bits deep, of 1, 3 or
 * 4 colours. Arithmetic and lossless coding are decoded here and go in as a fine JPEG or a PNG.
 */
function isPrintableJpeg(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 10 <= bytes.length) {
    const [mark, marker = 0] = [bytes[at], bytes[at + 1]];
    if (mark !== 0xff || marker === 0xff) {
      at += 1;
    } else if (marker <= 1 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
    } else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return marker <= 0xc2 && bytes[at + 4] === 8 && [1, 3, 4].includes(bytes[at + 9] ?? 0);
    } else if (marker === 0xda || marker === 0xd9) {
      return false;
    } else {
      at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    }
  }
  return false;
}

/** The form it has in the packet; undefined for what must be made first. */
export function keptForm(bytes: Uint8Array, mediaType: MediaType): Printable['form'] | undefined {
  if (mediaType === 'image/jpeg') return isUnfinished(bytes) || !isPrintableJpeg(bytes) ? undefined : 'jpeg';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'image/png' && !hasAlphaChannel(bytes) ? 'png' : undefined;
}
