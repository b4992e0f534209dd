// PDFium behind a small typed door: open a PDF, ask for sizes, draw pages, read text, write copies.
//
// Runs in a child process and in a browser's worker alike: no disk, no screen. A damaged file can keep a drawing busy
// for ever (forms that refer to themselves), so run it only where it can be killed.

import { init } from '@embedpdf/pdfium';
import { Problem } from '../problems.ts';
import { readAttachment } from './attachment.ts';
import { type ByteSource, lendSource } from './byte-source.ts';
import { lendChineseFont } from './chinese-font.ts';
import { type Drawing, type DrawWish, drawPage } from './draw.ts';
import { type PageImage, readImages, type StandIn, standIn } from './images.ts';
import { readMetaText } from './meta-text.ts';
import { type OutlineEntry, readOutline } from './outline.ts';
import { allocate, openingProblem, type Raw, readText, release, withMemory } from './raw.ts';
import { copyPages, saveCopy } from './save.ts';
import { readTextTurn } from './text-turn.ts';

/** Points, 1/72 inch. */
export type PdfSize = { width: number; height: number };

/** Pages are 0-based. Every function throws the Problem 'page-unusable' for a page that cannot be loaded. */
export type PdfDocument = {
  pageCount: number;
  /** The visible box (CropBox) before /Rotate. */
  pageSize: (page: number) => PdfSize;
  /** /Rotate, degrees clockwise. */
  pageRotation: (page: number) => 0 | 90 | 180 | 270;
  /** Turned by /Rotate unless the wish says otherwise. */
  draw: (page: number, wish: DrawWish) => Drawing;
  text: (page: number) => string;
  /** The turn clockwise, before /Rotate, that sets the page's characters upright; undefined when they do not tell. */
  textTurn: (page: number) => 0 | 90 | 180 | 270 | undefined;
  /** Lends the pictures that stand on a page to `use`; they are gone after it. */
  images: <T>(page: number, use: (images: PageImage[]) => T) => T;
  /** A page drawn with a small gray picture in the place of image `at`; every later drawing of that image shows it too. */
  drawWith: (page: number, at: number, picture: StandIn, wish: DrawWish) => Drawing;
  outline: () => OutlineEntry[];
  /** Seals, signatures, fields and notes that stand on the page. */
  annotationCount: (page: number) => number;
  /** A file attached inside, by its name; undefined when there is none or it is longer than `limit` bytes. */
  attachment: (name: string, limit: number) => Uint8Array<ArrayBuffer> | undefined;
  /** An entry of the Info dictionary; '' when there is none or it is longer than `limit` bytes. */
  metaText: (name: string, limit: number) => string;
  /** A fresh PDF of these pages, in this order, all of them by default. */
  copyPages: (pages?: number[]) => Uint8Array<ArrayBuffer>;
  /** The whole PDF written anew and without encryption. The document stays open but is decrypted from then on. */
  saveCopy: () => Uint8Array<ArrayBuffer>;
  close: () => void;
};

export type Pdfium = {
  /** Throws the Problems 'pdf-password', 'pdf-password-wrong', 'file-damaged', 'file-too-hungry'. */
  open: (bytes: Uint8Array, password?: string) => PdfDocument;
  /** The same for bytes that are read where they lie, while the document is open. */
  openSource: (source: ByteSource) => PdfDocument;
};

/**
 * `wasmBinary` is the content of `@embedpdf/pdfium/pdfium.wasm`. `readFont` gives a Chinese TrueType font for PDFs that do
 * not carry theirs; without it such text is not drawn.
 */
export async function openPdfium(
  wasmBinary: ArrayBuffer | Uint8Array,
  readFont?: () => Uint8Array,
): Promise<Pdfium> {
  const binary = wasmBinary instanceof Uint8Array ? new Uint8Array(wasmBinary).buffer : wasmBinary;
  const raw = (await init({ wasmBinary: binary } as Parameters<typeof init>[0])) as unknown as Raw;
  raw.PDFiumExt_Init();
  if (readFont) lendChineseFont(raw, readFont);
  return {
    open: (bytes, password) => openDocument(raw, bytes, password),
    openSource: (source) => openLent(raw, source),
  };
}

function openLent(raw: Raw, source: ByteSource): PdfDocument {
  const { address, end } = lendSource(raw, source);
  const document = raw.FPDF_LoadCustomDocument(address, '');
  if (document === 0) {
    const problem = openingProblem(raw, false);
    end();
    throw problem;
  }
  return describeDocument(raw, document, end);
}

function openDocument(raw: Raw, bytes: Uint8Array, password?: string): PdfDocument {
  const address = allocate(raw, bytes.length);
  raw.pdfium.HEAPU8.set(bytes, address);
  const document = raw.FPDF_LoadMemDocument(address, bytes.length, password ?? '');
  if (document === 0) {
    const problem = openingProblem(raw, password !== undefined && password !== '');
    release(raw, address);
    throw problem;
  }
  return describeDocument(raw, document, () => release(raw, address));
}

/** Started when the first page is drawn: opening, measuring and copying must not depend on a form that never ends. */
function openForms(raw: Raw, document: number): { form: number; close: () => void } {
  const info = raw.PDFiumExt_OpenFormFillInfo();
  const form = raw.PDFiumExt_InitFormFillEnvironment(document, info);
  return {
    form,
    close: () => {
      if (form !== 0) raw.PDFiumExt_ExitFormFillEnvironment(form);
      raw.PDFiumExt_CloseFormFillInfo(info);
    },
  };
}

function describeDocument(raw: Raw, document: number, letGo: () => void): PdfDocument {
  const pageCount = raw.FPDF_GetPageCount(document);
  let forms: ReturnType<typeof openForms> | undefined;
  const pageSize = (page: number): PdfSize =>
    withMemory(raw, 8, (size) => {
      const known = raw.EPDF_GetPageSizeByIndexNormalized(document, page, size);
      const width = raw.pdfium.getValue(size, 'float');
      const height = raw.pdfium.getValue(size + 4, 'float');
      if (!known || !(width > 0) || !(height > 0) || !Number.isFinite(width * height)) {
        throw new Problem('page-unusable', { page: page + 1, detail: 'no size' });
      }
      return { width, height };
    });
  const pageRotation = (page: number) => {
    const quarters = raw.EPDF_GetPageRotationByIndex(document, page);
    return ([0, 90, 180, 270] as const)[quarters & 3] ?? 0;
  };
  const draw = (page: number, wish: DrawWish, prepare?: (loaded: number) => void): Drawing => {
    forms ??= openForms(raw, document);
    const { form } = forms;
    return withPage({ raw, document, page }, (loaded) => {
      prepare?.(loaded);
      const size = pageSize(page);
      if (form !== 0) raw.FORM_OnAfterLoadPage(loaded, form);
      try {
        return drawPage({ raw, form, page: loaded, rotation: pageRotation(page), size }, wish);
      } finally {
        if (form !== 0) raw.FORM_OnBeforeClosePage(loaded, form);
      }
    });
  };
  return {
    pageCount,
    pageSize,
    pageRotation,
    draw: (page, wish) => draw(page, wish),
    images: (page, use) => withPage({ raw, document, page }, (loaded) => use(readImages(raw, loaded))),
    drawWith: (page, at, picture, wish) =>
      draw(page, wish, (loaded) => {
        if (!standIn(raw, loaded, { at, picture }))
          throw new Problem('page-unusable', { page: page + 1, detail: 'no stand-in' });
      }),
    text: (page) => withPage({ raw, document, page }, (loaded) => readPageText(raw, loaded)),
    textTurn: (page) => withPage({ raw, document, page }, (loaded) => readTextTurn(raw, loaded)),
    outline: () => readOutline(raw, document),
    annotationCount: (page) =>
      withPage({ raw, document, page }, (loaded) => raw.FPDFPage_GetAnnotCount(loaded)),
    attachment: (name, limit) => readAttachment(raw, document, { name, limit }),
    metaText: (name, limit) => readMetaText(raw, document, { name, limit }),
    copyPages: (pages) =>
      copyPages(raw, document, pages ?? Array.from({ length: pageCount }, (_, page) => page)),
    saveCopy: () => saveCopy(raw, document),
    close: () => {
      forms?.close();
      raw.FPDF_CloseDocument(document);
      letGo();
    },
  };
}

type PageAddress = { raw: Raw; document: number; page: number };

function withPage<T>({ raw, document, page }: PageAddress, use: (loaded: number) => T): T {
  const loaded = raw.FPDF_LoadPage(document, page);
  if (loaded === 0) throw new Problem('page-unusable', { page: page + 1, detail: 'cannot be loaded' });
  try {
    return use(loaded);
  } finally {
    raw.FPDF_ClosePage(loaded);
  }
}

function readPageText(raw: Raw, page: number): string {
  const textPage = raw.FPDFText_LoadPage(page);
  if (textPage === 0) return '';
  try {
    const units = raw.FPDFText_CountChars(textPage) + 1;
    return withMemory(raw, units * 2, (address) => {
      const written = raw.FPDFText_GetText(textPage, 0, units, address);
      return readText(raw, address, Math.max(0, written - 1));
    });
  } finally {
    raw.FPDFText_ClosePage(textPage);
  }
}
