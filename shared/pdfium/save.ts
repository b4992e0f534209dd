// Has PDFium write a PDF anew: chosen pages into a fresh file, or the whole file without its encryption.

import { Problem } from '../problems.ts';
import { type Raw, withMemory } from './raw.ts';

function saveDocument(raw: Raw, document: number): Uint8Array<ArrayBuffer> {
  const writer = raw.PDFiumExt_OpenFileWriter();
  try {
    if (!raw.PDFiumExt_SaveAsCopy(document, writer)) {
      throw new Problem('file-damaged', { detail: 'could not be written anew' });
    }
    const byteLength = raw.PDFiumExt_GetFileWriterSize(writer);
    return withMemory(raw, byteLength, (address) => {
      raw.PDFiumExt_GetFileWriterData(writer, address, byteLength);
      return new Uint8Array(raw.pdfium.HEAPU8.subarray(address, address + byteLength));
    });
  } finally {
    raw.PDFiumExt_CloseFileWriter(writer);
  }
}

/** The whole file as PDFium understands it, readable without a password. */
export function saveCopy(raw: Raw, document: number): Uint8Array<ArrayBuffer> {
  if (raw.EPDF_IsEncrypted(document)) raw.EPDF_RemoveEncryption(document);
  return saveDocument(raw, document);
}

/** A fresh file of the given pages (0-based), in the given order. Layers, outline and form logic are not carried over. */
export function copyPages(raw: Raw, document: number, pages: number[]): Uint8Array<ArrayBuffer> {
  const fresh = raw.FPDF_CreateNewDocument();
  if (fresh === 0) throw new Problem('file-too-hungry');
  try {
    const imported = withMemory(raw, pages.length * 4, (address) => {
      for (const [position, page] of pages.entries()) {
        raw.pdfium.setValue(address + position * 4, page, 'i32');
      }
      return raw.FPDF_ImportPagesByIndex(fresh, document, address, pages.length, 0);
    });
    if (!imported || raw.FPDF_GetPageCount(fresh) !== pages.length) {
      throw new Problem('file-damaged', { detail: 'pages could not be copied' });
    }
    return saveDocument(raw, fresh);
  } finally {
    raw.FPDF_CloseDocument(fresh);
  }
}
