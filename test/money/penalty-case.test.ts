// The case of care away from home: from filings, their city, their days, and what the place says.

import { describe, expect, test } from 'vitest';
import { type CareSeen, penaltyCaseOf } from '../../electron/money/penalty-case.ts';
import type { Filing } from '../../shared/claim-life.ts';
import type { RuleOf } from '../../shared/rules/rule-pack.ts';

const filing = (change: Partial<Filing> = {}): Filing => ({
  id: 'filing-0000000001',
  personId: 'person-0000000001',
  category: 'long-term-resident',
  from: '2026-01-01',
  to: '',
  cityCode: '530100',
  cityName: '昆明市',
  hospitals: [],
  waitingDays: null,
  how: '',
  proofId: null,
  note: '',
  ...change,
});
type FilingRule = Partial<RuleOf<'filing'>>;
const care = (
  change: Partial<Omit<CareSeen, 'rule' | 'visit'>> = {},
  date = '2026-03-05',
  rule?: FilingRule,
) =>
  ({
    away: true,
    carePlace: '530100',
    situations: new Set<'emergency' | 'rescue'>(),
    visit: { date },
    rule: () => (rule ? { rule } : undefined),
    ...change,
  }) as unknown as CareSeen;

describe('the case of care', () => {
  test('is unknown while nobody knows where it was', () =>
    expect(penaltyCaseOf(care({ away: null }), [filing()])).toBeNull());

  test('at home is none, and during a long-term filing a case of its own', () => {
    expect(penaltyCaseOf(care({ away: false }), [])).toBe('none');
    expect(penaltyCaseOf(care({ away: false }), [filing()])).toBe('back-home');
    expect(penaltyCaseOf(care({ away: false }), [filing({ category: 'referral' })])).toBe('none');
    expect(penaltyCaseOf(care({ away: false }), [filing({ to: '2026-02-01' })])).toBe('none');
  });

  test('away goes by what was filed for that city and that day', () => {
    const cases = (
      ['settled-retiree', 'posted-worker', 'referral', 'emergency', 'other-temporary'] as const
    ).map((category) => penaltyCaseOf(care(), [filing({ category })]));
    expect(cases).toEqual(['long-term', 'long-term', 'referral', 'emergency', 'other-temporary']);
    expect(penaltyCaseOf(care(), [])).toBe('unfiled');
    expect(penaltyCaseOf(care(), [filing({ cityCode: '510100' })])).toBe('unfiled');
    expect(
      penaltyCaseOf(care({}, '2026-03-05', { cityMustMatch: false }), [filing({ cityCode: '510100' })]),
    ).toBe('long-term');
    const both = [filing(), filing({ category: 'referral', from: '2026-02-01', cityCode: '310000' })];
    expect(penaltyCaseOf(care(), both)).toBe('long-term');
    expect(penaltyCaseOf(care({ carePlace: '310104' }), both)).toBe('referral');
  });

  test('a filing that is not in effect yet is none', () => {
    expect(penaltyCaseOf(care({}, '2026-01-05'), [filing({ waitingDays: 7 })])).toBe('unfiled');
    expect(penaltyCaseOf(care({}, '2026-01-05', { waitingDays: 7 }), [filing()])).toBe('unfiled');
    expect(penaltyCaseOf(care({}, '2026-01-08', { waitingDays: 7 }), [filing()])).toBe('long-term');
  });

  test('an emergency counts as filed unless the place says otherwise', () => {
    const urgent = { situations: new Set(['emergency' as const]) };
    expect(penaltyCaseOf(care(urgent), [])).toBe('emergency');
    expect(penaltyCaseOf(care(urgent, '2026-03-05', { emergencyCountsAsFiled: false }), [])).toBe('unfiled');
  });

  test('where no filing is needed nothing is taken off', () =>
    expect(penaltyCaseOf(care({}, '2026-03-05', { needed: false }), [])).toBe('none'));
});
