// What a page of a source PDF must not have in a PDF/A-2b (ISO 19005-2, 6.1 and 6.2): such a page is drawn instead of copied.

import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
} from 'pdf-lib';

const key = (name: string): PDFName => PDFName.of(name);

/** DeviceCMYK needs an intent of its own; LZW and encryption of a part are not allowed; JPEG 2000 has conditions that are not looked into here. */
const REFUSED_NAMES = new Set(['/DeviceCMYK', '/LZWDecode', '/JPXDecode', '/Crypt']);
const REFUSED_KEYS = ['TR', 'HTP', 'OPI', 'Alternates', 'HalftoneName', 'FFilter', 'FDecodeParms'];
/** Colours in ink: four numbers and `k` or `K`, or an inline picture of them, or one packed by LZW. */
const INK = /(?:^|\s)(?:[-+.\d]+\s+){4}[kK](?=\s|$)|\/CMYK\b|\/DeviceCMYK\b|\/LZW(?:Decode)?\b/;

/** True when nothing was found that PDF/A-2b forbids. A look at the objects, no full validation. */
export function isArchivable(node: PDFPageLeaf): boolean {
  const { context } = node;
  const roots = [
    node.getInheritableAttribute(key('Resources')),
    node.get(key('Group')),
    node.get(key('Contents')),
    ...appearancesOf(node),
  ];
  return !findRefused(context, roots, drawsInInk(context, node.lookup(key('Contents'))));
}

function appearancesOf(node: PDFPageLeaf): (PDFObject | undefined)[] {
  const annotations = node.lookup(key('Annots'));
  if (!(annotations instanceof PDFArray)) return [];
  return annotations.asArray().map((entry) => {
    const annotation = node.context.lookup(entry);
    const pictures = annotation instanceof PDFDict ? annotation.lookup(key('AP')) : undefined;
    return pictures instanceof PDFDict ? pictures.get(key('N')) : undefined;
  });
}

function findRefused(context: PDFContext, roots: (PDFObject | undefined)[], found: boolean): boolean {
  const seen = new Set<PDFObject>();
  const waiting = [...roots];
  let refused = found;
  while (!refused && waiting.length > 0) {
    const next = waiting.pop();
    const object = next instanceof PDFRef ? context.lookup(next) : next;
    if (!object || seen.has(object)) continue;
    seen.add(object);
    if (object instanceof PDFName) refused = REFUSED_NAMES.has(String(object));
    else if (object instanceof PDFArray) waiting.push(...object.asArray());
    else if (object instanceof PDFDict) refused = lookInto(context, object, waiting);
    else if (object instanceof PDFRawStream) {
      refused = lookInto(context, object.dict, waiting) || isInkForm(context, object);
    }
  }
  return refused;
}

/** The way up to the page is not followed. */
function lookInto(context: PDFContext, dict: PDFDict, waiting: (PDFObject | undefined)[]): boolean {
  if (REFUSED_KEYS.some((name) => dict.has(key(name)))) return true;
  const transfer = dict.lookup(key('TR2'));
  if (transfer && transfer !== key('Default')) return true;
  if (dict.lookup(key('Subtype')) === key('PS')) return true;
  if (dict.lookup(key('Interpolate')) === PDFBool.True) return true;
  // A picture of another file's page (6.2.9).
  if (dict.lookup(key('Subtype')) === key('Form') && dict.has(key('Ref'))) return true;
  if (isFont(dict) && !isEmbedded(context, dict)) return true;
  for (const [name, value] of dict.entries())
    if (name !== key('Parent') && name !== key('P')) waiting.push(value);
  return false;
}

const FONTS = ['Type0', 'Type1', 'MMType1', 'TrueType', 'CIDFontType0', 'CIDFontType2'].map(key);

/** Writers forget the type, and readers show the font all the same. */
const isFont = (dict: PDFDict): boolean =>
  dict.lookup(key('Type')) === key('Font') || FONTS.some((kind) => dict.lookup(key('Subtype')) === kind);

function isEmbedded(context: PDFContext, font: PDFDict): boolean {
  const kind = font.lookup(key('Subtype'));
  if (kind === key('Type3')) return true;
  if (kind === key('Type0')) {
    const list = font.lookup(key('DescendantFonts'));
    const inner = list instanceof PDFArray ? context.lookup(list.get(0)) : undefined;
    return inner instanceof PDFDict && isEmbedded(context, inner);
  }
  // ISO 19005-2, 6.2.11.3.2.
  if (kind === key('CIDFontType2') && !font.has(key('CIDToGIDMap'))) return false;
  const descriptor = font.lookup(key('FontDescriptor'));
  if (!(descriptor instanceof PDFDict)) return false;
  return ['FontFile', 'FontFile2', 'FontFile3'].some((name) => descriptor.has(key(name)));
}

const isInkForm = (context: PDFContext, stream: PDFRawStream): boolean =>
  stream.dict.lookup(key('Subtype')) === key('Form') && drawsInInk(context, stream);

const PIECE = 8192;

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

function drawsInInk(context: PDFContext, content: PDFObject | undefined): boolean {
  if (content instanceof PDFArray)
    return content.asArray().some((part) => drawsInInk(context, context.lookup(part)));
  if (!(content instanceof PDFRawStream)) return false;
  try {
    return INK.test(latin(decodePDFRawStream(content).decode()));
  } catch {
    return true;
  }
}
