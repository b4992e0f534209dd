// Days of the calendar as plain text.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate, daysBetween, isCalendarDate, readCalendarDate } from '../../shared/dates.ts';

test('only real days count', () => {
  expect(['2024-02-29', '1949-12-31', '2026-07-01'].map(isCalendarDate)).toEqual([true, true, true]);
  for (const text of ['2023-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '1899-12-31', '2026-7-1', '']) {
    expect(isCalendarDate(text), text).toBe(false);
  }
});

test('every day between 1900 and 2100 is real, and reads back from the ways people write it', () => {
  const day = fc.date({ min: new Date(1900, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true });
  fc.assert(
    fc.property(day, (instant) => {
      const text = calendarDate(instant);
      expect(isCalendarDate(text)).toBe(true);
      const [year, month, date] = text.split('-').map(Number);
      for (const written of [
        text,
        `${year}年${month}月${date}日`,
        `${year}/${month}/${date}`,
        text.replaceAll('-', ''),
        ` ${year}.${month}.${date} `,
      ]) {
        expect(readCalendarDate(written), written).toBe(text);
      }
    }),
  );
});

test('full-width digits are read, nonsense is not', () => {
  expect(readCalendarDate('２０２４年０５月２８日')).toBe('2024-05-28');
  for (const text of ['', '2024', '2024-02-30', '28/05/2024', 'yesterday']) {
    expect(readCalendarDate(text), text).toBeUndefined();
  }
});

test('days between are whole, across months and leap days, in both directions', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1);
  expect(daysBetween('2025-01-01', '2026-01-01')).toBe(365);
});
