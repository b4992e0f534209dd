// The call for what the funds may pay for a claim: an estimate visit by visit, with every assumption open to change.

import type { ClaimMoney } from '../../shared/claim-life.ts';
import { calendarDate } from '../../shared/dates.ts';
import type { Claim, Visit } from '../../shared/domain.ts';
import type { Assumptions, VisitEstimate } from '../../shared/readiness-calls.ts';
import { getClaim } from '../database/claim.ts';
import { getPersonYear } from '../database/facts.ts';
import { getPerson } from '../database/person.ts';
import { assume } from '../money/assume.ts';
import { type EstimateInput, estimate } from '../money/estimate.ts';
import { explainPaid } from '../money/explain-paid.ts';
import { penaltyCaseOf } from '../money/penalty-case.ts';
import { type YearUse, yearUse } from '../money/year-use.ts';
import { readCase, type VisitCase } from '../readiness/visit-case.ts';
import { countMoney } from './claim-life.ts';
import type { Handler, ParsedInput } from './context.ts';
import { countFund, yearOf } from './count-fund.ts';
import { type Desk, openDesk, readinessInput } from './readiness-input.ts';
import { openShelf } from './visit-shelf.ts';

export const estimateClaim: Handler<'claim.estimate'> = ({ vault: { db }, now }, { id, changes }) => {
  const claim = getClaim(db, id);
  const desk = openDesk(db, getPerson(db, claim.personId), {
    today: calendarDate(now()),
    shelf: openShelf(db, claim.visitIds),
  });
  const { cases } = readCase(readinessInput(desk, claim, claim.visitIds));
  const carried = new Map<string, Carried>();
  const visits = cases.map((one) => {
    const change = changes.find(({ visitId }) => visitId === one.visit.id)?.assumptions ?? {};
    return estimateVisit(desk, one, { claim, change, carried });
  });
  const sum = (read: (one: VisitEstimate) => number) => visits.reduce((total, one) => total + read(one), 0);
  const paidFen = paidByBasic(countMoney(db, claim));
  return {
    visits,
    fund: { low: sum((one) => one.fund.low), high: sum((one) => one.fund.high) },
    own: { low: sum(({ own }) => own.low), high: sum(({ own }) => own.high) },
    exact: visits.every(({ exact }) => exact),
    paid: paidFen === null || visits.length === 0 ? null : explainPaid(visits, paidFen),
  };
};

/** The estimate is about the basic fund; what other payers paid says nothing of it. Null before it paid. */
function paidByBasic({ paid }: ClaimMoney): number | null {
  return paid.find(({ payer }) => payer === 'basic')?.amountFen ?? null;
}

/** What the year has used before a visit: outside this claim, and by its earlier visits at both ends of their estimate. */
type Carried = {
  use: YearUse;
  deductibleFen: number;
  deductibleTaken: boolean;
  paid: { low: number; high: number };
};
type Change = ParsedInput<'claim.estimate'>['changes'][number]['assumptions'];
type Wish = { claim: Claim; change: Change; carried: Map<string, Carried> };

function estimateVisit(desk: Desk, one: VisitCase, { claim, change, carried }: Wish): VisitEstimate {
  const year = yearOf(one.visit);
  const inpatient = one.visit.kind === 'inpatient';
  const noted = getPersonYear(desk.db, desk.person.id, year);
  const key = `${year} ${inpatient}`;
  const before = carried.get(key) ?? startOf(desk, { claim, year, inpatient });
  const penaltyCase = penaltyCaseOf(one, desk.shared.filings);
  const filing = one.rule('filing');
  const found = assume({
    invoices: one.invoices,
    hospitalGrade: one.hospital?.grade ?? '',
    standing: desk.person.standing,
    stay: stayNumber(desk, one.visit),
    deductibleUsedFen: before.use.deductible.fen + before.deductibleFen,
    capUsedFen: before.use.cap.fen + before.paid.low,
    ...{ penaltyCase, inpatient, noted, deductibleTaken: before.deductibleTaken },
    withoutFiling: filing && !filing.hint ? filing.rule.withoutFiling : undefined,
    rules: {
      rates: one.rules('rates'),
      deductibles: one.rules('deductibles'),
      penalties: one.rules('penalties'),
      caps: one.rules('caps'),
      prepaid: one.rules('prepaid'),
    },
  });
  const input = { ...found, ...given(change) } as EstimateInput;
  const usedMore = before.paid.high - before.paid.low;
  const isOwnCap = change.capLeftFen !== undefined || input.capLeftFen === null;
  const result = estimate(
    input,
    isOwnCap ? input.capLeftFen : Math.max(0, (input.capLeftFen ?? 0) - usedMore),
  );
  carried.set(key, carryOn(before, result, noted.deductibleFen !== null));
  return {
    visitId: one.visit.id,
    assumptions: { ...input, penalties: [...input.penalties] },
    basis: { penaltyCase: penaltyCase ?? 'unknown', year, ...before.use },
    ...result,
  };
}

/** A deductible of the year is used up bit by bit; one that a rule names may be taken each time. */
function carryOn(before: Carried, { fund, steps }: ReturnType<typeof estimate>, isYearly: boolean): Carried {
  const taken = steps.find(({ code }) => code === 'deductible');
  return {
    use: before.use,
    deductibleFen: before.deductibleFen + (isYearly ? (taken?.lowFen ?? 0) : 0),
    deductibleTaken: before.deductibleTaken || (taken?.highFen ?? 0) > 0,
    paid: { low: before.paid.low + fund.low, high: before.paid.high + fund.high },
  };
}

const given = (change: Change): Partial<Assumptions> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

type YearWish = { claim: Claim; year: number; inpatient: boolean };

function startOf({ db, person }: Desk, { claim, year, inpatient }: YearWish): Carried {
  const paidFen = countFund(db, { personId: person.id, exceptClaim: claim.id, year, inpatient });
  const use = yearUse(getPersonYear(db, person.id, year), paidFen);
  return {
    use,
    deductibleFen: 0,
    deductibleTaken: use.deductible.from === 'none' && paidFen > 0,
    paid: { low: 0, high: 0 },
  };
}

/** Which stay of the year it is, counted from 1; an outpatient visit counts as the first. */
function stayNumber({ stays }: Desk, visit: Visit): number {
  if (visit.kind !== 'inpatient') return 1;
  const year = visit.date.slice(0, 4);
  return 1 + stays.filter(({ from }) => from.startsWith(year) && from < visit.date).length;
}
