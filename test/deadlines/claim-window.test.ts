// The next day on which an office takes claims.

import { expect, test } from 'vitest';
import { nextOpenDay } from '../../electron/deadlines/claim-window.ts';

const monthly = { kind: 'each-month', fromDay: 1, toDay: 20 } as const;
const yearly = { kind: 'each-year', from: '04-01', to: '04-30' } as const;

test.each([
  ['2026-05-01', '2026-05-01'],
  ['2026-05-20', '2026-05-20'],
  ['2026-05-21', '2026-06-01'],
  ['2026-12-31', '2027-01-01'],
])('days 1 to 20 of each month: on %s it is %s', (today, open) =>
  expect(nextOpenDay(monthly, '2026-03-01', today)).toBe(open),
);

test('days over the end of a month', () => {
  const over = { kind: 'each-month', fromDay: 25, toDay: 5 } as const;
  expect(nextOpenDay(over, '2026-03-01', '2026-05-03')).toBe('2026-05-03');
  expect(nextOpenDay(over, '2026-03-01', '2026-05-06')).toBe('2026-05-25');
});

test.each([
  ['2026-12-01', '2027-04-01'],
  ['2027-04-15', '2027-04-15'],
  ['2027-05-01', null],
])('April of the year after: on %s it is %s', (today, open) =>
  expect(nextOpenDay(yearly, '2026-03-01', today)).toBe(open),
);

test('of a cycle nobody knows the beginning', () => {
  expect(nextOpenDay({ kind: 'cycle', months: 3 }, '2026-03-01', '2026-05-01')).toBeNull();
});
