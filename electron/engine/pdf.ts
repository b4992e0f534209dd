// PDFium in the workshop's child process: opened once, when the first PDF comes.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openPdfium, type PdfDocument, type Pdfium } from '../../shared/pdfium/pdfium.ts';

let opening: Promise<Pdfium> | undefined;

/** The path of the program's own copy of PDFium. */
export function findPdfium(): string {
  return createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm');
}

/** Lends the open PDF to `use` and closes it afterwards. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PdfDocument) => T | Promise<T>,
  password?: string,
): Promise<T> {
  opening ??= readFile(findPdfium()).then(openPdfium);
  const pdf = (await opening).open(bytes, password);
  try {
    return await use(pdf);
  } finally {
    pdf.close();
  }
}
