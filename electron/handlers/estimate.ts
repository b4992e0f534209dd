// The call for what the funds may pay for a claim: an estimate visit by visit, with every assumption open to change.

import type { ClaimMoney, Filing } from '../../shared/claim-life.ts';
import { calendarDate } from '../../shared/dates.ts';
import type { Visit } from '../../shared/domain.ts';
import type { Assumptions, VisitEstimate } from '../../shared/readiness-calls.ts';
import type { PenaltyCase } from '../../shared/rules/rule-pack.ts';
import { getClaim } from '../database/claim.ts';
import { getPersonYear } from '../database/facts.ts';
import { getPerson } from '../database/person.ts';
import { assume } from '../money/assume.ts';
import { type EstimateInput, estimate } from '../money/estimate.ts';
import { filingOn, readCase, type VisitCase } from '../readiness/visit-case.ts';
import { countMoney } from './claim-life.ts';
import type { Handler, ParsedInput } from './context.ts';
import { type Desk, openDesk, readinessInput } from './readiness-input.ts';

export const estimateClaim: Handler<'claim.estimate'> = ({ vault: { db }, now }, { id, changes }) => {
  const claim = getClaim(db, id);
  const desk = openDesk(db, getPerson(db, claim.personId), calendarDate(now()));
  const { cases } = readCase(readinessInput(desk, claim, claim.visitIds));
  const carried = new Map<number, Carried>();
  const visits = cases.map((one) => {
    const change = changes.find(({ visitId }) => visitId === one.visit.id)?.assumptions ?? {};
    return estimateVisit(desk, one, { change, carried });
  });
  const sum = (read: (one: VisitEstimate) => number) => visits.reduce((total, one) => total + read(one), 0);
  const fund = { low: sum((one) => one.fund.low), high: sum((one) => one.fund.high) };
  return {
    visits,
    fund,
    own: { low: sum(({ own }) => own.low), high: sum(({ own }) => own.high) },
    exact: visits.every(({ exact }) => exact),
    paid: comparePaid(countMoney(db, claim), fund),
  };
};

/** Commercial insurers and employers are no fund. Inside the range there is no difference. */
function comparePaid({ paid }: ClaimMoney, { low, high }: { low: number; high: number }) {
  const funds = paid.filter(({ payer }) => !['commercial', 'employer', 'other'].includes(payer));
  if (funds.length === 0) return null;
  const paidFen = funds.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return { paidFen, differenceFen: paidFen < low ? paidFen - low : Math.max(0, paidFen - high) };
}

/** What earlier visits of the claim used up of the year's deductible and cap, beside what the person noted. */
type Carried = { deductibleFen: number; capFen: number };
type Change = ParsedInput<'claim.estimate'>['changes'][number]['assumptions'];
type Wish = { change: Change; carried: Map<number, Carried> };

function estimateVisit(desk: Desk, one: VisitCase, { change, carried }: Wish): VisitEstimate {
  const year = Number((one.endsOn || one.visit.date).slice(0, 4));
  const before = carried.get(year) ?? startOf(desk, year);
  const found = assume({
    invoices: one.invoices,
    hospitalGrade: one.hospital?.grade ?? '',
    standing: desk.person.standing,
    stay: stayNumber(desk, one.visit),
    deductibleUsedFen: before.deductibleFen,
    capUsedFen: before.capFen,
    penaltyCase: penaltyCaseOf(desk, one),
    rules: {
      rates: one.rules('rates'),
      deductibles: one.rules('deductibles'),
      penalties: one.rules('penalties'),
      caps: one.rules('caps'),
      prepaid: one.rules('prepaid'),
    },
  });
  const input = { ...found, ...given(change) } as EstimateInput;
  const result = estimate(input);
  const deductible = Math.min(input.deductible.low, Math.max(0, input.totalFen));
  carried.set(year, {
    deductibleFen: Math.max(before.deductibleFen, deductible),
    capFen: before.capFen + result.fund.low,
  });
  const assumptions = { ...input, penalties: [...input.penalties] };
  return { visitId: one.visit.id, assumptions, ...result };
}

const given = (change: Change): Partial<Assumptions> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

function startOf({ db, person }: Desk, year: number): Carried {
  const known = getPersonYear(db, person.id, year);
  return { deductibleFen: known.deductibleUsedFen ?? 0, capFen: known.capUsedFen ?? 0 };
}

/** Which stay of the year it is, counted from 1; an outpatient visit counts as the first. */
function stayNumber({ stays }: Desk, visit: Visit): number {
  if (visit.kind !== 'inpatient') return 1;
  const year = visit.date.slice(0, 4);
  return 1 + stays.filter(({ from }) => from.startsWith(year) && from < visit.date).length;
}

const CASE_OF: Record<Filing['category'], PenaltyCase> = {
  'settled-retiree': 'long-term',
  'long-term-resident': 'long-term',
  'posted-worker': 'long-term',
  referral: 'referral',
  emergency: 'emergency',
  'other-temporary': 'other-temporary',
};

/** Null while the place of care is not known, so that the estimate spans all cases. */
function penaltyCaseOf({ shared }: Desk, one: VisitCase): PenaltyCase | null {
  if (one.away === null) return null;
  if (!one.away) return 'back-home';
  const filing = filingOn(shared.filings, one.visit.date);
  if (one.visit.kind === 'emergency') return 'emergency';
  return filing ? CASE_OF[filing.category] : 'unfiled';
}
