// Reads back what the pages of a packet mean, and what an archive copy must and must not have (ISO 32000-1, ISO 19005-2).

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';

export type Meaning = {
  role: string;
  alt: string;
  kids: Meaning[];
  marks: { page: number; mark: number }[];
  span: number;
  scope: string;
};
const key = (name: string) => PDFName.of(name);

export const openBytes = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false });

/** The tree, every element checked to point back at its parent; throws on anything that does not hold together. */
export function readMeaning(document: PDFDocument): { root: Meaning; parents: Map<string, Meaning> } {
  const { context, catalog } = document;
  const refs = document.getPages().map(({ ref }) => ref);
  const byRef = new Map<PDFRef, Meaning>();
  const read = (ref: PDFRef, parent: PDFRef): Meaning => {
    const dict = context.lookup(ref, PDFDict);
    if (dict.get(key('P')) !== parent) throw new Error(`element ${ref} does not know its parent`);
    const page = refs.indexOf(dict.get(key('Pg')) as PDFRef);
    const attributes = dict.lookup(key('A'));
    const of = (name: string) => (attributes instanceof PDFDict ? attributes.lookup(key(name)) : undefined);
    const alt = dict.lookup(key('Alt'));
    const made: Meaning = {
      role: String(dict.get(key('S'))).slice(1),
      alt: alt instanceof PDFHexString || alt instanceof PDFString ? alt.decodeText() : '',
      kids: [],
      marks: [],
      span: of('ColSpan') instanceof PDFNumber ? (of('ColSpan') as PDFNumber).asNumber() : 1,
      scope: String(of('Scope') ?? ''),
    };
    byRef.set(ref, made);
    const own = dict.get(key('K'));
    const list = own instanceof PDFArray ? own.asArray() : own ? [own] : [];
    for (const kid of list) {
      if (kid instanceof PDFRef) made.kids.push(read(kid, ref));
      else if (kid instanceof PDFNumber) made.marks.push({ page, mark: kid.asNumber() });
      else if (kid instanceof PDFDict)
        made.marks.push({
          page: refs.indexOf(kid.get(key('Pg')) as PDFRef),
          mark: (kid.lookup(key('MCID')) as PDFNumber).asNumber(),
        });
    }
    return made;
  };
  const rootRef = catalog.get(key('StructTreeRoot')) as PDFRef;
  const tree = context.lookup(rootRef, PDFDict);
  const root = read(tree.get(key('K')) as PDFRef, rootRef);
  const parents = new Map<string, Meaning>();
  const numbered = tree.lookup(key('ParentTree'), PDFDict).lookup(key('Nums'), PDFArray).asArray();
  for (const [at, page] of document.getPages().entries()) {
    const number = page.node.lookup(key('StructParents'));
    if (!(number instanceof PDFNumber)) continue;
    const found = numbered.findIndex((one, index) => index % 2 === 0 && String(one) === String(number));
    const elements = context.lookup(numbered[found + 1] as PDFRef, PDFArray).asArray();
    for (const [mark, ref] of elements.entries()) {
      const element = byRef.get(ref as PDFRef);
      if (!element) throw new Error(`page ${at + 1} names an element that is not in the tree`);
      parents.set(`${at}/${mark}`, element);
    }
  }
  return { root, parents };
}

export const everyMeaning = (one: Meaning): Meaning[] => [one, ...one.kids.flatMap(everyMeaning)];

/** The content of a page: its marks in order, and what is drawn outside of any. */
export function readMarks(document: PDFDocument, page: number) {
  const content = document.getPages()[page]?.node.lookup(key('Contents')) as PDFRawStream;
  const lines = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1').split('\n');
  const marks: { role: string; mark: number }[] = [];
  const outside: string[] = [];
  let depth = 0;
  let deepest = 0;
  for (const line of lines) {
    const [, role, mark] = /^\/(\w+) <<\/MCID (\d+)>> BDC$/.exec(line) ?? [];
    if (role) marks.push({ role, mark: Number(mark) });
    if (role || /^\/Artifact BMC$/.test(line)) depth += 1;
    else if (line === 'EMC') depth -= 1;
    else if (depth === 0 && line.trim() !== '') outside.push(line);
    deepest = Math.max(deepest, depth);
  }
  return { marks, outside, deepest, depth };
}

/** Sentences about whatever an archive copy must not have or lacks; empty when nothing was found. Not a full validation. */
export function findArchiveTroubles(document: PDFDocument, bytes: Uint8Array): string[] {
  const { context, catalog } = document;
  const troubles: string[] = [];
  const expect = (holds: boolean, what: string) => void (holds || troubles.push(what));
  const raw = Buffer.from(bytes);
  expect(/^%PDF-1\.[4-7]\n%[\x80-\xff]{4}/.test(raw.subarray(0, 20).toString('latin1')), 'header');
  expect(raw.toString('latin1').includes('/ID [<'), 'file identifier');
  expect(!context.trailerInfo.Encrypt, 'encryption');
  const intent = (catalog.lookup(key('OutputIntents')) as PDFArray | undefined)?.lookup(0);
  const profile = intent instanceof PDFDict ? intent.lookup(key('DestOutputProfile')) : undefined;
  expect(intent instanceof PDFDict && intent.get(key('S')) === key('GTS_PDFA1'), 'output intent');
  expect(profile instanceof PDFRawStream && String(profile.dict.get(key('N'))) === '3', 'output profile');
  const meta = catalog.lookup(key('Metadata'));
  const xmp = meta instanceof PDFRawStream ? Buffer.from(meta.contents).toString('utf8') : '';
  expect(meta instanceof PDFRawStream && !meta.dict.has(key('Filter')), 'metadata in plain text');
  expect(/pdfaid:part>2</.test(xmp) && /pdfaid:conformance>B</.test(xmp), 'PDF/A identification');
  const spelled = (text: string) => text.replace(/[^ -~]/gu, (one) => `&#${one.codePointAt(0)};`);
  expect(xmp.includes(spelled(document.getTitle() ?? '?')), 'title as in the Info dictionary');
  for (const name of ['AA', 'OpenAction', 'AcroForm', 'Names', 'AF', 'NeedsRendering', 'Perms'])
    expect(!catalog.has(key(name)), `catalog has ${name}`);
  const layers = catalog.lookup(key('OCProperties'));
  const view = layers instanceof PDFDict ? layers.lookup(key('D'), PDFDict) : undefined;
  expect(!view || (view.has(key('Name')) && !view.has(key('AS'))), 'layers without a named view');
  for (const [ref, object] of context.enumerateIndirectObjects())
    troubles.push(...lookInto(document, ref, object));
  return troubles;
}

function lookInto(document: PDFDocument, ref: PDFRef, object: PDFObject): string[] {
  const dict = object instanceof PDFRawStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return [];
  const text = String(dict);
  const troubles = [
    [/\/LZWDecode|\/JPXDecode|\/Crypt\b/, 'filter'],
    [/\/DeviceCMYK/, 'ink colours'],
    [
      /\/(JavaScript|Launch|SubmitForm|ImportData|ResetForm|Movie|Sound|EmbeddedFile)\b/,
      'action or attachment',
    ],
    [/\/Interpolate true/, 'interpolation'],
    [/\/(TR|HTP|OPI|Alternates) /, 'forbidden key'],
    [/\/Subtype \/(PS|FileAttachment|3D|Screen)\b/, 'forbidden object'],
    [/\/Annots/, 'annotation'],
  ].flatMap(([found, what]) => ((found as RegExp).test(text) ? [`${what} in ${ref}`] : []));
  if (dict.get(key('Type')) === key('Font') && !isWhole(document, dict))
    troubles.push(`font without its file ${ref}`);
  return troubles;
}

function isWhole(document: PDFDocument, font: PDFDict): boolean {
  const kind = String(font.get(key('Subtype')));
  if (kind === '/Type3') return true;
  if (kind === '/Type0') {
    const inner = document.context.lookup(font.lookup(key('DescendantFonts'), PDFArray).get(0), PDFDict);
    return font.has(key('ToUnicode')) && isWhole(document, inner);
  }
  if (kind === '/CIDFontType2' && !font.has(key('CIDToGIDMap'))) return false;
  const descriptor = font.lookup(key('FontDescriptor'));
  return (
    descriptor instanceof PDFDict &&
    ['FontFile', 'FontFile2', 'FontFile3'].some((name) => descriptor.has(key(name)))
  );
}
