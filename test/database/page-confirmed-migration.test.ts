// The step that lets a person say a page can be read: every row that was there stays as it was, and nobody has said anything.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import { intake } from '../../electron/database/migrations/003-intake.ts';
import { pageEdit } from '../../electron/database/migrations/004-page-edit.ts';
import { invoiceReplaced } from '../../electron/database/migrations/005-invoice-replaced.ts';
import { trash } from '../../electron/database/migrations/006-trash.ts';
import { rulePackSeen } from '../../electron/database/migrations/007-rule-pack-seen.ts';
import { packetPages } from '../../electron/database/migrations/008-packet-pages.ts';
import { pageConfirmed } from '../../electron/database/migrations/009-page-confirmed.ts';

const tablesOf = (db: Database.Database): Record<string, unknown[]> => {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
};

test('scans, their pages and what was seen on them stay as they were; no page is confirmed', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  for (const step of [first, claimLife, intake, pageEdit, invoiceReplaced, trash, rulePackSeen, packetPages])
    step(db);
  const scan = 'b'.repeat(64);
  const time = '2026-01-01T00:00:00.000Z';
  const seen = '[{"code":"blurred","severity":"strong","box":null,"measure":0.1}]';
  db.prepare('INSERT INTO scan VALUES (1, ?, ?, ?, ?, ?)').run(scan, '发票.jpg', 'image/jpeg', 3, time);
  db.prepare("INSERT INTO scan_page VALUES (?, 0, 3, 4, 'px', 0, 90)").run(scan);
  db.prepare('INSERT INTO page_look VALUES (?, 0, ?, NULL)').run(scan, seen);
  db.prepare(
    "INSERT INTO paper VALUES (1, 'paper-000000000a', 'visit-000000000a', 'invoice', '', 'original')",
  ).run();
  db.prepare("INSERT INTO paper_page VALUES ('paper-000000000a', 0, ?, 0, 90, '')").run(scan);
  const before = tablesOf(db);
  pageConfirmed(db);
  expect(tablesOf(db)).toEqual({ ...before, page_confirmed: [] });
  db.close();
});
