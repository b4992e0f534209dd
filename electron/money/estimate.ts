// What the funds are likely to pay for a bill, layer by layer in integer fen, with every step kept for showing.
// Formula: (total - outside the catalogue - over the limit - prepaid) - deductible, times the rate, at most what the cap leaves;
// then further layers on the person's own part inside the scope. Each layer is rounded half-up to the fen, once.

/** A value and how sure it is: low = high when it is known, else why it is not. Fen or permille. */
export type Range = { low: number; high: number; why: UnknownReason | '' };
export const unknownReasons = [
  'class-unknown',
  'rate-unknown',
  'penalty-unknown',
  'deductible-unknown',
  'cap-unknown',
  'prepaid-unknown',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];
export const exactly = (value: number): Range => ({ low: value, high: value, why: '' });
export const between = (low: number, high: number, why: UnknownReason): Range => ({ low, high, why });

/** points: permille off the rate. factor: what is payable times this. prepaid: this share of the in-scope amount first. */
export type Penalty = { mode: 'none' | 'points' | 'factor' | 'prepaid'; permille: number };
export const noPenalty: Penalty = { mode: 'none', permille: 0 };

/** A further payer: a share of the person's own in-scope part above the threshold, in steps that each end at `uptoFen`. */
export type Layer = {
  code: string;
  thresholdFen: number;
  steps: readonly { uptoFen: number | null; permille: number }[];
  /** What is left of its yearly limit; null when it has none. */
  leftFen: number | null;
};

export type EstimateInput = {
  totalFen: number;
  /** 全自费: outside the catalogue. 超限价. 乙类先行自付. All fen. */
  outside: Range;
  overLimit: Range;
  classBPrepaid: Range;
  /** The deductible that applies, and how much of it this year has already used up; fen. */
  deductible: Range;
  deductibleUsedFen: number;
  /** Rate of the scheme, permille, and what is added to it for age or standing. */
  rate: Range;
  addedPermille: number;
  /** One when it is known; several when it is not, and the range spans them. */
  penalties: readonly Penalty[];
  /** What is left of the year's cap of the basic fund; null when none is known. */
  capLeftFen: number | null;
  layers: readonly Layer[];
};

export type StepCode =
  | 'total'
  | 'outside'
  | 'over-limit'
  | 'class-b-prepaid'
  | 'in-scope'
  | 'away-prepaid'
  | 'deductible'
  | 'base'
  | 'fund'
  | 'cap'
  | 'layer'
  | 'own';
/** One line of the explained calculation; `parts` are what its formula shows: fen, or permille where named so. */
export type Step = {
  code: StepCode;
  parts: Record<string, number | string>;
  lowFen: number;
  highFen: number;
};

export type Estimate = {
  /** All funds together, and what stays with the person. */
  fund: { low: number; high: number };
  own: { low: number; high: number };
  /** False when any part of it is a guess between two ends. */
  exact: boolean;
  reasons: UnknownReason[];
  steps: Step[];
};

type Figures = { [K in 'outside' | 'overLimit' | 'classBPrepaid' | 'deductible' | 'rate']: number } & {
  penalty: Penalty;
};
type OneStep = { code: StepCode; parts: Step['parts']; fen: number };
type Run = { fund: number; own: number; steps: OneStep[] };

/**
 * Computes both ends; they are the same where everything is known. `capLeftAtMost` is what the cap leaves at the end that pays
 * most, where earlier visits used it up differently at the two ends.
 */
export function estimate(input: EstimateInput, capLeftAtMost = input.capLeftFen): Estimate {
  const least = runOf(input, 'low');
  const most = runOf({ ...input, capLeftFen: capLeftAtMost }, 'high');
  const ranges = [input.outside, input.overLimit, input.classBPrepaid, input.deductible, input.rate];
  const reasons = ranges.flatMap(({ why, low, high }) => (why !== '' && low !== high ? [why] : []));
  if (input.penalties.length > 1) reasons.push('penalty-unknown');
  return {
    fund: { low: least.fund, high: most.fund },
    own: { low: most.own, high: least.own },
    exact: least.fund === most.fund,
    reasons: [...new Set(reasons)],
    steps: least.steps.map((step, at) => joinSteps(step, most.steps[at] ?? step)),
  };
}

function joinSteps(least: OneStep, most: OneStep): Step {
  const [lowFen, highFen] = least.fen <= most.fen ? [least.fen, most.fen] : [most.fen, least.fen];
  return { code: least.code, parts: most.parts, lowFen, highFen };
}

/** The end at which the fund pays least ('low') or most ('high'); with several penalties, the one that gives it. */
function runOf(input: EstimateInput, end: 'low' | 'high'): Run {
  const [more, less] = end === 'low' ? (['high', 'low'] as const) : (['low', 'high'] as const);
  const runs = (input.penalties.length > 0 ? input.penalties : [noPenalty]).map((penalty) =>
    calculate(input, {
      outside: input.outside[more],
      overLimit: input.overLimit[more],
      classBPrepaid: input.classBPrepaid[more],
      deductible: input.deductible[more],
      rate: input.rate[less],
      penalty,
    }),
  );
  return runs.reduce((best, run) =>
    (end === 'low' ? run.fund < best.fund : run.fund > best.fund) ? run : best,
  );
}

function calculate(input: EstimateInput, figures: Figures): Run {
  const { outside, overLimit, classBPrepaid, penalty } = figures;
  const inScope = Math.max(0, input.totalFen - outside - overLimit - classBPrepaid);
  const away = penalty.mode === 'prepaid' ? takeShare(inScope, penalty.permille) : 0;
  const deductible = Math.min(inScope - away, Math.max(0, figures.deductible - input.deductibleUsedFen));
  const base = inScope - away - deductible;
  const basic = payBasic(input, figures, base);
  const layered = addLayers(input.layers, inScope - away - basic.fund);
  const paid = basic.fund + layered.paid;
  const awayPermille = penalty.mode === 'prepaid' ? penalty.permille : 0;
  const steps = [
    step('total', input.totalFen, {}),
    step('outside', outside, {}),
    step('over-limit', overLimit, {}),
    step('class-b-prepaid', classBPrepaid, {}),
    step('in-scope', inScope, { totalFen: input.totalFen, outside, overLimit, classBPrepaid }),
    step('away-prepaid', away, { inScopeFen: inScope, permille: awayPermille }),
    step('deductible', deductible, { wholeFen: figures.deductible, usedFen: input.deductibleUsedFen }),
    step('base', base, { inScopeFen: inScope, awayFen: away, deductibleFen: deductible }),
    ...basic.steps,
    ...layered.steps,
    step('own', input.totalFen - paid, { totalFen: input.totalFen, paidFen: paid }),
  ];
  return { fund: paid, own: input.totalFen - paid, steps };
}

const step = (code: StepCode, fen: number, parts: Step['parts']): OneStep => ({ code, parts, fen });

/** The basic fund: base times rate, at most what the cap leaves. */
function payBasic(input: EstimateInput, figures: Figures, base: number): { fund: number; steps: OneStep[] } {
  const { penalty } = figures;
  const rate = effectiveRate(figures.rate, input.addedPermille, penalty);
  const factor = penalty.mode === 'factor' ? penalty.permille : 1000;
  const uncapped = divideHalfUp(BigInt(base) * BigInt(rate) * BigInt(factor), 1_000_000n);
  const fund = Math.min(uncapped, input.capLeftFen ?? uncapped);
  const formula = { baseFen: base, ratePermille: rate, factorPermille: factor, penalty: penalty.mode };
  const cap = input.capLeftFen === null ? {} : { leftFen: input.capLeftFen };
  return { fund, steps: [step('fund', uncapped, formula), step('cap', fund, cap)] };
}

/** Each layer works on what the earlier ones left of the own in-scope part; the four buckets never enter it. */
function addLayers(layers: readonly Layer[], ownInScope: number): { paid: number; steps: OneStep[] } {
  let paid = 0;
  const steps = layers.map((layer) => {
    const above = Math.max(0, ownInScope - paid - layer.thresholdFen);
    const fen = Math.min(payInSteps(above, layer.steps), layer.leftFen ?? Number.MAX_SAFE_INTEGER);
    paid += fen;
    return step('layer', fen, { layer: layer.code, thresholdFen: layer.thresholdFen, aboveFen: above });
  });
  return { paid, steps };
}

function payInSteps(above: number, steps: Layer['steps']): number {
  let [thousandths, from] = [0n, 0];
  for (const { uptoFen, permille } of steps) {
    const to = Math.min(above, uptoFen ?? above);
    if (to > from) thousandths += BigInt(to - from) * BigInt(permille);
    from = Math.max(from, to);
  }
  return divideHalfUp(thousandths, 1000n);
}

/** The rate with what is added to it and, in the mode of points, less the penalty; 0 to 1000 permille. */
export function effectiveRate(permille: number, added: number, penalty: Penalty = noPenalty): number {
  const points = penalty.mode === 'points' ? penalty.permille : 0;
  return Math.min(1000, Math.max(0, permille + added - points));
}

/** So many permille of an amount, rounded half-up to the fen. */
export const takeShare = (fen: number, permille: number): number =>
  divideHalfUp(BigInt(fen) * BigInt(permille), 1000n);

function divideHalfUp(value: bigint, by: bigint): number {
  return Number((2n * value + by) / (2n * by));
}
