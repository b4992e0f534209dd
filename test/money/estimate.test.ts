// Published examples P1 to P6, the derived ones of the three penalty modes, and what holds for every estimate.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  between,
  type EstimateInput,
  effectiveRate,
  estimate,
  exactly,
  type Layer,
  noPenalty,
  type Penalty,
} from '../../electron/money/estimate.ts';

const yuan = (amount: number): number => Math.round(amount * 100);
const bill = (change: Partial<EstimateInput>): EstimateInput => ({
  totalFen: 0,
  outside: exactly(0),
  overLimit: exactly(0),
  classBPrepaid: exactly(0),
  deductible: exactly(0),
  deductibleUsedFen: 0,
  rate: exactly(1000),
  addedPermille: 0,
  penalties: [noPenalty],
  capLeftFen: null,
  layers: [],
  ...change,
});
const fundOf = (change: Partial<EstimateInput>): number => {
  const { fund, exact } = estimate(bill(change));
  expect(exact).toBe(true);
  return fund.low;
};

describe('published examples', () => {
  test('P1 Guangzhou: 10 000, 1 500 outside, 2 000 deductible, 80 %', () => {
    const result = estimate(
      bill({
        totalFen: yuan(10_000),
        outside: exactly(yuan(1500)),
        deductible: exactly(yuan(2000)),
        rate: exactly(800),
      }),
    );
    expect(result.fund).toEqual({ low: yuan(5200), high: yuan(5200) });
    expect(result.own.low).toBe(yuan(4800));
  });

  test('P2 Shanghai retiree: 7 488.51 after the deductible at 92 %', () => {
    const result = estimate(
      bill({ totalFen: yuan(7488.51 + 700), deductible: exactly(yuan(700)), rate: exactly(920) }),
    );
    expect(result.fund.low).toBe(yuan(6889.43));
    expect(result.own.low).toBe(yuan(1299.08));
  });

  test('P4 a line prepaid 20, 10 or 0 % at a rate of 75 %', () => {
    const share = (prepaid: number) =>
      fundOf({ totalFen: yuan(1000), classBPrepaid: exactly(yuan(prepaid * 10)), rate: exactly(750) });
    expect([share(20), share(10), share(0)]).toEqual([yuan(600), yuan(675), yuan(750)]);
  });

  test('P5 Chengdu: 85 % and 2 points for age', () => expect(effectiveRate(850, 20)).toBe(870));

  test('P6 Nanchang civil servant: three layers on 200 000', () => {
    const second: Layer = {
      code: 'critical-illness',
      thresholdFen: yuan(100_000),
      steps: [{ uptoFen: null, permille: 600 }],
      leftFen: null,
    };
    const third: Layer = {
      code: 'civil-servant',
      thresholdFen: 0,
      steps: [{ uptoFen: null, permille: 960 }],
      leftFen: null,
    };
    const result = estimate(bill({ totalFen: yuan(200_000), rate: exactly(850), layers: [second, third] }));
    expect(result.own.low).toBe(yuan(1200));
    const layers = result.steps
      .filter(({ code }) => code === 'fund' || code === 'layer')
      .map(({ lowFen }) => lowFen);
    expect(layers).toEqual([yuan(170_000), 0, yuan(28_800)]);
  });
});

describe('the three modes of a penalty of 10', () => {
  const derived = (penalty: Penalty) =>
    fundOf({
      ...{ totalFen: yuan(20_000), outside: exactly(yuan(1000)), classBPrepaid: exactly(yuan(500)) },
      ...{ deductible: exactly(yuan(800)), rate: exactly(850), penalties: [penalty] },
    });
  test('points off the rate', () => expect(derived({ mode: 'points', permille: 100 })).toBe(yuan(13_275)));
  test('a factor on the rate', () => expect(derived({ mode: 'factor', permille: 900 })).toBe(yuan(13_540.5)));
  test('a prepaid share of what is in scope', () =>
    expect(derived({ mode: 'prepaid', permille: 100 })).toBe(yuan(13_472.5)));
  test('none', () => expect(derived(noPenalty)).toBe(yuan(15_045)));
});

describe('layers and limits', () => {
  test('a deductible used up this year is not taken again', () => {
    const shared = { totalFen: yuan(1000), deductible: exactly(yuan(300)), rate: exactly(500) };
    expect(fundOf({ ...shared, deductibleUsedFen: yuan(100) })).toBe(yuan(400));
    expect(fundOf({ ...shared, deductibleUsedFen: yuan(900) })).toBe(yuan(500));
  });

  test('the cap leaves no more than what is left of it', () => {
    expect(fundOf({ totalFen: yuan(1000), rate: exactly(500), capLeftFen: yuan(120.5) })).toBe(yuan(120.5));
    expect(fundOf({ totalFen: yuan(1000), rate: exactly(500), capLeftFen: 0 })).toBe(0);
  });

  test('a deductible larger than the bill pays nothing and owes nothing more', () => {
    const result = estimate(
      bill({ totalFen: yuan(100), deductible: exactly(yuan(800)), rate: exactly(850) }),
    );
    expect([result.fund.low, result.own.low]).toEqual([0, yuan(100)]);
  });

  test('a second layer pays in steps, above its threshold, and never for the four buckets', () => {
    const steps = [
      { uptoFen: yuan(10_000), permille: 600 },
      { uptoFen: null, permille: 700 },
    ];
    const layer: Layer = { code: 'critical-illness', thresholdFen: yuan(17_000), steps, leftFen: null };
    const result = estimate(
      bill({
        ...{
          totalFen: yuan(130_000),
          outside: exactly(yuan(20_000)),
          overLimit: exactly(yuan(5000)),
          classBPrepaid: exactly(yuan(5000)),
        },
        ...{ rate: exactly(600), layers: [layer] },
      }),
    );
    // In scope 100 000, paid 60 000; own 40 000, above 17 000 are 23 000: 10 000 at 60 % and 13 000 at 70 %.
    expect(result.steps.find(({ code }) => code === 'layer')?.lowFen).toBe(yuan(15_100));
    expect(result.own.low).toBe(yuan(130_000 - 60_000 - 15_100));
  });

  test('each layer is rounded half-up once', () => {
    expect(fundOf({ totalFen: 1, rate: exactly(500) })).toBe(1);
    expect(fundOf({ totalFen: 3, rate: exactly(150) })).toBe(0);
    expect(
      fundOf({ totalFen: 1001, rate: exactly(765), penalties: [{ mode: 'factor', permille: 900 }] }),
    ).toBe(689);
  });
});

describe('what is not known', () => {
  test('a rate gives a range with its reason', () => {
    const result = estimate(bill({ totalFen: yuan(1000), rate: between(600, 850, 'rate-unknown') }));
    expect(result).toMatchObject({
      fund: { low: yuan(600), high: yuan(850) },
      exact: false,
      reasons: ['rate-unknown'],
    });
    expect(result.own).toEqual({ low: yuan(150), high: yuan(400) });
  });

  test('several penalties give the span from the hardest to none', () => {
    const penalties: Penalty[] = [
      noPenalty,
      { mode: 'points', permille: 200 },
      { mode: 'factor', permille: 900 },
    ];
    const result = estimate(bill({ totalFen: yuan(1000), rate: exactly(800), penalties }));
    expect(result).toMatchObject({ fund: { low: yuan(600), high: yuan(800) }, reasons: ['penalty-unknown'] });
  });

  test('a class gives a range, and each step shows its two ends', () => {
    const result = estimate(
      bill({ totalFen: yuan(1000), outside: between(0, yuan(200), 'class-unknown'), rate: exactly(500) }),
    );
    expect(result.fund).toEqual({ low: yuan(400), high: yuan(500) });
    expect(result.steps.find(({ code }) => code === 'in-scope')).toMatchObject({
      lowFen: yuan(800),
      highFen: yuan(1000),
    });
  });
});

const amount = fc.integer({ min: 0, max: 100_000_000 });
const permille = fc.integer({ min: 0, max: 1000 });
const bills: fc.Arbitrary<EstimateInput> = fc
  .record({
    ...{
      totalFen: amount,
      outside: amount,
      overLimit: amount,
      classB: amount,
      deductible: amount,
      used: amount,
    },
    ...{ rate: permille, other: permille, penalty: permille, threshold: amount, step: permille },
    mode: fc.constantFrom('none', 'points', 'factor', 'prepaid'),
    cap: fc.option(amount),
  })
  .map((one) =>
    bill({
      ...{ totalFen: one.totalFen, outside: exactly(one.outside), overLimit: exactly(one.overLimit) },
      ...{
        classBPrepaid: exactly(one.classB),
        deductible: exactly(one.deductible),
        deductibleUsedFen: one.used,
      },
      rate: between(Math.min(one.rate, one.other), Math.max(one.rate, one.other), 'rate-unknown'),
      penalties: [{ mode: one.mode, permille: one.penalty }],
      capLeftFen: one.cap,
      layers: [
        {
          code: 'critical-illness',
          thresholdFen: one.threshold,
          steps: [{ uptoFen: null, permille: one.step }],
          leftFen: null,
        },
      ],
    }),
  );

describe('for any bill', () => {
  test('funds and own part are whole fen, together the total, and neither is negative', () => {
    fc.assert(
      fc.property(bills, (one) => {
        const { fund, own } = estimate(one);
        for (const [paid, kept] of [
          [fund.low, own.high],
          [fund.high, own.low],
        ] as const) {
          expect(Number.isInteger(paid)).toBe(true);
          expect(paid + kept).toBe(one.totalFen);
          expect(Math.min(paid, kept)).toBeGreaterThanOrEqual(0);
        }
        expect(fund.low).toBeLessThanOrEqual(fund.high);
      }),
    );
  });
});
