// From version 1 to 2: everything that was there stays as it was, the new tables are there and empty.

import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import type { Db } from '../../electron/database/statement.ts';

const tablesOf = (db: Db): string[] =>
  db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all() as string[];

const rowsOf = (db: Db, tables: readonly string[]) =>
  Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]));

function fill(db: Db): void {
  const bytes = Buffer.from('原件的字节');
  const scan = createHash('sha256').update(bytes).digest('hex');
  const time = '2026-07-01T00:00:00.000Z';
  const run = (text: string, ...values: unknown[]) => db.prepare(text).run(...values);
  run(
    `INSERT INTO person VALUES (7, 'person-000000000a', '王秀兰', '', 'resident', '', '532800', '西双版纳', '昆明', '', '', '',
     '', '', '', 0, ?, ?, NULL)`,
    ...[time, time],
  );
  run("INSERT INTO setting VALUES ('language', 'en')");
  run(
    `INSERT INTO visit VALUES (3, 'visit-000000000a', 'person-000000000a', 'outpatient', '医院', '', '2026-03-05', '', '',
     '', '', '', ?, ?, NULL)`,
    ...[time, time],
  );
  run(
    `INSERT INTO invoice VALUES (5, 'invoice-000000000a', 'visit-000000000a', 'fiscal-receipt', '', '', '', '', 26840, NULL,
     NULL, NULL, NULL, NULL, NULL, '', NULL, 0, ?, ?, NULL)`,
    ...[time, time],
  );
  run("INSERT INTO invoice_line VALUES ('invoice-000000000a', 0, '二甲双胍', '', '1', '盒', 26840)");
  run("INSERT INTO scan VALUES (1, ?, 'a.jpg', 'image/jpeg', ?, ?)", scan, bytes.length, time);
  run('INSERT INTO scan_bytes VALUES (?, ?)', scan, bytes);
  run("INSERT INTO scan_page VALUES (?, 0, 10, 20, 'px', 0, 90)", scan);
  run("INSERT INTO inbox_item VALUES (1, 'inbox-000000000a', ?, ?, ?)", scan, time, time);
  run("INSERT INTO paper VALUES (1, 'paper-000000000a', 'visit-000000000a', 'invoice', '', 'original')");
  run("INSERT INTO paper_page VALUES ('paper-000000000a', 0, ?, 0, 90)", scan);
  run(
    `INSERT INTO claim VALUES (1, 'claim-000000000a', '2026-王秀兰-01', 'person-000000000a', '', 'handed-in', 'visit', ?, ?,
     NULL)`,
    ...[time, time],
  );
  run("INSERT INTO claim_visit VALUES ('claim-000000000a', 'visit-000000000a')");
}

test('the step to version 2 keeps every row of every table and adds empty ones', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  first(db);
  fill(db);
  const old = tablesOf(db);
  const before = rowsOf(db, old);
  expect(Object.values(before).every((rows) => rows.length === 1)).toBe(true);
  db.transaction(() => claimLife(db))();
  expect(rowsOf(db, old)).toEqual(before);
  const added = tablesOf(db).filter((table) => !old.includes(table));
  expect(added).toEqual([
    'approval',
    'claim_event',
    'filing',
    'hospital',
    'invoice_facts',
    'packet_bytes',
    'paper_facts',
    'person_facts',
    'person_year',
    'rule_override',
    'standing_page',
    'standing_paper',
    'submission',
    'visit_facts',
  ]);
  for (const rows of Object.values(rowsOf(db, added))) expect(rows).toEqual([]);
  expect(db.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  db.close();
});
