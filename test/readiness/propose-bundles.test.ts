// Visits split into bundles, each with its reason.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposeBundles } from '../../electron/readiness/propose-bundles.ts';
import type { Visit } from '../../shared/domain.ts';
import { hospital, idOf, packWith, rule, visit } from './builder.ts';

const one = (change: Partial<Visit>, serial: number) => ({
  visit: visit({ id: idOf('visit', serial), ...change }),
  scheme: 'resident' as const,
  hospital: hospital(),
});
const by = (...list: ('calendar-year' | 'claim-kind' | 'admission' | 'hospital-grade')[]) =>
  packWith({ split: rule('splits', { by: list }) });
const shape = (bundles: ReturnType<typeof proposeBundles>) =>
  bundles.map(({ visits, reason }) => [visits.map(({ id }) => Number(id.slice(6))), reason.by]);

test('years are kept apart, a stay counting for the year of its discharge', () => {
  const visits = [
    one({ date: '2026-01-05' }, 3),
    one({ date: '2025-12-20' }, 1),
    one({ kind: 'inpatient', date: '2025-12-30', endDate: '2026-01-04' }, 2),
  ];
  expect(shape(proposeBundles(visits, by('calendar-year')))).toEqual([
    [[1], { 'calendar-year': '2025' }],
    [[2, 3], { 'calendar-year': '2026' }],
  ]);
});

test('people are always kept apart', () => {
  const visits = [one({}, 1), one({ personId: idOf('person', 2) }, 2)];
  const bundles = proposeBundles(visits, by('calendar-year'));
  expect(bundles.map(({ reason }) => reason.person)).toEqual([idOf('person', 1), idOf('person', 2)]);
});

test('kinds, stays and grades of hospital where the place says so', () => {
  const visits = [
    one({ date: '2026-01-01', hospital: '' }, 1),
    one({ date: '2026-01-02' }, 2),
    one({ kind: 'inpatient', date: '2026-01-03', endDate: '2026-01-05' }, 3),
    one({ kind: 'inpatient', date: '2026-02-03', endDate: '2026-02-05' }, 4),
  ];
  expect(shape(proposeBundles(visits, by('claim-kind')))).toEqual([
    [[1, 2], { 'calendar-year': '2026', 'claim-kind': 'outpatient' }],
    [[3, 4], { 'calendar-year': '2026', 'claim-kind': 'inpatient' }],
  ]);
  expect(proposeBundles(visits, by('admission')).map(({ visits: list }) => list.length)).toEqual([2, 1, 1]);
});

test('a hint splits nothing, and without a rule only the year does', () => {
  const visits = [
    one({ date: '2026-01-01' }, 1),
    one({ kind: 'inpatient', date: '2026-01-02', endDate: '2026-01-04' }, 2),
  ];
  const hint = packWith({ split: rule('splits', { by: ['claim-kind'] }, 'C') });
  expect(proposeBundles(visits, hint)).toHaveLength(1);
  expect(proposeBundles(visits, packWith({ split: null }))[0]?.reason).toMatchObject({
    by: { 'calendar-year': '2026' },
    rule: null,
  });
});

test('every visit is in one bundle, whatever order they come in', () => {
  const dates = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(dates, (days) => {
      const visits = days.map((day) => {
        const date = new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
        return one({ date }, day + 1);
      });
      const bundles = proposeBundles(visits, by('calendar-year', 'claim-kind'));
      expect(bundles.flatMap(({ visits: list }) => list)).toHaveLength(visits.length);
      expect(proposeBundles(visits.toReversed(), by('calendar-year', 'claim-kind'))).toEqual(bundles);
    }),
  );
});
