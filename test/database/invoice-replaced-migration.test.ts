// The step that brings the number of the invoice that took another's place: what was said before stays.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { claimLife } from '../../electron/database/migrations/002-claim-life.ts';
import { intake } from '../../electron/database/migrations/003-intake.ts';
import { pageEdit } from '../../electron/database/migrations/004-page-edit.ts';
import { invoiceReplaced } from '../../electron/database/migrations/005-invoice-replaced.ts';

test('what was said of an invoice stays, and names no other invoice', () => {
  const db = new Database(':memory:');
  for (const step of [first, claimLife, intake, pageEdit]) step(db);
  db.pragma('foreign_keys = OFF');
  const insert = db.prepare('INSERT INTO invoice_facts VALUES (?, ?, ?, ?)');
  insert.run('invoice-000000000a', 'replaced', 0, '');
  insert.run('invoice-000000000b', 'valid', 12345, '平安');
  const rows = () => db.prepare('SELECT * FROM invoice_facts ORDER BY invoice_id').all() as object[];
  const others = () =>
    db.prepare("SELECT name, sql FROM sqlite_schema WHERE name <> 'invoice_facts' ORDER BY name").all();
  const [before, around] = [rows(), others()];
  invoiceReplaced(db);
  expect(rows()).toEqual(before.map((row) => ({ ...row, replaced_by: '' })));
  expect(others()).toEqual(around);
});
