// What surrounds a claim: filings, approvals, standing papers, hospitals and facts are kept, checked, taken back.

import { expect, test } from 'vitest';
import type { CallInput } from '../../electron/handlers/context.ts';
import type {
  ApprovalFields,
  FilingFields,
  HospitalFields,
  StandingPaperFields,
} from '../../shared/claim-life.ts';
import { setDesk } from './desk.ts';

const filingFields = (personId: string, change: Partial<FilingFields> = {}): FilingFields => ({
  ...{ personId, category: 'long-term-resident', from: '2025-01-01', to: '', cityCode: '530100' },
  ...{ cityName: '昆明市', hospitals: [], waitingDays: null, how: 'app', proofId: null, note: '' },
  ...change,
});
const approvalFields = (personId: string, change: Partial<ApprovalFields> = {}): ApprovalFields => ({
  ...{ personId, diseaseCode: 'm01600 ', diseaseName: '糖尿病', from: '2025-01-01', to: '2026-12-31' },
  ...{ hospitals: [], proofId: null, note: '' },
  ...change,
});
const paperFields = (personId: string, change: Partial<StandingPaperFields> = {}): StandingPaperFields => ({
  ...{ personId, kind: 'identity-card', title: '', expires: '', pages: [] },
  ...change,
});
const hospitalFields = (change: Partial<HospitalFields> = {}): HospitalFields => ({
  ...{ name: '昆明医科大学第一附属医院', aliases: ['昆医附一院'], grade: 'tertiary', code: '' },
  ...{ cityCode: '530100', cityName: '昆明市', designated: null },
  ...change,
});

test('a filing is saved, changed, removed, and each of these is taken back', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const list = async () => (await desk.ask('filing.list', { personId: person.id })).map(({ to }) => to);
  const added = await desk.ask('filing.save', { id: null, fields: filingFields(person.id) });
  const { id } = added.filing;
  const changed = await desk.ask('filing.save', {
    id,
    fields: filingFields(person.id, { to: '2026-01-01', hospitals: ['甲', '', '乙'] }),
  });
  expect(changed.filing.hospitals).toEqual(['甲', '乙']);
  const removed = await desk.ask('filing.remove', { id });
  expect(await list()).toEqual([]);
  await desk.ask('undo.apply', { steps: removed.undo });
  expect(await list()).toEqual(['2026-01-01']);
  await desk.ask('undo.apply', { steps: [...changed.undo] });
  expect(await list()).toEqual(['']);
  await desk.ask('undo.apply', { steps: added.undo });
  expect(await list()).toEqual([]);
  const again = await desk.ask('filing.save', { id: null, fields: filingFields(person.id) });
  const same = await desk.ask('filing.save', { id: again.filing.id, fields: filingFields(person.id) });
  expect(same.undo).toEqual([]);
  const held = await desk.refusal('person.remove', { id: person.id });
  expect(held).toEqual({ code: 'has-dependents', params: { what: 'person', count: 1 } });
});

test('dates, places, codes and proofs of somebody else are refused and nothing is stored', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const other = await desk.addPerson({ name: '李建国' });
  const { standingPaper } = await desk.ask('standing-paper.save', {
    id: null,
    fields: paperFields(other.id),
  });
  const filing = async (change: Partial<FilingFields>) =>
    (await desk.refusal('filing.save', { id: null, fields: filingFields(person.id, change) })).code;
  expect(await filing({ to: '2024-12-31' })).toBe('date-order');
  expect(await filing({ from: '2025-02-30' })).toBe('date-invalid');
  expect(await filing({ cityCode: '5301' })).toBe('place-code-invalid');
  expect(await filing({ proofId: standingPaper.id })).toBe('not-found');
  expect(await filing({ personId: 'person-0000000000' })).toBe('not-found');
  const hospital = async (change: Partial<HospitalFields>) =>
    (await desk.refusal('hospital.save', { id: null, fields: hospitalFields(change) })).code;
  expect(await hospital({ code: 'H123' })).toBe('hospital-code-invalid');
  expect(await hospital({ name: ' ' })).toBe('name-empty');
  const counts = desk.vault.db
    .prepare('SELECT (SELECT count(*) FROM filing) + (SELECT count(*) FROM hospital)')
    .pluck();
  expect(counts.get()).toBe(0);
});

test('an approval keeps its code as the list has it', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const { approval } = await desk.ask('approval.save', { id: null, fields: approvalFields(person.id) });
  expect(approval.diseaseCode).toBe('M01600');
  const other = await desk.addPerson({ name: '李建国' });
  expect(await desk.ask('approval.list', { personId: other.id })).toEqual([]);
});

test('scans of the inbox become a standing paper, say where they are, and go back', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  await desk.ask('scan.add', { path: desk.file('身份证.tif') });
  const [item] = await desk.ask('inbox.list', {});
  const { standingPaper } = await desk.ask('standing-paper.save', {
    id: null,
    fields: paperFields(person.id),
  });
  const input: CallInput<'standing-paper.assign'> = { id: standingPaper.id, inboxIds: [item?.id ?? ''] };
  const assigned = await desk.ask('standing-paper.assign', input);
  expect(assigned.standingPaper.pages.map(({ page }) => page)).toEqual([0, 1]);
  const scan = item?.scan.id ?? '';
  expect((await desk.ask('scan.get', { id: scan })).places).toEqual([`${person.id}/identity-card`]);
  expect((await desk.ask('scan.add', { path: desk.file('身份证.tif') })).outcome).toBe('duplicate');
  await desk.ask('undo.apply', { steps: assigned.undo });
  expect((await desk.ask('inbox.list', {})).map(({ id }) => id)).toEqual([item?.id]);
  expect((await desk.ask('standing-paper.list', {}))[0]?.pages).toEqual([]);
});

test('a hospital is found by a name that is only nearly the same, and never mixed with its sisters', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  await desk.addVisit(person.id, { hospital: '昆明市延安医院' });
  await desk.ask('hospital.save', { id: null, fields: hospitalFields() });
  await desk.ask('hospital.save', {
    id: null,
    fields: hospitalFields({ name: '昆明医科大学第二附属医院', aliases: [] }),
  });
  const names = async (text: string) => (await desk.ask('hospital.match', { text })).map(({ name }) => name);
  expect(await names('昆明医科大学附属第一医院')).toEqual(['昆明医科大学第一附属医院']);
  expect(await names('昆明医科大学 第一附属医院（呈贡）')).toEqual(['昆明医科大学第一附属医院']);
  expect(await names('昆医附一院')).toEqual(['昆明医科大学第一附属医院']);
  expect(await names('延安医院')).toEqual(['昆明市延安医院']);
  expect(await names('北京协和医院')).toEqual([]);
  expect(await names('')).toHaveLength(3);
});

test('facts have their defaults until somebody says otherwise, and come back by undo', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  const target = { visitId: visit.id, kind: 'itemized-list' as const };
  await desk.ask('scan.add', { path: desk.file('清单.tif'), target });
  const [before] = await desk.ask('paper-facts.list', { visitId: visit.id });
  expect(before).toMatchObject({ stamped: 'unknown', copies: 0, originalAt: 'home', printedTotalFen: null });
  if (!before) throw new Error('no paper');
  const saved = await desk.ask('paper-facts.save', { ...before, stamped: 'yes', originalAt: 'office' });
  expect(await desk.ask('paper-facts.list', { visitId: visit.id })).toEqual([saved.facts]);
  await desk.ask('undo.apply', { steps: saved.undo });
  expect(await desk.ask('paper-facts.list', { visitId: visit.id })).toEqual([before]);
  const wrong = await desk.refusal('paper-facts.save', { ...before, paperId: 'paper-0000000000' });
  expect(wrong.code).toBe('not-found');
  const died = { personId: person.id, diedOn: '2026-06-01', accountKind: 'relative' } as const;
  const told = await desk.ask('person-facts.save', died);
  expect(await desk.ask('person-facts.get', { personId: person.id })).toEqual(died);
  await desk.ask('undo.apply', { steps: told.undo });
  expect((await desk.ask('person-facts.get', { personId: person.id })).diedOn).toBe('');
});

test('two spellings of a hospital are asked about, made one, and taken apart; other hospitals are not asked about', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  for (const hospital of ['昆明市延安医院', '昆明延安医院', '昆明市第一人民医院', '昆明市第二人民医院'])
    await desk.addVisit(person.id, { hospital });
  await desk.addVisit(person.id, { hospital: '昆明市人民医院' });
  const asked = async () =>
    (await desk.ask('hospital.alike', {})).map(({ one, other }) => [one.name, other.name].sort());
  expect(await asked()).toEqual([['昆明市延安医院', '昆明延安医院']]);
  const fields = hospitalFields({ name: '昆明市延安医院', aliases: [], grade: '', designated: true });
  const { hospital } = await desk.ask('hospital.save', { id: null, fields });
  const { hospital: second } = await desk.ask('hospital.save', {
    id: null,
    fields: hospitalFields({ name: '昆明延安医院', aliases: ['延安医院'], code: 'H53010200002' }),
  });
  const merged = await desk.ask('hospital.merge', { id: hospital.id, name: '昆明延安医院' });
  expect(merged.hospital).toEqual({
    ...hospital,
    ...{ aliases: ['昆明延安医院', '延安医院'], grade: 'tertiary', code: 'H53010200002' },
  });
  expect(await asked()).toEqual([]);
  expect((await desk.ask('hospital.match', { text: '延安医院' }))[0]).toMatchObject({ visits: 2 });
  await desk.ask('undo.apply', { steps: merged.undo });
  expect(await desk.ask('hospital.list', {})).toEqual([hospital, second]);
  await desk.ask('hospital.save', {
    id: hospital.id,
    fields: { ...fields, code: 'H53010200001' },
  });
  expect(await asked()).toEqual([]);
  expect((await desk.refusal('hospital.merge', { id: 'hospital-0000000000', name: '甲' })).code).toBe(
    'not-found',
  );
  expect(await desk.refusal('hospital.merge', { id: hospital.id, name: '昆明延安医院' })).toEqual({
    code: 'hospital-codes-differ',
    params: {
      ...{ name: '昆明市延安医院', code: 'H53010200001' },
      ...{ other: '昆明延安医院', otherCode: 'H53010200002' },
    },
  });
  expect(await desk.ask('hospital.list', {})).toHaveLength(2);
});

test('two hospitals that only sound alike are not asked about again, until that is taken back', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  for (const hospital of ['昆明市延安医院', '昆明延安医院']) await desk.addVisit(person.id, { hospital });
  const asked = async () => (await desk.ask('hospital.alike', {})).length;
  expect(await asked()).toBe(1);
  const said = await desk.ask('hospital.apart', { names: ['昆明延安医院', '昆明市延安医院'], apart: true });
  expect(await asked()).toBe(0);
  const again = await desk.ask('hospital.apart', { names: ['昆明市延安医院', '昆明延安医院'], apart: true });
  expect(again.undo).toEqual([]);
  await desk.addVisit(person.id, { hospital: '昆明市延安医院分院' });
  expect(await asked()).toBeGreaterThan(0);
  await desk.ask('undo.apply', { steps: said.undo });
  expect(
    (await desk.ask('hospital.alike', {})).map(({ one, other }) => [one.name, other.name].sort()),
  ).toContainEqual(['昆明市延安医院', '昆明延安医院']);
});
