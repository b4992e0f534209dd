// Last days for every kind of term, with the vectors of known places; and what is said when nothing is known.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../../electron/deadlines/calendar.ts';
import { type DeadlineFacts, findDeadline } from '../../electron/deadlines/find-deadline.ts';
import type { DeadlineTerm } from '../../shared/rules/rule-parts.ts';
import { rule } from '../readiness/builder.ts';

const facts = (change: Partial<DeadlineFacts> = {}): DeadlineFacts => ({
  ...{ inpatient: false, date: '2024-05-28', endDate: '', receiptDate: '2024-05-30' },
  ...change,
});
const terms = (...list: DeadlineTerm[]) => [rule('deadlines', { terms: list })];
const last = (change: Partial<DeadlineFacts>, ...list: DeadlineTerm[]) =>
  findDeadline(facts(change), terms(...list), '2024-06-01').date;
const months = (
  count: number,
  anchor: 'visit' | 'receipt' | 'discharge' | 'unstated' = 'receipt',
): DeadlineTerm => ({ kind: 'months-from', anchor, months: count });
const nextYear = (until: string, holidayShift = false): DeadlineTerm => ({
  kind: 'next-year',
  until,
  holidayShift,
});
const stay = (date: string, endDate: string) => ({ inpatient: true, date, endDate });

describe('months from a day', () => {
  test.each([
    ['2024-05-30', 12, '2025-05-30'],
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-03-31', 1, '2024-04-30'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-01-31', 36, '2027-01-31'],
  ])('%s and %i months give %s', (receiptDate, count, date) =>
    expect(last({ receiptDate }, months(count))).toBe(date),
  );

  test('of the visit, of the receipt, of discharge', () => {
    expect(last({}, months(3, 'visit'))).toBe('2024-08-28');
    expect(last({}, months(3, 'receipt'))).toBe('2024-08-30');
    expect(last(stay('2024-05-01', '2024-05-20'), months(3, 'discharge'))).toBe('2024-08-20');
    expect(last({}, months(3, 'discharge'))).toBe('2024-08-28');
  });

  test('of a day the source does not name: the earliest, and said to be estimated', () => {
    const deadline = findDeadline(facts(), terms(months(3, 'unstated')), '2024-06-01');
    expect(deadline).toMatchObject({ date: '2024-08-28', certainty: 'estimated', why: 'anchor-unstated' });
  });

  test('of a receipt whose day is unknown: of the visit, and said to be estimated', () => {
    const deadline = findDeadline(facts({ receiptDate: '' }), terms(months(6)), '2024-06-01');
    expect(deadline).toMatchObject({
      date: '2024-11-28',
      certainty: 'estimated',
      why: 'receipt-date-unknown',
    });
  });

  test('never leaves the month that is so many months later', () => {
    const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 48 }), (day, count) => {
        const date = day.toISOString().slice(0, 10);
        const later = addMonths(date, count);
        const span = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(span(later) - span(date)).toBe(count);
        expect(later.slice(8) <= date.slice(8)).toBe(true);
      }),
    );
  });
});

describe('days from a day', () => {
  const days = (count: number, working: boolean): DeadlineTerm => ({
    kind: 'days-from',
    anchor: 'receipt',
    days: count,
    working,
  });
  test('90 days', () => expect(last({}, days(90, false))).toBe('2024-08-28'));
  test('60 working days leave out weekends and holidays', () => {
    expect(last({ receiptDate: '2024-09-27' }, days(1, true))).toBe('2024-09-29');
    expect(last({ receiptDate: '2024-09-30' }, days(1, true))).toBe('2024-10-08');
    expect(last({ receiptDate: '2024-09-30' }, days(5, true))).toBe('2024-10-12');
  });
  test('working days of a year whose holidays are not published are estimated', () => {
    const deadline = findDeadline(facts({ receiptDate: '2031-03-03' }), terms(days(5, true)), '2031-03-03');
    expect(deadline).toMatchObject({ date: '2031-03-10', certainty: 'estimated', why: 'holidays-unknown' });
  });
});

describe('a day of the next year', () => {
  test('Beijing: 20 January, moved by a weekend', () => {
    expect(last({ date: '2023-06-01' }, nextYear('01-20', true))).toBe('2024-01-22');
    expect(last({ date: '2022-06-01' }, nextYear('01-20', true))).toBe('2023-01-20');
  });
  test('Beijing: moved over a long holiday', () => {
    expect(last({ date: '2022-06-01' }, nextYear('01-21', true))).toBe('2023-01-28');
  });
  test('31 March stays where it is without a shift', () =>
    expect(last({ date: '2023-06-01' }, nextYear('03-31'))).toBe('2024-03-31'));
  test('of a stay over the new year: the year of discharge', () => {
    expect(last(stay('2023-12-20', '2024-01-05'), nextYear('03-31'))).toBe('2025-03-31');
  });
});

test('a day of the same year', () => {
  expect(last({}, { kind: 'same-year', until: '12-22' })).toBe('2024-12-22');
});

describe('an insurance year', () => {
  const xiamen: DeadlineTerm = { kind: 'insurance-year', starts: '07-01', monthsAfter: 3 };
  test.each([
    ['2024-06-30', '2024-09-30'],
    ['2024-07-01', '2025-09-30'],
    ['2024-12-31', '2025-09-30'],
  ])('Xiamen: costs of %s until %s', (date, until) => expect(last({ date }, xiamen)).toBe(until));
  test('that is the calendar year, without months after', () => {
    expect(last({}, { kind: 'insurance-year', starts: '01-01', monthsAfter: 0 })).toBe('2024-12-31');
  });
});

describe('several', () => {
  test('Sichuan: three months, at the latest 31 March: the earliest counts, the latest is the hard stop', () => {
    const both = terms(months(3, 'discharge'), nextYear('03-31'));
    expect(findDeadline(facts(), both, '2024-06-01')).toMatchObject({
      date: '2024-08-28',
      hardStop: '2025-03-31',
    });
    const december = facts({ date: '2024-12-31', receiptDate: '2024-12-31' });
    expect(findDeadline(december, terms(months(4), nextYear('03-31')), '2025-01-01')).toMatchObject({
      date: '2025-03-31',
      hardStop: '2025-04-30',
    });
  });
  test('a hint never shortens what a better source says', () => {
    const rules = [...terms(months(12)), rule('deadlines', { terms: [months(1)] }, 'C')];
    expect(findDeadline(facts(), rules, '2024-06-01')).toMatchObject({
      date: '2025-05-30',
      certainty: 'stated',
    });
  });
  test('a hint alone is said to be one', () => {
    const rules = [rule('deadlines', { terms: [months(6)] }, 'C')];
    expect(findDeadline(facts(), rules, '2024-06-01')).toMatchObject({
      date: '2024-11-30',
      certainty: 'hint',
    });
  });
  test("the person's own note counts as stated", () => {
    const rules = [rule('deadlines', { terms: [months(6)] }, 'own')];
    expect(findDeadline(facts(), rules, '2024-06-01').certainty).toBe('stated');
  });
});

describe('what is not known', () => {
  test('no rule: no date, never over, and three days to warn on', () => {
    const deadline = findDeadline(facts(), [], '2030-01-01');
    expect(deadline).toMatchObject({ date: null, daysLeft: null, certainty: 'unknown', why: 'no-rule' });
    expect(deadline.warnOn).toEqual(['2024-08-28', '2024-12-31', '2025-01-20']);
  });
  test('still in hospital: the clock has not begun', () => {
    const deadline = findDeadline(facts(stay('2024-05-01', '')), terms(months(3, 'discharge')), '2024-06-01');
    expect(deadline).toMatchObject({ date: null, why: 'still-in-hospital' });
  });
});

test('days left count to the last day, which still counts', () => {
  const left = (today: string) => findDeadline(facts(), terms(months(12)), today).daysLeft;
  expect([left('2025-05-29'), left('2025-05-30'), left('2025-05-31')]).toEqual([1, 0, -1]);
});
