// Draws one page of a PDF into pixels, with annotations, seals and filled-in form fields, on white.

import { Problem } from '../problems.ts';
import type { PdfSize } from './pdfium.ts';
import { allocate, type Raw, release } from './raw.ts';

/** A drawing never has more pixels than this; a larger wish is scaled down. */
export const LARGEST_DRAWING = 40_000_000;

export type DrawWish = {
  /** Pixels per point; 1 is 72 dpi. Without it `width` or `height` (or both: fit inside) decides. */
  scale?: number;
  width?: number;
  height?: number;
  grayscale?: boolean;
  /** Degrees clockwise from the page as stored, in place of its own /Rotate. */
  turn?: 0 | 90 | 180 | 270;
  /** False leaves out annotations, seals and fields: what the page shows by itself. */
  annotations?: boolean;
};
export type Drawing = { width: number; height: number; rgba: Uint8ClampedArray<ArrayBuffer> };

const WITH_ANNOTATIONS = 0x01;
const GRAYSCALE = 0x08;
const REVERSE_BYTE_ORDER = 0x10;
const BGRA = 4;
const WHITE = 0xffffffff;

/** Size in pixels that a drawing gets: at least 1 by 1, at most LARGEST_DRAWING altogether. */
export function drawingSize(upright: PdfSize, wish: DrawWish): PdfSize {
  const wanted =
    wish.scale ??
    Math.min((wish.width ?? Infinity) / upright.width, (wish.height ?? Infinity) / upright.height);
  const scale = Number.isFinite(wanted) && wanted > 0 ? wanted : 1;
  const largest = Math.sqrt(LARGEST_DRAWING / (upright.width * upright.height));
  const used = Math.min(scale, largest);
  const width = Math.max(1, Math.round(upright.width * used));
  const height = Math.max(1, Math.round(upright.height * used));
  if (width * height <= LARGEST_DRAWING * 1.01) return { width, height };
  // A strip: so thin that its short side is held at one pixel.
  return { width: Math.min(width, LARGEST_DRAWING), height: Math.min(height, LARGEST_DRAWING) };
}

export type PageToDraw = { raw: Raw; form: number; page: number; rotation: number; size: PdfSize };

/** `size` is the visible box before any turn, in points. */
export function drawPage({ raw, form, page, rotation, size }: PageToDraw, wish: DrawWish): Drawing {
  const turn = wish.turn ?? rotation;
  const sideways = turn % 180 !== 0;
  const upright = sideways ? { width: size.height, height: size.width } : size;
  const { width, height } = drawingSize(upright, wish);
  const byteLength = width * height * 4;
  const buffer = allocate(raw, byteLength);
  const bitmap = raw.FPDFBitmap_CreateEx(width, height, BGRA, buffer, width * 4);
  try {
    if (bitmap === 0) throw new Problem('file-too-hungry');
    const annotated = wish.annotations !== false;
    const flags = (annotated ? WITH_ANNOTATIONS : 0) | REVERSE_BYTE_ORDER | (wish.grayscale ? GRAYSCALE : 0);
    const quarters = ((turn - rotation + 360) % 360) / 90;
    raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
    raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, quarters, flags);
    if (annotated) raw.FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, quarters, flags);
    const rgba = new Uint8ClampedArray(byteLength);
    rgba.set(raw.pdfium.HEAPU8.subarray(buffer, buffer + byteLength));
    return { width, height, rgba };
  } finally {
    if (bitmap !== 0) raw.FPDFBitmap_Destroy(bitmap);
    release(raw, buffer);
  }
}
