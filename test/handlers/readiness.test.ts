// Readiness over a real vault: the board, deadlines, estimate and own rules see what was stored, of this person only.

import { expect, test } from 'vitest';
import type { CallInput } from '../../electron/handlers/context.ts';
import type { ClaimEventFields, FilingFields } from '../../shared/claim-life.ts';
import { type Desk, setDesk } from './desk.ts';

const codes = (findings: readonly { code: string }[]) => new Set(findings.map(({ code }) => code));

async function setBoard(desk: Desk) {
  const person = await desk.addPerson({ insuredPlaceCode: '532800' });
  const visit = await desk.addVisit(person.id);
  await desk.addInvoice(visit.id);
  return { person, visit, board: () => desk.ask('person.board', { personId: person.id }) };
}

const filingFields = (personId: string): FilingFields => ({
  ...{ personId, category: 'long-term-resident', from: '2025-01-01', to: '', cityCode: '530100' },
  ...{ cityName: '昆明市', hospitals: [], waitingDays: null, how: 'app', proofId: null, note: '' },
});

test('the board shows visits in no claim as bundles, split by year, and then the claim made of one', async () => {
  const desk = setDesk();
  const { person, visit, board } = await setBoard(desk);
  const older = await desk.addVisit(person.id, { date: '2025-12-20' });
  const before = await board();
  expect(before.entries.map(({ claim, bundle }) => [claim, bundle.visitIds])).toEqual([
    [null, [older.id]],
    [null, [visit.id]],
  ]);
  expect(codes(before.entries.flatMap(({ findings }) => findings)).has('years-mixed')).toBe(false);
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id, older.id] });
  const after = await board();
  expect(after.entries.map((entry) => entry.claim?.id)).toEqual([claim.id]);
  expect(codes(after.entries[0]?.findings ?? []).has('years-mixed')).toBe(true);
  const own = await desk.ask('claim.readiness', { id: claim.id });
  expect(own.bundles).toHaveLength(2);
  expect(own.verdict.kind).toBe('fix');
});

test('what is recorded takes its finding away: papers, filing, approval', async () => {
  const desk = setDesk();
  const { person, visit, board } = await setBoard(desk);
  const found = async () => codes((await board()).entries.flatMap(({ findings }) => findings));
  const before = await found();
  expect(before.has('paper-missing')).toBe(true);
  expect(before.has('approval-missing')).toBe(true);
  for (const kind of ['invoice', 'itemized-list', 'prescription', 'medical-record'] as const)
    await desk.ask('scan.add', { path: desk.file(`${kind}.tif`), target: { visitId: visit.id, kind } });
  await desk.ask('filing.save', { id: null, fields: filingFields(person.id) });
  await desk.ask('approval.save', {
    id: null,
    fields: {
      ...{ personId: person.id, diseaseCode: 'M01600', diseaseName: '糖尿病', from: '2025-01-01', to: '' },
      ...{ hospitals: [], proofId: null, note: '' },
    },
  });
  const after = await found();
  for (const code of ['paper-missing', 'approval-missing', 'filing-missing', 'filing-unknown'])
    expect(after.has(code), code).toBe(false);
});

test('an invoice of another person in the vault is found with where it is', async () => {
  const desk = setDesk();
  const { board } = await setBoard(desk);
  const other = await desk.addPerson({ name: '李建国' });
  const visit = await desk.addVisit(other.id, { date: '2026-03-06' });
  const fields = {
    visitId: visit.id,
    kind: 'fiscal-receipt',
    code: '53060126',
    number: '0000000001',
  } as const;
  await desk.ask('invoice.save', {
    id: null,
    acceptTwin: true,
    fields: {
      ...fields,
      ...{ checkCode: '', issueDate: '', totalFen: 26840, fundFen: null, otherFen: null, accountFen: null },
      ...{ cashFen: null, selfPaidFen: null, ownExpenseFen: null, lines: [], note: '' },
    },
  });
  const [entry] = (await board()).entries;
  expect(codes(entry?.findings ?? []).has('invoice-of-other-person')).toBe(true);
});

test('deadlines stop when handed in and start again when papers are wanted; the calendar holds the same days', async () => {
  const desk = setDesk();
  const { person, visit } = await setBoard(desk);
  const kinds = async () => (await desk.ask('deadlines.list', {})).map(({ kind }) => kind);
  expect(await kinds()).toEqual(['claim']);
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const fields: ClaimEventFields = {
    ...{ claimId: claim.id, step: 'handed-in', on: '2026-06-01', payer: 'basic', office: '', channel: '' },
    ...{ receiptNumber: '', reasons: [], wanted: [], until: '', amountFen: null, note: '' },
  };
  await desk.ask('claim-event.add', { fields });
  expect(await kinds()).toEqual([]);
  const returned = { step: 'returned', on: '2026-06-20', reasons: ['stamp-missing'] } as const;
  await desk.ask('claim-event.add', {
    fields: { ...fields, ...returned, reasons: [...returned.reasons], until: '2026-07-05' },
  });
  const [wanted] = await desk.ask('deadlines.list', { personId: person.id });
  expect(wanted).toMatchObject({ kind: 'supplement', deadline: { date: '2026-07-05', daysLeft: 4 } });
  const calendar = await desk.ask('deadlines.calendar', { language: 'zh-CN' });
  expect(calendar.count).toBe(1);
  expect(calendar.text).toContain('DTSTART;VALUE=DATE:20260705');
  expect(calendar.text.match(/BEGIN:VALARM/g)).toHaveLength(4);
});

test('an estimate spans what is not known and narrows with the assumptions given, which are not stored', async () => {
  const desk = setDesk();
  const { person, visit } = await setBoard(desk);
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const open = await desk.ask('claim.estimate', { id: claim.id });
  expect(open.exact).toBe(false);
  expect(open.visits[0]?.reasons.length).toBeGreaterThan(0);
  const sure = (value: number) => ({ low: value, high: value, why: '' });
  const told = await desk.ask('claim.estimate', {
    id: claim.id,
    changes: [
      {
        visitId: visit.id,
        assumptions: {
          ...{ outside: sure(0), overLimit: sure(0), classBPrepaid: sure(0), deductible: sure(6840) },
          ...{ deductibleUsedFen: 0, rate: sure(600), penalties: [{ mode: 'none', permille: 0 }] },
        },
      },
    ],
  });
  expect(told).toMatchObject({
    exact: true,
    fund: { low: 12000, high: 12000 },
    own: { low: 14840, high: 14840 },
  });
  expect(await desk.ask('claim.estimate', { id: claim.id })).toEqual(open);
  expect(open.paid).toBeNull();
});

test('what was paid is compared with what was expected; a payment inside the range is no difference', async () => {
  const desk = setDesk();
  const { person, visit } = await setBoard(desk);
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const fields: ClaimEventFields = {
    ...{ claimId: claim.id, step: 'handed-in', on: '2026-06-01', payer: 'basic', office: '', channel: '' },
    ...{ receiptNumber: '', reasons: [], wanted: [], until: '', amountFen: null, note: '' },
  };
  await desk.ask('claim-event.add', { fields });
  await desk.ask('claim-event.add', { fields: { ...fields, step: 'paid', amountFen: 10000 } });
  const sure = (value: number) => ({ low: value, high: value, why: '' });
  const assumptions = {
    ...{ outside: sure(0), overLimit: sure(0), classBPrepaid: sure(0), deductible: sure(6840) },
    ...{ deductibleUsedFen: 0, rate: sure(600), penalties: [{ mode: 'none' as const, permille: 0 }] },
  };
  const told = await desk.ask('claim.estimate', {
    id: claim.id,
    changes: [{ visitId: visit.id, assumptions }],
  });
  expect(told.paid).toMatchObject({ paidFen: 10000, differenceFen: -2000, fit: 'less' });
  const open = await desk.ask('claim.estimate', { id: claim.id });
  expect(open.paid).toMatchObject({ paidFen: 10000, differenceFen: 0, fit: 'fits' });
});

test('an own rule is laid over the shipped ones, shared as a file, and taken back', async () => {
  const desk = setDesk();
  const place = '532800';
  const rule = {
    terms: [{ kind: 'months-from', anchor: 'visit', months: 4 }],
    claims: ['chronic-outpatient'],
  };
  const wish: CallInput<'rule-pack.override'> = {
    ...{ place, chapter: 'deadlines', ruleId: 'own-deadline', rule },
    ...{ note: '3月3日窗口说的', on: '2026-03-03' },
  };
  const { override, undo } = await desk.ask('rule-pack.override', wish);
  expect(override.shippedChanged).toBe(false);
  const { pack } = await desk.ask('rule-pack.get', { place });
  const own = pack.rules.find((one) => one.rule.id === 'own-deadline');
  expect([own?.level, own?.source.title['zh-CN'], own?.source.date]).toEqual([
    'own',
    '3月3日窗口说的',
    '2026-03-03',
  ]);
  const { person } = await setBoard(desk);
  const [entry] = await desk.ask('deadlines.list', { personId: person.id });
  expect(entry?.deadline).toMatchObject({ date: '2026-07-05', daysLeft: 4, rule: { level: 'own' } });
  const file = await desk.ask('rule-pack.export', { place });
  await desk.ask('undo.apply', { steps: undo });
  expect((await desk.ask('rule-pack.get', { place })).overrides).toEqual([]);
  const second = setDesk();
  const taken = await second.ask('rule-pack.import', { text: file.text });
  expect(taken.overrides.map(({ ruleId, note, on }) => [ruleId, note, on])).toEqual([
    ['own-deadline', '3月3日窗口说的', '2026-03-03'],
  ]);
  await second.ask('undo.apply', { steps: taken.undo });
  expect((await second.ask('rule-pack.get', { place })).overrides).toEqual([]);
});

test('an own rule that is not understood keeps nothing from being shown; it stays in the list and the others hold', async () => {
  const desk = setDesk();
  const { person, visit, board } = await setBoard(desk);
  const rule = {
    terms: [{ kind: 'months-from', anchor: 'visit', months: 4 }],
    claims: ['chronic-outpatient'],
  };
  const wish = { place: '532800', chapter: 'deadlines' as const, rule, note: '', on: '2026-03-03' };
  await desk.ask('rule-pack.override', { ...wish, ruleId: 'own-good' });
  await desk.ask('rule-pack.override', { ...wish, ruleId: 'own-strange' });
  desk.vault.db.exec(`UPDATE rule_override SET rule = '{"terms":"later"}' WHERE rule_id = 'own-strange'`);
  expect((await desk.ask('visit.list', { personId: person.id })).map(({ id }) => id)).toEqual([visit.id]);
  expect((await board()).entries).toHaveLength(1);
  const { pack, overrides } = await desk.ask('rule-pack.get', { place: '532800' });
  const own = pack.rules.filter(({ level }) => level === 'own').map((one) => one.rule.id);
  expect([own, overrides.map(({ ruleId }) => ruleId)]).toEqual([['own-good'], ['own-good', 'own-strange']]);
});

test('a rule that does not fit its chapter and a file that is no file of rules are refused', async () => {
  const desk = setDesk();
  const wish = { place: '532800', chapter: 'deadlines', ruleId: 'own', note: '', on: '2026-03-03' };
  const bad = await desk.refusal('rule-pack.override', { ...wish, rule: { terms: [] } });
  expect(bad.code).toBe('rule-invalid');
  expect((await desk.refusal('rule-pack.override', { ...wish, rule: null })).code).toBe('not-found');
  for (const text of ['', '{}', '[1]', 'null'])
    expect((await desk.refusal('rule-pack.import', { text })).code, text).toBe('rule-invalid');
  expect((await desk.ask('rule-pack.get', { place: '532800' })).overrides).toEqual([]);
});
