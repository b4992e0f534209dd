// A claim's verdict and findings are the same wherever they are asked for; its plan and the pages of its papers.

import { expect, test } from 'vitest';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { personFields, setDesk } from './desk.ts';

test('sums that differ and empty cover fields are found, each with what the sentence needs', async () => {
  const { ask, addPerson, addVisit, addInvoice } = setDesk();
  const person = await addPerson({ phone: '', bankName: '' });
  const visit = await addVisit(person.id);
  const line = { name: '胰岛素', category: '西药费', quantity: '1', unit: '支', amountFen: 100 };
  await addInvoice(visit.id, { totalFen: 300, cashFen: 200, lines: [line, { ...line, amountFen: 150 }] });
  await addInvoice(visit.id, { number: '0000000002', totalFen: 300, cashFen: 200, otherFen: null });
  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const { findings } = await ask('claim.get', { id: claim.id });
  const codes = ['cover-field-empty', 'list-total-differs', 'settlement-differs'];
  const told = findings
    .filter(({ code }) => codes.includes(code))
    .map(({ code, severity, field, params }) => [code, severity, field, params.statedFen, params.summedFen]);
  expect(told).toEqual([
    ['list-total-differs', 'blocks', '', 300, 250],
    ['settlement-differs', 'likely-returned', '', 300, 200],
    ['cover-field-empty', 'advice', 'bankName', undefined, undefined],
    ['cover-field-empty', 'advice', 'phone', undefined, undefined],
  ]);
});

test('the list, the claim, its readiness and the board say the same of it', async () => {
  const { ask, file, addPerson, addVisit, addInvoice } = setDesk();
  const person = await addPerson();
  const visit = await addVisit(person.id);
  await addInvoice(visit.id);
  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const answers = async () => {
    const { verdict, findings } = await ask('claim.readiness', { id: claim.id });
    const detail = await ask('claim.get', { id: claim.id });
    const [listed] = await ask('claim.list', { personId: person.id });
    const [entry] = (await ask('person.board', { personId: person.id })).entries;
    for (const one of [detail, listed, entry])
      expect({ verdict: one?.verdict, findings: one?.findings }).toEqual({ verdict, findings });
    const lacking = findings.filter(({ code }) => code === 'paper-missing').map(({ paperKind }) => paperKind);
    for (const { missing } of [await ask('visit.get', { id: visit.id }), detail.visits[0] ?? { missing: [] }])
      expect(missing.map(([kind]) => kind)).toEqual(lacking);
    const planned = (await ask('claim.plan', { id: claim.id })).visits[0]?.papers ?? [];
    expect(planned.filter(({ pages }) => pages.length === 0).map(({ kind }) => kind)).toEqual(lacking);
    return { verdict, lacking };
  };
  const before = await answers();
  expect(before.lacking).toEqual(['invoice', 'itemized-list', 'prescription', 'medical-record']);
  for (const kind of ['invoice', 'itemized-list', 'medical-record'] as const)
    await ask('scan.add', { path: file(`${kind}.tif`), target: { visitId: visit.id, kind } });
  expect((await answers()).lacking).toEqual(['prescription']);
  await ask('person.save', {
    id: person.id,
    fields: { ...personFields, insuredPlaceCode: '320100', insuredPlaceName: '江苏省南京市' },
  });
  expect((await answers()).lacking).toEqual([]);
});

test('what intake saw on a page is found at its paper, and goes with the page', async () => {
  const { ask, file, vault, addPerson, addVisit } = setDesk();
  const visit = await addVisit((await addPerson()).id);
  const { claim } = await ask('claim.create', { personId: visit.personId, visitIds: [visit.id] });
  const { scan } = await ask('scan.add', {
    path: file('清单.tif'),
    target: { visitId: visit.id, kind: 'itemized-list' },
  });
  savePageLooks(vault.db, scan ?? '', [
    { findings: [{ code: 'low-resolution', severity: 'strong', box: null, measure: 60 }], fingerprint: null },
    { findings: [{ code: 'nearly-blank', severity: 'strong', box: null, measure: 0 }], fingerprint: null },
  ]);
  const seen = async () =>
    (await ask('claim.get', { id: claim.id })).findings
      .filter(({ code }) => code.startsWith('scan-'))
      .map(({ code, severity, paperKind, params, remedy }) => [
        code,
        severity,
        paperKind,
        params.page,
        remedy,
      ]);
  const [list] = (await ask('visit.get', { id: visit.id })).papers;
  const remedy = { action: 'rescan-paper', target: list?.id };
  expect(await seen()).toEqual([
    ['scan-blank', 'likely-returned', 'itemized-list', 2, remedy],
    ['scan-unreadable', 'advice', 'itemized-list', 1, remedy],
  ]);
  await ask('paper.set-pages', { id: list?.id ?? '', pages: (list?.pages ?? []).slice(0, 1) });
  expect(await seen()).toEqual([['scan-unreadable', 'advice', 'itemized-list', 1, remedy]]);
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
