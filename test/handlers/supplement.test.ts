// What a supplement holds: only what is new since the version handed in last, and what of the wanted papers it answers.

import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClaimEventFields } from '../../shared/claim-life.ts';
import type { PaperKind } from '../../shared/domain.ts';
import { type Desk, setDesk } from './desk.ts';

/** Two visits with an invoice and a list each. */
async function setClaim(desk: Desk) {
  const person = await desk.addPerson();
  const first = await desk.addVisit(person.id);
  const second = await desk.addVisit(person.id, { date: '2026-03-20', hospital: '昆明市第一人民医院' });
  const attach = (visitId: string, kind: PaperKind, name: string) =>
    desk.ask('scan.add', { path: desk.file(name), target: { visitId, kind } });
  for (const [visit, number] of [
    [first, '0000000001'],
    [second, '0000000002'],
  ] as const) {
    await desk.addInvoice(visit.id, { number });
    await attach(visit.id, 'invoice', `发票 ${number}.tif`);
    await attach(visit.id, 'itemized-list', `清单 ${number}.tif`);
  }
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [first.id, second.id] });
  const step = (change: Partial<ClaimEventFields>) =>
    desk.ask('claim-event.add', {
      fields: {
        ...{ claimId: claim.id, step: 'handed-in', on: '2026-04-01', payer: 'basic', note: '' },
        ...{ office: '景洪市医保中心', channel: 'window', receiptNumber: 'SL-0001', reasons: [], wanted: [] },
        ...{ until: '', amountFen: null },
        ...change,
      },
      packet: null,
    });
  const returned = (wanted: ClaimEventFields['wanted'] = []) =>
    step({
      ...{ step: 'returned', on: '2026-04-10', until: '2026-04-25', receiptNumber: '' },
      ...{ reasons: ['paper-missing'], note: '第二次的处方没有', wanted },
    });
  const outline = () => desk.ask('claim.supplement', { id: claim.id });
  const plan = () => desk.ask('claim.plan', { id: claim.id, supplement: true });
  const refusal = async () => (await desk.refusal('claim.plan', { id: claim.id, supplement: true })).code;
  return { person, first, second, claim, attach, step, returned, outline, plan, refusal };
}

test('before anything was handed in, or while nothing is new, there is no supplement', async () => {
  const desk = setDesk();
  const { step, returned, outline, refusal } = await setClaim(desk);
  expect(await outline()).toEqual({ version: null, papers: [], removed: [], wanted: [] });
  expect(await refusal()).toBe('claim-not-handed-in');
  await step({});
  await returned();
  expect(await outline()).toEqual({ version: 1, papers: [], removed: [], wanted: [] });
  expect(await refusal()).toBe('supplement-empty');
});

test('holds the added and the changed papers of the visits they belong to, and the reply that cites the first bundle', async () => {
  const desk = setDesk();
  const { first, second, attach, step, returned, outline, plan, refusal } = await setClaim(desk);
  await step({});
  await returned([
    { visitId: second.id, kind: 'prescription', note: '要有签名' },
    { visitId: first.id, kind: 'medical-record', note: '' },
    { visitId: null, kind: 'bank-card', note: '' },
  ]);
  await attach(second.id, 'prescription', '处方.tif');
  await attach(second.id, 'itemized-list', '清单第二页.tif');
  const { papers, wanted, removed } = await outline();
  expect(papers.map(({ kind, change }) => [kind, change])).toEqual([
    ['itemized-list', 'changed'],
    ['prescription', 'added'],
  ]);
  expect(removed).toEqual([]);
  expect(wanted.map(({ kind, answer }) => [kind, answer])).toEqual([
    ['prescription', 'enclosed'],
    ['medical-record', 'missing'],
    ['bank-card', 'missing'],
  ]);
  const { visits, supplement } = await plan();
  expect(visits.map(({ id, date, papers: sent }) => [id, date, sent.map(({ kind }) => kind)])).toEqual([
    ['2', '2026-03-20', ['itemized-list', 'prescription']],
  ]);
  expect(supplement).toMatchObject({
    first: { on: '2026-04-01', office: '景洪市医保中心', receiptNumber: 'SL-0001', pageCount: null },
    version: 1,
    returned: { on: '2026-04-10', reasons: ['paper-missing'], until: '2026-04-25', note: '第二次的处方没有' },
  });
  expect(supplement?.wanted[0]?.visit).toEqual({
    date: '2026-03-20',
    hospital: '昆明市第一人民医院',
    row: 2,
  });
  await step({ step: 'supplemented', on: '2026-04-12' });
  expect(await refusal()).toBe('supplement-empty');
  expect((await outline()).version).toBe(2);
});

test('a paper asked for by name goes again when nothing new answers it; the others stay where they are', async () => {
  const desk = setDesk();
  const { first, attach, step, returned, outline } = await setClaim(desk);
  await step({});
  await returned([{ visitId: first.id, kind: 'invoice', note: '要原件' }]);
  expect((await outline()).papers.map(({ visitId, kind, change }) => [visitId, kind, change])).toEqual([
    [first.id, 'invoice', 'again'],
  ]);
  expect((await outline()).wanted.map(({ answer }) => answer)).toEqual(['again']);
  await attach(first.id, 'invoice', '发票补页.tif');
  expect((await outline()).papers.map(({ change }) => change)).toEqual(['changed']);
  expect((await outline()).wanted.map(({ answer }) => answer)).toEqual(['enclosed']);
});

test('names the left-out pages of what is sent, and takes along only the electronic files that belong to it', async () => {
  const desk = setDesk();
  const { first, second, claim, attach, step, returned, outline, plan } = await setClaim(desk);
  const electronic = async (visitId: string, kind: PaperKind, name: string) => {
    const path = desk.file(`${name}.xml`);
    writeFileSync(path, `<?xml version="1.0"?><EInvoice><Number>${name}</Number></EInvoice>`);
    const added = await desk.ask('scan.add', { path, target: { visitId, kind } });
    expect(added).toMatchObject({ outcome: 'kept', mediaType: 'application/xml' });
  };
  await electronic(second.id, 'invoice', '发票 2');
  await electronic(first.id, 'invoice', '发票 1');
  await step({});
  await returned([{ visitId: second.id, kind: 'prescription', note: '' }]);
  await attach(second.id, 'prescription', '处方.tif');
  await attach(second.id, 'prescription', '处方背面.tif');
  await electronic(second.id, 'prescription', '电子处方');
  const { papers } = await outline();
  const sent = papers.find(({ kind }) => kind === 'prescription');
  const [back] = sent?.pages.slice(-1) ?? [];
  await desk.ask('claim.exclude-page', {
    ...{ id: claim.id, paperId: sent?.paperId ?? '', scan: back?.scan ?? '', page: 1, reason: '空白背面' },
  });
  const { visits, excluded } = await plan();
  expect(
    visits.map(({ papers: all, attachments }) => [all.length, attachments?.map(({ fileName }) => fileName)]),
  ).toEqual([[1, ['电子处方.xml']]]);
  expect(excluded).toMatchObject([{ kind: 'prescription', fileName: '处方背面.tif', reason: '空白背面' }]);
  const whole = await desk.ask('claim.plan', { id: claim.id });
  expect(whole.visits.map(({ attachments }) => attachments?.length)).toEqual([1, 2]);
  await step({ step: 'supplemented', on: '2026-04-12' });
  const { versions } = await desk.ask('claim.versions', { id: claim.id });
  expect(versions.map(({ manifest }) => manifest.leftOut?.map(({ reason }) => reason))).toEqual([
    undefined,
    ['空白背面'],
  ]);
});

test('a paper whose pages are all left out is taken out, and answers nothing that was asked for', async () => {
  const desk = setDesk();
  const { first, claim, step, returned, outline, plan } = await setClaim(desk);
  await step({});
  await returned([{ visitId: first.id, kind: 'itemized-list', note: '' }]);
  const [list] = (await outline()).papers;
  for (const { scan, page } of list?.pages ?? [])
    await desk.ask('claim.exclude-page', {
      ...{ id: claim.id, paperId: list?.paperId ?? '', scan, page, reason: '印错了' },
    });
  const { papers, removed, wanted } = await outline();
  expect([papers, removed.map(({ kind }) => kind)]).toEqual([[], ['itemized-list']]);
  expect(wanted.map(({ answer }) => answer)).toEqual(['missing']);
  expect((await plan()).supplement?.removed.map(({ kind }) => kind)).toEqual(['itemized-list']);
  await step({ step: 'supplemented', on: '2026-04-12' });
  await desk.ask('claim.include-page', {
    ...{ id: claim.id, paperId: list?.paperId ?? '', scan: list?.pages[0]?.scan ?? '', page: 0 },
  });
  expect((await outline()).papers.map(({ kind, change }) => [kind, change])).toEqual([
    ['itemized-list', 'added'],
  ]);
});

test('a visit taken out, and a new visit put in', async () => {
  const desk = setDesk();
  const { person, first, second, claim, attach, step, returned, plan } = await setClaim(desk);
  await step({});
  await returned();
  const third = await desk.addVisit(person.id, { date: '2026-03-01' });
  await attach(third.id, 'invoice', '新发票.tif');
  const { id, title, order, status } = (await desk.ask('claim.get', { id: claim.id })).claim;
  await desk.ask('claim.save', { id, title, order, status, visitIds: [first.id, third.id] });
  const { visits, supplement } = await plan();
  expect(visits.map(({ date, papers }) => [date, papers.map(({ change }) => change)])).toEqual([
    ['2026-03-01', ['added']],
  ]);
  expect(visits[0]?.id).toMatch(/^new-/);
  expect(supplement?.removed).toEqual(
    (['invoice', 'itemized-list'] as const).map((kind) => ({
      kind,
      title: '',
      visit: { date: second.date, hospital: second.hospital, row: 2 },
    })),
  );
});

test('an own paper of the person answers what is wanted of no visit, and the number of the receipt may come later', async () => {
  const desk = setDesk();
  const { person, step, outline, attach, first, plan } = await setClaim(desk);
  await step({ receiptNumber: '' });
  await step({ step: 'accepted', on: '2026-04-03', receiptNumber: '受理-77' });
  const wanted = [{ visitId: null, kind: 'bank-card' as const, note: '' }];
  await step({
    step: 'returned',
    on: '2026-04-10',
    reasons: ['account-unusable'],
    receiptNumber: '',
    wanted,
  });
  const fields = { personId: person.id, kind: 'bank-card' as const, title: '', expires: '' };
  const { scan } = await desk.ask('scan.add', { path: desk.file('银行卡.tif'), target: null });
  await desk.ask('standing-paper.save', {
    id: null,
    fields: { ...fields, pages: [{ scan: scan ?? '', page: 0, turn: 0 }] },
  });
  expect((await outline()).wanted.map(({ answer }) => answer)).toEqual(['separate']);
  await attach(first.id, 'prescription', '处方.tif');
  expect((await plan()).supplement?.first.receiptNumber).toBe('受理-77');
});
