// Files without pages (OFD, XML e-invoices) are never left out silently: in the ZIP beside their paper, in its index and
// manifest, and named on the checklist.

import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { TwinSums } from '../../renderer/packet/portal/twin.ts';
import { writeTwin } from '../../renderer/packet/portal/write-twin.ts';
import { writeSheets } from '../../renderer/packet/sheets/sheet-document.ts';
import { joinBytes } from '../../renderer/packet/writer/join-bytes.ts';
import { languages } from '../../shared/domain.ts';
import { sheetOptions } from '../../shared/packet-options.ts';
import type { PacketPlan } from '../../shared/packet-plan.ts';
import { setDesk } from '../handlers/desk.ts';
import { paper, plan, scanName, source, suppliesOf, visit } from '../packet/plans.ts';
import { textsOf } from '../packet/reading.ts';

const files = new Map([
  [scanName(1), 'invoice.jpg'],
  [scanName(2), '26532000001234567890.ofd'],
  [scanName(3), '26532000001234567890.xml'],
  [scanName(4), 'list.jpg'],
  [scanName(5), '=only,electronic.ofd'],
]);
const page = (at: number) => source(scanName(at), { fileName: files.get(scanName(at)) ?? '' });
const attached = (at: number, kind: 'invoice' | 'other') => ({
  kind,
  scan: scanName(at),
  fileName: files.get(scanName(at)) ?? '',
});

const claim = (language: PacketPlan['language'] = 'zh-CN') =>
  plan(
    [
      visit({
        papers: [paper('invoice', [page(1)]), paper('itemized-list', [page(4)])],
        attachments: [attached(2, 'invoice'), attached(3, 'invoice')],
      }),
      visit({
        id: '2',
        date: '2026-02-03',
        papers: [paper('invoice', [])],
        attachments: [attached(5, 'invoice')],
      }),
    ],
    { language },
  );

test('the ZIP holds them, numbered behind their paper, and index and manifest name them', async () => {
  const sums = new Map<string, TwinSums>();
  const chunks: Uint8Array[] = [];
  const supplies = {
    read: async (scan: string) => new TextEncoder().encode(`bytes of ${scan}`),
    digest: async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex'),
  };
  for await (const chunk of writeTwin(claim(), supplies, sums)) chunks.push(chunk);
  const inside = unzipSync(joinBytes(chunks));
  const names = Object.keys(inside).filter((name) => name.startsWith('files/'));
  expect(names.map((name) => name.slice(6, 8) + name.slice(name.lastIndexOf('.')))).toEqual([
    '01.jpg',
    '02.ofd',
    '03.xml',
    '04.jpg',
    '05.ofd',
  ]);
  expect(names[1]).toBe('files/02-2026-01-12-昆明医科大学第一附属医院-发票.ofd');
  expect(new TextDecoder().decode(inside[names[1] ?? ''])).toBe(`bytes of ${scanName(2)}`);
  const text = (name: string) => new TextDecoder().decode(inside[name]);
  expect(text('index.csv')).toContain('发票,电子文件,,26532000001234567890.ofd');
  expect(text('index.csv')).toContain(`"'=only,electronic.ofd"`);
  expect(text('index.html')).toContain('26532000001234567890.xml');
  const manifest = JSON.parse(text('manifest.json'));
  expect(manifest.files).toHaveLength(5);
  expect(manifest.files[1]).toMatchObject({
    original: '26532000001234567890.ofd',
    uses: [{ form: '电子文件', pages: [] }],
  });
  for (const { path, sha256 } of manifest.files)
    expect(
      createHash('sha256')
        .update(inside[path] as Uint8Array)
        .digest('hex'),
    ).toBe(sha256);
});

test('the checklist names every one of them in both languages', async () => {
  for (const language of languages) {
    const chunks: Uint8Array[] = [];
    const sink = (chunk: Uint8Array) => void chunks.push(chunk);
    const wish = { kind: 'checklist' as const, options: sheetOptions.parse({}) };
    await writeSheets(claim(language), wish, { supplies: suppliesOf(new Map()), sink });
    const text = (await textsOf(joinBytes(chunks))).join('').replace(/\s+/g, '');
    for (const scan of [2, 3, 5]) expect(text).toContain(files.get(scanName(scan)));
    expect(text).toContain(language === 'en' ? 'Electronicfiles(OFD,XML)' : '电子文件（OFD、XML等）不能打印');
  }
});

test('the plan of a claim takes them from the vault, with the grade of the hospital, filings and what was paid', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const seen = await desk.addVisit(person.id, { date: '2026-03-05' });
  const { claim: made } = await desk.ask('claim.create', { personId: person.id, visitIds: [seen.id] });
  const empty = await desk.ask('claim.plan', { id: made.id });
  expect(empty.visits[0]).not.toHaveProperty('attachments');
  expect(empty.visits[0]).not.toHaveProperty('hospitalFacts');
  expect(empty.cover).toEqual({ filings: [], paidFen: null });
  await desk.ask('hospital.save', {
    id: null,
    fields: {
      name: '昆医附一院',
      aliases: [seen.hospital],
      grade: 'tertiary',
      code: 'H53010200001',
      cityCode: '',
      cityName: '',
      designated: null,
    },
  });
  const filing = {
    personId: person.id,
    category: 'long-term-resident' as const,
    cityCode: '',
    cityName: '昆明市',
    hospitals: [],
    waitingDays: null,
    how: '' as const,
    proofId: null,
    note: '',
  };
  await desk.ask('filing.save', { id: null, fields: { ...filing, from: '2026-01-01', to: '' } });
  await desk.ask('filing.save', { id: null, fields: { ...filing, from: '2024-01-01', to: '2025-12-31' } });
  await desk.addInvoice(seen.id, { fundFen: 1000, otherFen: null });
  await desk.addInvoice(seen.id, { number: '0000000002', fundFen: null, otherFen: 250 });
  const full = await desk.ask('claim.plan', { id: made.id });
  expect(full.visits[0]?.hospitalFacts).toEqual({ grade: 'tertiary', code: 'H53010200001' });
  expect(full.cover).toEqual({
    filings: [{ category: 'long-term-resident', from: '2026-01-01', to: '', place: '昆明市' }],
    paidFen: 1250,
  });
  await desk.addInvoice(seen.id, { number: '0000000003', fundFen: null, otherFen: null });
  expect((await desk.ask('claim.plan', { id: made.id })).cover?.paidFen).toBeNull();
});
