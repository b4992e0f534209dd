// The step that lets the halves of a page stand in a packet each by itself: what was arranged stays, about whole pages.

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
import { pageHalves } from '../../electron/database/migrations/010-page-halves.ts';

const tablesOf = (db: Database.Database): Record<string, unknown[]> => {
  const names = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[];
  return Object.fromEntries(names.map((name) => [name, db.prepare(`SELECT * FROM "${name}"`).all()]));
};

type Row = Record<string, unknown>;
const whole = (rows: unknown[] | undefined) => (rows as Row[]).map((row) => ({ ...row, half: '' }));

test('order and pages left out stay as they were, whole; then each half of a page has a row of its own', () => {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = OFF');
  for (const step of [first, claimLife, intake, pageEdit, invoiceReplaced, trash, rulePackSeen]) step(db);
  for (const step of [packetPages, pageConfirmed]) step(db);
  const scan = 'b'.repeat(64);
  const time = '2026-01-01T00:00:00.000Z';
  const [claim, paper] = ['claim-000000000a', 'paper-000000000a'];
  db.prepare(
    "INSERT INTO claim VALUES (1, ?, '2026-王-01', 'person-00000000', '', 'draft', 'visit', ?, ?, NULL)",
  ).run(claim, time, time);
  db.prepare('INSERT INTO page_order VALUES (?, 0, ?, ?, 1), (?, 1, ?, ?, 0)').run(
    ...[claim, paper, scan, claim, paper, scan],
  );
  db.prepare("INSERT INTO page_excluded VALUES (?, ?, ?, 0, '空白背面', ?)").run(claim, paper, scan, time);
  const before = tablesOf(db);
  pageHalves(db);
  expect(tablesOf(db)).toEqual({
    ...before,
    page_order: whole(before.page_order),
    page_excluded: whole(before.page_excluded),
  });
  const add = db.prepare("INSERT INTO page_excluded VALUES (?, ?, ?, 0, '空白', ?, ?)");
  for (const half of ['left', 'right']) add.run(claim, paper, scan, time, half);
  expect(() => add.run(claim, paper, scan, time, 'left')).toThrow(/UNIQUE/);
  expect(() => add.run(claim, paper, scan, time, 'middle')).toThrow(/CHECK/);
  expect(tablesOf(db).page_excluded).toHaveLength(3);
  db.close();
});
