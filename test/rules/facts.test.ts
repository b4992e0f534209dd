// Facts of single places, typed again from the reference tables: what a rule pack must answer when a claim asks it.

import { describe, expect, it } from 'vitest';
import { resolvePack } from '../../electron/rules/resolve-pack.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import type { PaperKind } from '../../shared/domain.ts';
import { pickRules, type ResolvedRule, type Scheme } from '../../shared/rules/resolved-pack.ts';
import type { Chapter, PenaltyCase } from '../../shared/rules/rule-pack.ts';
import type { ClaimKind, Grade, Situation } from '../../shared/rules/rule-parts.ts';
import { describeRule } from '../../shared/words/describe-rule.ts';

const packs = shippedPacks();
type Who = [place: string, claim: ClaimKind, scheme: Scheme];
const ask = <C extends Chapter>([place, claim, scheme]: Who, chapter: C, carePlace = ''): ResolvedRule<C>[] =>
  pickRules(resolvePack(packs, place, { on: '2026-06-01' }), chapter, { claim, scheme, carePlace });

/** Firm deadlines as the sentence a person reads, with the grade; [] where nothing firm is known. */
const deadlines: [...Who, Grade | '', string | null][] = [
  ['110000', 'outpatient', 'employee', 'A', 'by 01-20 of the next year (a day off moves it on)'],
  ['110105', 'inpatient', 'resident', 'A', 'by 01-20 of the next year (a day off moves it on)'],
  ['110108', 'inpatient', 'resident', 'A', 'by 01-20 of the next year (a day off moves it on)'],
  ['500000', 'inpatient', 'resident', 'B', 'by 03-31 of the next year'],
  ['500103', 'outpatient', 'employee', 'B', 'by 03-31 of the next year'],
  ['220200', 'inpatient', 'resident', 'B', 'by 03-31 of the next year, not taken later'],
  ['220100', 'outpatient', 'resident', 'B', 'by 12-31 of the next year'],
  ['331000', 'outpatient', 'resident', 'A', 'within 12 months of the date of the receipt'],
  ['331000', 'inpatient', 'employee', 'A', 'within 12 months of the date of the receipt'],
  [
    '440300',
    'outpatient',
    'employee',
    'B',
    'within 12 months of the visit, counted to the day the papers arrive',
  ],
  [
    '440300',
    'inpatient',
    'employee',
    'B',
    'within 12 months of discharge, counted to the day the papers arrive',
  ],
  ['440100', 'outpatient', 'employee', 'B', 'within 6 months of payment'],
  [
    '441900',
    'inpatient',
    'resident',
    'B',
    'within 12 months of the cost (the source does not say from which day)',
  ],
  ['210200', 'outpatient', 'resident', 'B', 'within 12 months of the date of the receipt'],
  ['340100', 'inpatient', 'resident', 'B', 'within 6 months of discharge'],
  [
    '510000',
    'outpatient',
    'employee',
    'B',
    'within 3 months of the cost (the source does not say from which day), and by 03-31 of the next year',
  ],
  ['130000', 'inpatient', 'employee', 'B', 'by 12-22 of the same year, later in special cases'],
  // Nobody could say: no rule.
  ['532800', 'outpatient', 'resident', '', null],
  ['532800', 'inpatient', 'employee', '', null],
  ['530000', 'outpatient', 'resident', '', null],
  ['320000', 'outpatient', 'employee', '', null],
  ['430000', 'inpatient', 'resident', '', null],
  ['450100', 'outpatient', 'employee', '', null],
  ['360100', 'inpatient', 'employee', '', null],
  ['370200', 'inpatient', 'employee', '', null],
  ['370100', 'inpatient', 'employee', '', null],
  ['120000', 'outpatient', 'resident', '', null],
  ['420100', 'inpatient', 'employee', '', null],
  ['610100', 'inpatient', 'employee', '', null],
  ['210200', 'outpatient', 'employee', '', null],
  // Only C speaks: a hint, never a rule.
  ['310000', 'outpatient', 'employee', '', null],
  ['210100', 'inpatient', 'employee', '', null],
  ['230100', 'inpatient', 'resident', '', null],
  ['410300', 'outpatient', 'employee', '', null],
  ['350200', 'outpatient', 'employee', '', null],
  // The pool of the province is not the pool of its cities.
  ['510100', 'inpatient', 'employee', '', null],
  ['130100', 'inpatient', 'employee', '', null],
];

describe('deadlines', () => {
  it.each(deadlines)('%s %s %s: %s %s', (place, claim, scheme, grade, sentence) => {
    const firm = ask([place, claim, scheme], 'deadlines').filter(
      ({ hint, rule }) => !hint && rule.situation === null,
    );
    expect(firm.map(({ rule }) => describeRule('deadlines', rule, 'en'))).toEqual(sentence ? [sentence] : []);
    expect(firm.map(({ source }) => source.grade)).toEqual(grade ? [grade] : []);
  });

  it.each([
    ['310000', 'within 6 months of the date of the receipt'],
    ['350200', 'within 3 months of the insurance year that starts on 07-01'],
    ['440600', 'within 90 days of the cost (the source does not say from which day)'],
    ['331100', 'by 06-30 of the next year'],
    ['530500', 'by 03-31 of the next year'],
    ['650100', 'within 6 months of the cost (the source does not say from which day)'],
  ])('%s has only the hint: %s', (place, sentence) => {
    const found = ask([place, 'outpatient', 'resident'], 'deadlines');
    expect(found.map(({ rule, hint }) => [describeRule('deadlines', rule, 'en'), hint])).toEqual([
      [sentence, true],
    ]);
  });

  it('keeps a stay that runs across the last day in Beijing', () => {
    expect(ask(['110000', 'inpatient', 'employee'], 'deadlines')[0]?.rule.continuousStay).toBe(true);
  });

  it('takes claims in Chaoyang on day 1 to 20, and lost receipts in April', () => {
    const found = ask(['110105', 'outpatient', 'employee'], 'windows').map(({ rule }) => [
      rule.situation,
      rule.when,
    ]);
    expect(found).toEqual([
      [null, { kind: 'each-month', fromDay: 1, toDay: 20 }],
      ['lost-invoice', { kind: 'each-year', from: '04-01', to: '04-30' }],
    ]);
  });
});

const papers: [...Who, Situation | null, PaperKind[][]][] = [
  [
    '100000',
    'outpatient',
    'resident',
    null,
    [
      ['identity-card', 'social-security-card'],
      ['invoice'],
      ['itemized-list'],
      ['prescription', 'medical-record'],
    ],
  ],
  [
    '532800',
    'chronic-outpatient',
    'resident',
    null,
    [
      ['identity-card', 'social-security-card'],
      ['invoice'],
      ['itemized-list'],
      ['prescription', 'medical-record'],
    ],
  ],
  [
    '320100',
    'inpatient',
    'employee',
    null,
    [
      ['identity-card', 'social-security-card'],
      ['invoice'],
      ['itemized-list'],
      ['diagnosis-certificate', 'discharge-summary'],
    ],
  ],
  ['320000', 'outpatient', 'employee', 'accident', [['accident-proof', 'accident-statement']]],
  ['320000', 'inpatient', 'employee', 'outside-pharmacy', [['prescription', 'medical-order']]],
  [
    '110000',
    'outpatient',
    'employee',
    null,
    [['invoice'], ['itemized-list'], ['prescription'], ['application-form']],
  ],
  [
    '110000',
    'inpatient',
    'employee',
    null,
    [['invoice'], ['itemized-list'], ['diagnosis-certificate'], ['application-form']],
  ],
  [
    '110000',
    'emergency',
    'resident',
    null,
    [['invoice'], ['itemized-list'], ['prescription'], ['application-form']],
  ],
  [
    '310000',
    'outpatient',
    'resident',
    null,
    [['invoice'], ['medical-record'], ['bank-card'], ['identity-card'], ['social-security-card']],
  ],
  ['310000', 'inpatient', 'employee', null, [['invoice'], ['itemized-list'], ['discharge-summary']]],
  [
    '430100',
    'inpatient',
    'employee',
    null,
    [['identity-card', 'social-security-card'], ['invoice'], ['itemized-list'], ['discharge-summary']],
  ],
  [
    '440300',
    'inpatient',
    'employee',
    null,
    [
      ['invoice'],
      ['itemized-list'],
      ['discharge-summary'],
      ['diagnosis-certificate'],
      ['test-reports'],
      ['identity-card'],
    ],
  ],
  ['440300', 'inpatient', 'employee', 'costly-material', [['material-origin']]],
  [
    '440100',
    'outpatient',
    'employee',
    null,
    [['invoice'], ['itemized-list'], ['identity-card'], ['medical-record']],
  ],
  ['440100', 'outpatient', 'employee', 'agent', [['agent-letter'], ['agent-identity']]],
  ['441900', 'outpatient', 'resident', null, [['invoice'], ['medical-record'], ['itemized-list']]],
  [
    '445224',
    'inpatient',
    'resident',
    null,
    [
      ['invoice'],
      ['itemized-list'],
      ['diagnosis-certificate'],
      ['discharge-summary'],
      ['identity-card'],
      ['bank-card'],
    ],
  ],
  [
    '360100',
    'inpatient',
    'employee',
    null,
    [['identity-card'], ['social-security-card'], ['invoice'], ['itemized-list'], ['discharge-summary']],
  ],
  [
    '331000',
    'outpatient',
    'resident',
    null,
    [['medical-record'], ['itemized-list'], ['test-reports'], ['invoice']],
  ],
  [
    '220200',
    'inpatient',
    'resident',
    null,
    [
      ['identity-card', 'social-security-card'],
      ['application-form'],
      ['invoice'],
      ['itemized-list'],
      ['inpatient-record'],
    ],
  ],
  ['220100', 'inpatient', 'resident', 'not-settled-directly', [['unsettled-statement']]],
  ['230100', 'outpatient', 'employee', 'dialysis', [['dialysis-record']]],
  [
    '120000',
    'outpatient',
    'resident',
    null,
    [
      ['identity-card', 'social-security-card'],
      ['invoice'],
      ['itemized-list'],
      ['prescription'],
      ['medical-record'],
    ],
  ],
  [
    '210100',
    'inpatient',
    'employee',
    null,
    [['inpatient-record'], ['invoice'], ['itemized-list'], ['social-security-card']],
  ],
  ['450100', 'outpatient', 'employee', 'lost-invoice', [['invoice-stub'], ['loss-statement']]],
  ['450100', 'outpatient', 'employee', 'relative-account', [['relationship-proof']]],
  ['410402', 'emergency', 'resident', null, [['invoice'], ['itemized-list'], ['prescription']]],
  [
    '510000',
    'inpatient',
    'employee',
    null,
    [['itemized-list'], ['invoice'], ['discharge-summary'], ['inpatient-record']],
  ],
];

describe('papers', () => {
  it.each([
    ['110000', 'B', 'hospital'],
    ['110105', 'B', 'hospital'],
    ['410402', 'A', 'unknown'],
    ['532800', 'B', 'unknown'],
  ])('%s asks for the emergency proof of an emergency once', (place, grade, stamp) => {
    const found = ask([place, 'emergency', 'resident'], 'papers').filter(
      ({ rule }) => rule.situation === 'emergency',
    );
    expect(
      found.map(({ rule, source }) => [rule.anyOf[0]?.kind, rule.anyOf[0]?.stamp, source.grade]),
    ).toEqual([['emergency-proof', stamp, grade]]);
  });

  it.each(papers)('%s %s %s, situation %s', (place, claim, scheme, situation, kinds) => {
    const firm = ask([place, claim, scheme], 'papers').filter(
      ({ rule, hint }) => !hint && rule.situation === situation && rule.asked === 'everywhere',
    );
    expect(firm.map(({ rule }) => rule.anyOf.map(({ kind }) => kind))).toEqual(kinds);
  });

  it.each([
    ['532800', 'chronic-outpatient', ['prescription', 'medical-record']],
    ['530100', 'outpatient', ['prescription', 'medical-record']],
    ['320000', 'chronic-outpatient', []],
    ['110000', 'chronic-outpatient', []],
    ['450100', 'outpatient', []],
    ['532800', 'inpatient', []],
  ] as const)('%s %s: a prescription and a record are wanted in some places', (place, claim, kinds) => {
    const found = ask([place, claim, 'employee'], 'papers').filter(({ rule }) => rule.asked === 'in-places');
    expect(found.map(({ rule }) => rule.anyOf.map(({ kind }) => kind))).toEqual(kinds.map((kind) => [kind]));
    for (const { place: from, source } of found) {
      expect(from).toBe('100000');
      expect(source).toMatchObject({ grade: 'B', url: expect.stringContaining('.') });
    }
  });

  it.each([
    ['440100', 'invoice', { form: 'original', stamp: 'hospital', signed: 'back' }],
    ['445224', 'itemized-list', { form: 'original', stamp: 'hospital' }],
    ['210100', 'inpatient-record', { form: 'copy', stamp: 'record-room' }],
    ['410402', 'invoice', { stamp: 'supervision' }],
    ['220200', 'invoice', { form: 'original', stamp: 'hospital' }],
    ['310000', 'discharge-summary', { form: 'original-and-copy' }],
    ['110105', 'application-form', { count: 2 }],
  ] as const)('%s wants the %s so: %j', (place, kind, wanted) => {
    const found = ask([place, 'inpatient', 'resident'], 'papers').flatMap(({ rule }) => rule.anyOf);
    expect(found.find((one) => one.kind === kind)).toMatchObject(wanted);
  });

  it('asks for the origin of materials from 1,000 yuan in Shenzhen', () => {
    const [one] = ask(['440300', 'inpatient', 'employee'], 'papers').filter(
      ({ rule }) => rule.situation === 'costly-material',
    );
    expect(one?.rule.fromFen).toBe(100_000);
    expect(one?.source.grade).toBe('A');
  });
});

const penalties: [string, Scheme, string, PenaltyCase, string, number, Grade][] = [
  ['150700', 'resident', '', 'referral', 'points', 0, 'A'],
  ['150700', 'resident', '', 'other-temporary', 'points', 100, 'A'],
  ['341181', 'resident', '', 'referral', 'points', 100, 'B'],
  ['341181', 'resident', '', 'other-temporary', 'points', 200, 'B'],
  ['440300', 'employee', '', 'referral', 'factor', 1000, 'A'],
  ['440300', 'employee', '', 'emergency', 'factor', 900, 'A'],
  ['440300', 'employee', '430100', 'other-temporary', 'factor', 800, 'A'],
  ['440300', 'employee', '440100', 'other-temporary', 'factor', 900, 'A'],
  ['370200', 'resident', '', 'other-temporary', 'points', 50, 'B'],
  ['320400', 'resident', '', 'referral', 'points', 50, 'B'],
  ['320481', 'resident', '', 'other-temporary', 'points', 200, 'B'],
  ['220100', 'resident', '', 'not-settled-directly', 'points', 100, 'B'],
  ['360100', 'resident', '440100', 'referral', 'prepaid', 100, 'B'],
  ['360100', 'resident', '440100', 'unfiled', 'prepaid', 200, 'B'],
  ['360100', 'resident', '360700', 'other-temporary', 'points', 0, 'B'],
  ['532800', 'employee', '530100', 'referral', 'factor', 900, 'B'],
  ['532800', 'resident', '530100', 'referral', 'factor', 850, 'B'],
  ['532800', 'resident', '530100', 'long-term', 'points', 0, 'B'],
  ['610100', 'resident', '', 'referral', 'points', 100, 'A'],
  ['610100', 'resident', '', 'other-temporary', 'points', 200, 'A'],
];

describe('penalties', () => {
  it.each(penalties)(
    '%s %s treated in "%s", %s: %s %i',
    (place, scheme, care, when, mode, permille, grade) => {
      const found = ask([place, 'inpatient', scheme], 'penalties', care).filter(
        ({ rule, hint }) => rule.case === when && !hint,
      );
      expect(found.map(({ rule, source }) => [rule.mode, rule.permille, source.grade])).toEqual([
        [mode, permille, grade],
      ]);
    },
  );

  it('gives both readings of a figure that contradicts itself as hints', () => {
    const found = ask(['532800', 'inpatient', 'resident'], 'penalties').filter(
      ({ rule }) => rule.case === 'unfiled',
    );
    expect(found.map(({ rule, hint }) => [rule.mode, rule.permille, hint])).toEqual([
      ['factor', 650, true],
      ['points', 200, true],
    ]);
  });
});

describe('what else places say', () => {
  it('refuses unfiled care of Beijing, except next door', () => {
    const at = (care: string) =>
      ask(['110000', 'inpatient', 'employee'], 'filing', care).map(({ rule }) => rule);
    expect(at('440100')).toMatchObject([
      { needed: true, withoutFiling: 'refused', emergencyCountsAsFiled: true },
    ]);
    expect(at('130600')).toMatchObject([{ needed: false, withoutFiling: 'full' }]);
  });

  it('needs no filing inside Jiangxi since April 2023', () => {
    const wish = { claim: 'inpatient', scheme: 'resident', carePlace: '360400' } as const;
    const on = (day: string) => pickRules(resolvePack(packs, '360100', { on: day }), 'filing', wish);
    expect(on('2023-03-31').map(({ rule }) => rule.needed)).toEqual([true]);
    expect(on('2023-04-01').map(({ rule }) => rule.needed)).toEqual([false]);
  });

  it.each([
    ['100000', null, 30],
    ['320000', 10, 20],
    ['110105', null, 30],
    ['220200', null, 22],
    ['445224', 25, null],
    ['130500', 2, 20],
    ['310000', null, 30],
  ])('%s promises %s working days, at most %s', (place, workingDays, atMostWorkingDays) => {
    const [one] = ask([place, 'inpatient', 'resident'], 'channels');
    expect(one?.rule).toMatchObject({ workingDays, atMostWorkingDays });
  });

  it('follows the catalogue of Qingdao there, and an unknown one elsewhere', () => {
    expect(ask(['370200', 'inpatient', 'employee'], 'catalogues')[0]?.rule.catalogue).toBe('insured-place');
    expect(ask(['532800', 'inpatient', 'employee'], 'catalogues')).toEqual([]);
  });

  it('takes 20 % between 2,000 and 10,000 yuan first in Tianchang, outside Anhui', () => {
    const at = (care: string) =>
      ask(['341181', 'inpatient', 'resident'], 'deductibles', care).map(({ rule }) => rule);
    expect(at('320100')).toMatchObject([
      { sharePermille: 200, floorFen: 200_000, ceilingFen: 1_000_000, cases: ['other-temporary'] },
    ]);
    expect(at('340100')).toEqual([]);
  });

  it('knows the figures of Xishuangbanna', () => {
    const of = <C extends 'rates' | 'deductibles' | 'caps'>(claim: ClaimKind, scheme: Scheme, chapter: C) =>
      ask(['532800', claim, scheme], chapter).map(({ rule }) => describeRule(chapter, rule, 'en'));
    expect(of('inpatient', 'employee', 'rates')).toEqual([
      'primary, Working, 91%',
      'primary, Retired, 95%',
      'secondary, Working, 88%',
      'secondary, Retired, 92%',
      'tertiary, Working, 85%',
      'tertiary, Retired, 89%',
    ]);
    expect(of('inpatient', 'resident', 'rates')).toEqual(['primary, 85%', 'secondary, 75%', 'tertiary, 60%']);
    expect(of('outpatient', 'resident', 'rates')).toEqual(['primary, 50%']);
    expect(of('inpatient', 'resident', 'deductibles')).toEqual([
      'primary, 100.00 yuan',
      'secondary, 400.00 yuan',
      'tertiary, 800.00 yuan',
    ]);
    expect(of('inpatient', 'employee', 'deductibles')[2]).toBe(
      'tertiary, 1200.00 yuan, 100.00 yuan less for each further stay, not below 100.00 yuan',
    );
    expect(of('outpatient', 'employee', 'caps')).toEqual(['at most 6000.00 yuan a year']);
    expect(of('inpatient', 'resident', 'caps')).toEqual(['at most 60000.00 yuan a year']);
  });

  it('says that Wuhan, Kunming, Chengdu and a place without a pack are unverified', () => {
    for (const place of ['420100', '530100', '510100', '330600', '532322', '620100', '100000'])
      expect(resolvePack(packs, place).verified, place).toBe(false);
    for (const place of ['110000', '310000', '532800', '360100', '320500'])
      expect(resolvePack(packs, place).verified, place).toBe(true);
  });
});
