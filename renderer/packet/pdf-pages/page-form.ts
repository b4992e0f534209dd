// A page of a source PDF as a form XObject: same content bytes, same resources, its visible box.

import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPageLeaf,
  PDFRawStream,
  type PDFRef,
} from 'pdf-lib';
import { Unusable } from '../unusable.ts';
import { joinBytes } from '../writer/join-bytes.ts';

/** Left, bottom, right, top in the page's own units. */
export type Bounds = [number, number, number, number];
export type PageForm = {
  form: PDFRef;
  /** The visible box: CropBox inside MediaBox. */
  box: Bounds;
  /** Points in one unit of the page. */
  unit: number;
};

const key = (name: string): PDFName => PDFName.of(name);

export function formOfPage(node: PDFPageLeaf, copier: PDFObjectCopier, target: PDFContext): PageForm {
  const box = visibleBox(node);
  const resources = node.getInheritableAttribute(key('Resources'));
  const content = contentOf(node, copier, target);
  const { dict } = content;
  const set = (name: string, value: PDFObject) => dict.set(key(name), value);
  set('Type', key('XObject'));
  set('Subtype', key('Form'));
  set('BBox', target.obj(box));
  set('Resources', resources ? copier.copy(resources) : target.obj({}));
  const group = node.lookup(key('Group'));
  if (group instanceof PDFDict) set('Group', copier.copy(node.get(key('Group')) ?? group));
  const unit = node.lookup(key('UserUnit'));
  return {
    form: target.register(content),
    box,
    unit: unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1,
  };
}

/** ISO 32000-1, 14.11.2: the CropBox counts where it meets the MediaBox; an empty meeting shows the MediaBox. */
function visibleBox(node: PDFPageLeaf): Bounds {
  const boxOf = (name: string) =>
    boundsOf(node.context.lookup(node.getInheritableAttribute(key(name))), node.context);
  const media = boxOf('MediaBox') ?? [0, 0, 612, 792];
  const crop = boxOf('CropBox') ?? media;
  const met: Bounds = [
    Math.max(media[0], crop[0]),
    Math.max(media[1], crop[1]),
    Math.min(media[2], crop[2]),
    Math.min(media[3], crop[3]),
  ];
  const box = met[2] - met[0] > 0 && met[3] - met[1] > 0 ? met : media;
  if (!(box[2] - box[0] > 0 && box[3] - box[1] > 0)) throw new Unusable('pdf-page-size');
  return box;
}

/** A rectangle's corners in order, whichever two corners were written; undefined when it is none. */
export function boundsOf(value: PDFObject | undefined, context: PDFContext): Bounds | undefined {
  if (!(value instanceof PDFArray) || value.size() < 4) return undefined;
  const numbers = [0, 1, 2, 3].map((at) => {
    const one = context.lookup(value.get(at));
    return one instanceof PDFNumber ? one.asNumber() : Number.NaN;
  });
  if (numbers.some((one) => !Number.isFinite(one))) return undefined;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers;
  return [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)];
}

/** One content stream is taken as it stands, filters included; several are one program and have to be joined. */
function contentOf(node: PDFPageLeaf, copier: PDFObjectCopier, target: PDFContext): PDFRawStream {
  const contents = node.lookup(key('Contents'));
  const streams = (contents instanceof PDFArray ? contents.asArray() : [contents])
    .map((part) => node.context.lookup(part))
    .filter((part) => part instanceof PDFRawStream);
  const [only] = streams;
  if (only && streams.length === 1) return onlyContent(only, copier, target);
  const gap = Uint8Array.of(10);
  return target.flateStream(joinBytes(streams.flatMap((stream) => [decode(stream), gap])));
}

function onlyContent(stream: PDFRawStream, copier: PDFObjectCopier, target: PDFContext): PDFRawStream {
  const dict = target.obj({});
  for (const name of ['Filter', 'DecodeParms']) {
    const value = stream.dict.get(key(name));
    if (value) dict.set(key(name), copier.copy(value));
  }
  return PDFRawStream.of(dict, stream.contents);
}

function decode(stream: PDFRawStream): Uint8Array {
  const parameters = stream.dict.lookup(key('DecodeParms'));
  const each = parameters instanceof PDFArray ? parameters.asArray() : [parameters];
  const predicted = each
    .map((one) => stream.dict.context.lookup(one))
    .some((one) => one instanceof PDFDict && String(one.lookup(key('Predictor')) ?? 1) !== '1');
  if (predicted) throw new Unusable('pdf-copy');
  return decodePDFRawStream(stream).decode();
}
