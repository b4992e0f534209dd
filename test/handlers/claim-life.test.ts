// A claim from hand-in to the last payer: what freezes, what may follow, what is refused, and that a slip can be taken back.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { ClaimEventFields } from '../../shared/claim-life.ts';
import { type Desk, setDesk } from './desk.ts';

const eventFields = (claimId: string, change: Partial<ClaimEventFields> = {}): ClaimEventFields => ({
  claimId,
  step: 'handed-in',
  on: '2026-04-01',
  payer: 'basic',
  office: '景洪市医保中心',
  channel: 'window',
  receiptNumber: 'SL-0001',
  reasons: [],
  wanted: [],
  until: '',
  amountFen: null,
  note: '',
  ...change,
});

/** A claim of one visit that cost 268.40 yuan, with one invoice picture attached. */
async function setClaim(desk: Desk) {
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  const invoice = await desk.addInvoice(visit.id);
  const target = { visitId: visit.id, kind: 'invoice' as const };
  await desk.ask('scan.add', { path: desk.file('发票.tif'), target });
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const step = (change: Partial<ClaimEventFields>, packet: string | null = null) =>
    desk.ask('claim-event.add', { fields: eventFields(claim.id, change), packet });
  const refuse = async (change: Partial<ClaimEventFields>) =>
    (await desk.refusal('claim-event.add', { fields: eventFields(claim.id, change) })).code;
  return { person, visit, invoice, claim, step, refuse };
}

test('handing in freezes the papers and the very bytes; later edits change only what comes after', async () => {
  const desk = setDesk();
  const { claim, visit, step } = await setClaim(desk);
  const text = '%PDF-1.7 交出去的那一份';
  const kept = await desk.ask('packet.keep', { claimId: claim.id, path: desk.file('包.pdf', text) });
  expect(kept.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  expect(kept.byteLength).toBe(Buffer.byteLength(text));
  const first = await step({}, kept.sha256);
  expect(first.claim.status).toBe('handed-in');
  expect(first.event.amountFen).toBe(26840);
  await desk.ask('scan.add', {
    path: desk.file('处方.tif'),
    target: { visitId: visit.id, kind: 'prescription' },
  });
  const before = await desk.ask('claim.versions', { id: claim.id });
  expect(before.versions.map(({ version, packet }) => [version, packet?.sha256])).toEqual([[1, kept.sha256]]);
  expect(before.versions[0]?.manifest.papers.map(({ kind }) => kind)).toEqual(['invoice']);
  expect(before.since).toEqual([{ change: 'added', visitId: visit.id, kind: 'prescription', title: '' }]);
  await step({ step: 'returned', on: '2026-04-10', reasons: ['paper-missing'], until: '2026-04-20' });
  await step({ step: 'supplemented', on: '2026-04-12' });
  const after = await desk.ask('claim.versions', { id: claim.id });
  expect(after.versions[1]?.differences).toEqual(before.since);
  expect(after.versions[1]?.packet).toBeNull();
  expect(after.since).toEqual([]);
  const check = await desk.ask('vault.check', {});
  expect(check).toMatchObject({ ok: true, troubles: [] });
});

test('payers follow each other, and nobody is asked for or pays more than is left', async () => {
  const desk = setDesk();
  const { claim, visit, step, refuse } = await setClaim(desk);
  expect((await desk.ask('claim.life', { id: claim.id })).nextPayer).toBeNull();
  expect(await refuse({ amountFen: 26841 })).toBe('amount-above-left');
  await step({});
  expect(await refuse({ step: 'paid', amountFen: 26841 })).toBe('amount-above-left');
  expect(await refuse({ step: 'paid', amountFen: null })).toBe('input-invalid');
  await step({ step: 'decided', on: '2026-04-15', amountFen: 20000 });
  await step({ step: 'paid', on: '2026-04-20', amountFen: 20000 });
  const chain = async () => (await desk.ask('claim.life', { id: claim.id })).nextPayer;
  expect(await chain()).toEqual({ leftFen: 6840, sheetMissingAt: visit.id, originalsAway: 0 });
  const [fact] = await desk.ask('paper-facts.list', { claimId: claim.id });
  if (fact) await desk.ask('paper-facts.save', { ...fact, originalAt: 'office' });
  await desk.ask('scan.add', {
    path: desk.file('结算单.tif'),
    target: { visitId: visit.id, kind: 'settlement-sheet' },
  });
  expect(await chain()).toEqual({ leftFen: 6840, sheetMissingAt: null, originalsAway: 1 });
  const second = await step({ on: '2026-05-01', payer: 'commercial', office: '某保险公司' });
  expect(second.event.amountFen).toBe(6840);
  await step({ step: 'paid', on: '2026-05-20', payer: 'commercial', amountFen: 6840 });
  const life = await desk.ask('claim.life', { id: claim.id });
  expect(life.money).toEqual({
    totalFen: 26840,
    ownFen: 26840,
    paid: [
      { payer: 'basic', amountFen: 20000 },
      { payer: 'commercial', amountFen: 6840 },
    ],
    paidFen: 26840,
    leftFen: 0,
    decidedFen: 20000,
  });
  expect(await refuse({ on: '2026-06-01', payer: 'employer' })).toBe('nothing-left-to-claim');
});

test('what was settled at the hospital or paid elsewhere is not claimed again', async () => {
  const desk = setDesk();
  const { claim, visit, invoice } = await setClaim(desk);
  await desk.ask('invoice-facts.save', {
    invoiceId: invoice.id,
    state: 'valid',
    paidElsewhereFen: 1000,
    paidElsewhereBy: '单位',
  });
  await desk.addInvoice(visit.id, { number: '0000000002', totalFen: 5000, fundFen: 3000, cashFen: 2000 });
  const { money } = await desk.ask('claim.life', { id: claim.id });
  expect(money).toMatchObject({ totalFen: 31840, ownFen: 25840 + 2000, leftFen: 27840 });
});

test('steps keep their order and their dates', async () => {
  const desk = setDesk();
  const { claim, step, refuse } = await setClaim(desk);
  expect(await refuse({ step: 'paid', amountFen: 100 })).toBe('claim-step-order');
  expect(await refuse({ on: '2026-07-02' })).toBe('date-in-future');
  await step({});
  expect(await refuse({ step: 'accepted', on: '2026-03-31' })).toBe('date-order');
  expect(await refuse({ step: 'returned', on: '2026-04-02' })).toBe('input-invalid');
  expect(await refuse({ step: 'returned', on: '2026-04-02', reasons: ['other'], until: '2026-04-01' })).toBe(
    'date-order',
  );
  expect(await refuse({ claimId: 'claim-0000000000' })).toBe('not-found');
  const { title, order, visitIds } = claim;
  const byHand = { id: claim.id, title, order, visitIds, status: 'draft' };
  expect((await desk.refusal('claim.save', byHand)).code).toBe('status-from-steps');
  expect((await desk.ask('claim.life', { id: claim.id })).events).toHaveLength(1);
});

test('a slip is taken back and brought again, last step first; no step is ever changed or deleted', async () => {
  const desk = setDesk();
  const { claim, step } = await setClaim(desk);
  const handed = await step({});
  const returned = await step({ step: 'returned', on: '2026-04-10', reasons: ['stamp-missing'] });
  const early = await desk.refusal('claim-event.remove', { id: handed.event.id });
  expect(early.code).toBe('claim-step-not-last');
  await desk.ask('undo.apply', { steps: returned.undo });
  expect((await desk.ask('claim.get', { id: claim.id })).claim.status).toBe('handed-in');
  await desk.ask('claim-event.restore', { id: returned.event.id });
  expect((await desk.ask('claim.get', { id: claim.id })).claim.status).toBe('returned');
  await desk.ask('undo.apply', { steps: [...returned.undo, ...handed.undo] });
  const life = await desk.ask('claim.life', { id: claim.id });
  expect([life.claim.status, life.events, life.versions]).toEqual(['draft', [], 0]);
  const { db } = desk.vault;
  for (const change of [
    "UPDATE claim_event SET on_date = '2026-01-01'",
    'DELETE FROM claim_event',
    "UPDATE submission SET manifest = '{}'",
    'DELETE FROM submission',
  ])
    expect(() => db.exec(change), change).toThrow(/never/);
});

test('only a PDF that is there is kept as a packet', async () => {
  const desk = setDesk();
  const { claim } = await setClaim(desk);
  const keep = async (path: string) => (await desk.refusal('packet.keep', { claimId: claim.id, path })).code;
  expect(await keep(desk.file('包.pdf', 'no PDF at all'))).toBe('file-type-unsupported');
  expect(await keep('/nowhere/包.pdf')).toBe('path-unreadable');
  const fields = eventFields(claim.id);
  const unknown = await desk.refusal('claim-event.add', { fields, packet: '0'.repeat(64) });
  expect(unknown.code).toBe('not-found');
  expect((await desk.ask('claim.life', { id: claim.id })).events).toEqual([]);
});

test('the year adds up to the fen, also for a claim over two years and three stands', async () => {
  const desk = setDesk();
  const { person, step } = await setClaim(desk);
  const later = await desk.addVisit(person.id, { date: '2026-06-01' });
  await desk.addInvoice(later.id, { number: '0000000003', totalFen: 3333, fundFen: 1000, cashFen: 2333 });
  await desk.addVisit(person.id, { date: '2025-12-30' });
  await step({});
  const open = (await desk.ask('report.year', { year: 2026 })).people[0];
  expect(open).toMatchObject({ spentFen: 30173, settledFen: 1000, openFen: 26840, unclaimedFen: 2333 });
  await step({ step: 'returned', on: '2026-04-02', reasons: ['stamp-missing', 'paper-missing'] });
  await step({ step: 'supplemented', on: '2026-04-03' });
  await step({ step: 'paid', on: '2026-04-20', amountFen: 20001 });
  await desk.ask('person-year.save', {
    personId: person.id,
    year: 2026,
    deductibleFen: 80000,
    deductibleUsedFen: 6839,
    capFen: null,
    capUsedFen: null,
  });
  const report = await desk.ask('report.year', { year: 2026, personId: person.id });
  const [row] = report.people;
  expect(row).toMatchObject({ paidFen: 20001, selfFen: 6839, openFen: 0, claimedFen: 26840 });
  expect(row?.progress?.deductibleUsedFen).toBe(6839);
  const parts = ['settledFen', 'paidFen', 'openFen', 'unclaimedFen', 'selfFen'] as const;
  expect(parts.reduce((sum, name) => sum + (row?.[name] ?? 0), 0)).toBe(row?.spentFen);
  expect(row?.months.map(({ spentFen, paidFen }) => spentFen + paidFen)).toEqual([
    ...[0, 0, 26840 + 20001, 0, 0, 3333, 0, 0, 0, 0, 0, 0],
  ]);
  expect(report.returns).toEqual([
    { office: '景洪市医保中心', reason: 'stamp-missing', count: 1 },
    { office: '景洪市医保中心', reason: 'paper-missing', count: 1 },
  ]);
});

test('the report as CSV opens in a spreadsheet program, and no name becomes a formula', async () => {
  const desk = setDesk();
  const person = await desk.addPerson({ name: '=HYPERLINK("x")' });
  await desk.addInvoice((await desk.addVisit(person.id)).id);
  const file = await desk.ask('report.file', { year: 2026, form: 'csv', language: 'zh-CN' });
  const text = Buffer.from(file.base64, 'base64').toString('utf8');
  expect([...text][0]).toBe('\ufeff');
  expect(text).toContain('"\'=HYPERLINK(""x"")",268.40,0.00,0.00,0.00,0.00,268.40,0.00\r\n');
  expect(text).not.toMatch(/(^|,|\n)"?[=+@-]/);
  const workbook = await desk.ask('report.file', { year: 2026, form: 'xlsx', language: 'en' });
  expect(workbook.fileName).toBe('guibao-year-2026.xlsx');
  expect(Buffer.from(workbook.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
});
