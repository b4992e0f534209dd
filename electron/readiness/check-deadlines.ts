// How much time is left for each visit, and when the office takes claims. A date nobody can trace is never said to be over.

import { daysBetween } from '../../shared/dates.ts';
import type { Finding, FindingCode } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { nextOpenDay } from '../deadlines/claim-window.ts';
import { type Deadline, findDeadline } from '../deadlines/find-deadline.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, compare, type VisitCase } from './visit-case.ts';

/** Once the papers are handed in the clock has stopped. */
const handedInOn = (claim: ClaimCase): string =>
  claim.events
    .filter(({ step }) => step === 'handed-in')
    .map(({ on }) => on)
    .toSorted()
    .at(0) ?? '';

export function checkDeadlines(claim: ClaimCase): Finding[] {
  const handedIn = handedInOn(claim);
  const timed = claim.cases.map((one) => ({ one, deadline: deadlineOf(one, handedIn || claim.today) }));
  const known = timed.flatMap(({ one, deadline }) => checkKnown(one, deadline, handedIn !== ''));
  if (handedIn !== '') return known;
  return [
    ...known,
    ...checkHint(timed),
    ...checkUnknown(
      claim,
      timed.filter(({ deadline }) => isUnknown(deadline)),
    ),
    ...checkWindows(claim),
  ];
}

/** `on`: today, or the day the papers were handed in. Rules for situations that are not there do not count. */
export function deadlineOf(one: VisitCase, on: string): Deadline {
  const rules = one
    .rules('deadlines')
    .filter(({ rule }) => rule.situation === null || one.situations.has(rule.situation));
  const receipts = one.invoices.map(({ issueDate }) => issueDate).filter((date) => date !== '');
  const facts = {
    inpatient: one.visit.kind === 'inpatient',
    date: one.visit.date,
    endDate: one.visit.endDate,
    receiptDate: receipts.toSorted()[0] ?? '',
  };
  return findDeadline(facts, rules, on);
}

function checkKnown(one: VisitCase, deadline: Deadline, isHandedIn: boolean): Finding[] {
  const { date, daysLeft, rule } = deadline;
  if (date === null || daysLeft === null || !rule) return [];
  const params = {
    date,
    days: Math.abs(daysLeft),
    hardStop: deadline.hardStop ?? date,
    certainty: deadline.certainty,
  };
  const said = { visitId: one.visit.id, params, rule };
  if (deadline.certainty === 'hint') return [];
  if (daysLeft < 0) return [checkPassed(deadline, said)];
  const near = nearness(daysLeft);
  if (!near || isHandedIn) return [];
  return [makeFinding(near, 'advice', { ...said, do: 'office', action: 'hand-in' })];
}

type Timed = { one: VisitCase; deadline: Deadline };

/** A hint whose day is past says nothing: it is as unknown as without. */
const isUnknown = ({ certainty, why, daysLeft }: Deadline): boolean =>
  (certainty === 'unknown' && why === 'no-rule') || (certainty === 'hint' && (daysLeft ?? 0) < 0);

/** The earliest day that is only hinted at and still to come, said once. */
function checkHint(timed: readonly Timed[]): Finding[] {
  const [first] = timed
    .filter(({ deadline }) => deadline.certainty === 'hint' && !isUnknown(deadline))
    .toSorted((a, b) => compare(a.deadline.date ?? '', b.deadline.date ?? ''));
  if (!first?.deadline.rule) return [];
  const { date, daysLeft, rule } = first.deadline;
  const params = { date: date ?? '', days: daysLeft ?? 0 };
  return [
    makeFinding('deadline-hint', 'advice', {
      ...{ visitId: first.one.visit.id, params, rule, do: 'office', action: 'ask-office' },
    }),
  ];
}

function nearness(daysLeft: number): FindingCode | undefined {
  if (daysLeft <= 7) return 'deadline-in-7-days';
  if (daysLeft <= 30) return 'deadline-in-30-days';
  return daysLeft <= 60 ? 'deadline-in-60-days' : undefined;
}

type Said = { visitId: string; params: Finding['params']; rule: ResolvedRule<'deadlines'> };

/** A hard stop: every term is over, by the very day the rule counts from, and the rule says that later is refused. */
function checkPassed({ hardStop, date, daysLeft, certainty }: Deadline, said: Said): Finding {
  const sinceLast = (daysLeft ?? 0) + daysBetween(date ?? '', hardStop ?? date ?? '');
  const isOver = sinceLast < 0 && said.rule.rule.late === 'refused' && certainty === 'stated';
  return isOver
    ? makeFinding('deadline-hard-stop', 'blocks', { ...said, do: 'decide', action: 'move-visit' })
    : makeFinding('deadline-passed', 'likely-returned', { ...said, do: 'office', action: 'ask-office' });
}

const WARN_WITHIN = 30;

/** Said once for the bundle, on the earliest visit; again, louder, when a common term comes near. */
function checkUnknown(claim: ClaimCase, unknown: readonly Timed[]): Finding[] {
  const [first] = unknown.toSorted((a, b) => compare(a.one.endsOn, b.one.endsOn));
  if (!first) return [];
  const params = { place: claim.person.insuredPlaceName, date: first.one.visit.date };
  const said = { visitId: first.one.visit.id, params, do: 'office', action: 'ask-office' } as const;
  const next = first.deadline.warnOn.find((day) => day >= claim.today);
  const isNear =
    unknown.some(({ deadline }) => deadline.certainty === 'hint') ||
    next === undefined ||
    daysBetween(claim.today, next) <= WARN_WITHIN;
  const code = isNear ? 'deadline-unknown-near' : 'deadline-unknown';
  return [makeFinding(code, 'advice', { ...said, params: next ? { ...params, next } : params })];
}

function checkWindows(claim: ClaimCase): Finding[] {
  const closed = claim.cases.flatMap((one) => {
    const rules = one
      .rules('windows')
      .filter(({ rule }) => rule.situation === null || one.situations.has(rule.situation));
    return rules.flatMap((rule) => {
      const opens = nextOpenDay(rule.rule.when, one.endsOn || one.visit.date, claim.today);
      return opens !== null && opens > claim.today ? [{ rule, opens }] : [];
    });
  });
  const last = closed.toSorted((a, b) => compare(b.opens, a.opens))[0];
  if (!last) return [];
  return [
    makeFinding('window-closed', 'blocks', {
      params: { until: last.opens },
      rule: last.rule,
      do: 'wait',
      action: 'wait',
    }),
  ];
}
