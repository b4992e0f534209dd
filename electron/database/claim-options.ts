// What was chosen for the packet of a claim, and for every claim without a choice of its own: one setting each, so that a
// vault without them looks as it always did.

import { type ClaimOptions, claimOptions } from '../../shared/claim-options-calls.ts';
import { readSetting, withdrawSetting, writeOverSetting } from './setting.ts';
import type { Db } from './statement.ts';

const USUAL = 'claim-options-usual';
const nameOf = (claimId: string): string => `claim-options:${claimId}`;

/** Undefined while nothing was chosen. A stored value that this version does not understand counts as not stored. */
export function findClaimOptions(db: Db, claimId: string): ClaimOptions | undefined {
  return parseOptions(readSetting(db, nameOf(claimId)));
}

/** What this vault chose for every claim; undefined while nobody was asked. */
export const findUsualOptions = (db: Db): ClaimOptions | undefined => parseOptions(readSetting(db, USUAL));

function parseOptions(stored: string | undefined): ClaimOptions | undefined {
  if (stored === undefined) return undefined;
  try {
    return claimOptions.safeParse(JSON.parse(stored)).data;
  } catch {
    return undefined;
  }
}

export const writeClaimOptions = (db: Db, claimId: string, options: ClaimOptions): void =>
  writeOverSetting(db, nameOf(claimId), JSON.stringify(options), parseOptions);

export const removeClaimOptions = (db: Db, claimId: string): void =>
  withdrawSetting(db, nameOf(claimId), parseOptions);

export const writeUsualOptions = (db: Db, options: ClaimOptions): void =>
  writeOverSetting(db, USUAL, JSON.stringify(options), parseOptions);

export const removeUsualOptions = (db: Db): void => withdrawSetting(db, USUAL, parseOptions);
