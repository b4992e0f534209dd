// The step that brings edits of pages: every page that was there stays as it was, unedited.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import { intake } from '../../electron/database/migrations/003-intake.ts';
import { pageEdit } from '../../electron/database/migrations/004-page-edit.ts';

test('pages of papers and standing papers keep their place and turn, and carry no edit', () => {
  const db = new Database(':memory:');
  for (const step of [first, claimLife, intake]) step(db);
  db.pragma('foreign_keys = OFF');
  const scan = 'a'.repeat(64);
  const add = (table: string) => {
    const insert = db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?, ?, ?)`);
    insert.run('paper-000000000a', 0, scan, 3, 270);
    insert.run('paper-000000000a', 1, scan, 0, 0);
  };
  const tables = ['paper_page', 'standing_page'];
  tables.forEach(add);
  const rows = (table: string) => db.prepare(`SELECT * FROM ${table}`).all() as object[];
  const before = tables.map(rows);
  const others = db
    .prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE '%\\_page' ESCAPE '\\'")
    .all();
  pageEdit(db);
  expect(tables.map(rows)).toEqual(before.map((list) => list.map((row) => ({ ...row, edit: '' }))));
  expect(
    db.prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE '%\\_page' ESCAPE '\\'").all(),
  ).toEqual(others);
});
