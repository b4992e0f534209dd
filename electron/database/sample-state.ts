// What the sample was when it had just been written, as one hash: any edit since then shows, also where rows carry no time.

import { createHash } from 'node:crypto';
import { readSetting, writeSetting } from './setting.ts';
import type { Db } from './statement.ts';

const NAME = 'sample-state';
/** Bytes that never change under their name, and what the program notes by itself. */
const ASIDE: readonly string[] = [
  ...['scan_bytes', 'scan_readable_copy', 'packet_bytes'],
  ...['setting', 'page_look', 'scan_to_compare', 'rule_pack_seen', 'watched_file'],
];

export const rememberSample = (db: Db): void => writeSetting(db, NAME, stateOf(db));

/** False where nothing was remembered. */
export function isSampleEdited(db: Db): boolean {
  const before = readSetting(db, NAME);
  return before !== undefined && before !== stateOf(db);
}

export const listTables = (db: Db): string[] =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .pluck()
    .all() as string[];

function stateOf(db: Db): string {
  const hash = createHash('sha256');
  for (const table of listTables(db).filter((name) => !ASIDE.includes(name)))
    hash.update(`${table}\n${hashable(db.prepare(`SELECT * FROM "${table}"`).raw().all())}\n`);
  const options = db.prepare("SELECT * FROM setting WHERE name LIKE 'claim-options:%'").raw().all();
  return hash.update(hashable(options)).digest('hex');
}

/** The same rows give the same text, in whatever order they come. */
const hashable = (rows: readonly unknown[]): string =>
  rows
    .map((row) => JSON.stringify(row))
    .sort()
    .join('\n');
