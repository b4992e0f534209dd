// City over province over nation, slot by slot; hints beside, never instead; what the user laid over stands last.

import { describe, expect, it } from 'vitest';
import { chainOf, resolvePack } from '../../electron/rules/resolve-pack.ts';
import { pickRules, type RuleWish } from '../../shared/rules/resolved-pack.ts';
import type { Chapter } from '../../shared/rules/rule-pack.ts';
import { makeOverrides, makePack, months, paper } from './sample-packs.ts';

const nation = makePack('100000', {
  papers: [
    paper('100000-invoice', 'invoice'),
    paper('100000-list', 'itemized-list', { claims: ['outpatient', 'inpatient'] }),
    paper('100000-emergency', 'emergency-proof', { situation: 'emergency' }),
  ],
  penalties: [{ id: '100000-referral', source: 'firm', case: 'referral', mode: 'points', permille: 100 }],
  filing: [{ id: '100000-filing', source: 'firm', needed: true }],
});
const province = makePack('990000', {
  papers: [paper('990000-record', 'medical-record', { claims: ['outpatient'] })],
  deadlines: [months('990000-twelve', 12), months('990000-old', 3, { to: '2024-06' })],
  filing: [
    {
      id: '990000-filing-inside',
      source: 'firm',
      needed: false,
      care: { within: ['99'], outside: [] },
      from: '2025',
    },
  ],
});
const city = makePack('990100', {
  papers: [paper('990100-summary', 'discharge-summary', { claims: ['inpatient'], scheme: 'resident' })],
  deadlines: [months('990100-hint', 1, { source: 'hint' })],
});
const packs = [city, nation, province];
type Row = [string, string, Chapter, RuleWish, string[]];

const inpatient = { claim: 'inpatient', scheme: 'resident' } as const;
const outpatient = { claim: 'outpatient', scheme: 'resident' } as const;
const table: Row[] = [
  ['a city says it', '990100', 'papers', inpatient, ['990100-summary', '100000-emergency']],
  [
    'the city speaks of another scheme',
    '990100',
    'papers',
    { ...inpatient, scheme: 'employee' },
    ['100000-invoice', '100000-list', '100000-emergency'],
  ],
  [
    'the province says it for the city',
    '990100',
    'papers',
    outpatient,
    ['990000-record', '100000-emergency'],
  ],
  [
    'nobody near says it',
    '990100',
    'papers',
    { ...outpatient, claim: 'maternity' },
    ['100000-invoice', '100000-emergency'],
  ],
  ['a hint stands beside the rule', '990100', 'deadlines', inpatient, ['990100-hint', '990000-twelve']],
  ['a place without a pack', '990200', 'deadlines', inpatient, ['990000-twelve']],
  ['a district of the city', '990103', 'deadlines', inpatient, ['990100-hint', '990000-twelve']],
  ['another province', '980000', 'deadlines', inpatient, []],
  [
    'care inside the province',
    '990100',
    'filing',
    { ...inpatient, carePlace: '990300' },
    ['990000-filing-inside'],
  ],
  ['care outside it', '990100', 'filing', { ...inpatient, carePlace: '110000' }, ['100000-filing']],
  ['care in an unknown place', '990100', 'filing', inpatient, ['100000-filing']],
];

const idsOf = (...[, place, chapter, wish]: Row) =>
  pickRules(resolvePack(packs, place, { on: '2026-01-01' }), chapter, wish).map(({ rule }) => rule.id);

describe('resolvePack', () => {
  it.each(table)('%s', (...row) => {
    expect(idsOf(...row)).toEqual(row[4]);
  });

  it('does not depend on the order of the packs', () => {
    const one = resolvePack(packs, '990100');
    expect(resolvePack([...packs].reverse(), '990100')).toEqual(one);
  });

  it('labels every rule with source, place and level', () => {
    const [one] = pickRules(resolvePack(packs, '990100'), 'papers', outpatient);
    expect(one).toMatchObject({ place: '990000', level: 'province', hint: false });
    expect(one?.source).toMatchObject({ id: 'firm', date: '2025', grade: 'A' });
  });

  it('is verified only where something near says more than a hint', () => {
    const hintOnly = makePack('970100', { deadlines: [months('970100-hint', 1, { source: 'hint' })] });
    expect(resolvePack([nation, hintOnly], '970100')).toMatchObject({
      verified: false,
      verifiedChapters: [],
    });
    expect(resolvePack(packs, '960000').verified).toBe(false);
    expect(resolvePack(packs, '990200')).toMatchObject({
      verified: true,
      verifiedChapters: ['papers', 'deadlines', 'filing'],
    });
  });

  it('keeps the pool of a province apart from its cities', () => {
    const pool = makePack('990000', { coversBelow: false, deadlines: [months('990000-pool', 3)] });
    const at = (place: string) => resolvePack([nation, pool], place).rules.map(({ rule }) => rule.id);
    expect(at('990000')).toContain('990000-pool');
    expect(at('999900')).toContain('990000-pool');
    expect(at('990100')).not.toContain('990000-pool');
  });

  it.each([
    ['2024-06-30', ['990000-twelve', '990000-old']],
    ['2024-07-01', ['990000-twelve']],
  ])('takes the rules in force on %s', (on, ids) => {
    const found = pickRules(resolvePack(packs, '990000', { on }), 'deadlines', inpatient);
    expect(found.map(({ rule }) => rule.id)).toEqual(ids);
  });

  it('lets the nation speak again before a nearer rule began', () => {
    const wish = { ...inpatient, carePlace: '990300' };
    const found = pickRules(resolvePack(packs, '990100', { on: '2024-12-31' }), 'filing', wish);
    expect(found.map(({ rule }) => rule.id)).toEqual(['100000-filing']);
  });

  it.each([
    ['2024-03-01', ['980000-old']],
    ['2025-03-01', ['100000-list']],
  ])('without a day keeps what stands above a rule that ended, for claims of %s', (date, ids) => {
    const claims = ['outpatient'];
    const near = makePack('980000', {
      papers: [paper('980000-old', 'medical-record', { claims, to: '2024' })],
    });
    const above = makePack('100000', { papers: [paper('100000-list', 'itemized-list', { claims })] });
    const found = pickRules(resolvePack([near, above], '980000'), 'papers', { ...outpatient, date });
    expect(found.map(({ rule }) => rule.id)).toEqual(ids);
  });

  it('takes the days a pack is in force for those of its rules', () => {
    const ended = makePack('980000', { effectiveTo: '2024', deadlines: [months('980000-twelve', 12)] });
    const at = (date: string) =>
      pickRules(resolvePack([ended], '980000'), 'deadlines', { ...inpatient, date });
    expect(at('2024-12-31')).toHaveLength(1);
    expect(at('2025-01-01')).toHaveLength(0);
  });

  it('knows the chain of a place', () => {
    expect(chainOf('110105')).toEqual(['110105', '110100', '110000', '100000']);
    expect(chainOf('110000')).toEqual(['110000', '100000']);
    expect(chainOf('519900')).toEqual(['510000', '100000']);
    expect(chainOf('100000')).toEqual(['100000']);
  });
});

describe('overrides', () => {
  const ids = (place: string, ...overrides: ReturnType<typeof makeOverrides>[]) =>
    resolvePack(packs, place, { overrides }).rules.map(({ rule }) => rule.id);

  it('replace a rule where it held, and nowhere else', () => {
    const mine = makeOverrides('990100', {
      papers: [paper('100000-invoice', 'settlement-sheet', { source: 'counter' })],
    });
    const after = resolvePack(packs, '990100', { overrides: [mine] });
    const [held] = after.rules.filter(({ rule }) => rule.id === '100000-invoice');
    const before = resolvePack(packs, '990100').rules.find(({ rule }) => rule.id === '100000-invoice');
    expect(held).toMatchObject({ level: 'own', hint: false, cells: before?.cells });
    expect(held?.source.grade).toBe('own');
  });

  it('add a rule, switch one off, and let nothing from above come back', () => {
    const mine = makeOverrides('990100', { deadlines: [months('own-two', 2, { source: 'counter' })] }, [
      '990000-twelve',
      '990100-summary',
    ]);
    const after = ids('990100', mine);
    expect(after).toContain('own-two');
    expect(after).not.toContain('990000-twelve');
    const left = pickRules(resolvePack(packs, '990100', { overrides: [mine] }), 'papers', inpatient);
    expect(left.map(({ rule }) => rule.id)).toEqual(['100000-emergency']);
  });

  it('hold for the places below theirs, the nearest last', () => {
    const ofProvince = makeOverrides('990000', { deadlines: [months('own-x', 2, { source: 'counter' })] });
    const ofCity = makeOverrides('990100', { deadlines: [months('own-x', 5, { source: 'counter' })] });
    const found = resolvePack(packs, '990100', { overrides: [ofCity, ofProvince] }).rules.filter(
      ({ rule }) => rule.id === 'own-x',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.rule).toMatchObject({ terms: [{ months: 5 }] });
    expect(ids('980100', ofCity)).not.toContain('own-x');
  });
});
