// What keeps a claim from being complete, and what is only worth a look.

import { expect, test } from 'vitest';
import { setDesk } from './desk.ts';

test('sums that differ and empty cover fields are found, each with what the sentence needs', async () => {
  const { ask, addPerson, addVisit, addInvoice } = setDesk();
  const person = await addPerson({ phone: '', bankName: '' });
  const visit = await addVisit(person.id);
  const line = { name: '胰岛素', category: '西药费', quantity: '1', unit: '支', amountFen: 100 };
  await addInvoice(visit.id, { totalFen: 300, cashFen: 200, lines: [line, { ...line, amountFen: 150 }] });
  await addInvoice(visit.id, { number: '0000000002', totalFen: 300, cashFen: 200, otherFen: null });
  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const { findings } = await ask('claim.get', { id: claim.id });
  const told = findings
    .filter((finding) => finding.code !== 'paper-missing')
    .map(({ code, severity, field, statedFen, summedFen }) => [code, severity, field, statedFen, summedFen]);
  expect(told).toEqual([
    ['person-field-empty', 'advice', 'phone', null, null],
    ['person-field-empty', 'advice', 'bankName', null, null],
    ['lines-differ', 'blocks', '0000000001', 300, 250],
    ['parts-differ', 'advice', '0000000001', 300, 200],
  ]);
});

test('a stay plans either of two papers in one place, and what nobody asked for behind', async () => {
  const { ask, file, addPerson, addVisit } = setDesk();
  const person = await addPerson();
  const visit = await addVisit(person.id, { kind: 'inpatient', endDate: '2026-03-09' });
  const attach = async (name: string, kind: 'prescription' | 'diagnosis-certificate') =>
    ask('scan.add', { path: file(name), target: { visitId: visit.id, kind } });
  await attach('处方.tif', 'prescription');
  await attach('证明.tif', 'diagnosis-certificate');
  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const plan = await ask('claim.plan', { id: claim.id, order: 'kind', language: 'en' });
  expect(plan).toMatchObject({ order: 'kind', language: 'en', sample: false, number: '2026-王秀兰-01' });
  expect(plan.visits[0]?.papers.map(({ kind, anyOf, pages }) => [kind, anyOf.length, pages.length])).toEqual([
    ['invoice', 1, 0],
    ['itemized-list', 1, 0],
    ['diagnosis-certificate', 2, 2],
    ['prescription', 1, 2],
  ]);
});

test('pages are moved, turned and taken out by position, and two other papers keep two names', async () => {
  const { ask, refusal, file, addPerson, addVisit } = setDesk();
  const visitId = (await addVisit((await addPerson()).id)).id;
  const { scan } = await ask('scan.add', { path: file('a.tif'), target: { visitId, kind: 'invoice' } });
  const detail = await ask('visit.get', { id: visitId });
  const [paper] = detail.papers;
  expect(detail.scans.map(({ id }) => id)).toEqual([scan]);
  const id = paper?.id ?? '';
  const moved = await ask('paper.move-pages', { id, positions: [1], visitId, kind: 'itemized-list' });
  expect([moved.from.pages, moved.to.pages].map((pages) => pages.map(({ page }) => page))).toEqual([
    [0],
    [1],
  ]);
  expect((await refusal('paper.move-pages', { id, positions: [9], visitId, kind: 'other' })).code).toBe(
    'input-invalid',
  );
  const page = { scan: scan ?? '', page: 0, turn: 270 as const };
  expect((await ask('paper.set-pages', { id, pages: [page] })).paper.pages).toEqual([page]);
  expect((await refusal('paper.set-pages', { id, pages: [{ ...page, page: 7 }] })).code).toBe('not-found');
  const first = await ask('paper.attach', { visitId, kind: 'other', title: '转诊单', pages: [page] });
  const second = await ask('paper.attach', { visitId, kind: 'other', title: '委托书', pages: [page] });
  expect(second.paper.id).not.toBe(first.paper.id);
  const clash = { id: second.paper.id, title: '转诊单', form: 'copy' };
  expect((await refusal('paper.describe', clash)).code).toBe('input-invalid');
  const copy = await ask('paper.describe', { ...clash, title: '委托书', form: 'copy' });
  expect(copy.paper.form).toBe('copy');
});
