// Counting on the calendar: months, days, working days. Days are plain text yyyy-mm-dd.

import chineseDays from 'chinese-days';

// The package is CommonJS to Node: its functions are on the default export only.
const { getDayDetail } = chineseDays;

const pad = (value: number): string => String(value).padStart(2, '0');

/** `day` days after `date`; negative counts back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The same day of the month, months later; the month's last day when it has no such day (民法典 art. 202). */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const last = new Date(Date.UTC(newYear, newMonth, 0)).getUTCDate();
  return `${newYear}-${pad(newMonth)}-${pad(Math.min(day, last))}`;
}

/** The day MM-DD of a year; 02-29 becomes 02-28 in a year without it. */
export const dayOfYear = (year: number, monthDay: string): string =>
  monthDay === '02-29' ? addMonths(`${year - (year % 4)}-02-29`, (year % 4) * 12) : `${year}-${monthDay}`;

export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** True when the country's holidays of that year are in the table; else only weekends are known to be days off. */
export function knowsHolidaysOf(year: number): boolean {
  return getDayDetail(`${year}-01-01`).name.includes(',');
}

/** A day on which offices work: holidays and the weekends worked in exchange (调休) included where they are known. */
export const isWorkingDay = (date: string): boolean => getDayDetail(date).work;

export function addWorkingDays(date: string, days: number): string {
  let [at, left] = [date, days];
  while (left > 0) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** The day itself when it is worked, else the next one that is. */
export function shiftToWorkingDay(date: string): string {
  let at = date;
  while (!isWorkingDay(at)) at = addDays(at, 1);
  return at;
}
