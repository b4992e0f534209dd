// What was paid beside the estimate, bucket by bucket: what each may hide, and how large it would have to be to explain the
// difference alone. What cannot be told becomes a question to the office.

import { effectiveRate, type Penalty } from './estimate.ts';

export const paidBuckets = [
  'outside',
  'over-limit',
  'class-b-prepaid',
  'away-prepaid',
  'deductible',
  'rate',
  'cap',
] as const;
export type PaidBucket = (typeof paidBuckets)[number];

/** fits: inside the range. less, more: beyond its nearer end. */
export type PaidFit = 'fits' | 'less' | 'more';
export type BucketShown = {
  code: PaidBucket;
  /** What the estimate took for it, over all visits; fen, for 'rate' permille, for 'cap' what the cap cuts off in fen. */
  low: number;
  high: number;
  /** True when the estimate knows it. */
  known: boolean;
  /** What it would have to be for the paid sum to come out, all else as estimated at the end that pays most; null when it alone cannot explain it. */
  needed: number | null;
  /** True when it is worth asking about: not known, or it alone explains what is missing. */
  ask: boolean;
};
export type PaidExplained = {
  paidFen: number;
  /** Against the nearer end of the estimate; 0 inside the range. */
  differenceFen: number;
  fit: PaidFit;
  /** Against the most the estimate allows: what the buckets have to explain. */
  missingFen: number;
  buckets: BucketShown[];
};

type Ends = { low: number; high: number };
/** An estimate of one visit, as far as this looks at it. */
type Part = {
  fund: Ends;
  steps: readonly { code: string; lowFen: number; highFen: number }[];
  assumptions: {
    totalFen: number;
    outside: Ends;
    classBPrepaid: Ends;
    deductible: Ends;
    deductibleUsedFen: number;
    rate: Ends;
    addedPermille: number;
    penalties: readonly Penalty[];
    capLeftFen: number | null;
  };
};

/** Needs at least one visit. All fen. */
export function explainPaid(visits: readonly Part[], paidFen: number): PaidExplained {
  const sum = (read: (one: Part) => number) => visits.reduce((total, one) => total + read(one), 0);
  const [low, high] = [sum(({ fund }) => fund.low), sum(({ fund }) => fund.high)];
  const fit: PaidFit = paidFen < low ? 'less' : paidFen > high ? 'more' : 'fits';
  const differenceFen = fit === 'less' ? paidFen - low : fit === 'more' ? paidFen - high : 0;
  const missingFen = high - paidFen;
  const best = bestOf(visits);
  return {
    ...{ paidFen, differenceFen, fit, missingFen },
    buckets: paidBuckets.map((code) => showBucket(code, { visits, best, paidFen, missingFen })),
  };
}

/** The end that pays most, over all visits: what there is to pay a share of, and the share. */
type Best = { baseFen: number; fundFen: number; share: number };

function bestOf(visits: readonly Part[]): Best {
  const most = (code: string) =>
    visits.reduce((total, { steps }) => total + (steps.find((step) => step.code === code)?.highFen ?? 0), 0);
  const [baseFen, fundFen] = [most('base'), most('fund')];
  return { baseFen, fundFen, share: baseFen === 0 ? 0 : fundFen / baseFen };
}

type Case = { visits: readonly Part[]; best: Best; paidFen: number; missingFen: number };

function showBucket(code: PaidBucket, one: Case): BucketShown {
  const { low, high } =
    code === 'rate'
      ? rateEnds(one.visits)
      : code === 'deductible'
        ? deductibleEnds(one.visits)
        : endsOf(code, one.visits);
  const known = one.visits.every(({ assumptions }) => isKnown(code, assumptions));
  const needed = neededFor(code, low, one);
  const ask = one.missingFen > 0 && (!known || needed !== null);
  return { code, low, high, known, needed, ask };
}

/** What lies over the limit stands among what is outside: it is as unknown as that. */
function isKnown(code: PaidBucket, assumed: Part['assumptions']): boolean {
  const isExact = ({ low, high }: Ends) => low === high;
  if (code === 'outside' || code === 'over-limit') return isExact(assumed.outside);
  if (code === 'class-b-prepaid') return isExact(assumed.classBPrepaid);
  if (code === 'deductible') return isExact(assumed.deductible);
  if (code === 'away-prepaid') return assumed.penalties.length === 1;
  if (code === 'cap') return assumed.capLeftFen !== null;
  return isExact(assumed.rate) && assumed.penalties.length === 1;
}

/** What may be left to take of it; where next to nothing is in scope, the steps show less than that. */
function deductibleEnds(visits: readonly Part[]): Ends {
  const sum = (end: keyof Ends) =>
    visits.reduce((total, { assumptions: { deductible, deductibleUsedFen, totalFen } }) => {
      const left = Math.max(0, deductible[end] - deductibleUsedFen);
      return total + Math.min(left, totalFen);
    }, 0);
  return { low: sum('low'), high: sum('high') };
}

function endsOf(code: PaidBucket, visits: readonly Part[]): { low: number; high: number } {
  const found = visits.flatMap(({ steps }) => {
    const step = steps.find((known) => known.code === code);
    if (!step) return [];
    if (code !== 'cap') return [{ low: step.lowFen, high: step.highFen }];
    const uncapped = steps.find((known) => known.code === 'fund') ?? step;
    const cut = [uncapped.lowFen - step.lowFen, uncapped.highFen - step.highFen];
    return [{ low: Math.min(...cut), high: Math.max(...cut) }];
  });
  return {
    low: found.reduce((sum, ends) => sum + ends.low, 0),
    high: found.reduce((sum, ends) => sum + ends.high, 0),
  };
}

/** Of all visits, permille: with the cut for care away, as it works on the money. */
function rateEnds(visits: readonly Part[]): { low: number; high: number } {
  const rates = visits.flatMap(({ assumptions: { rate, addedPermille, penalties } }) =>
    penalties.flatMap((penalty) =>
      [rate.low, rate.high].map((end) => {
        const factor = penalty.mode === 'factor' ? penalty.permille : 1000;
        return Math.round((effectiveRate(end, addedPermille, penalty) * factor) / 1000);
      }),
    ),
  );
  return rates.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...rates), high: Math.max(...rates) };
}

/** More of an amount takes its share away from the fund; the rate is paid over base; the cap cuts what is missing. */
function neededFor(code: PaidBucket, low: number, { best, paidFen, missingFen }: Case): number | null {
  if (missingFen <= 0) return null;
  if (code === 'cap') return low + missingFen;
  if (best.share <= 0) return null;
  if (code === 'rate') return Math.round((paidFen * 1000) / best.baseFen);
  const more = Math.round(missingFen / best.share);
  return more <= best.baseFen ? low + more : null;
}
