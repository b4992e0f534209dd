// What opens, what is refused, and that a refusal changes nothing.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { derivedStore } from '../../electron/database/derived.ts';
import { KNOWN_VERSION } from '../../electron/database/migrate.ts';
import { openVault } from '../../electron/database/open.ts';
import { asProblem } from '../../electron/database/problem.ts';
import { insertScan, listScanIds, readScanBytes } from '../../electron/database/scan.ts';
import { Problem } from '../../shared/problems.ts';
import { setDesk, temporaryFolder } from '../handlers/desk.ts';

const schemaFile = join(import.meta.dirname, '../../electron/database/schema.sql');
const write = { access: 'write', way: 'page', create: true } as const;
const read = { access: 'read', way: 'page' } as const;

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return 'opened';
}

const newScan = (text: string, size = 100) => {
  const bytes = Buffer.alloc(size, text);
  return {
    id: createHash('sha256').update(bytes).digest('hex'),
    fileName: `${text}.png`,
    mediaType: 'image/png' as const,
    bytes,
    pages: [{ width: 1, height: 2, unit: 'px' as const, mirrored: true, turn: 90 as const }],
    addedAt: '2026-07-01T00:00:00.000Z',
  };
};

test('a fresh vault has the committed schema, its mark and version, and safe settings', () => {
  const { db } = setDesk().vault;
  const statements = db.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid').pluck();
  const schema = `${statements.all().join(';\n\n')};\n`;
  if (process.env.UPDATE_SCHEMA) writeFileSync(schemaFile, schema);
  expect(schema).toBe(readFileSync(schemaFile, 'utf8'));
  const pragmas = ['application_id', 'user_version', 'journal_mode', 'synchronous', 'foreign_keys'];
  expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual([
    0x47554942,
    KNOWN_VERSION,
    'wal',
    2,
    1,
  ]);
});

test('a vault that is not there is not made by looking', () => {
  const dir = join(temporaryFolder(), 'none');
  expect(codeOf(() => openVault(dir, read))).toBe('vault-missing');
  expect(codeOf(() => openVault(dir, { access: 'write', way: 'page' }))).toBe('vault-missing');
  expect(existsSync(dir)).toBe(false);
});

for (const access of ['read', 'write'] as const) {
  test(`a newer vault, another program's file and plain text stay byte for byte as they were (${access})`, () => {
    const newer = temporaryFolder();
    openVault(newer, write).close();
    const db = new Database(join(newer, 'guibao.sqlite'));
    db.pragma(`user_version = ${KNOWN_VERSION + 1}`);
    db.close();
    const foreign = temporaryFolder();
    const other = new Database(join(foreign, 'guibao.sqlite'));
    other.exec('CREATE TABLE song (name TEXT)');
    other.close();
    const text = temporaryFolder();
    writeFileSync(join(text, 'guibao.sqlite'), '这不是数据库。'.repeat(500));
    const cases = { [newer]: 'vault-newer', [foreign]: 'vault-not-database', [text]: 'vault-not-database' };
    for (const [dir, code] of Object.entries(cases)) {
      const before = readFileSync(join(dir, 'guibao.sqlite'));
      expect(codeOf(() => openVault(dir, { ...write, access }))).toBe(code);
      expect(readFileSync(join(dir, 'guibao.sqlite')).equals(before)).toBe(true);
      const log = join(dir, 'guibao.sqlite-wal');
      expect(existsSync(log) ? readFileSync(log).length : 0).toBe(0);
      expect(existsSync(join(dir, 'guibao.lock'))).toBe(dir === newer);
    }
  });
}

test('a folder that cannot be made is told as a problem', () => {
  const file = join(temporaryFolder(), 'file');
  writeFileSync(file, '');
  expect(codeOf(() => openVault(join(file, 'vault'), write))).toBe('path-unwritable');
  const blocked = join(temporaryFolder(), 'vault');
  mkdirSync(join(blocked, 'guibao.sqlite'), { recursive: true });
  expect(codeOf(() => openVault(blocked, write))).toBe('path-unwritable');
});

test('original bytes come back as they were and refuse every change', () => {
  const { db } = setDesk().vault;
  const scan = newScan('原件');
  insertScan(db, scan);
  expect(Buffer.from(readScanBytes(db, scan.id)).equals(scan.bytes)).toBe(true);
  for (const change of [
    "UPDATE scan_bytes SET bytes = x'00'",
    'DELETE FROM scan_bytes',
    "UPDATE scan SET id = 'x'",
    'DELETE FROM scan',
  ]) {
    expect(() => db.exec(change), change).toThrow(/never/);
  }
  expect(() => insertScan(db, scan)).toThrow(/UNIQUE/);
});

test('a full disk refuses the scan whole and leaves what is stored', () => {
  const { vault } = setDesk();
  insertScan(vault.db, newScan('a'));
  const pages = Number(vault.db.pragma('page_count', { simple: true }));
  vault.db.pragma(`max_page_count = ${pages + 3}`);
  const large = newScan('b', 500_000);
  expect(
    codeOf(() => {
      try {
        insertScan(vault.db, large);
      } catch (error) {
        throw asProblem(error, vault.dir);
      }
    }),
  ).toBe('disk-full');
  expect(listScanIds(vault.db)).toEqual([newScan('a').id]);
  expect(vault.db.pragma('integrity_check', { simple: true })).toBe('ok');
  vault.db.pragma('max_page_count = 1000000');
  insertScan(vault.db, large);
  expect(listScanIds(vault.db)).toHaveLength(2);
});

test('derived pictures are bounded, shared with readers, and survive a broken file', () => {
  const { vault } = setDesk();
  const store = derivedStore(vault, 250);
  for (const key of ['a', 'b', 'c']) store.put(key, 'image/webp', Buffer.alloc(100, key));
  expect([store.get('a'), store.get('b')?.bytes.length, store.get('c')?.mediaType]).toEqual([
    undefined,
    100,
    'image/webp',
  ]);
  const reader = openVault(vault.dir, read);
  derivedStore(reader).put('d', 'image/webp', Buffer.alloc(1));
  expect([derivedStore(reader).get('c')?.bytes.length, store.get('d')]).toEqual([100, undefined]);
  reader.close();
  vault.close();
  for (const end of ['-wal', '-shm']) rmSync(join(vault.dir, `derived.sqlite${end}`), { force: true });
  writeFileSync(join(vault.dir, 'derived.sqlite'), 'broken'.repeat(1000));
  const again = openVault(vault.dir, write);
  expect(derivedStore(again).get('c')).toBeUndefined();
  derivedStore(again).put('c', 'image/webp', Buffer.alloc(7));
  expect(derivedStore(again).get('c')?.bytes.length).toBe(7);
  again.close();
});
