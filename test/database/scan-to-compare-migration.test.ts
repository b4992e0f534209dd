// The step that remembers which files are still to be asked about: every row that was there stays, and nobody is asked about it.

import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { first } from '../../electron/database/migrations/001-first.ts';
import { scanToCompare } from '../../electron/database/migrations/011-scan-to-compare.ts';
import { listToCompare, rememberToCompare } from '../../electron/database/scan-to-compare.ts';

test('scans that were in before are not asked about; later ones are, in the order they came', () => {
  const db = new Database(':memory:');
  first(db);
  const add = db.prepare('INSERT INTO scan VALUES (?, ?, ?, ?, ?, ?)');
  const time = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
  const idOf = (letter: string) => letter.repeat(64);
  add.run(1, idOf('b'), '发票.jpg', 'image/jpeg', 3, time(1));
  const before = db.prepare('SELECT * FROM scan').all();
  scanToCompare(db);
  expect(db.prepare('SELECT * FROM scan').all()).toEqual(before);
  expect(listToCompare(db)).toEqual([]);
  add.run(2, idOf('a'), '处方.jpg', 'image/jpeg', 3, time(2));
  for (const [letter, day] of [
    ['a', 2],
    ['b', 3],
    ['a', 4],
  ] as const)
    rememberToCompare(db, idOf(letter), time(day));
  expect(listToCompare(db)).toEqual([
    { scan: idOf('a'), fileName: '处方.jpg' },
    { scan: idOf('b'), fileName: '发票.jpg' },
  ]);
  expect(() => rememberToCompare(db, idOf('c'), time(5))).toThrow(/FOREIGN KEY/);
  db.close();
});
