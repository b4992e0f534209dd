// The proof of a finished packet: it holds for a good one and names the page of a wrong one; nothing wrong takes a good one's place.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type OpenedSource,
  type PacketProof,
  type ProofDesk,
  provePacket,
} from '../../electron/command-line/prove-packet.ts';
import { writeProven } from '../../electron/command-line/write-proven.ts';
import { withPdfFile } from '../../electron/engine/pdf.ts';
import { openWorkshop, type Workshop } from '../../electron/engine/workshop.ts';
import { buildPacket, type Supplies, writePacket } from '../../renderer/packet/build.ts';
import { usualPacketOptions } from '../../shared/packet-options.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import { liftRungs } from '../../shared/packet-proof/judge.ts';
import {
  LARGEST_MANIFEST,
  MANIFEST_NAME,
  manifestPieces,
  type PacketManifest,
  type Rung,
} from '../../shared/packet-proof/manifest.ts';
import { Problem } from '../../shared/problems.ts';
import { font, paper, plan, scanName, source, visit } from './plans.ts';

const workshop = openWorkshop();
const folder = mkdtempSync(join(tmpdir(), 'guibao-proof-'));
const out = join(folder, 'packet.pdf');
const sources = new Map<string, OpenedSource>();
const desk: ProofDesk = { workshop, readSource: async (scan) => sources.get(scan) };
const photo = source(scanName(1), { fileName: '发票.jpg' });
const hidden = source(scanName(2), { fileName: '清单.pdf', form: 'pdf', unit: 'pt' });

/** Dark in the upper left corner only: which way is up can be seen. */
async function drawPhoto(turned = 0): Promise<Uint8Array> {
  const ink =
    '<svg width="900" height="1200"><rect x="60" y="60" width="500" height="400" fill="#111"/></svg>';
  const paper = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#eee' } });
  const drawn = await paper
    .composite([{ input: Buffer.from(ink) }])
    .png()
    .toBuffer();
  return sharp(drawn).rotate(turned).jpeg().toBuffer();
}

/** A form whose value is drawn by whoever opens it: a copy of its objects would lose it. */
async function drawForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 400]);
  page.drawRectangle({ x: 40, y: 300, width: 200, height: 60, color: rgb(0.2, 0.2, 0.2) });
  const field = document.getForm().createTextField('total');
  field.addToPage(page, { x: 40, y: 100, width: 300, height: 60 });
  field.setText('4,812.60');
  const bytes = await document.save();
  const again = await PDFDocument.load(bytes);
  for (const one of again.getForm().getFields())
    for (const widget of one.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
  again.getForm().acroForm.dict.set(PDFName.of('NeedAppearances'), again.context.obj(true));
  return again.save({ updateFieldAppearances: false });
}

beforeAll(async () => {
  sources.set(scanName(1), { mediaType: 'image/jpeg', bytes: await drawPhoto() });
  sources.set(scanName(2), { mediaType: 'application/pdf', bytes: await drawForm() });
});
afterAll(async () => {
  await workshop.close();
  rmSync(folder, { recursive: true, force: true });
});

const supplies = (pull: (scan: string) => Uint8Array | undefined): Supplies => ({
  font,
  pull: async ({ scan }) => pull(scan) ?? new Uint8Array(),
  rescue: ({ scan, page }, rung) => workshop.rescue(sources.get(scan)?.bytes ?? new Uint8Array(), page, rung),
});

const write = (pages: PacketSource[], pull = (scan: string) => sources.get(scan)?.bytes) =>
  writeProven({
    out,
    desk,
    write: (sink, rungOf) =>
      writePacket(plan([visit({ papers: [paper('invoice', pages)] })]), { ...supplies(pull), rungOf }, sink),
    wanted: pages,
  });

test('a good packet is proven, carries its manifest, and is proven again from the file alone', async () => {
  const written = await write([photo]);
  expect(written.proof).toMatchObject({ passed: true, sources: 1, compared: 1 });
  const again = await provePacket({ ...desk, nameOf: () => photo.fileName }, out);
  expect(again.manifest).toEqual(written.proof.manifest);
  const placed = again.manifest.pages.flatMap((page) =>
    page.sources.map((one) => [page.page, one.scan, one.how]),
  );
  expect(placed).toEqual([[written.pages.length, scanName(1), 'copied']]);
  const alone = await provePacket({ workshop, readSource: async () => undefined }, out);
  expect(alone).toMatchObject({ passed: true, compared: 0 });
});

test('an archive copy carries its manifest without an attachment, also one too long for one string', async () => {
  const archive = { ...usualPacketOptions, archive: 'pdfa-2b' as const };
  const many = Array.from({ length: 150 }, (_, at) => ({
    ...photo,
    fileName: `发票 (${at}) \\ (第一张.jpg`,
  }));
  const made = plan([visit({ papers: [paper('invoice', many)] })], { options: archive });
  const { bytes } = await buildPacket(
    made,
    supplies((scan) => sources.get(scan)?.bytes),
  );
  const path = join(folder, 'archive.pdf');
  writeFileSync(path, bytes);
  expect(await withPdfFile(path, (pdf) => pdf.attachment(MANIFEST_NAME, LARGEST_MANIFEST))).toBeUndefined();
  const { passed, manifest, sources: count, compared } = await provePacket(desk, path);
  rmSync(path);
  expect({ passed, count, compared }).toEqual({ passed: true, count: 150, compared: 150 });
  expect(manifestPieces(manifest).length).toBeGreaterThan(1);
  expect(manifest.pages.at(-1)?.sources[0]).toMatchObject({ scan: scanName(1), file: '' });
});

test('a page that shows something else, or lies on its side, is named, and the earlier packet stays', async () => {
  await write([photo]);
  const before = readFileSync(out);
  const blank = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  for (const wrong of [await drawPhoto(180), blank]) {
    const failure = await write([photo], () => wrong).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Problem);
    expect(failure).toMatchObject({ code: 'packet-check-failed', params: { page: 2 } });
  }
  expect(readFileSync(out).equals(before)).toBe(true);
  expect(readdirSync(folder)).toEqual(['packet.pdf']);
});

test('a form whose values a copy would lose climbs to a picture, and the manifest says so', async () => {
  const { proof } = await write([hidden]);
  const [placed] = proof.manifest.pages.flatMap((page) => page.sources);
  expect(proof.passed).toBe(true);
  expect(placed?.how).not.toBe('copied');
  if (placed?.how === 'drawn') expect(placed.dpi).toBeGreaterThanOrEqual(200);
});

/** Small test pictures are coarse: that is said of every page and of no interest here. */
const codesOf = ({ findings }: PacketProof) =>
  findings
    .map(({ code }) => code)
    .filter((code) => code !== 'low-dpi')
    .sort();

test('nothing in a packet gives away the names of the files, nor which pages were left out and why', async () => {
  const named = { ...photo, fileName: '阳性 不要给单位看.jpg' };
  const out = { scan: scanName(3), page: 4, visit: '1', kind: 'other' as const, title: '离婚判决' };
  const made = plan([visit({ papers: [paper('invoice', [named])] })], {
    excluded: [{ ...out, fileName: '判决书.pdf', reason: '和单位无关' }],
  });
  const { bytes } = await buildPacket(
    made,
    supplies((scan) => sources.get(scan)?.bytes),
  );
  const path = join(folder, 'private.pdf');
  writeFileSync(path, bytes);
  const said = await withPdfFile(path, (pdf) => {
    const attached = Buffer.from(pdf.attachment(MANIFEST_NAME, LARGEST_MANIFEST) ?? []).toString('latin1');
    const pages = Array.from({ length: pdf.pageCount }, (_, page) => pdf.text(page)).join('');
    return JSON.stringify(JSON.parse(attached)) + pages + JSON.stringify(pdf.outline());
  });
  const known = await provePacket(desk, path);
  rmSync(path);
  for (const secret of ['阳性', '判决', '和单位无关', out.scan]) expect(said).not.toContain(secret);
  expect(known.manifest.leftOut).toBe(1);
  expect(known.passed).toBe(true);
});

test('a given manifest counts, not the one inside, and the page where they differ is named', async () => {
  const { proof } = await write([photo]);
  const same = await provePacket(desk, out, { given: proof.manifest });
  expect(same.findings.map(({ code }) => code)).toEqual(['low-dpi']);
  const turned: PacketManifest = {
    ...proof.manifest,
    pages: proof.manifest.pages.map((page) => ({
      ...page,
      sources: page.sources.map((source) => ({ ...source, turn: 180 as const })),
    })),
  };
  const other = await provePacket(desk, out, { given: turned });
  expect(other.passed).toBe(false);
  expect(other.findings.map(({ code, page }) => [code, page])).toEqual(
    expect.arrayContaining([
      ['manifest-differs', 2],
      ['page-differs', 2],
    ]),
  );
  const said = await provePacket(desk, out, { given: { ...proof.manifest, says: ['没有写过的字'] } });
  expect(codesOf(said)).toEqual(['manifest-differs', 'text-missing']);
});

test('a source whose place nobody wrote down is not counted as compared', async () => {
  const { proof } = await write([photo]);
  const pages = proof.manifest.pages.map((page) => ({
    ...page,
    sources: page.sources.map((source) => ({ ...source, box: null })),
  }));
  const { findings, compared } = await provePacket(desk, out, { given: { ...proof.manifest, pages } });
  expect(findings.map(({ code }) => code)).toContain('source-unplaced');
  expect(compared).toBe(0);
});

test('of several papers on a sheet only the faulty one is tried in another way', async () => {
  const { proof } = await write([photo]);
  const [placed] = proof.manifest.pages.flatMap(({ sources }) => sources);
  if (!placed) throw new Error('nothing placed');
  const two = [1, 2].map((at) => ({ ...placed, scan: scanName(at), form: 'pdf' as const }));
  const manifest = { ...proof.manifest, pages: [{ page: 1, kind: 'paper', label: '', sources: two }] };
  const failed = { code: 'page-differs' as const, fails: true, page: 1, detail: '', file: '' };
  const raised = new Map<string, Rung>();
  expect(liftRungs({ findings: [{ ...failed, source: 1 }], manifest }, raised)).toBe(true);
  expect([...raised]).toEqual([[`${scanName(2)}/0`, 'rewritten']]);
  expect(liftRungs({ findings: [{ ...failed, code: 'page-blank' }], manifest }, raised)).toBe(true);
  expect(raised.get(`${scanName(1)}/0`)).toBe('rewritten');
});

test('where the decoder falls, a fresh one looks at each page alone and the one it falls over is named', async () => {
  await write([photo, { ...photo, fileName: '第二张.jpg' }]);
  const asked: number[] = [];
  let alive = true;
  const falling: Workshop = {
    ...workshop,
    prove: async (wish) => {
      asked.push(wish.pages.length);
      if (!alive) throw new Problem('file-damaged', { detail: 'the decoder stopped (SIGSEGV)' });
      const bad = wish.pages.some(({ page }) => page === 3) && wish.sources.length > 0;
      if (bad) throw new Problem('file-damaged', { detail: 'unreachable' });
      return workshop.prove(wish);
    },
  };
  const found = await provePacket({ ...desk, workshop: falling }, out);
  expect(asked).toEqual([3, 1, 1, 1, 1]);
  expect(codesOf(found)).toEqual(['source-fell']);
  expect(found.findings).toContainEqual(
    expect.objectContaining({ code: 'source-fell', page: 3, fails: false }),
  );
  expect(found).toMatchObject({ passed: true, sources: 2, compared: 1 });
  alive = false;
  const dead = await provePacket({ ...desk, workshop: falling }, out);
  expect(dead.passed).toBe(false);
  expect(dead.findings.map(({ code, page }) => [code, page])).toEqual([
    ['page-unreadable', 1],
    ['page-unreadable', 2],
    ['page-unreadable', 3],
  ]);
});

test('a text that the pages should say and do not is named', async () => {
  const { proof } = await write([photo]);
  expect(proof.manifest.says).toEqual(expect.arrayContaining(['王秀兰', '389.90', '叁佰捌拾玖元玖角整']));
  const wrong: PacketManifest = { ...proof.manifest, says: ['没有写过的字'] };
  const document = await PDFDocument.load(readFileSync(out));
  const file = join(folder, 'other.pdf');
  document.catalog.delete(PDFName.of('Names'));
  document.catalog.delete(PDFName.of('AF'));
  writeFileSync(file, await document.save());
  const given = { ...wrong, pages: wrong.pages.slice(1) };
  const read = await provePacket(desk, file, { given });
  expect(read.passed).toBe(false);
  expect(read.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['page-missing', 'text-missing']),
  );
});
