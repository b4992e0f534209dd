// The pictures that stand on a page by themselves: their bytes as stored, where they lie, and a page drawn with a small stand-in.

import { allocate, type Raw, release, withMemory } from './raw.ts';

/** Maps the unit square to the page, in points from the lower left corner. */
export type ImageMatrix = readonly [number, number, number, number, number, number];
export type PageImage = {
  /** Counts all objects of the page. */
  at: number;
  /** In pixels, as the packet says. */
  width: number;
  height: number;
  bitsPerPixel: number;
  filters: string[];
  matrix: ImageMatrix;
  /** The stream as stored, before any filter. */
  stored: () => Uint8Array<ArrayBuffer>;
};
/** One byte a pixel, 255 is white, in stored position. */
export type StandIn = { width: number; height: number; data: Uint8Array };

const IMAGE = 3;
const GRAY = 1;

/** Pictures inside forms are not among them. */
export function readImages(raw: Raw, page: number): PageImage[] {
  const images: PageImage[] = [];
  for (let at = 0; at < raw.FPDFPage_CountObjects(page); at++) {
    const object = raw.FPDFPage_GetObject(page, at);
    if (raw.FPDFPageObj_GetType(object) !== IMAGE) continue;
    const filters = Array.from({ length: raw.FPDFImageObj_GetImageFilterCount(object) }, (_, filter) =>
      readFilter(raw, object, filter),
    );
    const stored = () => readStored(raw, object);
    images.push({ at, filters, stored, matrix: readMatrix(raw, object), ...readFacts(raw, object, page) });
  }
  return images;
}

function readMatrix(raw: Raw, object: number): ImageMatrix {
  return withMemory(raw, 24, (address) => {
    raw.FPDFPageObj_GetMatrix(object, address);
    const value = (at: number) => raw.pdfium.getValue(address + at * 4, 'float');
    return [value(0), value(1), value(2), value(3), value(4), value(5)];
  });
}

/** FPDF_IMAGEOBJ_METADATA: width, height, two floats, bits a pixel, colour space, mark. */
function readFacts(raw: Raw, object: number, page: number) {
  return withMemory(raw, 28, (address) => {
    raw.FPDFImageObj_GetImageMetadata(object, page, address);
    const value = (at: number) => raw.pdfium.getValue(address + at, 'i32');
    return { width: value(0), height: value(4), bitsPerPixel: value(16) };
  });
}

function readFilter(raw: Raw, object: number, filter: number): string {
  return withMemory(raw, 64, (address) => {
    raw.FPDFImageObj_GetImageFilter(object, filter, address, 64);
    return raw.pdfium.UTF8ToString(address);
  });
}

function readStored(raw: Raw, object: number): Uint8Array<ArrayBuffer> {
  const length = raw.FPDFImageObj_GetImageDataRaw(object, 0, 0);
  return withMemory(raw, length, (address) => {
    raw.FPDFImageObj_GetImageDataRaw(object, address, length);
    return new Uint8Array(raw.pdfium.HEAPU8.subarray(address, address + length));
  });
}

/** Puts a small gray picture in the place of an image; the open document is changed, the file is not. False when refused. */
export function standIn(raw: Raw, page: number, wish: { at: number; picture: StandIn }): boolean {
  const { width, height, data } = wish.picture;
  const stride = Math.ceil(width / 4) * 4;
  const buffer = allocate(raw, stride * height);
  const bitmap = raw.FPDFBitmap_CreateEx(width, height, GRAY, buffer, stride);
  try {
    if (bitmap === 0) return false;
    for (let row = 0; row < height; row++)
      raw.pdfium.HEAPU8.set(data.subarray(row * width, (row + 1) * width), buffer + row * stride);
    const object = raw.FPDFPage_GetObject(page, wish.at);
    return withMemory(raw, 4, (pages) => {
      raw.pdfium.setValue(pages, page, 'i32');
      return Boolean(raw.FPDFImageObj_SetBitmap(pages, 1, object, bitmap));
    });
  } finally {
    if (bitmap !== 0) raw.FPDFBitmap_Destroy(bitmap);
    release(raw, buffer);
  }
}
