// Calendar dates are plain text `yyyy-mm-dd`: a visit has a day, not an instant, and no time zone may move it.

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real day of the calendar written yyyy-mm-dd. */
export function isCalendarDate(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The local day of an instant. */
export function calendarDate(instant: Date): string {
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${instant.getFullYear()}-${pad(instant.getMonth() + 1)}-${pad(instant.getDate())}`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Both yyyy-mm-dd. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** "2024年05月28日", "2024/5/28", "20240528", full-width digits -> "2024-05-28"; undefined when it is no real day. */
export function readCalendarDate(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(plain);
  if (!match) return undefined;
  const [, year = '', month = '', day = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
