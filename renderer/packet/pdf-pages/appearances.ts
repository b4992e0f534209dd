// What a page's annotations look like: seals, signatures and filled-in fields are drawn here and nowhere in the page itself.

import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { type Matrix, multiply } from '../layout/place.ts';
import { Unusable } from '../unusable.ts';
import { type Bounds, boundsOf } from './page-form.ts';

/** A form XObject in the target, the matrix that brings it to its place on the source page, and its layer if it has one. */
export type Appearance = { form: PDFRef; matrix: Matrix; layer: PDFRef | undefined };

const key = (name: string): PDFName => PDFName.of(name);
/** ISO 32000-1, table 165: bits 2 (Hidden) and 6 (NoView). */
const UNSEEN = 2 | 32;

export function appearancesOf(node: PDFPageLeaf, copier: PDFObjectCopier): Appearance[] {
  const annotations = node.lookup(key('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().flatMap((entry) => {
    const annotation = node.context.lookup(entry);
    return annotation instanceof PDFDict ? appearanceOf(annotation, copier) : [];
  });
}

function appearanceOf(annotation: PDFDict, copier: PDFObjectCopier): Appearance[] {
  const flags = annotation.lookup(key('F'));
  if (flags instanceof PDFNumber && (flags.asNumber() & UNSEEN) !== 0) return [];
  if (annotation.lookup(key('Subtype')) === key('Popup')) return [];
  const rectangle = boundsOf(annotation.lookup(key('Rect')), annotation.context);
  const found = normalAppearance(annotation);
  if (!found && hasUndrawnValue(annotation)) throw new Unusable('pdf-form');
  if (!rectangle || !found) return [];
  const matrix = fittingMatrix(found.stream, rectangle);
  if (!matrix) return [];
  // The copy is a form XObject even where the source forgot to say so.
  const form = copier.copy(found.ref);
  const layer = annotation.get(key('OC'));
  return [{ form, matrix, layer: layer instanceof PDFRef ? copier.copy(layer) : undefined }];
}

/** A field that holds text nobody has drawn: leaving it out would lose what was filled in. */
function hasUndrawnValue(annotation: PDFDict): boolean {
  if (annotation.lookup(key('Subtype')) !== key('Widget') || annotation.has(key('AP'))) return false;
  for (let field: PDFDict | undefined = annotation, depth = 0; field && depth < 32; depth++) {
    const value: PDFObject | undefined = field.lookup(key('V'));
    if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText().trim() !== '';
    const parent: PDFObject | undefined = field.lookup(key('Parent'));
    field = parent instanceof PDFDict ? parent : undefined;
  }
  return false;
}

/** AP/N is the picture, or one picture per state of which AS names the shown one. */
function normalAppearance(annotation: PDFDict): { ref: PDFRef; stream: PDFRawStream } | undefined {
  const pictures = annotation.lookup(key('AP'));
  if (!(pictures instanceof PDFDict)) return undefined;
  let shown = pictures.get(key('N'));
  const normal = annotation.context.lookup(shown);
  if (normal instanceof PDFDict) {
    const state = annotation.lookup(key('AS'));
    shown = state instanceof PDFName ? normal.get(state) : undefined;
  }
  const stream = annotation.context.lookup(shown);
  if (!(shown instanceof PDFRef && stream instanceof PDFRawStream)) return undefined;
  stream.dict.set(key('Type'), key('XObject'));
  stream.dict.set(key('Subtype'), key('Form'));
  const fallback = formOf(annotation)?.get(key('DR'));
  if (fallback && !stream.dict.has(key('Resources'))) stream.dict.set(key('Resources'), fallback);
  return { ref: shown, stream };
}

/** The document's AcroForm: a field's picture without resources of its own uses those of the form. */
function formOf(annotation: PDFDict): PDFDict | undefined {
  const catalog = annotation.context.lookup(annotation.context.trailerInfo.Root);
  const form = catalog instanceof PDFDict ? catalog.lookup(key('AcroForm')) : undefined;
  return form instanceof PDFDict ? form : undefined;
}

/** ISO 32000-1, 12.5.5: the form's box, after its own matrix, is scaled and moved onto the annotation's rectangle. */
function fittingMatrix(stream: PDFRawStream, rectangle: Bounds): Matrix | undefined {
  const box = boundsOf(stream.dict.lookup(key('BBox')), stream.dict.context);
  if (!box) return undefined;
  const own = ownMatrix(stream);
  const corners = [
    [box[0], box[1]],
    [box[2], box[1]],
    [box[0], box[3]],
    [box[2], box[3]],
  ].map(([x = 0, y = 0]) => {
    const [, , , , e, f] = multiply([1, 0, 0, 1, x, y], own);
    return { x: e, y: f };
  });
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const [width, height] = [Math.max(...xs) - left, Math.max(...ys) - bottom];
  if (!(width > 0 && height > 0)) return undefined;
  const across = (rectangle[2] - rectangle[0]) / width;
  const up = (rectangle[3] - rectangle[1]) / height;
  return [across, 0, 0, up, rectangle[0] - left * across, rectangle[1] - bottom * up];
}

function ownMatrix(stream: PDFRawStream): Matrix {
  const matrix = stream.dict.lookup(key('Matrix'));
  const numbers = matrix instanceof PDFArray ? matrix.asArray() : [];
  const values = numbers.map((one) => {
    const value = stream.dict.context.lookup(one);
    return value instanceof PDFNumber ? value.asNumber() : Number.NaN;
  });
  if (values.length !== 6 || values.some(Number.isNaN)) return [1, 0, 0, 1, 0, 0];
  return values as unknown as Matrix;
}
