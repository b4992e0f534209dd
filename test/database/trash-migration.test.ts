// The step that remembers where pages were: every row that was there stays as it was, and the new tables are empty.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import { intake } from '../../electron/database/migrations/003-intake.ts';
import { pageEdit } from '../../electron/database/migrations/004-page-edit.ts';
import { invoiceReplaced } from '../../electron/database/migrations/005-invoice-replaced.ts';
import { trash } from '../../electron/database/migrations/006-trash.ts';

const tablesOf = (db: Database.Database): Record<string, unknown[]> => {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
};

test('scans, pages and what waits in the inbox stay as they were; nothing is known to have left', () => {
  const db = new Database(':memory:');
  for (const step of [first, claimLife, intake, pageEdit, invoiceReplaced]) step(db);
  const scan = 'b'.repeat(64);
  const time = '2026-01-01T00:00:00.000Z';
  db.prepare('INSERT INTO scan VALUES (1, ?, ?, ?, ?, ?)').run(scan, '发票.jpg', 'image/jpeg', 3, time);
  db.prepare('INSERT INTO scan_bytes VALUES (?, ?)').run(scan, Buffer.from('abc'));
  db.prepare("INSERT INTO scan_page VALUES (?, 0, 3, 4, 'px', 0, 90)").run(scan);
  db.prepare('INSERT INTO inbox_item VALUES (1, ?, ?, ?, ?)').run('inbox-000000000a', scan, time, time);
  db.prepare('INSERT INTO inbox_item VALUES (2, ?, ?, ?, NULL)').run('inbox-000000000b', scan, time);
  const before = tablesOf(db);
  trash(db);
  const after = tablesOf(db);
  expect(after).toEqual({ ...before, inbox_page: [], page_left: [] });
  db.close();
});
