// What a year has used of deductible and cap reaches the estimate from one place only: the person's note, or the payments.

import { expect, test } from 'vitest';
import { type Desk, setDesk } from './desk.ts';

const noted = { deductibleFen: null, deductibleUsedFen: null, capFen: null, capUsedFen: null };

/** A claim that was paid 150.00 for a visit of 268.40, and a second one that is to be estimated. */
async function setYear(desk: Desk) {
  const person = await desk.addPerson();
  const make = async (date: string, number: string) => {
    const visit = await desk.addVisit(person.id, { date });
    await desk.addInvoice(visit.id, { number, issueDate: date, ownExpenseFen: 0 });
    return (await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] })).claim;
  };
  const [first, second] = [await make('2026-03-05', '0000000001'), await make('2026-04-05', '0000000002')];
  const step = (more: object) =>
    desk.ask('claim-event.add', {
      fields: {
        ...{ claimId: first.id, step: 'handed-in', on: '2026-05-01', payer: 'basic', office: '', note: '' },
        ...{ channel: '', receiptNumber: '', reasons: [], wanted: [], until: '', amountFen: null },
        ...more,
      },
    });
  await step({});
  await step({ step: 'paid', amountFen: 15_000 });
  const basis = async (id = second.id) => (await desk.ask('claim.estimate', { id })).visits[0]?.basis;
  const note = (change: object) =>
    desk.ask('person-year.save', { personId: person.id, year: 2026, ...noted, ...change });
  return { person, first, second, basis, note, step };
}

test('without a note, what the fund paid this year for other claims counts; the claim itself does not', async () => {
  const desk = setDesk();
  const { first, basis } = await setYear(desk);
  expect(await basis()).toMatchObject({ year: 2026, cap: { fen: 15_000, from: 'counted' } });
  expect(await basis(first.id)).toMatchObject({ cap: { fen: 0, from: 'none' } });
});

test('money settled at the hospital counts, other payers and other years do not', async () => {
  const desk = setDesk();
  const { person, basis, step } = await setYear(desk);
  await step({ step: 'paid', payer: 'commercial', amountFen: 5000, on: '2026-05-02' });
  const direct = await desk.addVisit(person.id, { date: '2026-02-01' });
  await desk.addInvoice(direct.id, {
    number: '0000000003',
    issueDate: '2026-02-01',
    fundFen: 7000,
    cashFen: 19_840,
  });
  const before = await desk.addVisit(person.id, { date: '2025-12-31' });
  await desk.addInvoice(before.id, {
    number: '0000000004',
    issueDate: '2025-12-31',
    fundFen: 9000,
    cashFen: 17_840,
  });
  const stay = await desk.addVisit(person.id, {
    kind: 'inpatient',
    date: '2026-02-10',
    endDate: '2026-02-20',
  });
  await desk.addInvoice(stay.id, {
    number: '0000000005',
    issueDate: '2026-02-20',
    fundFen: 11_000,
    cashFen: 15_840,
  });
  expect((await basis())?.cap).toEqual({ fen: 22_000, from: 'counted' });
});

test('a note replaces what was counted and is never added to it', async () => {
  const desk = setDesk();
  const { second, basis, note } = await setYear(desk);
  await note({ capFen: 100_000, capUsedFen: 40_000, deductibleFen: 6000, deductibleUsedFen: 2000 });
  expect(await basis()).toMatchObject({
    deductible: { fen: 2000, from: 'noted' },
    cap: { fen: 40_000, from: 'noted' },
  });
  const { visits } = await desk.ask('claim.estimate', { id: second.id });
  expect(visits[0]?.assumptions).toMatchObject({
    capLeftFen: 60_000,
    deductible: { low: 6000, high: 6000 },
    deductibleUsedFen: 2000,
  });
});

test('a deductible of the year that was noted is used up once the fund has paid, and is taken once within a claim', async () => {
  const desk = setDesk();
  const { person, second, basis, note } = await setYear(desk);
  await note({ deductibleFen: 6000 });
  expect((await basis())?.deductible).toEqual({ fen: 6000, from: 'counted' });
  const other = await desk.addPerson({ name: '李建国', citizenId: '', payeeName: '李建国' });
  await desk.ask('person-year.save', { personId: other.id, year: 2026, ...noted, deductibleFen: 30_000 });
  const visits = await Promise.all(
    ['2026-03-05', '2026-03-06', '2026-03-07'].map(async (date, at) => {
      const visit = await desk.addVisit(other.id, { date });
      await desk.addInvoice(visit.id, { number: `000000010${at}`, issueDate: date, ownExpenseFen: 0 });
      return visit.id;
    }),
  );
  const { claim } = await desk.ask('claim.create', { personId: other.id, visitIds: visits });
  const sure = (fen: number) => ({ low: fen, high: fen, why: '' });
  const assumptions = {
    classBPrepaid: sure(0),
    rate: sure(600),
    penalties: [{ mode: 'none' as const, permille: 0 }],
  };
  const told = await desk.ask('claim.estimate', {
    id: claim.id,
    changes: visits.map((visitId) => ({ visitId, assumptions })),
  });
  const taken = told.visits.map(({ steps }) => steps.find(({ code }) => code === 'deductible')?.lowFen);
  expect(taken).toEqual([26_840, 3160, 0]);
  expect(told.exact).toBe(true);
  expect(person.id).not.toBe(other.id);
  expect(second.id).not.toBe(claim.id);
});
