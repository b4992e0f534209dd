// The assumptions of an estimate from what is known: invoices of the visit and the rules of the insured place. Where no rule
// speaks the answer is a range with its reason; hints (grade C) never narrow it.

import type { Invoice } from '../../shared/domain.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { PenaltyCase, RuleOf } from '../../shared/rules/rule-pack.ts';
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
  /** The case the visit falls under: 'none' at home, null while nobody knows whether it was filed. */
  penaltyCase: PenaltyCase | 'none' | null;
  /** What a firm rule says of care without filing. */
  withoutFiling?: RuleOf<'filing'>['withoutFiling'] | undefined;
  inpatient?: boolean;
  /** Deductible and cap of the year as the person noted them: nearer than any rule, except for the deductible of a stay. */
  noted?: { deductibleFen: number | null; capFen: number | null };
  /** An earlier visit of the year has taken the rule's deductible: whether it is taken again is not known. */
  deductibleTaken?: boolean;
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

/**
 * 个人自费 as printed, null where it says nothing: at a visit that is paid first the card is not used, and the receipt then
 * shows the whole sum as paid by oneself, which is not the part outside the catalogue.
 */
const printedOutside = ({ totalFen, ownExpenseFen }: AssumeInput['invoices'][number]): number | null =>
  totalFen > 0 && ownExpenseFen === totalFen ? null : ownExpenseFen;

/** While an invoice does not say, anything from nothing to all of it may be outside the catalogue. */
function outsideOf(invoices: AssumeInput['invoices'], totalFen: number): Range {
  const known = invoices.reduce((sum, one) => sum + (printedOutside(one) ?? 0), 0);
  const unsaid = invoices.reduce((sum, one) => sum + (printedOutside(one) === null ? one.totalFen : 0), 0);
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
  const { penaltyCase } = input;
  const fitsCase = (cases: readonly PenaltyCase[]) =>
    cases.length === 0 || penaltyCase === null || (penaltyCase !== 'none' && cases.includes(penaltyCase));
  const rules = withoutHints(input.rules.deductibles)
    .filter(({ rule }) => fitsGrade(rule, input.hospitalGrade))
    .filter(({ rule }) => fitsCase(rule.cases));
  const values = rules.flatMap(({ rule }) => deductibleOf(rule, totalFen, input.stay) ?? []);
  const noted = input.noted?.deductibleFen ?? null;
  if (noted !== null && (!input.inpatient || values.length === 0)) return exactly(noted);
  const range = spanOf(values, { low: 0, high: totalFen, why: 'deductible-unknown' });
  const eachTime = rules.every(({ rule }) => rule.lessEachStayFen !== null || rule.sharePermille !== null);
  return input.deductibleTaken && !eachTime ? between(0, range.high, 'deductible-unknown') : range;
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

/** Nothing at all is paid: the hard end while no rule says how much is taken off. */
const allOff: Penalty = { mode: 'factor', permille: 0 };

/**
 * One when a firm rule names it; a hint only tells how hard it may get; without either, anything between all and nothing. Care
 * at home during a long-term filing is nowhere worse than a referral (医保发〔2022〕22号).
 */
function penaltiesOf(input: AssumeInput): Penalty[] {
  const { penaltyCase, rules, withoutFiling } = input;
  if (penaltyCase === 'none') return [noPenalty];
  if (penaltyCase === 'unfiled' && withoutFiling === 'full') return [noPenalty];
  if (penaltyCase === 'unfiled' && withoutFiling === 'refused') return [allOff];
  const ofCase = (wanted: PenaltyCase | null) =>
    rules.penalties.filter(({ rule }) => wanted === null || rule.case === wanted);
  const toPenalty = ({ rule }: ResolvedRule<'penalties'>) => ({ mode: rule.mode, permille: rule.permille });
  const fitting = ofCase(penaltyCase);
  const firm = withoutHints(fitting).map(toPenalty);
  if (penaltyCase === null) return [noPenalty, ...fitting.map(toPenalty)];
  if (firm.length > 0) return firm;
  if (fitting.length > 0) return [noPenalty, ...fitting.map(toPenalty)];
  const worst = penaltyCase === 'back-home' ? ofCase('referral').map(toPenalty) : [];
  return worst.length > 0 ? [noPenalty, ...worst] : [noPenalty, allOff];
}

function capLeftOf(input: AssumeInput): number | null {
  const caps = withoutHints(input.rules.caps).map(({ rule }) => rule.yearFen);
  const noted = input.noted?.capFen ?? null;
  const cap = noted ?? (caps.length === 0 ? null : Math.min(...caps));
  return cap === null ? null : Math.max(0, cap - input.capUsedFen);
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
