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

/** The form it has in the packet; undefined for what must be made first. */
export function keptForm(bytes: Uint8Array, mediaType: MediaType): Printable['form'] | undefined {
  if (mediaType === 'image/jpeg') return isUnfinished(bytes) ? undefined : 'jpeg';
  if (mediaType === 'application/pdf') return 'pdf';
  return mediaType === 'image/png' && !hasAlphaChannel(bytes) ? 'png' : undefined;
}
