// The assumptions of an estimate from what is known: invoices of the visit and the rules of the insured place. Where no rule
// speaks the answer is a range with its reason; hints (grade C) never narrow it.

import type { Invoice } from '../../shared/domain.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { deductibleOf } from './deductible.ts';
import {
  between,
  type EstimateInput,
  exactly,
  noPenalty,
  type Penalty,
  type Range,
  takeShare,
} from './estimate.ts';

export type AssumeInput = {
  invoices: readonly Pick<Invoice, 'totalFen' | 'ownExpenseFen' | 'selfPaidFen'>[];
  hospitalGrade: '' | 'primary' | 'secondary' | 'tertiary';
  standing: '' | 'working' | 'retired';
  /** Stays of the year, counted from 1; what this year has used of deductible and cap. */
  stay: number;
  deductibleUsedFen: number;
  capUsedFen: number;
  /** The case the visit falls under, null while nobody knows whether it was filed. */
  penaltyCase: ResolvedRule<'penalties'>['rule']['case'] | null;
  /** Rules of the place for this kind of claim, scheme and place of care. */
  rules: {
    rates: readonly ResolvedRule<'rates'>[];
    deductibles: readonly ResolvedRule<'deductibles'>[];
    penalties: readonly ResolvedRule<'penalties'>[];
    caps: readonly ResolvedRule<'caps'>[];
    prepaid: readonly ResolvedRule<'prepaid'>[];
  };
};

export function assume(input: AssumeInput): EstimateInput {
  const totalFen = input.invoices.reduce((sum, { totalFen: fen }) => sum + fen, 0);
  return {
    totalFen,
    outside: outsideOf(input.invoices, totalFen),
    overLimit: exactly(0),
    classBPrepaid: prepaidRange(input, totalFen),
    deductible: deductibleRange(input, totalFen),
    deductibleUsedFen: input.deductibleUsedFen,
    rate: rateRange(input),
    addedPermille: 0,
    penalties: penaltiesOf(input),
    capLeftFen: capLeftOf(input),
    layers: [],
  };
}

/** 个人自费 as printed; while an invoice does not say, anything from nothing to all of it may be outside the catalogue. */
function outsideOf(invoices: AssumeInput['invoices'], totalFen: number): Range {
  const known = invoices.reduce((sum, one) => sum + (one.ownExpenseFen ?? 0), 0);
  const unsaid = invoices.reduce((sum, one) => sum + (one.ownExpenseFen === null ? one.totalFen : 0), 0);
  return unsaid === 0 ? exactly(known) : between(known, Math.min(totalFen, known + unsaid), 'class-unknown');
}

/** Which items are class B is not on the invoice: from none of what is inside the catalogue to all of it. */
function prepaidRange(input: AssumeInput, totalFen: number): Range {
  const inside = totalFen - outsideOf(input.invoices, totalFen).low;
  const shares = withoutHints(input.rules.prepaid).map(({ rule }) => rule.permille);
  const most = shares.length === 0 ? inside : takeShare(inside, Math.max(...shares));
  return between(0, most, 'prepaid-unknown');
}

function deductibleRange(input: AssumeInput, totalFen: number): Range {
  const rules = withoutHints(input.rules.deductibles).filter(({ rule }) =>
    fitsGrade(rule, input.hospitalGrade),
  );
  const values = rules.flatMap(({ rule }) => deductibleOf(rule, totalFen, input.stay) ?? []);
  return spanOf(values, { low: 0, high: totalFen, why: 'deductible-unknown' });
}

function rateRange(input: AssumeInput): Range {
  const rules = withoutHints(input.rules.rates)
    .filter(({ rule }) => fitsGrade(rule, input.hospitalGrade))
    .filter(
      ({ rule }) => rule.standing === 'any' || input.standing === '' || rule.standing === input.standing,
    );
  const values = rules.map(({ rule }) => rule.permille);
  return spanOf(values, { low: 0, high: 1000, why: 'rate-unknown' });
}

function penaltiesOf(input: AssumeInput): Penalty[] {
  const rules = withoutHints(input.rules.penalties);
  const fitting = rules.filter(({ rule }) => input.penaltyCase === null || rule.case === input.penaltyCase);
  const found = fitting.map(({ rule }) => ({ mode: rule.mode, permille: rule.permille }));
  return input.penaltyCase === null || found.length === 0 ? [noPenalty, ...found] : found;
}

function capLeftOf(input: AssumeInput): number | null {
  const caps = withoutHints(input.rules.caps).map(({ rule }) => rule.yearFen);
  return caps.length === 0 ? null : Math.max(0, Math.min(...caps) - input.capUsedFen);
}

const withoutHints = <R extends { hint: boolean }>(rules: readonly R[]): R[] =>
  rules.filter((one) => !one.hint);

const fitsGrade = (rule: { hospitalGrade: string }, grade: AssumeInput['hospitalGrade']): boolean =>
  rule.hospitalGrade === 'any' || grade === '' || rule.hospitalGrade === grade;

/** All values the rules allow; the whole field with its reason when they allow none. */
function spanOf(values: readonly number[], unknown: Range): Range {
  if (values.length === 0) return unknown;
  return { low: Math.min(...values), high: Math.max(...values), why: unknown.why };
}
