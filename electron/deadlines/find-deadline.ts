// Until when a visit can be claimed, from the rules of the insured place. What is not known is said to be unknown, never expired.

import { daysBetween } from '../../shared/dates.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { Anchor, DeadlineTerm } from '../../shared/rules/rule-parts.ts';
import {
  addDays,
  addMonths,
  addWorkingDays,
  dayOfYear,
  knowsHolidaysOf,
  shiftToWorkingDay,
  yearOf,
} from './calendar.ts';

/**
 * The days a deadline can be counted from: of the visit or admission, of discharge, on the invoice. '' while unknown; an
 * invoice's day stands for the day of payment.
 */
export type DeadlineFacts = { inpatient: boolean; date: string; endDate: string; receiptDate: string };

/**
 * stated: an official or specific rule, or the person's own note. estimated: as stated, but counted from another day than the
 * rule names, or over a year whose holidays are not published yet. hint: a source nobody can trace. unknown: no date at all.
 */
export type Certainty = 'stated' | 'estimated' | 'hint' | 'unknown';
export type Deadline = {
  /** The last day, inclusive; null when there is no rule, or the day it counts from has not come. */
  date: string | null;
  /** The last day of the latest term when a rule has several, such as "3 months, at the latest 31 March". */
  hardStop: string | null;
  daysLeft: number | null;
  certainty: Certainty;
  why: '' | 'no-rule' | 'still-in-hospital' | 'anchor-unstated' | 'receipt-date-unknown' | 'holidays-unknown';
  rule: ResolvedRule<'deadlines'> | null;
  /** Days to warn on while nothing firm is known: 3 months on, 31 December and 20 January (the strictest common terms). */
  warnOn: string[];
};

type Counted = { date: string; why: Deadline['why'] };

/** The earliest last day the best sources name; sources that cannot be traced count only when there is no other. */
export function findDeadline(
  facts: DeadlineFacts,
  rules: readonly ResolvedRule<'deadlines'>[],
  today: string,
): Deadline {
  const ended = facts.inpatient ? facts.endDate : facts.date;
  const warnOn = ended === '' ? [] : warningDays(ended);
  const nothing = (why: Deadline['why']): Deadline => ({
    ...{ date: null, hardStop: null, daysLeft: null, certainty: 'unknown', rule: null },
    ...{ why, warnOn },
  });
  if (rules.length === 0) return nothing('no-rule');
  if (ended === '') return nothing('still-in-hospital');
  const traced = rules.filter((one) => !one.hint);
  const answers = (traced.length > 0 ? traced : rules).map((cited) => answer(cited, { ...facts, ended }));
  const earliest = answers.reduce((best, one) => (one.first.date < best.first.date ? one : best));
  const { cited, first, last } = earliest;
  return {
    date: first.date,
    hardStop: last,
    daysLeft: daysBetween(today, first.date),
    certainty: cited.hint ? 'hint' : first.why === '' ? 'stated' : 'estimated',
    why: first.why,
    rule: cited,
    warnOn: cited.hint ? warnOn : [],
  };
}

type EndedFacts = DeadlineFacts & { ended: string };

function answer(cited: ResolvedRule<'deadlines'>, facts: EndedFacts) {
  const counted = cited.rule.terms.map((term) => countTerm(term, facts));
  const first = counted.reduce((best, one) => (one.date < best.date ? one : best));
  const last = counted.reduce((best, one) => (one.date > best.date ? one : best));
  return { cited, first, last: last.date };
}

function countTerm(term: DeadlineTerm, facts: EndedFacts): Counted {
  const year = yearOf(facts.ended);
  switch (term.kind) {
    case 'months-from': {
      const start = anchorOf(term.anchor, facts);
      return { date: addMonths(start.date, term.months), why: start.why };
    }
    case 'days-from': {
      const start = anchorOf(term.anchor, facts);
      if (!term.working) return { date: addDays(start.date, term.days), why: start.why };
      const date = addWorkingDays(start.date, term.days);
      return { date, why: start.why || holidaysWhy(date) };
    }
    case 'next-year': {
      const date = dayOfYear(year + 1, term.until);
      return term.holidayShift
        ? { date: shiftToWorkingDay(date), why: holidaysWhy(date) }
        : { date, why: '' };
    }
    case 'same-year':
      return { date: dayOfYear(year, term.until), why: '' };
    case 'insurance-year':
      return { date: insuranceYearEnd(facts.ended, term.starts, term.monthsAfter), why: '' };
  }
}

const holidaysWhy = (date: string): Deadline['why'] =>
  knowsHolidaysOf(yearOf(date)) ? '' : 'holidays-unknown';

/** While the invoice's day is unknown, the end of the care stands in for it: that is not later. */
function anchorOf(anchor: Anchor, facts: EndedFacts): Counted {
  if (anchor === 'visit') return { date: facts.date, why: '' };
  if (anchor === 'discharge' || anchor === 'treatment-end') return { date: facts.ended, why: '' };
  if (anchor === 'unstated') return { date: earlier(facts.ended, facts.receiptDate), why: 'anchor-unstated' };
  return facts.receiptDate === ''
    ? { date: facts.ended, why: 'receipt-date-unknown' }
    : { date: facts.receiptDate, why: '' };
}

const earlier = (one: string, other: string): string => (other !== '' && other < one ? other : one);

/** The last day of the insurance year that holds `date`, and so many months more: 1 July and 3 months give 30 September. */
function insuranceYearEnd(date: string, starts: string, monthsAfter: number): string {
  const thisYear = dayOfYear(yearOf(date), starts);
  const next = date < thisYear ? thisYear : dayOfYear(yearOf(date) + 1, starts);
  return addDays(addMonths(next, monthsAfter), -1);
}

function warningDays(ended: string): string[] {
  const year = yearOf(ended);
  return [addMonths(ended, 3), `${year}-12-31`, `${year + 1}-01-20`].sort();
}
