// The proof of a finished packet: it holds for a good one and names the page of a wrong one; nothing wrong takes a good one's place.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedSource, type ProofDesk, provePacket } from '../../electron/command-line/prove-packet.ts';
import { writeProven } from '../../electron/command-line/write-proven.ts';
import { withPdfFile } from '../../electron/engine/pdf.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { buildPacket, type Supplies, writePacket } from '../../renderer/packet/build.ts';
import { usualPacketOptions } from '../../shared/packet-options.ts';
import type { PacketSource } from '../../shared/packet-plan.ts';
import {
  LARGEST_MANIFEST,
  MANIFEST_NAME,
  manifestPieces,
  type PacketManifest,
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
  const again = await provePacket(desk, out);
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
  expect(manifest.pages.at(-1)?.sources[0]?.file).toBe('发票 (149) \\ (第一张.jpg');
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

test('a text that the pages should say and do not is named', async () => {
  const { proof } = await write([photo]);
  expect(proof.manifest.says).toEqual(expect.arrayContaining(['王秀兰', '389.90', '叁佰捌拾玖元玖角整']));
  const wrong: PacketManifest = { ...proof.manifest, says: ['没有写过的字'] };
  const document = await PDFDocument.load(readFileSync(out));
  const file = join(folder, 'other.pdf');
  document.catalog.delete(PDFName.of('Names'));
  document.catalog.delete(PDFName.of('AF'));
  writeFileSync(file, await document.save());
  const read = await provePacket(desk, file, { ...wrong, pages: wrong.pages.slice(1) });
  expect(read.passed).toBe(false);
  expect(read.findings.map(({ code }) => code)).toContain('page-missing');
});
