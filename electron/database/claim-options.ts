// What was chosen for the packet of a claim: one setting a claim, so that a vault without it looks as it always did.

import { type ClaimOptions, claimOptions } from '../../shared/claim-options-calls.ts';
import { readSetting, writeSetting } from './setting.ts';
import type { Db } from './statement.ts';

const nameOf = (claimId: string): string => `claim-options:${claimId}`;

/** Undefined while nothing was chosen. A stored value that this version does not understand counts as not stored. */
export function findClaimOptions(db: Db, claimId: string): ClaimOptions | undefined {
  const stored = readSetting(db, nameOf(claimId));
  if (stored === undefined) return undefined;
  try {
    return claimOptions.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
}

export const writeClaimOptions = (db: Db, claimId: string, options: ClaimOptions): void =>
  writeSetting(db, nameOf(claimId), JSON.stringify(options));
