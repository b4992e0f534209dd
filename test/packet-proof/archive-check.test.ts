// What makes a file no PDF/A-2b is seen and named by its clause: one whole archive copy, spoilt in one place at a time.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { provePacket } from '../../electron/command-line/prove-packet.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { buildPacket } from '../../renderer/packet/build.ts';
import { checkArchive } from '../../renderer/packet/pdf-pages/archive-check.ts';
import { claimsArchive } from '../../renderer/packet/pdf-pages/archive-claim.ts';
import { packetOptions } from '../../shared/packet-options.ts';
import { suppliesOf } from '../packet/plans.ts';
import { claimOf, makeScans } from '../packet-sheets/claims.ts';

let whole: Uint8Array;
beforeAll(async () => {
  const options = packetOptions.parse({ archive: 'pdfa-2b' });
  const made = { ...claimOf(1), options, title: '2026 年 <第一次> & “补”' };
  whole = (await buildPacket(made, suppliesOf(await makeScans()))).bytes;
});

const key = (name: string) => PDFName.of(name);
type Literal = Record<string, unknown> | unknown[];
/** What its types cannot say, it makes all the same. */
const make = (context: PDFContext, value: Literal) => context.obj(value as never) as PDFObject;
type Spoil = (document: PDFDocument, context: PDFContext) => void;

async function spoil(how: Spoil): Promise<Uint8Array> {
  const document = await PDFDocument.load(whole, { updateMetadata: false });
  how(document, document.context);
  return document.save({ useObjectStreams: false, updateFieldAppearances: false });
}

/** The text of the metadata, changed. */
const inMetadata =
  (from: string | RegExp, to: string): Spoil =>
  ({ catalog }, context) => {
    const stream = catalog.lookup(key('Metadata'));
    if (!(stream instanceof PDFRawStream)) throw new Error('no metadata');
    const text = Buffer.from(stream.contents).toString('latin1');
    expect(text).toMatch(from);
    const changed = context.stream(text.replace(from, to), { Type: 'Metadata', Subtype: 'XML' });
    catalog.set(key('Metadata'), context.register(changed));
  };
const inCatalog =
  (name: string, value: Literal): Spoil =>
  ({ catalog }, context) =>
    catalog.set(key(name), make(context, value));
/** One more object, that the first page's resources lead to. */
const withObject =
  (value: Literal): Spoil =>
  (document, context) =>
    document
      .getPage(0)
      .node.Resources()
      ?.set(key('Extra'), context.register(make(context, value)));
const withStream =
  (dict: Record<string, string | number | boolean>): Spoil =>
  (document, context) =>
    document
      .getPage(0)
      .node.Resources()
      ?.set(key('Extra'), context.register(context.stream('0', dict)));
const withNote =
  (note: Record<string, unknown>): Spoil =>
  (document, context) => {
    const made = make(context, { Type: 'Annot', Rect: [9, 9, 90, 90], F: 4, ...note });
    document.getPage(0).node.set(key('Annots'), context.obj([context.register(made)]));
  };
const firstFont = (context: PDFContext, kind: string): PDFDict => {
  const found = context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .find((object) => object instanceof PDFDict && object.get(key('Subtype')) === key(kind));
  if (!(found instanceof PDFDict)) throw new Error(`no ${kind}`);
  return found;
};

const cases: [clause: string, what: string, how: Spoil][] = [
  ['6.1.3', 'no file identifier', (_, context) => void delete context.trailerInfo.ID],
  ['6.2.3', 'no output intent', ({ catalog }) => catalog.delete(key('OutputIntents'))],
  [
    '6.2.3',
    'a profile of other colours',
    (_, context) => {
      for (const [, object] of context.enumerateIndirectObjects())
        if (object instanceof PDFRawStream && String(object.dict.get(key('N'))) === '3')
          object.dict.set(key('N'), context.obj(4));
    },
  ],
  ['6.6.2.1', 'no metadata', ({ catalog }) => catalog.delete(key('Metadata'))],
  [
    '6.6.2.1',
    'packed metadata',
    ({ catalog }, context) =>
      catalog.set(key('Metadata'), context.register(context.flateStream('<x/>', { Type: 'Metadata' }))),
  ],
  ['6.6.4', 'another part', inMetadata('part>2<', 'part>3<')],
  ['6.6.4', 'no conformance', inMetadata(/<pdfaid:conformance>.*<\/pdfaid:conformance>/, '')],
  ['6.6.3', 'another title', inMetadata(/x-default">[^<]*/, 'x-default">another')],
  ['6.6.3', 'another author', inMetadata(/<rdf:li>[^<]*/, '<rdf:li>somebody')],
  ['6.6.3', 'no producer', inMetadata(/<pdf:Producer>.*<\/pdf:Producer>/, '')],
  [
    '6.6.3',
    'keywords that the metadata lacks',
    (_, context) => context.lookup(context.trailerInfo.Info, PDFDict).set(key('Keywords'), PDFString.of('a')),
  ],
  ['6.5.1', 'an action on opening', inCatalog('OpenAction', { S: 'JavaScript', JS: 'x' })],
  ['6.5.1', 'scripts by name', inCatalog('Names', { JavaScript: {} })],
  ['6.5.1', 'a program to start', withObject({ Type: 'Action', S: 'Launch', F: 'x' })],
  ['6.8', 'an attachment', inCatalog('Names', { EmbeddedFiles: {} })],
  ['6.8', 'an attached stream', withStream({ Type: 'EmbeddedFile' })],
  ['6.4.1', 'a form without appearances', inCatalog('AcroForm', { NeedAppearances: true })],
  ['6.4.2', 'an XFA form', inCatalog('AcroForm', { XFA: [] })],
  ['6.9', 'layers without a named view', inCatalog('OCProperties', { OCGs: [], D: {} })],
  ['6.11', 'requirements', inCatalog('Requirements', [])],
  ['6.1.12', 'permissions', inCatalog('Perms', {})],
  ['6.1.7.2', 'LZW', withStream({ Filter: 'LZWDecode' })],
  ['6.1.7.1', 'content outside the file', withStream({ F: 'elsewhere' })],
  ['6.2.4.3', 'ink colours', withObject(['DeviceCMYK'])],
  ['6.2.8', 'interpolation', withStream({ Type: 'XObject', Subtype: 'Image', Interpolate: true })],
  ['6.2.9', 'PostScript', withStream({ Type: 'XObject', Subtype: 'PS' })],
  ['6.2.9', 'a page of another file', withStream({ Type: 'XObject', Subtype: 'Form', Ref: 1 })],
  ['6.2.5', 'a transfer function', withObject({ Type: 'ExtGState', TR: 'Identity' })],
  ['6.2.5', 'another second transfer function', withObject({ TR2: 'Identity' })],
  ['6.2.10', 'an unknown blend mode', withObject({ Type: 'ExtGState', BM: 'Magic' })],
  ['6.2.6', 'an unknown rendering intent', withObject({ Type: 'ExtGState', RI: 'Nice' })],
  ['6.2.11.4', 'a font of the reader', withObject({ Subtype: 'Type1', BaseFont: 'Helvetica' })],
  [
    '6.2.11.4',
    'a font without its file',
    (_, context) => firstFont(context, 'CIDFontType2').delete(key('FontDescriptor')),
  ],
  ['6.3.1', 'a film', withNote({ Subtype: 'Movie', AP: {} })],
  ['6.3.2', 'a note that is not printed', withNote({ Subtype: 'Stamp', F: 0, AP: {} })],
  ['6.3.3', 'a note without appearance', withNote({ Subtype: 'Stamp' })],
  ['6.4.1', 'a field that does something', withNote({ Subtype: 'Widget', AP: {}, A: { S: 'URI' } })],
  ['6.1.13', 'a page of a pixel', (document) => document.getPage(0).setMediaBox(0, 0, 1, 1)],
  ['6.1.13', 'a text too long', withObject({ Text: PDFString.of('a'.repeat(40_000)) })],
  ['6.1.13', 'a name too long', withObject({ Name: 'a'.repeat(130) })],
];

describe('an archive copy', () => {
  test('as it is written has no troubles, also when it is written anew', async () => {
    expect(await checkArchive(whole)).toEqual([]);
    expect(claimsArchive(whole)).toBe(true);
    expect(await checkArchive(await spoil(() => undefined))).toEqual([]);
  });

  test.each(cases)('%s: with %s it is none', async (clause, _, how) => {
    const troubles = await checkArchive(await spoil(how));
    expect(troubles.map((one) => one.split(' ')[0])).toContain(clause);
  });

  test('header, end and rubbish are looked at byte by byte', async () => {
    const text = Buffer.from(whole).toString('latin1');
    const changed = (from: string | RegExp, to: string) =>
      checkArchive(Buffer.from(text.replace(from, to), 'latin1'));
    expect(await changed(/^%PDF-1\.\d/, '%PDF-2.0')).toContain('6.1.2 header');
    expect(await changed(/^(%PDF-1\.\d\n%)..../, '$1abcd')).toContain('6.1.2 header');
    expect(await checkArchive(Buffer.concat([whole, Buffer.from('more')]))).toContain(
      '6.1.3 something after the end',
    );
    expect(await checkArchive(Buffer.from('no PDF'))).toEqual(['6.1 cannot be read']);
  });
});

describe('the proof of a packet', () => {
  const workshop = openWorkshop();
  const folder = mkdtempSync(join(tmpdir(), 'guibao-archive-'));
  afterAll(async () => {
    await workshop.close();
    rmSync(folder, { recursive: true });
  });
  const prove = async (bytes: Uint8Array) => {
    const path = join(folder, 'packet.pdf');
    writeFileSync(path, bytes);
    return provePacket({ workshop, readSource: async () => undefined }, path);
  };

  test('fails for an archive copy that is none, and says which rule', async () => {
    expect((await prove(whole)).passed).toBe(true);
    const { passed, findings } = await prove(await spoil(inCatalog('Requirements', [])));
    expect(passed).toBe(false);
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'archive-broken', detail: '6.11 requirements', fails: true }),
    );
  });
});
