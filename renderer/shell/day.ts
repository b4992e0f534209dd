// A calendar day as people write it: month and day, with the year only when it is not this one.

import { useTranslation } from 'react-i18next';

/** `day` and `today` are yyyy-mm-dd. "6 月 9 日", "2025 年 12 月 30 日"; "Jun 9", "Dec 30, 2025". */
export function formatDay(day: string, today: string, language: string): string {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) return day;
  const other = day.slice(0, 4) !== today.slice(0, 4);
  if (language !== 'en') return `${other ? `${year} 年 ` : ''}${month} 月 ${date} 日`;
  return new Intl.DateTimeFormat('en', {
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
    ...(other ? { year: 'numeric' } : {}),
  }).format(Date.UTC(year, month - 1, date));
}

export function useDay(today: string): (day: string) => string {
  const { i18n } = useTranslation();
  return (day) => formatDay(day, today, i18n.language);
}
