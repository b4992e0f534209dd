// Bills item group by item group, figures that do not reconcile, deductibles of every form, and what is assumed from rules.

import { describe, expect, test } from 'vitest';
import { type AssumeInput, assume } from '../../electron/money/assume.ts';
import { deductibleOf } from '../../electron/money/deductible.ts';
import { estimate } from '../../electron/money/estimate.ts';
import { estimateRules } from '../../electron/money/estimate-rules.ts';
import { disagreement, type ItemGroup, ownPartOf, shareByGroups } from '../../electron/money/item-groups.ts';
import { resolvePack } from '../../electron/rules/resolve-pack.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import { rule } from '../readiness/builder.ts';

const yuan = (amount: number): number => Math.round(amount * 100);
const group = (amount: number, prepaidPermille: number, ownPermille: number): ItemGroup => ({
  amountFen: yuan(amount),
  prepaidPermille,
  ownPermille,
});

describe('published bills that do not reconcile', () => {
  // P3: class A, class B, special examination, imported implant, drugs outside, comfort.
  const groups = [
    group(34_000, 0, 112),
    group(18_200, 100, 112),
    group(2000, 300, 112),
    group(50_000, 500, 0),
    group(2000, 1000, 0),
    group(3000, 1000, 0),
  ];

  test('P3 knee implants: own parts and own total to the fen', () => {
    const shares = shareByGroups(groups, yuan(800));
    expect(shares.ownParts.slice(0, 4)).toEqual([yuan(3808), yuan(3654.56), yuan(756.8), yuan(25_000)]);
    expect(shares.ownFen).toBe(yuan(39_019.36));
    expect(shares.fundFen).toBe(yuan(70_180.64));
  });

  test('P3: the article subtracts from 110 000, its items sum to 109 200: the deductible was counted as a cost', () => {
    expect(shareByGroups(groups, yuan(800)).totalFen).toBe(yuan(109_200));
    expect(
      disagreement(
        yuan(110_000),
        groups.map(({ amountFen }) => amountFen),
      ),
    ).toBe(yuan(800));
  });

  test('P2: the stated total leaves 7 388.51, the article goes on with 7 488.51: a slip of 100 yuan', () => {
    const left = yuan(8590.48) - yuan(700) - yuan(501.97);
    expect(left).toBe(yuan(7388.51));
    expect(disagreement(yuan(8590.48), [yuan(700), yuan(501.97), yuan(7488.51)])).toBe(yuan(-100));
  });

  test('figures that agree differ by nothing', () => expect(disagreement(300, [100, 200])).toBe(0));
  test('an item outside the catalogue is all own', () =>
    expect(ownPartOf(group(123.45, 1000, 0))).toBe(yuan(123.45)));
});

describe('a deductible', () => {
  const none = {
    fixedFen: null,
    sharePermille: null,
    floorFen: null,
    ceilingFen: null,
    lessEachStayFen: null,
    leastFen: null,
  };
  test('falls for each further stay, not below its least (Xishuangbanna: 100 less each time)', () => {
    const falling = { ...none, fixedFen: yuan(400), lessEachStayFen: yuan(100), leastFen: yuan(100) };
    expect([1, 2, 3, 4, 5].map((stay) => deductibleOf(falling, yuan(9000), stay))).toEqual(
      [400, 300, 200, 100, 100].map(yuan),
    );
  });
  test('a least above the amount itself never raises it', () => {
    expect(deductibleOf({ ...none, fixedFen: yuan(50), leastFen: yuan(100) }, yuan(900), 3)).toBe(yuan(50));
  });
  test('is a share of the bill between floor and ceiling (Tianchang: 20 %, 2 000 to 10 000)', () => {
    const share = { ...none, sharePermille: 200, floorFen: yuan(2000), ceilingFen: yuan(10_000) };
    expect([5000, 30_000, 80_000].map((total) => deductibleOf(share, yuan(total), 1))).toEqual(
      [2000, 6000, 10_000].map(yuan),
    );
  });
  test('is unknown when the rule names neither', () => expect(deductibleOf(none, yuan(100), 1)).toBeNull());
});

const known: AssumeInput = {
  invoices: [{ totalFen: yuan(1000), ownExpenseFen: yuan(100), selfPaidFen: null }],
  ...{
    hospitalGrade: 'tertiary',
    standing: 'retired',
    stay: 1,
    deductibleUsedFen: 0,
    capUsedFen: yuan(200),
    penaltyCase: 'unfiled',
  },
  rules: {
    rates: [
      rule('rates', { hospitalGrade: 'tertiary', permille: 600 }),
      rule('rates', { hospitalGrade: 'primary', permille: 850 }),
    ],
    deductibles: [rule('deductibles', { fixedFen: yuan(100) })],
    penalties: [
      rule('penalties', { case: 'unfiled', mode: 'points', permille: 200 }),
      rule('penalties', { case: 'referral', mode: 'points', permille: 100 }),
    ],
    caps: [rule('caps', { yearFen: yuan(400) })],
    prepaid: [rule('prepaid', { permille: 0 })],
  },
};

describe('what is assumed', () => {
  test('from rules of the place, where they are firm', () => {
    expect(assume(known)).toMatchObject({
      rate: { low: 600, high: 600 },
      capLeftFen: yuan(200),
      penalties: [{ mode: 'points', permille: 200 }],
    });
    // (1 000 - 100 - 100) at 40 % are 320, and 200 are left of the cap.
    expect(estimate(assume(known))).toMatchObject({ fund: { low: yuan(200), high: yuan(200) }, exact: true });
  });

  test('never from a hint', () => {
    const hinted = { ...known.rules, rates: [rule('rates', { permille: 600 }, 'C')] };
    expect(assume({ ...known, rules: hinted }).rate).toEqual({ low: 0, high: 1000, why: 'rate-unknown' });
  });

  test('a receipt that was paid in full without the card does not say what is outside the catalogue', () => {
    const unused = { totalFen: yuan(1000), ownExpenseFen: yuan(1000), selfPaidFen: null };
    expect(assume({ ...known, invoices: [unused] }).outside).toEqual({
      low: 0,
      high: yuan(1000),
      why: 'class-unknown',
    });
  });

  test('a range where an invoice does not say what is outside the catalogue', () => {
    const silent = { ...known, invoices: [{ totalFen: yuan(1000), ownExpenseFen: null, selfPaidFen: null }] };
    expect(assume(silent).outside).toEqual({ low: 0, high: yuan(1000), why: 'class-unknown' });
    expect(estimate(assume(silent)).exact).toBe(false);
  });

  test('no penalty at home, and the hard end where no rule says what is taken off', () => {
    expect(assume({ ...known, penaltyCase: 'none' }).penalties).toEqual([{ mode: 'none', permille: 0 }]);
    const silent = estimate(assume({ ...known, penaltyCase: 'emergency' }));
    expect(silent).toMatchObject({ fund: { low: 0, high: yuan(200) }, reasons: ['penalty-unknown'] });
  });

  test('a hint only tells how hard a penalty may get', () => {
    const penalties = [rule('penalties', { case: 'unfiled', mode: 'points', permille: 300 }, 'C')];
    const result = estimate(assume({ ...known, capUsedFen: 0, rules: { ...known.rules, penalties } }));
    expect(result).toMatchObject({ fund: { low: yuan(240), high: yuan(400) }, reasons: ['penalty-unknown'] });
  });

  test('a deductible for one case only counts in that case', () => {
    const deductibles = [
      rule('deductibles', { cases: ['other-temporary'], fixedFen: yuan(500) }),
      rule('deductibles', { cases: ['unfiled'], fixedFen: yuan(300) }),
    ];
    expect(assume({ ...known, rules: { ...known.rules, deductibles } }).deductible).toMatchObject({
      low: yuan(300),
      high: yuan(300),
    });
  });

  test('every penalty, and none, while nobody knows whether the visit was filed', () => {
    expect(assume({ ...known, penaltyCase: null }).penalties).toHaveLength(3);
  });

  test('no class-B share is made up: anything may be prepaid while no rule says', () => {
    expect(assume({ ...known, rules: { ...known.rules, prepaid: [] } }).classBPrepaid).toEqual({
      low: 0,
      high: yuan(900),
      why: 'prepaid-unknown',
    });
  });
});

describe('a stay of a resident of Xishuangbanna in a tertiary hospital of Kunming', () => {
  const pack = resolvePack(shippedPacks(), '532800');
  const rules = estimateRules(pack, {
    claim: 'inpatient',
    scheme: 'resident',
    carePlace: '530100',
    date: '2026-03-18',
  });
  const stay = { ...known, standing: '' as const, capUsedFen: 0, penaltyCase: 'long-term' as const, rules };

  test('takes 800 off, pays 60 %, and leaves the class-B share open', () => {
    const result = assume({
      ...stay,
      invoices: [{ totalFen: yuan(20_000), ownExpenseFen: yuan(1000), selfPaidFen: null }],
    });
    expect(result).toMatchObject({
      deductible: { low: yuan(800), high: yuan(800) },
      rate: { low: 600, high: 600 },
      capLeftFen: yuan(60_000),
    });
    expect(estimate(result)).toMatchObject({
      fund: { low: 0, high: yuan(10_920) },
      reasons: ['prepaid-unknown'],
    });
    expect(
      estimate({ ...result, classBPrepaid: { low: yuan(500), high: yuan(500), why: '' } }),
    ).toMatchObject({ fund: { low: yuan(10_620) }, exact: true });
  });

  test('is a range where unfiled care is only hinted at', () => {
    const result = assume({ ...stay, penaltyCase: 'unfiled' });
    expect(result.penalties).toContainEqual({ mode: 'factor', permille: 650 });
    expect(estimate(result).reasons).toContain('penalty-unknown');
  });
});
