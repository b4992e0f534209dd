// What a finished PDF/A-2b must have and must not have, as far as its bytes tell without drawing it (ISO 19005-2:2011).
//
// No full validation: fonts are not measured, and what content streams do is read only where they lie open. Each trouble
// begins with the number of the clause.

import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib';

const key = (name: string): PDFName => PDFName.of(name);
const nameOf = (object: PDFObject | undefined): string =>
  object instanceof PDFName ? object.decodeText() : '';

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** Troubles by clause; empty when nothing was found. A file that cannot be read has one. */
export async function checkArchive(bytes: Uint8Array): Promise<string[]> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  } catch {
    return ['6.1 cannot be read'];
  }
  const found = [
    ...checkFile(bytes, document),
    ...checkIntent(document),
    ...checkMetadata(document),
    ...checkCatalog(document),
    ...document.getPages().flatMap((page, at) => checkPage(page.node, at + 1)),
  ];
  for (const [, object] of document.context.enumerateIndirectObjects()) checkObject(document, object, found);
  return [...new Set(found)];
}

/** The words of every rule that does not hold. */
const broken = (...rules: [holds: boolean, what: string][]): string[] =>
  rules.flatMap(([holds, what]) => (holds ? [] : [what]));

function checkFile(bytes: Uint8Array, { context }: PDFDocument): string[] {
  const id = context.trailerInfo.ID;
  const both = id instanceof PDFArray && id.size() === 2;
  const end = latin(bytes.subarray(-32));
  return broken(
    [/^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(latin(bytes.subarray(0, 20))), '6.1.2 header'],
    [both && id.asArray().every((one) => String(one).length > 2), '6.1.3 file identifier'],
    [!context.trailerInfo.Encrypt, '6.1.3 encryption'],
    [/%%EOF(\r\n|\r|\n)?$/.test(end), '6.1.3 something after the end'],
  );
}

const SPACE_OF: Record<string, string> = { '1': 'GRAY', '3': 'RGB ', '4': 'CMYK' };

function checkIntent({ catalog }: PDFDocument): string[] {
  const list = catalog.lookup(key('OutputIntents'));
  const intents = list instanceof PDFArray ? list.asArray().map((_, at) => list.lookup(at)) : [];
  const intent = intents.find(
    (one): one is PDFDict => one instanceof PDFDict && nameOf(one.lookup(key('S'))) === 'GTS_PDFA1',
  );
  if (!intent) return ['6.2.3 output intent'];
  const profile = intent.lookup(key('DestOutputProfile'));
  if (!(profile instanceof PDFRawStream)) return ['6.2.3 output profile'];
  const data = decodePDFRawStream(profile).decode();
  const components = String(profile.dict.lookup(key('N')));
  const length = new DataView(data.buffer, data.byteOffset).getUint32(0);
  return broken(
    [latin(data.subarray(36, 40)) === 'acsp' && length === data.length, '6.2.3 output profile'],
    [latin(data.subarray(16, 20)) === SPACE_OF[components], '6.2.3 colours of the output profile'],
    [(data[8] ?? 9) <= 4, '6.2.3 version of the output profile'],
  );
}

/** Bytes that are no UTF-8 are taken as they are. */
function readUtf8(bytes: Uint8Array): string {
  const text = latin(bytes);
  try {
    return decodeURIComponent(text.replace(/[%\x80-\xff]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`));
  } catch {
    return text;
  }
}

/** Entries of the Info dictionary and where the metadata has them (6.6.3, table 1). */
const TWICE = [
  ['Title', 'dc:title'],
  ['Author', 'dc:creator'],
  ['Subject', 'dc:description'],
  ['Keywords', 'pdf:Keywords'],
  ['Creator', 'xmp:CreatorTool'],
  ['Producer', 'pdf:Producer'],
] as const;

const unspell = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(lt|gt|quot|apos);/g, (_, name) => ({ lt: '<', gt: '>', quot: '"' })[name as string] ?? "'")
    .replaceAll('&amp;', '&');

/** The text of an element without the marks of lists and languages; undefined where there is none. */
const readElement = (xmp: string, name: string): string | undefined => {
  const inner = new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1];
  return inner === undefined ? undefined : unspell(inner.replace(/<[^>]*>/g, '')).trim();
};

function checkMetadata({ context, catalog }: PDFDocument): string[] {
  const stream = catalog.lookup(key('Metadata'));
  if (!(stream instanceof PDFRawStream)) return ['6.6.2.1 metadata'];
  const xmp = readUtf8(stream.contents);
  const entry = context.lookup(context.trailerInfo.Info);
  const info = entry instanceof PDFDict ? entry : undefined;
  const unlike = TWICE.filter(([own, other]) => {
    const text = info?.lookup(key(own));
    if (!(text instanceof PDFString || text instanceof PDFHexString)) return false;
    return text.decodeText().trim() !== readElement(xmp, other);
  });
  return [
    ...broken(
      [!stream.dict.has(key('Filter')), '6.6.2.1 metadata is not in plain text'],
      [
        nameOf(stream.dict.lookup(key('Type'))) === 'Metadata' &&
          nameOf(stream.dict.lookup(key('Subtype'))) === 'XML',
        '6.6.2.1 metadata',
      ],
      [!/<\?xpacket begin=[^?]*(bytes|encoding)=/.test(xmp), '6.6.2.1 header of the metadata'],
      [/<\?xpacket end=/.test(xmp), '6.6.2.1 end of the metadata'],
      [readElement(xmp, 'pdfaid:part') === '2', '6.6.4 part'],
      [['A', 'B', 'U'].includes(readElement(xmp, 'pdfaid:conformance') ?? ''), '6.6.4 conformance'],
    ),
    ...unlike.map(([own]) => `6.6.3 ${own} differs from the metadata`),
  ];
}

function checkCatalog({ catalog }: PDFDocument): string[] {
  const at = (name: string): PDFDict | undefined => {
    const found = catalog.lookup(key(name));
    return found instanceof PDFDict ? found : undefined;
  };
  const has = (name: string) => catalog.has(key(name));
  const form = at('AcroForm');
  const layers = at('OCProperties');
  const view = layers?.lookup(key('D'));
  const groups = layers?.lookup(key('OCGs'));
  const order = view instanceof PDFDict ? view.lookup(key('Order')) : undefined;
  const listed = order instanceof PDFArray ? order.toString() : '';
  return [
    ...broken(
      [!has('AA') && !has('OpenAction'), '6.5.1 action of the document'],
      [!has('Perms'), '6.1.12 permissions'],
      [!has('Requirements'), '6.11 requirements'],
      [!has('AF') && !at('Names')?.has(key('EmbeddedFiles')), '6.8 attached file'],
      [!at('Names')?.has(key('JavaScript')), '6.5.1 script of the document'],
      [!at('Names')?.has(key('AlternatePresentations')), '6.10 presentation'],
      [form?.lookup(key('NeedAppearances')) !== PDFBool.True, '6.4.1 form without appearances'],
      [!form?.has(key('XFA')) && !has('NeedsRendering'), '6.4.2 XFA form'],
    ),
    ...(layers
      ? broken(
          [view instanceof PDFDict && view.has(key('Name')), '6.9 layers without a named view'],
          [view instanceof PDFDict && !view.has(key('AS')), '6.9 layers that change by themselves'],
          [
            !(groups instanceof PDFArray) || groups.asArray().every((one) => listed.includes(String(one))),
            '6.9 layers not listed',
          ],
        )
      : []),
  ];
}

const BOXES = ['MediaBox', 'CropBox', 'BleedBox', 'TrimBox', 'ArtBox'];

function checkPage(node: PDFDict & { MediaBox?: () => PDFArray }, page: number): string[] {
  const boxes = BOXES.map((name) => (name === 'MediaBox' ? node.MediaBox?.() : node.lookup(key(name))));
  const wrong = boxes.some((box) => {
    if (!(box instanceof PDFArray)) return false;
    const [left = 0, bottom = 0, right = 0, top = 0] = box
      .asArray()
      .map((_, at) =>
        box.lookup(at) instanceof PDFNumber ? box.lookup(at, PDFNumber).asNumber() : Number.NaN,
      );
    const sides = [Math.abs(right - left), Math.abs(top - bottom)];
    return sides.some((side) => !(side >= 3 && side <= 14_400));
  });
  return broken(
    [!wrong, `6.1.13 size of page ${page}`],
    [!node.has(key('AA')), `6.5.2 action of page ${page}`],
    [!node.has(key('PresSteps')), `6.10 presentation on page ${page}`],
  );
}

const ACTIONS = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript'.split(' '),
);
const NOTES = new Set('3D Sound Screen Movie FileAttachment'.split(' '));
const FONTS = new Set('Type0 Type1 MMType1 TrueType CIDFontType0 CIDFontType2'.split(' '));
const BLENDS = new Set(
  `Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue
  Saturation Color Luminosity`.split(/\s+/),
);
const INTENTS = new Set('RelativeColorimetric AbsoluteColorimetric Perceptual Saturation'.split(' '));
const LONGEST_STRING = 32_767;
const LONGEST_NAME = 127;

/** An object with all that lies directly in it; what it refers to is an object of its own. */
function checkObject(document: PDFDocument, object: PDFObject | undefined, found: string[]): void {
  if (object instanceof PDFStream) {
    found.push(...checkStream(object));
    checkDict(document, object.dict, found);
  } else if (object instanceof PDFDict) checkDict(document, object, found);
  else if (object instanceof PDFArray) for (const one of object.asArray()) checkObject(document, one, found);
  else found.push(...checkScalar(object));
}

function checkScalar(object: PDFObject | undefined): string[] {
  const name = nameOf(object);
  if (name === 'DeviceCMYK') return ['6.2.4.3 ink colours'];
  if (name.length > LONGEST_NAME) return ['6.1.13 long name'];
  const isText = object instanceof PDFString || object instanceof PDFHexString;
  return isText && object.asBytes().length > LONGEST_STRING ? ['6.1.13 long text'] : [];
}

function checkStream({ dict }: PDFStream): string[] {
  const filters = dict.lookup(key('Filter'));
  const names = filters instanceof PDFArray ? filters.asArray().map(nameOf) : [nameOf(filters)];
  return broken(
    [
      !['F', 'FFilter', 'FDecodeParms'].some((name) => dict.has(key(name))),
      '6.1.7.1 content outside the file',
    ],
    [!names.includes('LZWDecode') && !names.includes('Crypt'), '6.1.7.2 filter'],
    [nameOf(dict.lookup(key('Type'))) !== 'EmbeddedFile', '6.8 attached file'],
    [dict.lookup(key('Interpolate')) !== PDFBool.True, '6.2.8 interpolation'],
    [!dict.has(key('Alternates')) && !dict.has(key('OPI')), '6.2.8 another picture in its place'],
    [
      nameOf(dict.lookup(key('Subtype'))) !== 'PS' && nameOf(dict.lookup(key('Subtype2'))) !== 'PS',
      '6.2.9 PostScript',
    ],
    [!(nameOf(dict.lookup(key('Subtype'))) === 'Form' && dict.has(key('Ref'))), '6.2.9 page of another file'],
  );
}

function checkDict(document: PDFDocument, dict: PDFDict, found: string[]): void {
  const kind = nameOf(dict.lookup(key('Subtype')));
  const type = nameOf(dict.lookup(key('Type')));
  const isAction = type === 'Action' || (dict.has(key('S')) && ACTIONS.has(nameOf(dict.lookup(key('S')))));
  found.push(
    ...broken(
      [!(isAction && ACTIONS.has(nameOf(dict.lookup(key('S'))))), '6.5.1 action'],
      [!(type === 'Annot' && NOTES.has(kind)), '6.3.1 kind of annotation'],
      [!(FONTS.has(kind) && dict.has(key('BaseFont'))) || isWhole(dict), '6.2.11.4 font without its file'],
      [!dict.has(key('HalftoneName')), '6.2.5 halftone'],
    ),
    ...(type === 'Annot' ? checkNote(dict, kind) : []),
    ...checkState(dict),
  );
  for (const [, value] of dict.entries()) checkObject(document, value, found);
}

const PRINTED = 4;
/** Invisible, hidden, not to be seen, seen only when touched. */
const UNSEEN = 1 | 2 | 32 | 256;

function checkNote(note: PDFDict, kind: string): string[] {
  const flags = note.lookup(key('F'));
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0;
  const place = note.lookup(key('Rect'));
  const corners = place instanceof PDFArray ? place.asArray().map(String) : [];
  const isPoint = corners[0] === corners[2] && corners[1] === corners[3];
  return broken(
    [
      kind === 'Popup' || ((bits & PRINTED) !== 0 && (bits & UNSEEN) === 0),
      '6.3.2 annotation that is not printed',
    ],
    [
      kind === 'Popup' || kind === 'Link' || isPoint || note.has(key('AP')),
      '6.3.3 annotation without appearance',
    ],
    [!(kind === 'Widget' && (note.has(key('A')) || note.has(key('AA')))), '6.4.1 action of a field'],
  );
}

/** Graphics states, and what a dictionary of another kind would name in the same way. */
function checkState(dict: PDFDict): string[] {
  const isState =
    nameOf(dict.lookup(key('Type'))) === 'ExtGState' || dict.has(key('BM')) || dict.has(key('TR2'));
  if (!isState) return [];
  const blend = dict.lookup(key('BM'));
  const blends = blend instanceof PDFArray ? blend.asArray().map(nameOf) : blend ? [nameOf(blend)] : [];
  const intent = nameOf(dict.lookup(key('RI')));
  const second = dict.lookup(key('TR2'));
  return broken(
    [!dict.has(key('TR')) && !dict.has(key('HTP')), '6.2.5 transfer function'],
    [!second || nameOf(second) === 'Default', '6.2.5 transfer function'],
    [blends.every((one) => BLENDS.has(one)), '6.2.10 blend mode'],
    [intent === '' || INTENTS.has(intent), '6.2.6 rendering intent'],
  );
}

const FILES = ['FontFile', 'FontFile2', 'FontFile3'];

/** A composite font is as whole as the one in it. */
function isWhole(font: PDFDict): boolean {
  const kind = nameOf(font.lookup(key('Subtype')));
  if (kind === 'Type0') {
    const list = font.lookup(key('DescendantFonts'));
    const inner = list instanceof PDFArray ? list.lookup(0) : undefined;
    return inner instanceof PDFDict && isWhole(inner);
  }
  // 6.2.11.3.2
  if (kind === 'CIDFontType2' && !font.has(key('CIDToGIDMap'))) return false;
  const descriptor = font.lookup(key('FontDescriptor'));
  return descriptor instanceof PDFDict && FILES.some((name) => descriptor.has(key(name)));
}
