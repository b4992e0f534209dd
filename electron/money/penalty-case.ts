// Under which case of care away from home a visit falls, from what was filed (备案) and where the care was.

import type { Filing } from '../../shared/claim-life.ts';
import type { PenaltyCase } from '../../shared/rules/rule-pack.ts';
import { addDays } from '../deadlines/calendar.ts';
import { isSamePool, type VisitCase } from '../readiness/visit-case.ts';

const CASE_OF: Record<Filing['category'], PenaltyCase> = {
  'settled-retiree': 'long-term',
  'long-term-resident': 'long-term',
  'posted-worker': 'long-term',
  referral: 'referral',
  emergency: 'emergency',
  'other-temporary': 'other-temporary',
};

/** The visit as this looks at it. */
export type CareSeen = Pick<VisitCase, 'away' | 'carePlace' | 'situations' | 'rule'> & {
  visit: Pick<VisitCase['visit'], 'date'>;
};

/**
 * 'none' at home, and away where no filing is needed; 'back-home' at home during a long-term filing; null while the place of
 * care is not known. Emergency rescue counts as filed (医保发〔2022〕22号) unless the place says otherwise. A filing that is not in
 * effect yet, or to another city, is none.
 */
export function penaltyCaseOf(one: CareSeen, filings: readonly Filing[]): PenaltyCase | 'none' | null {
  if (one.away === null) return null;
  const rule = one.rule('filing')?.rule;
  const valid = filings.filter((filing) => isInEffect(filing, one.visit.date, rule?.waitingDays ?? 0));
  if (!one.away)
    return valid.some(({ category }) => CASE_OF[category] === 'long-term') ? 'back-home' : 'none';
  if (rule?.needed === false) return 'none';
  const isUrgent = one.situations.has('emergency') || one.situations.has('rescue');
  if (isUrgent && rule?.emergencyCountsAsFiled !== false) return 'emergency';
  const anyCity = rule?.cityMustMatch === false;
  const fitting = valid.filter(
    ({ cityCode }) => anyCity || cityCode === '' || isSamePool(cityCode, one.carePlace),
  );
  const last = fitting.reduce<Filing | undefined>(
    (best, filing) => (best && best.from >= filing.from ? best : filing),
    undefined,
  );
  return last ? CASE_OF[last.category] : 'unfiled';
}

const isInEffect = ({ from, to, waitingDays }: Filing, date: string, usual: number): boolean =>
  addDays(from, waitingDays ?? usual) <= date && (to === '' || date <= to);
