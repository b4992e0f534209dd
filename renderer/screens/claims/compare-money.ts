// What was paid beside what should have been: the difference, and the questions it raises.

import type { ClaimEvent, ClaimMoney } from '../../../shared/claim-life.ts';

export const questionCodes = ['reasons', 'parts', 'other'] as const;
export type Question = (typeof questionCodes)[number];

/** Fen missing from what was decided (negative: more came than was decided); null while there is nothing to compare. */
export function compareMoney({ decidedFen, paidFen }: ClaimMoney): { fen: number } | null {
  if (paidFen === 0 || decidedFen === null) return null;
  return { fen: decidedFen - paidFen };
}

/** Between what was decided and what came; what the decision itself rests on is asked beside the estimate. The reasons of a return are asked about first, and only when there was one. */
export function questionsFor(events: readonly Pick<ClaimEvent, 'step'>[]): Question[] {
  const returned = events.some(({ step }) => step === 'returned');
  return questionCodes.filter((code) => code !== 'reasons' || returned);
}
