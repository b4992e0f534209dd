// The year in money adds up to the fen, whatever was spent, settled, handed in, paid, refused or taken back.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeYearReport } from '../../electron/handlers/report.ts';
import { type ClaimStep, payers } from '../../shared/claim-life.ts';
import { invoiceFields, setDesk } from './desk.ts';

const visit = fc.record({
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.constantFrom(2025, 2026),
  person: fc.integer({ min: 0, max: 1 }),
  invoices: fc.array(
    fc.record({ total: fc.integer({ min: 1, max: 900_000 }), fund: fc.integer({ min: 0, max: 900_000 }) }),
    {
      maxLength: 3,
    },
  ),
  /** Which claim it goes into; none for the third. */
  claim: fc.integer({ min: 0, max: 2 }),
});
const doing = fc.record({
  claim: fc.integer({ min: 0, max: 3 }),
  step: fc.constantFrom<ClaimStep>(
    'handed-in',
    'returned',
    'supplemented',
    'decided',
    'paid',
    'refused',
    'withdrawn',
    'reopened',
  ),
  payer: fc.constantFrom(...payers),
  share: fc.integer({ min: 1, max: 100 }),
  takeBack: fc.boolean(),
});

test('spent = settled + paid + open + unclaimed + own, over months, payers and claims', async () => {
  let number = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(visit, { maxLength: 8 }),
      fc.array(doing, { maxLength: 14 }),
      async (visits, steps) => {
        const desk = setDesk();
        const people = [await desk.addPerson(), await desk.addPerson({ name: '李建国', citizenId: '' })];
        const bundles = new Map<string, string[]>();
        for (const one of visits) {
          const person = people[one.person];
          if (!person) continue;
          const date = `${one.year}-${String(one.month).padStart(2, '0')}-05`;
          const made = await desk.addVisit(person.id, {
            date: one.year === 2026 && one.month > 6 ? '2026-06-05' : date,
          });
          for (const { total, fund } of one.invoices) {
            number += 1;
            const fields = invoiceFields(made.id, {
              number: String(number).padStart(10, '0'),
              totalFen: total,
            });
            const fundFen = Math.min(fund, total);
            await desk.ask('invoice.save', {
              id: null,
              fields: { ...fields, fundFen, cashFen: total - fundFen },
            });
          }
          if (one.claim < 2) {
            const key = `${one.person} ${one.claim}`;
            bundles.set(key, [...(bundles.get(key) ?? []), made.id]);
          }
        }
        const claims: string[] = [];
        for (const [key, visitIds] of bundles) {
          const personId = people[Number(key[0])]?.id ?? '';
          claims.push((await desk.ask('claim.create', { personId, visitIds })).claim.id);
        }
        for (const { claim, step, payer, share, takeBack } of steps) {
          const claimId = claims[claim];
          if (!claimId) continue;
          const { money, next } = await desk.ask('claim.life', { id: claimId });
          if (!next.includes(step)) continue;
          const amountFen = step === 'paid' ? Math.ceil((Math.max(0, money.leftFen) * share) / 100) : null;
          if (step === 'paid' && !amountFen) continue;
          if (step === 'handed-in' && money.leftFen <= 0) continue;
          const { undo } = await desk.ask('claim-event.add', {
            fields: {
              ...{
                claimId,
                step,
                on: '2026-06-20',
                payer,
                office: '窗口',
                channel: '',
                receiptNumber: '',
                wanted: [],
              },
              ...{ reasons: step === 'returned' ? ['other'] : [], until: '', amountFen, note: '' },
            },
          });
          if (takeBack) await desk.ask('undo.apply', { steps: undo });
        }
        for (const year of [2025, 2026]) {
          const report = await desk.ask('report.year', { year });
          const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
          for (const row of report.people) {
            const { settledFen, paidFen, openFen, unclaimedFen, selfFen } = row;
            expect(row.spentFen).toBe(settledFen + paidFen + openFen + unclaimedFen + selfFen);
            expect(sum(row.months.map(({ spentFen }) => spentFen))).toBe(row.spentFen);
            expect(sum(row.months.map((month) => month.paidFen))).toBe(paidFen);
            expect(sum(row.byPayer.map(({ amountFen }) => amountFen))).toBe(paidFen);
            expect(Math.min(settledFen, paidFen, openFen, unclaimedFen, selfFen)).toBeGreaterThanOrEqual(0);
          }
          expect(sum(report.claims.map(({ paidFen }) => paidFen))).toBe(
            sum(report.people.map((row) => row.paidFen)),
          );
        }
        const both = [2025, 2026].map((year) => makeYearReport(desk.vault.db, undefined, year));
        const paid = both.flatMap(({ people: rows }) => rows).reduce((total, row) => total + row.paidFen, 0);
        let told = 0;
        for (const id of claims) told += (await desk.ask('claim.life', { id })).money.paidFen;
        expect(paid).toBe(told);
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);
