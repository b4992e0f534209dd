// A Blob as PDFium wants to read it: at once, piece by piece, without the whole of it in memory. Only workers can.

import type { ByteSource } from '../../shared/pdfium/byte-source.ts';

/** Of the browser's own types, which this project's compiler settings leave out for workers. */
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}

/** PDFium asks for a few hundred bytes at a time; that many are fetched. */
const BLOCK = 1 << 18;
const MOST_BLOCKS = 32;

export function blobSource(blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  const blocks = new Map<number, Uint8Array>();
  const block = (at: number): Uint8Array => {
    const known = blocks.get(at);
    if (known) return known;
    const [oldest] = blocks.keys();
    if (blocks.size >= MOST_BLOCKS && oldest !== undefined) blocks.delete(oldest);
    const fresh = new Uint8Array(reader.readAsArrayBuffer(blob.slice(at * BLOCK, (at + 1) * BLOCK)));
    blocks.set(at, fresh);
    return fresh;
  };
  const read = (offset: number, length: number): Uint8Array => {
    const whole = new Uint8Array(length);
    for (let done = 0; done < length; ) {
      const from = (offset + done) % BLOCK;
      const piece = block(Math.floor((offset + done) / BLOCK)).subarray(from, from + length - done);
      if (piece.length === 0) return whole.subarray(0, done);
      whole.set(piece, done);
      done += piece.length;
    }
    return whole;
  };
  return { size: blob.size, read };
}
