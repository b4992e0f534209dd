// The few things of PDFium's raw interface that every part of the wrapper needs: memory, texts, errors.

import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { Problem } from '../problems.ts';

type Memory = {
  /** Replaced whenever the memory grows: never keep a reference to it. */
  HEAPU8: Uint8Array;
  HEAPU16: Uint16Array;
  wasmExports: { malloc: (size: number) => number; free: (address: number) => void };
  getValue: (address: number, type: 'i32' | 'float') => number;
  setValue: (address: number, value: number, type: 'i32') => void;
  UTF8ToString: (address: number) => string;
  addFunction: (work: (...given: number[]) => number | undefined, signature: string) => number;
};

export type Raw = Omit<WrappedPdfiumModule, 'pdfium'> & { pdfium: Memory };

/** Address of `size` fresh bytes. Throws the Problem 'file-too-hungry' when there are none. */
export function allocate(raw: Raw, size: number): number {
  const address = raw.pdfium.wasmExports.malloc(Math.max(1, size));
  if (address === 0) throw new Problem('file-too-hungry');
  return address >>> 0;
}

export function release(raw: Raw, address: number): void {
  raw.pdfium.wasmExports.free(address);
}

/** Lends `size` bytes to `use` and takes them back whatever happens. */
export function withMemory<T>(raw: Raw, size: number, use: (address: number) => T): T {
  const address = allocate(raw, size);
  try {
    return use(address);
  } finally {
    release(raw, address);
  }
}

/** UTF-16 text of a known length; unlike a C string it may hold zeros, which are left out. */
export function readText(raw: Raw, address: number, units: number): string {
  const codes = raw.pdfium.HEAPU16.subarray(address >>> 1, (address >>> 1) + units);
  const parts: string[] = [];
  for (let start = 0; start < codes.length; start += 8192) {
    parts.push(String.fromCharCode(...codes.subarray(start, start + 8192)));
  }
  return parts.join('').replaceAll('\0', '');
}

const PASSWORD_ERROR = 4;
const SECURITY_ERROR = 5;

/** What the last failed opening was about. */
export function openingProblem(raw: Raw, passwordGiven: boolean): Problem {
  const error = raw.FPDF_GetLastError();
  if (error === PASSWORD_ERROR) return new Problem(passwordGiven ? 'pdf-password-wrong' : 'pdf-password');
  const detail = error === SECURITY_ERROR ? 'encryption of an unknown kind' : 'not a readable PDF';
  return new Problem('file-damaged', { detail });
}
