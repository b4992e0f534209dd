// The deductible (起付线) of a bill: fixed, a share of the bill between floor and ceiling, less for each further stay.

import type { RuleOf } from '../../shared/rules/rule-pack.ts';
import { takeShare } from './estimate.ts';

type DeductibleFigures = Pick<
  RuleOf<'deductibles'>,
  'fixedFen' | 'sharePermille' | 'floorFen' | 'ceilingFen' | 'lessEachStayFen' | 'leastFen'
>;

/** Fen; `stay` counts the stays of the year from 1. null when the rule names neither an amount nor a share. */
export function deductibleOf(rule: DeductibleFigures, billFen: number, stay: number): number | null {
  const whole = rule.fixedFen ?? shareOf(rule, billFen);
  if (whole === null) return null;
  const less = (rule.lessEachStayFen ?? 0) * Math.max(0, stay - 1);
  return Math.max(Math.min(whole, rule.leastFen ?? 0), whole - less);
}

function shareOf(rule: DeductibleFigures, billFen: number): number | null {
  if (rule.sharePermille === null) return null;
  const share = takeShare(billFen, rule.sharePermille);
  return Math.min(rule.ceilingFen ?? share, Math.max(rule.floorFen ?? 0, share));
}
