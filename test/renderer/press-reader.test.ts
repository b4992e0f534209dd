// What the window's proof does when PDFium falls: a fresh one, once more, then the page is named. Real PDFs, real PDFium.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PDFDocument, rgb } from 'pdf-lib';
import { beforeAll, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { openSources } from '../../renderer/packet-press/proof-sources.ts';
import { proveBuilt, type ReadBuilt } from '../../renderer/packet-press/prove-built.ts';
import { openReader, type Reader } from '../../renderer/packet-press/reader.ts';
import { wantedSources } from '../../shared/packet-plan.ts';
import { findManifest } from '../../shared/packet-proof/read-manifest.ts';
import { openPdfium, type PdfDocument, type Pdfium } from '../../shared/pdfium/pdfium.ts';
import { Problem } from '../../shared/problems.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';

const binary = readFileSync(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
const scans = new Map<string, Uint8Array>();
const page = { form: 'pdf', unit: 'pt', width: 595, height: 842 } as const;
const made = plan([
  visit({
    papers: [
      paper('invoice', [source(scanName(1), { ...page, fileName: '一.pdf' })]),
      paper('itemized-list', [source(scanName(2), { ...page, fileName: '二.pdf' })]),
    ],
  }),
]);
let packet: Uint8Array;

beforeAll(async () => {
  for (const at of [1, 2]) {
    const document = await PDFDocument.create();
    document
      .addPage([595, 842])
      .drawRectangle({ x: 60, y: 100 * at, width: 300, height: 90, color: rgb(0, 0, 0) });
    scans.set(scanName(at), await document.save());
  }
  packet = (await buildPacket(made, suppliesOf(scans))).bytes;
});

const fall = (): never => {
  throw new WebAssembly.RuntimeError('memory access out of bounds');
};

/** Counts the PDFiums it had to open; `spoil` may replace what a document of the n-th one does. */
function readerOf(spoil: (document: PdfDocument, nth: number, bytes: Uint8Array) => PdfDocument) {
  const opened: number[] = [];
  const reader = openReader(async (): Promise<Pdfium> => {
    const pdfium = await openPdfium(binary);
    const nth = opened.push(opened.length + 1);
    return { ...pdfium, open: (bytes) => spoil(pdfium.open(bytes), nth, bytes) };
  });
  return { reader, opened };
}

const readPacketOf =
  ({ read }: Reader): ReadBuilt =>
  (use) =>
    read((pdfium) => use(pdfium.open(packet)));

async function prove(reader: Reader, pull?: (scan: string) => Promise<Uint8Array>) {
  const read = readPacketOf(reader);
  const manifest = await read(findManifest);
  if (!manifest) throw new Error('no manifest');
  const usual = async (scan: string) => scans.get(scan) ?? new Uint8Array();
  const { referencesOf, close } = openSources(reader, wantedSources(made), ({ scan }) =>
    (pull ?? usual)(scan),
  );
  const proof = await proveBuilt(read, manifest, { referencesOf, drawn: async () => undefined });
  await close();
  return proof;
}

const isSource = (bytes: Uint8Array, at: number) =>
  bytes.length === scans.get(scanName(at))?.length &&
  Buffer.from(bytes).equals(Buffer.from(scans.get(scanName(at)) ?? []));

test('a fall over one original is mended by a fresh PDFium, and everything is compared', async () => {
  const { reader, opened } = readerOf((document, nth, bytes) =>
    nth === 1 && isSource(bytes, 2) ? { ...document, draw: fall } : document,
  );
  const { findings, compared } = await prove(reader);
  expect({ findings, compared, opened: opened.length }).toEqual({ findings: [], compared: 2, opened: 2 });
});

test('an original it falls over again is named, and the others are compared', async () => {
  const { reader } = readerOf((document, _, bytes) =>
    isSource(bytes, 2) ? { ...document, draw: fall } : document,
  );
  const { findings, compared, sources } = await prove(reader);
  expect(findings).toEqual([{ code: 'source-fell', fails: false, page: 3, detail: '', file: '' }]);
  expect({ compared, sources }).toEqual({ compared: 1, sources: 2 });
});

test('a page of the packet it falls over twice cannot be opened, and the pages behind it are still proven', async () => {
  const { reader } = readerOf((document, _, bytes) =>
    bytes.length === packet.length
      ? { ...document, draw: (at, wish) => (at === 1 ? fall() : document.draw(at, wish)) }
      : document,
  );
  const { findings, compared } = await prove(reader);
  expect(findings).toMatchObject([{ code: 'page-unreadable', fails: true, page: 2 }]);
  expect(compared).toBe(2);
});

test('an original that is not to be had says why', async () => {
  const { reader } = readerOf((document) => document);
  const { findings } = await prove(reader, async (scan) => {
    if (scan === scanName(1)) throw new Problem('vault-damaged', { dir: '', detail: '' });
    return Buffer.from('no PDF');
  });
  expect(findings.map(({ code, page: at, detail }) => [code, at, detail])).toEqual([
    ['source-unreadable', 2, 'vault-damaged'],
    ['source-unreadable', 3, 'file-damaged'],
  ]);
});
