// The step that brings the memory of shipped packs: an empty table more, everything else as it was.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import { intake } from '../../electron/database/migrations/003-intake.ts';
import { pageEdit } from '../../electron/database/migrations/004-page-edit.ts';
import { invoiceReplaced } from '../../electron/database/migrations/005-invoice-replaced.ts';
import { trash } from '../../electron/database/migrations/006-trash.ts';
import { rulePackSeen } from '../../electron/database/migrations/007-rule-pack-seen.ts';

test('own rules stay as they were beside an empty memory of shipped packs', () => {
  const db = new Database(':memory:');
  for (const step of [first, claimLife, intake, pageEdit, invoiceReplaced, trash]) step(db);
  db.prepare(
    `INSERT INTO rule_override (id, place, chapter, rule_id, rule, shipped, note, told_on, created_at, updated_at)
     VALUES ('rule-000000000a', '532800', 'papers', 'own-1', '{}', NULL, '窗口', '2026-03-03', 't', 't')`,
  ).run();
  const rows = () => db.prepare('SELECT * FROM rule_override').all();
  const others = () =>
    db
      .prepare("SELECT name, sql FROM sqlite_schema WHERE name NOT LIKE '%rule_pack_seen%' ORDER BY name")
      .all();
  const [before, around] = [rows(), others()];
  rulePackSeen(db);
  expect(rows()).toEqual(before);
  expect(others()).toEqual(around);
  expect(db.prepare('SELECT count(*) FROM rule_pack_seen').pluck().get()).toBe(0);
});
