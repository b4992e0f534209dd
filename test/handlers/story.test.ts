// The main way through all handlers, in a real vault.

import { expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { answer } from '../../electron/handlers/answer.ts';
import { isGap } from '../../shared/rules/finding.ts';
import { setDesk } from './desk.ts';

test('a claim is gathered from visits, invoices and scans, and its plan holds every page in order', async () => {
  const { ask, file, addPerson, addVisit, addInvoice } = setDesk();
  const person = await addPerson();
  const late = await addVisit(person.id, { date: '2026-04-02' });
  const early = await addVisit(person.id);
  await addInvoice(early.id);
  const target = { visitId: early.id, kind: 'invoice' as const };
  const added = await ask('scan.add', { path: file('发票.tif'), target });
  expect(added).toMatchObject({ outcome: 'kept', places: [`${early.id}/invoice`], problem: null });
  const again = await ask('scan.add', { path: file('copy.tif', '发票.tif'), target });
  expect(again).toMatchObject({ outcome: 'duplicate', undo: [], scan: added.scan });
  const waiting = await ask('scan.add', { path: file('病历.tif') });
  expect(waiting.places).toEqual(['inbox']);
  const items = await ask('inbox.list', {});
  await ask('inbox.assign', { ids: items.map((item) => item.id), visitId: early.id, kind: 'medical-record' });
  expect(await ask('inbox.list', {})).toEqual([]);

  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [late.id, early.id] });
  expect(claim).toMatchObject({
    number: '2026-王秀兰-01',
    title: '2026 年门诊慢特病',
    visitIds: [early.id, late.id],
  });
  const detail = await ask('claim.get', { id: claim.id });
  expect(detail).toMatchObject({ totalFen: 26840, invoiceCount: 1 });
  expect(
    detail.findings
      .filter(isGap)
      .map(({ code, paperKind, visitId }) => [code, visitId === early.id, paperKind ?? '']),
  ).toEqual([
    ['paper-missing', true, 'itemized-list'],
    ['paper-missing', false, 'invoice'],
    ['paper-missing', false, 'itemized-list'],
    ['paper-missing', false, 'prescription'],
    ['paper-missing', false, 'medical-record'],
    ['invoice-missing', false, ''],
    // Likely to be returned, as nobody has written down whether Xishuangbanna takes the record alone.
    ['paper-missing', true, 'prescription'],
  ]);
  const plan = await ask('claim.plan', { id: claim.id });
  expect(plan.visits.map((visit) => visit.papers.map((paper) => [paper.kind, paper.pages.length]))).toEqual([
    [
      ['invoice', 2],
      ['itemized-list', 0],
      ['prescription', 0],
      ['medical-record', 2],
    ],
    [
      ['invoice', 0],
      ['itemized-list', 0],
      ['prescription', 0],
      ['medical-record', 0],
    ],
  ]);
  expect(JSON.stringify(plan)).not.toMatch(/(person|visit|claim|paper)-[0-9a-z]{10}|T\d\d:/);
  expect(await ask('vault.check', {})).toMatchObject({ ok: true, scans: 2, troubles: [] });
});

test('a reading program beside it sees the same, and may not write', async () => {
  const { context, vault, addPerson } = setDesk();
  const person = await addPerson();
  const reading = openVault(vault.dir, { access: 'read', way: 'command-line' });
  const beside = { ...context, vault: reading };
  expect(await answer(beside, 'person.get', { id: person.id })).toEqual({ ok: true, value: person });
  expect(await answer(beside, 'person.remove', { id: person.id })).toMatchObject({
    ok: false,
    problem: { code: 'vault-read-only' },
  });
  reading.close();
});
