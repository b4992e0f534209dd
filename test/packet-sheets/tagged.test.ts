// What generated pages mean to a reader that cannot see them, and what makes an archive copy one.

import { PDFDocument, PDFName, type PDFString } from 'pdf-lib';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { checkArchive } from '../../renderer/packet/pdf-pages/archive-check.ts';
import { sheetKinds, writeSheets } from '../../renderer/packet/sheets/sheet-document.ts';
import { joinBytes } from '../../renderer/packet/writer/join-bytes.ts';
import { languages } from '../../shared/domain.ts';
import { packetOptions, sheetOptions } from '../../shared/packet-options.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { paper, plan, reply, scanName, source, suppliesOf, visit } from '../packet/plans.ts';
import { drawn, isInstalled, runOn } from '../packet/reading.ts';
import { claimOf, makeScans } from './claims.ts';
import { everyMeaning, type Meaning, openBytes, readMarks, readMeaning } from './meaning.ts';

let scans = new Map<string, Uint8Array>();
beforeAll(async () => {
  scans = await makeScans();
});

const everything = packetOptions.parse({
  checklist: true,
  dividers: true,
  duplex: true,
  claimCode: true,
  copyMark: 'line',
  purposeMark: true,
});

/** Every mark has its element and every element its mark; nothing is drawn outside; nothing is marked twice. */
function expectWhole(document: PDFDocument): Meaning {
  const { root, parents } = readMeaning(document);
  const all = everyMeaning(root);
  const named = all.flatMap((one) => one.marks.map(({ page, mark }) => `${page}/${mark}`));
  expect(new Set(named).size).toBe(named.length);
  expect(new Set(parents.keys())).toEqual(new Set(named));
  for (const one of all)
    for (const { page, mark } of one.marks) expect(parents.get(`${page}/${mark}`)).toBe(one);
  for (let page = 0; page < document.getPageCount(); page++) {
    const { marks, outside, deepest, depth } = readMarks(document, page);
    expect([outside, deepest, depth]).toEqual([[], 1, 0]);
    for (const { role, mark } of marks) expect(parents.get(`${page}/${mark}`)?.role).toBe(role);
  }
  for (const one of all) {
    if (one.role === 'Table') expectTable(one);
    if (one.role === 'Figure') expect(one.alt).not.toBe('');
    if (['TR', 'TD', 'TH'].includes(one.role)) continue;
    for (const kid of one.kids) expect(['TR', 'TD', 'TH'].includes(kid.role)).toBe(one.role === 'Table');
  }
  return root;
}

function expectTable({ kids }: Meaning): void {
  expect(kids.length).toBeGreaterThan(0);
  const widths = kids.map((row) => row.kids.reduce((total, { span }) => total + span, 0));
  expect(new Set(widths).size).toBe(1);
  for (const row of kids) {
    expect(row.role).toBe('TR');
    for (const cell of row.kids)
      expect(cell.role === 'TH' ? cell.scope : cell.role).toMatch(/^(TD|\/Row|\/Column)$/);
  }
}

for (const language of languages)
  test(`a packet with every choice in ${language}: headings, tables across sheets, papers with a name`, async () => {
    const { bytes, pages } = await buildPacket(
      claimOf(24, { language, options: everything }),
      suppliesOf(scans),
    );
    const document = await openBytes(bytes);
    const root = expectWhole(document);
    const mark = document.catalog.lookup(PDFName.of('MarkInfo'));
    expect(String(mark)).toContain('/Marked true');
    expect((document.catalog.lookup(PDFName.of('Lang')) as PDFString).asString()).toBe(language);
    expect(root.kids[0]?.role).toBe('H1');
    const shown = pages.filter(({ kind }) => kind === 'paper');
    const figures = everyMeaning(root).filter(
      ({ role, marks }) =>
        role === 'Figure' && marks.some(({ page }) => shown.some(({ packet }) => packet === page + 1)),
    );
    expect(figures).toHaveLength(shown.length);
    const rows = everyMeaning(root)
      .filter(({ role }) => role === 'Table')
      .map(({ kids }) => kids.length);
    // Twenty-four visits on the claim sheet, their papers on the checklist: one table each, however many sheets.
    expect(rows.some((count) => count >= 24 * 4)).toBe(true);
  }, 60_000);

for (const kind of sheetKinds)
  test(`the sheet ${kind} says what it means`, async () => {
    const chunks: Uint8Array[] = [];
    const wish = { kind, options: sheetOptions.parse({}) };
    const sink = (chunk: Uint8Array) => void chunks.push(chunk);
    await writeSheets(claimOf(3), wish, { supplies: suppliesOf(scans), sink });
    const root = expectWhole(await openBytes(joinBytes(chunks)));
    expect(everyMeaning(root).length).toBeGreaterThan(5);
    if (kind !== 'n-up') expect(root.kids[0]?.role).toBe('H1');
  });

test('the reply of a supplement says what it means', async () => {
  const { bytes } = await buildPacket({ ...claimOf(2), supplement: reply() }, suppliesOf(scans));
  const root = expectWhole(await openBytes(bytes));
  expect(root.kids[0]?.role).toBe('H1');
  expect(everyMeaning(root).filter(({ role }) => role === 'H2').length).toBeGreaterThan(1);
});

describe('an archive copy', () => {
  const archived = (wanted: PacketPlan): PacketPlan => ({
    ...wanted,
    options: packetOptions.parse({ ...everything, archive: 'pdfa-2b' }),
  });

  test('has what PDF/A-2b asks for and nothing it forbids, as far as our own rules see', async () => {
    const { bytes } = await buildPacket(archived(claimOf(3)), suppliesOf(scans));
    const document = await openBytes(bytes);
    expect(await checkArchive(bytes)).toEqual([]);
    expectWhole(document);
    if (isInstalled('qpdf'))
      expect(runOn(bytes, 'qpdf', (file) => ['--check', file])).toContain(
        'No syntax or stream encoding errors',
      );
  });

  test('our own rules see what is wrong with a file that is none', async () => {
    const { bytes } = await buildPacket(claimOf(1), suppliesOf(scans));
    const troubles = (await checkArchive(bytes)).join();
    for (const wanted of ['6.2.3 output intent', '6.6.2.1 metadata', '6.8 attached file'])
      expect(troubles).toContain(wanted);
  });

  async function invoice(how: 'whole' | 'no font' | 'no type' | 'ink' | 'ink form'): Promise<Uint8Array> {
    const document = await PDFDocument.create();
    const page = document.addPage([500, 280]);
    const { context } = document;
    if (how === 'no font') page.drawText('Total 128.50', { x: 60, y: 140, size: 30 });
    if (how === 'no type') {
      const font = context.register(context.obj({ Subtype: 'Type1', BaseFont: 'Helvetica' }));
      page.node.set(PDFName.of('Resources'), context.obj({ Font: { F1: font } }));
      page.node.set(
        PDFName.of('Contents'),
        context.register(context.stream('BT /F1 30 Tf 60 140 Td (Total) Tj ET')),
      );
    }
    if (how === 'ink')
      page.node.set(
        PDFName.of('Contents'),
        context.register(context.stream('0 1 1 0.2 k 60 60 300 120 re f')),
      );
    if (how === 'ink form') {
      const form = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 500, 280] };
      const ref = context.register(context.flateStream('0 1 1 0.2 k\n60 60 300 120 re f', form));
      page.node.set(PDFName.of('Resources'), context.obj({ XObject: { X: ref } }));
      page.node.set(PDFName.of('Contents'), context.register(context.stream('/X Do')));
    }
    if (how === 'whole') page.drawRectangle({ x: 60, y: 60, width: 300, height: 120 });
    return document.save();
  }

  test('a page whose fonts or colours an archive cannot carry is drawn and labelled so; others are copied', async () => {
    const picture = new Uint8Array(
      await sharp({ create: { width: 1389, height: 778, channels: 3, background: '#dd3311' } })
        .jpeg()
        .toBuffer(),
    );
    const kinds = ['whole', 'no font', 'no type', 'ink', 'ink form'] as const;
    const papers = [];
    for (const [at, how] of kinds.entries()) {
      scans.set(scanName(20 + at), await invoice(how));
      papers.push(
        paper('invoice', [source(scanName(20 + at), { form: 'pdf', width: 500, height: 280, unit: 'pt' })]),
      );
    }
    const rescue = async (wanted: { scan: string }, rung: string) =>
      rung === 'drawn'
        ? { form: 'jpeg' as const, bytes: picture, page: 0, dpi: 200 }
        : { form: 'pdf' as const, bytes: scans.get(wanted.scan) as Uint8Array, page: 0, dpi: null };
    const wanted = plan([visit({ papers })]);
    const plain = await buildPacket(wanted, suppliesOf(scans, { rescue }));
    const howOf = (made: typeof plain) =>
      made.pages.flatMap(({ placed }) => (placed ?? []).map(({ how }) => how));
    expect(howOf(plain)).toEqual(kinds.map(() => 'copied'));
    const { bytes, pages } = await buildPacket(archived(wanted), suppliesOf(scans, { rescue }));
    expect(howOf({ bytes, pages })).toEqual(['copied', 'drawn', 'drawn', 'drawn', 'drawn']);
    expect(await checkArchive(bytes)).toEqual([]);
    const shown = pages.find(({ placed }) => placed?.[0]?.how === 'drawn')?.packet ?? 1;
    const { rgb } = await drawn(bytes, shown);
    expect([...rgb].some((value, at) => at % 3 === 0 && value > 210 && (rgb[at + 1] ?? 255) < 70)).toBe(true);
  });

  test('a picture in ink colours is refused with its file, and goes in without the archive format', async () => {
    const ink = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#808080' } })
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer();
    scans.set(scanName(30), new Uint8Array(ink));
    const wanted = plan([
      visit({ papers: [paper('invoice', [source(scanName(30), { width: 200, height: 100 })])] }),
    ]);
    await buildPacket(wanted, suppliesOf(scans));
    await expect(buildPacket(archived(wanted), suppliesOf(scans))).rejects.toMatchObject({
      code: 'page-unusable',
      params: { reason: 'archive-ink' },
    });
  });
});
