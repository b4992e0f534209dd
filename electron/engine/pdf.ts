// PDFium in the workshop's child process: opened once, when the first PDF comes.

import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openPdfium, type PdfDocument, type Pdfium } from '../../shared/pdfium/pdfium.ts';

let opening: Promise<Pdfium> | undefined;

const shipped = createRequire(import.meta.url);
const findPdfium = (): string => shipped.resolve('@embedpdf/pdfium/pdfium.wasm');
const readFont = (): Uint8Array =>
  readFileSync(shipped.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));

const engine = (): Promise<Pdfium> => {
  opening ??= readFile(findPdfium()).then((binary) => openPdfium(binary, readFont));
  return opening;
};

/** Lends the open PDF to `use` and closes it afterwards. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PdfDocument) => T | Promise<T>,
  password?: string,
): Promise<T> {
  const pdf = (await engine()).open(bytes, password);
  try {
    return await use(pdf);
  } finally {
    pdf.close();
  }
}

/** The same for a PDF that is read where it lies, however large. */
export async function withPdfFile<T>(path: string, use: (pdf: PdfDocument) => T | Promise<T>): Promise<T> {
  const file = openSync(path, 'r');
  try {
    const pdf = (await engine()).openSource({
      size: fstatSync(file).size,
      read: (offset, length) => {
        const block = new Uint8Array(length);
        return block.subarray(0, readSync(file, block, 0, length, offset));
      },
    });
    try {
      return await use(pdf);
    } finally {
      pdf.close();
    }
  } finally {
    closeSync(file);
  }
}
