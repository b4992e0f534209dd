// What the handlers refuse, with the code and the value the sentence needs; and that nothing stored changes by it.

import { expect, test } from 'vitest';
import { invoiceFields, personFields, setDesk, visitFields } from './desk.ts';

test('the door names what is wrong with an input', async () => {
  const { refusal } = setDesk();
  expect(await refusal('person.fly', {})).toEqual({ code: 'unknown-call', params: { call: 'person.fly' } });
  expect((await refusal('constructor', {})).code).toBe('unknown-call');
  expect(await refusal('person.get', { id: 7 })).toMatchObject({
    code: 'input-invalid',
    params: { field: 'id' },
  });
  expect((await refusal('person.list', null)).code).toBe('input-invalid');
  const missing = await refusal('person.get', { id: 'person-0000000000' });
  expect(missing).toEqual({ code: 'not-found', params: { what: 'person', id: 'person-0000000000' } });
});

test('a person needs a name, a right citizen number and a real place code', async () => {
  const { ask, refusal, addPerson } = setDesk();
  const save = (change: object) =>
    refusal('person.save', { id: null, fields: { ...personFields, ...change } });
  expect((await save({ name: '  ' })).code).toBe('name-empty');
  expect(await save({ citizenId: '532800195001010018' })).toEqual({
    code: 'citizen-id-invalid',
    params: { value: '532800195001010018' },
  });
  expect((await save({ insuredPlaceCode: '12' })).code).toBe('place-code-invalid');
  expect(await ask('person.list', {})).toEqual([]);
  const person = await addPerson({ citizenId: ' １１０１０５１９４９１２３１００２x ' });
  expect(person.citizenId).toBe('11010519491231002X');
  expect((await addPerson({ citizenId: '' })).citizenId).toBe('');
});

test('a visit has a real day, not in the future, and ends after it began', async () => {
  const { refusal, addPerson } = setDesk();
  const { id } = await addPerson();
  const save = (change: object) => refusal('visit.save', { id: null, fields: visitFields(id, change) });
  expect(await save({ date: '2026-02-30' })).toEqual({
    code: 'date-invalid',
    params: { value: '2026-02-30' },
  });
  expect((await save({ endDate: '2026-2-3' })).code).toBe('date-invalid');
  expect((await save({ date: '2026-07-02' })).code).toBe('date-in-future');
  expect((await save({ endDate: '2026-07-02' })).code).toBe('date-in-future');
  expect(await save({ endDate: '2026-03-01' })).toEqual({
    code: 'date-order',
    params: { from: '2026-03-05', to: '2026-03-01' },
  });
  expect((await save({ personId: 'person-0000000000' })).code).toBe('not-found');
});

test('an invoice has the digits of its kind and an amount', async () => {
  const { refusal, ask, addPerson, addVisit, addInvoice } = setDesk();
  const visit = await addVisit((await addPerson()).id);
  const save = async (change: object) =>
    (await refusal('invoice.save', { id: null, fields: invoiceFields(visit.id, change) })).code;
  expect(await save({ number: '123' })).toBe('invoice-number-invalid');
  expect(await save({ code: '123' })).toBe('invoice-code-invalid');
  expect(await save({ checkCode: '!' })).toBe('invoice-check-code-invalid');
  expect(await save({ kind: 'digital-invoice' })).toBe('invoice-number-invalid');
  expect(await save({ kind: 'vat-invoice', number: '12345678' })).toBe('invoice-code-invalid');
  expect(await save({ totalFen: -1 })).toBe('amount-negative');
  expect(await save({ totalFen: 1.5 })).toBe('amount-invalid');
  expect(await save({ totalFen: 1e12 })).toBe('amount-too-large');
  expect(await save({ issueDate: '2027-01-01' })).toBe('date-in-future');
  expect(await ask('invoice.list', {})).toEqual([]);
  await addInvoice(visit.id, { kind: 'paper-receipt', code: 'A', number: '无号-1', checkCode: '?' });
  await addInvoice(visit.id, { code: '', number: '', checkCode: '' });
});

test('the same invoice is logged twice only by one who says so, and knows which one it meets', async () => {
  const { ask, refusal, addPerson, addVisit, addInvoice } = setDesk();
  const visit = await addVisit((await addPerson()).id);
  const first = await addInvoice(visit.id);
  const twin = { id: null, fields: invoiceFields(visit.id, { number: '00000 00001', totalFen: 5 }) };
  expect(await refusal('invoice.save', twin)).toEqual({
    code: 'invoice-already-logged',
    params: {
      number: first.number,
      person: '王秀兰',
      date: '2026-03-05',
      hospital: '昆明医科大学第一附属医院',
      visit: visit.id,
      invoice: first.id,
    },
  });
  const { invoice } = await ask('invoice.save', { ...twin, acceptTwin: true });
  expect(invoice.twinAccepted).toBe(true);
  await ask('invoice.remove', { id: invoice.id });
  await ask('invoice.remove', { id: first.id });
  const other = await addInvoice(visit.id);
  expect((await refusal('invoice.restore', { id: first.id })).code).toBe('invoice-already-logged');
  expect((await ask('invoice.list', {})).map(({ id }) => id)).toEqual([other.id]);
});

test('a claim holds visits of its one person that no other claim holds', async () => {
  const { ask, refusal, addPerson, addVisit } = setDesk();
  const person = await addPerson();
  const other = await addPerson({ name: '李建国', citizenId: '' });
  const visit = await addVisit(person.id);
  const foreign = await addVisit(other.id);
  const create = (visitIds: string[]) => refusal('claim.create', { personId: person.id, visitIds });
  expect((await create([foreign.id])).code).toBe('visit-of-other-person');
  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  expect(await create([visit.id])).toEqual({
    code: 'visit-in-other-claim',
    params: { visit: visit.id, claim: '2026-王秀兰-01' },
  });
  const { title, status, order } = claim;
  const empty = await refusal('claim.save', { id: claim.id, title, status, order, visitIds: [] });
  expect(empty.code).toBe('claim-empty');
  expect((await refusal('visit.remove', { id: visit.id })).code).toBe('has-dependents');
  expect(await refusal('person.remove', { id: person.id })).toMatchObject({ params: { count: 2 } });
  await ask('claim.remove', { id: claim.id });
  const again = await ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  expect(again.claim.number).toBe('2026-王秀兰-02');
  expect((await refusal('claim.restore', { id: claim.id })).code).toBe('visit-in-other-claim');
});

test('saving what is stored changes nothing', async () => {
  const { ask, addPerson, addVisit } = setDesk();
  const person = await addPerson();
  const visit = await addVisit(person.id);
  expect(await ask('person.save', { id: person.id, fields: personFields })).toEqual({ person, undo: [] });
  const same = await ask('visit.save', { id: visit.id, fields: visitFields(person.id) });
  expect(same).toEqual({ visit, undo: [] });
});

test('a refused file is an answer, and an undo step is all or nothing', async () => {
  const { ask, refusal, context, addPerson } = setDesk();
  const absent = await ask('scan.add', { path: '/nowhere/缺.pdf' });
  expect(absent).toMatchObject({ file: '缺.pdf', outcome: 'refused', scan: null });
  expect(absent.problem?.code).toBe('path-unreadable');
  const person = await addPerson();
  const steps = [
    { call: 'person.archive', input: { id: person.id, archived: true } },
    { call: 'person.get', input: { id: person.id } },
  ];
  expect((await refusal('undo.apply', { steps })).code).toBe('not-allowed');
  expect(await ask('person.get', { id: person.id })).toEqual(person);
  expect(context.vault.db.inTransaction).toBe(false);
});
