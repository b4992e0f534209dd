// What was paid beside the estimate: what each bucket would have to be, and that it comes out when it is so.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  between,
  type EstimateInput,
  estimate,
  exactly,
  noPenalty,
  type Penalty,
} from '../../electron/money/estimate.ts';
import { explainPaid, type PaidBucket } from '../../electron/money/explain-paid.ts';
import { yearUse } from '../../electron/money/year-use.ts';

const bill = (change: Partial<EstimateInput> = {}): EstimateInput => ({
  totalFen: 100_000,
  outside: exactly(10_000),
  overLimit: exactly(0),
  classBPrepaid: exactly(5000),
  deductible: exactly(20_000),
  deductibleUsedFen: 0,
  rate: exactly(800),
  addedPermille: 0,
  penalties: [noPenalty],
  capLeftFen: null,
  layers: [],
  ...change,
});
const partOf = (input: EstimateInput) => ({ ...estimate(input), assumptions: input });
const bucketOf = (explained: ReturnType<typeof explainPaid>, code: PaidBucket) => {
  const found = explained.buckets.find((one) => one.code === code);
  if (!found) throw new Error(code);
  return found;
};

describe('paid beside expected', () => {
  test('inside the range nothing differs, and only what is unknown is asked about', () => {
    const open = partOf(bill({ outside: between(0, 40_000, 'class-unknown') }));
    const told = explainPaid([open], open.fund.low + 100);
    expect(told).toMatchObject({
      fit: 'fits',
      differenceFen: 0,
      missingFen: open.fund.high - open.fund.low - 100,
    });
    expect(bucketOf(told, 'outside')).toMatchObject({ low: 0, high: 40_000, known: false, ask: true });
  });

  test('all that the estimate allows leaves nothing to ask', () => {
    const exact = partOf(bill());
    const told = explainPaid([exact], exact.fund.high);
    expect(told.buckets.filter(({ ask }) => ask)).toEqual([]);
    // Only the cap: nobody said what it is.
    expect(told.buckets.filter(({ known }) => !known).map(({ code }) => code)).toEqual(['cap']);
  });

  test('a rate that is not known stays unknown where the least pays nothing, and a cut for care away is in it', () => {
    const unknown = partOf(
      bill({ outside: between(0, 100_000, 'class-unknown'), rate: between(0, 1000, 'rate-unknown') }),
    );
    expect(bucketOf(explainPaid([unknown], 10_000), 'rate')).toMatchObject({
      low: 0,
      high: 1000,
      known: false,
    });
    expect(bucketOf(explainPaid([unknown], 10_000), 'over-limit').known).toBe(false);
    const open = partOf(
      bill({ outside: exactly(100_000), deductible: between(0, 100_000, 'deductible-unknown') }),
    );
    expect(bucketOf(explainPaid([open], 0), 'deductible')).toMatchObject({
      low: 0,
      high: 100_000,
      known: false,
    });
    const cut = (penalty: Penalty) =>
      bucketOf(explainPaid([partOf(bill({ penalties: [penalty] }))], 10_000), 'rate').low;
    expect(cut({ mode: 'factor', permille: 900 })).toBe(720);
    expect(cut({ mode: 'points', permille: 100 })).toBe(700);
    expect(cut({ mode: 'prepaid', permille: 100 })).toBe(800);
  });

  test('more than expected is no shortfall', () => {
    const exact = partOf(bill());
    const told = explainPaid([exact], exact.fund.high + 500);
    expect(told).toMatchObject({ fit: 'more', differenceFen: 500 });
    expect(told.buckets.filter(({ needed }) => needed !== null)).toEqual([]);
  });

  test('what no bucket can hide alone is not offered as its reason', () => {
    const exact = partOf(bill({ rate: exactly(500) }));
    const told = explainPaid([exact, exact], 0);
    expect(bucketOf(told, 'outside').needed).toBe(20_000 + 2 * 65_000);
    expect(bucketOf(explainPaid([partOf(bill({ rate: exactly(0) }))], 0), 'outside').needed).toBeNull();
  });

  test('each bucket, made as large as it says, explains the paid sum to the fen or the rounding of a permille', () => {
    const amount = fc.integer({ min: 0, max: 40_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.integer({ min: 100, max: 950 }),
        amount,
        (outside, deductible, rate, off) => {
          const input = bill({
            outside: exactly(outside),
            deductible: exactly(deductible),
            rate: exactly(rate),
          });
          const { fund } = estimate(input);
          const paid = Math.max(0, fund.high - off);
          const told = explainPaid([partOf(input)], paid);
          const with_ = (change: Partial<EstimateInput>) => estimate({ ...input, ...change }).fund.high;
          const [more, whole, share] = (['outside', 'deductible', 'rate'] as const).map(
            (code) => bucketOf(told, code).needed,
          );
          if (fund.high === paid) {
            expect([more, whole, share]).toEqual([null, null, null]);
            return;
          }
          if (more !== null && more !== undefined)
            expect(Math.abs(with_({ outside: exactly(more) }) - paid)).toBeLessThanOrEqual(1);
          if (whole !== null && whole !== undefined)
            expect(Math.abs(with_({ deductible: exactly(whole) }) - paid)).toBeLessThanOrEqual(1);
          if (share !== null && share !== undefined)
            expect(Math.abs(with_({ rate: exactly(share) }) - paid)).toBeLessThanOrEqual(51);
          expect(bucketOf(told, 'cap').needed).toBe(fund.high - paid);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('what the year has used', () => {
  const unknown = { deductibleFen: null, deductibleUsedFen: null, capUsedFen: null };

  test('what a person noted counts alone; payments in the vault are not added to it', () => {
    expect(
      yearUse({ deductibleFen: 80_000, deductibleUsedFen: 30_000, capUsedFen: 500_000 }, 900_000),
    ).toEqual({
      deductible: { fen: 30_000, from: 'noted' },
      cap: { fen: 500_000, from: 'noted' },
    });
  });

  test('without a note the payments count; who was paid has used up the deductible noted for the year', () => {
    expect(yearUse({ ...unknown, deductibleFen: 80_000 }, 900_000)).toEqual({
      deductible: { fen: 80_000, from: 'counted' },
      cap: { fen: 900_000, from: 'counted' },
    });
  });

  test('nothing noted and nothing paid is nothing known', () => {
    expect(yearUse(unknown, 0)).toEqual({
      deductible: { fen: 0, from: 'none' },
      cap: { fen: 0, from: 'none' },
    });
    expect(yearUse(unknown, 900_000).deductible).toEqual({ fen: 0, from: 'none' });
  });
});
