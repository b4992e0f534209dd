// PDFium in the workshop's child process: opened once, when the first PDF comes.

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openPdfium, type PdfDocument, type Pdfium } from '../../shared/pdfium/pdfium.ts';

let opening: Promise<Pdfium> | undefined;

const shipped = createRequire(import.meta.url);
const findPdfium = (): string => shipped.resolve('@embedpdf/pdfium/pdfium.wasm');
const readFont = (): Uint8Array =>
  readFileSync(shipped.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'));

/** Lends the open PDF to `use` and closes it afterwards. */
export async function withPdf<T>(
  bytes: Uint8Array,
  use: (pdf: PdfDocument) => T | Promise<T>,
  password?: string,
): Promise<T> {
  opening ??= readFile(findPdfium()).then((binary) => openPdfium(binary, readFont));
  const pdf = (await opening).open(bytes, password);
  try {
    return await use(pdf);
  } finally {
    pdf.close();
  }
}
