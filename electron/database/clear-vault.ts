// Empties a vault that holds the sample. What a person added to the sample is first kept in a copy of the file.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../shared/problems.ts';
import { isSampleEdited, listTables } from './sample-state.ts';
import { isSample } from './setting.ts';
import { type Db, inTransaction, sql } from './statement.ts';
import type { Vault } from './vault.ts';

type Wish = {
  /** The instant every row of the sample carries, as stored. */
  sampleTime: string;
  /** Now, for the name of the copy. */
  time: string;
};

/**
 * Empties every table and takes the mark of the sample away; the person's settings stay. Returns the path of the copy that
 * was made because something was added to the sample, else ''. Throws `not-allowed` for a vault that is no sample.
 */
export function clearSample({ db, dir }: Vault, { sampleTime, time }: Wish): string {
  if (!isSample(db)) throw new Problem('not-allowed', { what: 'sample.clear' });
  const copy = hasAdded(db, sampleTime) || isSampleEdited(db) ? keepCopy(db, dir, time) : '';
  inTransaction(db, () => {
    db.pragma('defer_foreign_keys = ON');
    withoutTriggers(db, () => {
      for (const table of listTables(db)) if (table !== 'setting') db.exec(`DELETE FROM "${table}"`);
    });
    sql(
      db,
      "DELETE FROM setting WHERE name IN ('sample', 'sample-state') OR name LIKE 'claim-options:%'",
    ).run();
  });
  return copy;
}

const timedTables = [
  'person',
  'visit',
  'invoice',
  'claim',
  'filing',
  'approval',
  'standing_paper',
  'hospital',
  'rule_override',
] as const;

/** True when anything with a time of its own is there that the sample did not bring, or a step of a claim. */
function hasAdded(db: Db, sampleTime: string): boolean {
  const made = timedTables.map(
    (table) => `SELECT 1 FROM ${table} WHERE created_at <> @time OR updated_at <> @time`,
  );
  const steps = 'SELECT 1 FROM claim_event WHERE recorded_at <> @time';
  const query = [...made, steps, 'SELECT 1 FROM scan WHERE added_at <> @time'].join(' UNION ALL ');
  return db.prepare(`SELECT EXISTS (${query})`).pluck().get({ time: sampleTime }) === 1;
}

function keepCopy(db: Db, dir: string, time: string): string {
  const stem = join(dir, `before-clearing-${time.slice(0, 19).replace(/\D/g, '')}`);
  let path = `${stem}.sqlite`;
  for (let serial = 2; existsSync(path); serial += 1) path = `${stem}-${serial}.sqlite`;
  db.prepare('VACUUM INTO ?').run(path);
  return path;
}

/** The triggers that keep scans for ever step aside inside this one transaction and are put back word for word. */
function withoutTriggers(db: Db, work: () => void): void {
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  work();
  for (const trigger of triggers) db.exec(trigger.sql);
}
