// Brings a vault to this program's version, one migration and one transaction at a time; a newer vault stays untouched.

import { Problem } from '../../shared/problems.ts';
import { first } from './migrations/001-first.ts';
import { claimLife } from './migrations/002-claim-life.ts';
import { intake } from './migrations/003-intake.ts';
import { pageEdit } from './migrations/004-page-edit.ts';
import { invoiceReplaced } from './migrations/005-invoice-replaced.ts';
import { trash } from './migrations/006-trash.ts';
import { rulePackSeen } from './migrations/007-rule-pack-seen.ts';
import { packetPages } from './migrations/008-packet-pages.ts';
import { pageConfirmed } from './migrations/009-page-confirmed.ts';
import { pageHalves } from './migrations/010-page-halves.ts';
import { scanToCompare } from './migrations/011-scan-to-compare.ts';
import type { Db } from './statement.ts';

/** In order; `user_version` counts how many a vault has had. Append only. */
const migrations: readonly ((db: Db) => void)[] = [
  first,
  claimLife,
  intake,
  pageEdit,
  invoiceReplaced,
  trash,
  rulePackSeen,
  packetPages,
  pageConfirmed,
  pageHalves,
  scanToCompare,
];

export const KNOWN_VERSION = migrations.length;

/** "GUIB": marks the file as a vault of this program. */
export const APPLICATION_ID = 0x47554942;

export type Kind = 'empty' | 'vault' | 'foreign';

/** What the open file is, told from its header and tables. */
export function recognise(db: Db): { kind: Kind; version: number } {
  const version = number(db, 'user_version');
  if (number(db, 'application_id') === APPLICATION_ID) return { kind: 'vault', version };
  const tables = db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  const empty = tables === 0 && version === 0 && number(db, 'application_id') === 0;
  return { kind: empty ? 'empty' : 'foreign', version };
}

/** Throws `vault-newer` before anything is written. */
export function migrate(db: Db, dir: string): void {
  const version = number(db, 'user_version');
  refuseNewer(dir, version);
  migrations.slice(version).forEach((step, at) => {
    db.transaction(() => {
      step(db);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${version + at + 1}`);
    }).exclusive();
  });
}

export function refuseNewer(dir: string, version: number): void {
  if (version > KNOWN_VERSION) throw new Problem('vault-newer', { dir, version, known: KNOWN_VERSION });
}

const number = (db: Db, pragma: string): number => Number(db.pragma(pragma, { simple: true }));
