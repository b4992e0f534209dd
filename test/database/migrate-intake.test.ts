// From version 2 to 3: everything that was there stays as it was, and the new tables are empty.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { APPLICATION_ID } from '../../electron/database/migrate.ts';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import { intake } from '../../electron/database/migrations/003-intake.ts';
import { temporaryFolder } from '../handlers/desk.ts';

const tablesOf = (db: Database.Database): Record<string, unknown[]> => {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
};

test('a vault of version 2 keeps every row; what is new is empty', () => {
  const dir = join(temporaryFolder(), 'vault');
  mkdirSync(dir);
  const db = new Database(join(dir, 'old.sqlite'));
  first(db);
  claimLife(db);
  db.pragma(`application_id = ${APPLICATION_ID}`);
  const id = 'a'.repeat(64);
  db.prepare(
    'INSERT INTO scan (id, file_name, media_type, byte_length, added_at) VALUES (?, ?, ?, ?, ?)',
  ).run(id, '发票.jpg', 'image/jpeg', 3, '2026-01-01T00:00:00.000Z');
  db.prepare('INSERT INTO scan_bytes (scan_id, bytes) VALUES (?, ?)').run(id, Buffer.from('abc'));
  db.prepare(
    "INSERT INTO scan_page (scan_id, page, width, height, unit, mirrored, turn) VALUES (?, 0, 3, 4, 'px', 0, 90)",
  ).run(id);
  const before = tablesOf(db);
  intake(db);
  const after = tablesOf(db);
  const added = ['attachment', 'look_alike_answer', 'page_look', 'scan_readable_copy', 'scan_source'];
  expect(Object.keys(after).filter((name) => !(name in before))).toEqual(added);
  for (const name of added) expect(after[name]).toEqual([]);
  for (const [name, rows] of Object.entries(before)) expect(after[name], name).toEqual(rows);
  db.close();
});
