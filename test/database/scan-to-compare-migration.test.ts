// The step that remembers which files are still to be asked about: every row that was there stays, and nobody is asked about it.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { scanToCompare } from '../../electron/database/migrations/011-scan-to-compare.ts';
import { rememberToCompare } from '../../electron/database/scan-to-compare.ts';

test('scans that were in before are not asked about; a later one is, once, since it came first', () => {
  const db = new Database(':memory:');
  first(db);
  const [one, other] = ['b'.repeat(64), 'c'.repeat(64)];
  const time = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
  db.prepare('INSERT INTO scan VALUES (1, ?, ?, ?, ?, ?)').run(one, '发票.jpg', 'image/jpeg', 3, time(1));
  const before = db.prepare('SELECT * FROM scan').all();
  scanToCompare(db);
  const waiting = () => db.prepare('SELECT * FROM scan_to_compare').all();
  expect([db.prepare('SELECT * FROM scan').all(), waiting()]).toEqual([before, []]);
  for (const day of [2, 3]) rememberToCompare(db, one, time(day));
  expect(waiting()).toEqual([{ scan_id: one, since: time(2) }]);
  expect(() => rememberToCompare(db, other, time(4))).toThrow(/FOREIGN KEY/);
  db.close();
});
