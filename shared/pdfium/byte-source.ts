// Lets PDFium read a PDF where it lies, piece by piece: a packet of a gigabyte is opened without holding it.

import { Problem } from '../problems.ts';
import { allocate, type Raw, release } from './raw.ts';

/** `read` gives exactly `length` bytes from `offset`, at once: PDFium cannot wait. */
export type ByteSource = { size: number; read: (offset: number, length: number) => Uint8Array };

type Desk = { sources: Map<number, ByteSource>; reader: number; next: number };
const desks = new WeakMap<Raw, Desk>();

/** FPDF_FILEACCESS: length, the function that gives a block, and what it is told first. */
const STRUCT_BYTES = 12;
const LARGEST = 0xffffffff;

/** Address of the FPDF_FILEACCESS of `source`, valid until `end`. Throws the Problem 'file-too-hungry' beyond 4 GB. */
export function lendSource(raw: Raw, source: ByteSource): { address: number; end: () => void } {
  if (source.size > LARGEST) throw new Problem('file-too-hungry');
  const desk = desks.get(raw) ?? openDesk(raw);
  const name = desk.next++;
  desk.sources.set(name, source);
  const address = allocate(raw, STRUCT_BYTES);
  for (const [at, value] of [source.size, desk.reader, name].entries()) {
    raw.pdfium.setValue(address + at * 4, value | 0, 'i32');
  }
  return {
    address,
    end: () => {
      desk.sources.delete(name);
      release(raw, address);
    },
  };
}

function openDesk(raw: Raw): Desk {
  const sources = new Map<number, ByteSource>();
  /** A block that cannot be read is a damaged file to PDFium, which is told so by 0. */
  const readBlock = (...given: number[]): number => {
    const [name = 0, offset = 0, buffer = 0, length = 0] = given;
    try {
      const block = sources.get(name)?.read(offset >>> 0, length >>> 0);
      if (block?.length !== length >>> 0) return 0;
      raw.pdfium.HEAPU8.set(block, buffer >>> 0);
      return 1;
    } catch {
      return 0;
    }
  };
  const desk = { sources, reader: raw.pdfium.addFunction(readBlock, 'iiiii'), next: 1 };
  desks.set(raw, desk);
  return desk;
}
