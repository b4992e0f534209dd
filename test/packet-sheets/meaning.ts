// Reads back what the pages of a packet mean (ISO 32000-1, 14.7).

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFRawStream,
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
