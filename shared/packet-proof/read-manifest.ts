// Finds the manifest inside a packet: attached, or, in an archive copy, in pieces in the Info dictionary.

import type { PdfDocument } from '../pdfium/pdfium.ts';
import {
  INFO_PIECE,
  infoName,
  LARGEST_MANIFEST,
  MANIFEST_NAME,
  type PacketManifest,
  readManifest,
} from './manifest.ts';

const MOST_PIECES = Math.ceil(LARGEST_MANIFEST / INFO_PIECE);

/** Null when there is none. Throws packet-check-failed for one that cannot be read. */
export function findManifest(pdf: Pick<PdfDocument, 'attachment' | 'metaText'>): PacketManifest | null {
  const attached = pdf.attachment(MANIFEST_NAME, LARGEST_MANIFEST);
  if (attached) return readManifest(attached);
  const pieces: string[] = [];
  for (let at = 0; at < MOST_PIECES; at++) {
    const piece = pdf.metaText(infoName(at), 4 * INFO_PIECE);
    if (piece === '') break;
    pieces.push(piece);
  }
  if (pieces.length === 0) return null;
  return readManifest(Uint8Array.from(pieces.join(''), (sign) => sign.charCodeAt(0)));
}
