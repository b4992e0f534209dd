// When an office takes claims at all: so many days of each month, a stretch of the year, or once a cycle.

import type { ClaimWindow } from '../../shared/rules/rule-parts.ts';
import { addMonths, dayOfYear, yearOf } from './calendar.ts';

/**
 * The first day from `today` on which the window is open: `today` itself when it is. null when it will not open again for
 * costs of that day, and for cycles, whose beginning nobody but the office knows.
 */
export function nextOpenDay(when: ClaimWindow, costDate: string, today: string): string | null {
  switch (when.kind) {
    case 'each-month': {
      const day = Number(today.slice(8));
      const inside =
        when.fromDay <= when.toDay
          ? day >= when.fromDay && day <= when.toDay
          : day >= when.fromDay || day <= when.toDay;
      if (inside) return today;
      const month = day < when.fromDay ? today : addMonths(`${today.slice(0, 7)}-01`, 1);
      return `${month.slice(0, 7)}-${String(when.fromDay).padStart(2, '0')}`;
    }
    case 'each-year': {
      const year = yearOf(costDate) + 1;
      const [from, to] = [dayOfYear(year, when.from), dayOfYear(year, when.to)];
      if (today > to) return null;
      return today < from ? from : today;
    }
    case 'cycle':
      return null;
  }
}
