// What this year has used of deductible and cap: as the person noted it, else counted from what the funds paid. Never both.

import type { PersonYear } from '../../shared/claim-life.ts';

/** noted: the person's own entry of the year. counted: from payments in this vault. none: nothing is known of. */
export const useSources = ['noted', 'counted', 'none'] as const;
export type UseSource = (typeof useSources)[number];
/** Fen. */
export type Used = { fen: number; from: UseSource };
export type YearUse = { deductible: Used; cap: Used };

type Noted = Pick<PersonYear, 'deductibleFen' | 'deductibleUsedFen' | 'capUsedFen'>;

/**
 * `paidFen` is what the basic fund paid this year for other visits. A fund pays only above the deductible: once it paid, a
 * yearly deductible the person noted is used up. Whether a rule's deductible is taken once a year or each time is not known
 * (domain.md 3.1), so nothing is counted for it.
 */
export function yearUse(noted: Noted, paidFen: number): YearUse {
  return { deductible: deductibleUse(noted, paidFen), cap: capUse(noted, paidFen) };
}

function deductibleUse({ deductibleUsedFen, deductibleFen }: Noted, paidFen: number): Used {
  if (deductibleUsedFen !== null) return { fen: deductibleUsedFen, from: 'noted' };
  if (deductibleFen !== null && paidFen > 0) return { fen: deductibleFen, from: 'counted' };
  return { fen: 0, from: 'none' };
}

function capUse({ capUsedFen }: Noted, paidFen: number): Used {
  if (capUsedFen !== null) return { fen: capUsedFen, from: 'noted' };
  return paidFen > 0 ? { fen: paidFen, from: 'counted' } : { fen: 0, from: 'none' };
}
