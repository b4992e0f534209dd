// The person's own part of a bill group by group, as settlement sheets print it, and whether a bill's figures agree.

import { takeShare } from './estimate.ts';

/** Items treated alike: first `prepaidPermille` of them is paid, then `ownPermille` of the rest. 1000 and 0: all own. */
export type ItemGroup = { amountFen: number; prepaidPermille: number; ownPermille: number };

/** Own part of one group, fen: each of its two shares rounded once. */
export function ownPartOf({ amountFen, prepaidPermille, ownPermille }: ItemGroup): number {
  const prepaid = takeShare(amountFen, prepaidPermille);
  return prepaid + takeShare(amountFen - prepaid, ownPermille);
}

export type GroupShares = { totalFen: number; ownFen: number; fundFen: number; ownParts: number[] };

/** A deductible comes on top of the own parts where a sheet counts it so; it is a share of the cost, never a cost itself. */
export function shareByGroups(groups: readonly ItemGroup[], deductibleFen: number): GroupShares {
  const ownParts = groups.map(ownPartOf);
  const totalFen = groups.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const ownFen = ownParts.reduce((sum, part) => sum + part, 0) + deductibleFen;
  return { totalFen, ownFen, fundFen: totalFen - ownFen, ownParts };
}

/** What a stated sum has more (or, negative, less) than its parts; 0 when they agree. */
export const disagreement = (statedFen: number, partsFen: readonly number[]): number =>
  statedFen - partsFen.reduce((sum, part) => sum + part, 0);
