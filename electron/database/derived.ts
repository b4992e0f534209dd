// Pictures made from scans, in a file of their own that can be deleted at any time and is made again.

import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Db, sql } from './statement.ts';
import type { Vault } from './vault.ts';

export type Derived = { mediaType: string; bytes: Uint8Array };
export type DerivedStore = {
  get: (key: string) => Derived | undefined;
  /** Does nothing where the vault is read-only or the disk is full: a picture that is not kept is made again. */
  put: (key: string, mediaType: string, bytes: Uint8Array) => void;
};

export const DERIVED_FILE = 'derived.sqlite';
const LARGEST_TOTAL = 2_000_000_000;

type Opened = { db: Db; total: number };
type Kept = { store: DerivedStore; close: () => void };

const stores = new WeakMap<Vault, Kept>();

/** The store of a vault; `limit` is its size in bytes, the oldest pictures leave first. */
export function derivedStore(vault: Vault, limit = LARGEST_TOTAL): DerivedStore {
  let kept = stores.get(vault);
  if (!kept) {
    kept = makeStore(vault, limit);
    stores.set(vault, kept);
  }
  return kept.store;
}

export function closeDerived(vault: Vault): void {
  stores.get(vault)?.close();
  stores.delete(vault);
}

function makeStore(vault: Vault, limit: number): Kept {
  const file = join(vault.dir, DERIVED_FILE);
  let opened: Opened | undefined;

  /** Runs with the open file; a broken file is made anew, once, and any other trouble means: nothing kept. */
  const attempt = <T>(work: (opened: Opened) => T): T | undefined => {
    for (const again of [true, false]) {
      try {
        opened ??= open(file, vault.writable);
        return opened ? work(opened) : undefined;
      } catch (error) {
        if (!(error instanceof Database.SqliteError)) throw error;
        opened?.db.close();
        opened = undefined;
        if (!again || !vault.writable || !isBroken(error.code)) return undefined;
        removeFile(file);
      }
    }
    return undefined;
  };

  return {
    store: {
      get: (key) => attempt(({ db }) => readPicture(db, key)),
      put: (key, mediaType, bytes) => {
        if (!vault.writable || bytes.byteLength > limit) return;
        attempt((store) => writePicture(store, limit, { key, mediaType, bytes }));
      },
    },
    close: () => opened?.db.close(),
  };
}

const isBroken = (code: string): boolean => /^SQLITE_(NOTADB|CORRUPT|ERROR|CANTOPEN)/.test(code);

function removeFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true, recursive: true });
}

function open(file: string, writable: boolean): Opened | undefined {
  if (!writable) {
    if (!existsSync(file)) return undefined;
    return { db: new Database(file, { readonly: true, fileMustExist: true }), total: 0 };
  }
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    db.exec(`CREATE TABLE IF NOT EXISTS derived (
      row INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE,
      media_type TEXT NOT NULL, byte_length INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT`);
    const total = db.prepare('SELECT coalesce(sum(byte_length), 0) FROM derived').pluck().get();
    return { db, total: Number(total) };
  } catch (error) {
    db.close();
    throw error;
  }
}

function readPicture(db: Db, key: string): Derived | undefined {
  const row = sql<{ media_type: string; bytes: Buffer }>(
    db,
    'SELECT media_type, bytes FROM derived WHERE key = ?',
  ).get(key);
  return row && { mediaType: row.media_type, bytes: row.bytes };
}

function writePicture(store: Opened, limit: number, made: Derived & { key: string }): void {
  const { db } = store;
  db.transaction(() => {
    store.total -= drop(db, 'DELETE FROM derived WHERE key = ? RETURNING byte_length', made.key);
    sql(db, 'INSERT INTO derived (key, media_type, byte_length, bytes) VALUES (?, ?, ?, ?)').run(
      made.key,
      made.mediaType,
      made.bytes.byteLength,
      made.bytes,
    );
    store.total += made.bytes.byteLength;
    while (store.total > limit) {
      const gone = drop(
        db,
        'DELETE FROM derived WHERE row = (SELECT min(row) FROM derived) RETURNING byte_length',
      );
      if (gone === 0) break;
      store.total -= gone;
    }
  })();
}

function drop(db: Db, text: string, ...values: unknown[]): number {
  const rows = sql<{ byte_length: number }>(db, text).all(...values);
  return rows.reduce((sum, row) => sum + row.byte_length, 0);
}
