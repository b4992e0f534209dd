// Taking the sample out of a vault again: only the sample, and what was added to it is kept.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearSample } from '../../electron/database/clear-vault.ts';
import { putPersonFacts } from '../../electron/database/facts.ts';
import { openVault } from '../../electron/database/open.ts';
import { insertPerson, listPeople } from '../../electron/database/person.ts';
import { rememberSample } from '../../electron/database/sample-state.ts';
import { isSample, markAsSample, writeSetting } from '../../electron/database/setting.ts';
import type { Vault } from '../../electron/database/vault.ts';
import { unknownPerson } from '../../shared/domain.ts';

const sampleTime = '2026-03-20T01:30:00.000Z';
const time = '2026-11-23T08:00:00.000Z';
const fields = { ...unknownPerson, name: '王秀兰' };

let dir = '';
let vault: Vault;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'guibao-clear-'));
  vault = openVault(dir, { access: 'write', way: 'page', create: true });
});
afterEach(() => {
  vault.close();
  rmSync(dir, { recursive: true, force: true });
});

function addScan(id: string, addedAt: string): void {
  vault.db
    .prepare(
      "INSERT INTO scan (id, file_name, media_type, byte_length, added_at) VALUES (?, 'a.jpg', 'image/jpeg', 1, ?)",
    )
    .run(id, addedAt);
  vault.db.prepare('INSERT INTO scan_bytes (scan_id, bytes) VALUES (?, ?)').run(id, Buffer.from([1]));
}
const schema = () => vault.db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
const count = (table: string) => vault.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

test('a vault that is no sample is refused untouched', () => {
  insertPerson(vault.db, fields, sampleTime);
  expect(() => clearSample(vault, { sampleTime, time })).toThrow('not-allowed');
  expect(listPeople(vault.db, true)).toHaveLength(1);
});

test('a sample goes without a trace; settings and the guards of scans stay', () => {
  markAsSample(vault.db);
  writeSetting(vault.db, 'language', 'en');
  insertPerson(vault.db, fields, sampleTime);
  addScan('a'.repeat(64), sampleTime);
  const before = schema();
  expect(clearSample(vault, { sampleTime, time })).toBe('');
  expect([count('person'), count('scan'), count('scan_bytes'), isSample(vault.db)]).toEqual([0, 0, 0, false]);
  expect(vault.db.prepare("SELECT value FROM setting WHERE name = 'language'").pluck().get()).toBe('en');
  expect(schema()).toEqual(before);
  addScan('b'.repeat(64), time);
  expect(() => vault.db.prepare('DELETE FROM scan_bytes').run()).toThrow(/never deleted/);
});

test('what was added to the sample stays in a copy that can be opened', () => {
  markAsSample(vault.db);
  insertPerson(vault.db, fields, sampleTime);
  addScan('c'.repeat(64), time);
  const copy = clearSample(vault, { sampleTime, time });
  expect(existsSync(copy)).toBe(true);
  expect(count('scan')).toBe(0);
  const kept = new Database(copy, { readonly: true });
  expect(kept.prepare('SELECT id FROM scan').pluck().all()).toEqual(['c'.repeat(64)]);
  expect(kept.pragma('integrity_check', { simple: true })).toBe('ok');
  kept.close();
});

test('an edit of what carries no time of its own is kept in a copy too', () => {
  markAsSample(vault.db);
  insertPerson(vault.db, fields, sampleTime);
  addScan('d'.repeat(64), sampleTime);
  rememberSample(vault.db);
  writeSetting(vault.db, 'language', 'en');
  const person = listPeople(vault.db, true)[0]?.id ?? '';
  putPersonFacts(vault.db, { personId: person, diedOn: '', accountKind: 'own-bank-card' });
  const copy = clearSample(vault, { sampleTime, time });
  expect(existsSync(copy)).toBe(true);
  const kept = new Database(copy, { readonly: true });
  expect(kept.prepare('SELECT account_kind FROM person_facts').pluck().all()).toEqual(['own-bank-card']);
  kept.close();
  expect(vault.db.prepare('SELECT name FROM setting ORDER BY name').pluck().all()).toEqual(['language']);
});

test('a sample nobody touched leaves no copy; a setting is no edit', () => {
  markAsSample(vault.db);
  insertPerson(vault.db, fields, sampleTime);
  addScan('e'.repeat(64), sampleTime);
  rememberSample(vault.db);
  writeSetting(vault.db, 'language', 'en');
  expect(clearSample(vault, { sampleTime, time })).toBe('');
});
