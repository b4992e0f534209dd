// Reads a file that is attached inside a PDF.

import { type Raw, readText, withMemory } from './raw.ts';

const MOST = 1_000;

/** Bytes of the attachment with this name; undefined when there is none or it is longer than `limit` bytes. */
export function readAttachment(
  raw: Raw,
  document: number,
  wish: { name: string; limit: number },
): Uint8Array<ArrayBuffer> | undefined {
  const count = Math.min(MOST, raw.FPDFDoc_GetAttachmentCount(document));
  for (let at = 0; at < count; at++) {
    const attachment = raw.FPDFDoc_GetAttachment(document, at);
    if (attachment === 0 || nameOf(raw, attachment) !== wish.name) continue;
    const length = withMemory(raw, 4, (out) => {
      raw.FPDFAttachment_GetFile(attachment, 0, 0, out);
      return raw.pdfium.getValue(out, 'i32') >>> 0;
    });
    if (length === 0 || length > wish.limit) return undefined;
    return withMemory(raw, length + 4, (address) => {
      if (!raw.FPDFAttachment_GetFile(attachment, address + 4, length, address)) return undefined;
      return new Uint8Array(raw.pdfium.HEAPU8.subarray(address + 4, address + 4 + length));
    });
  }
  return undefined;
}

function nameOf(raw: Raw, attachment: number): string {
  const bytes = raw.FPDFAttachment_GetName(attachment, 0, 0);
  if (bytes <= 2) return '';
  return withMemory(raw, bytes, (address) => {
    raw.FPDFAttachment_GetName(attachment, address, bytes);
    return readText(raw, address, bytes / 2 - 1);
  });
}
