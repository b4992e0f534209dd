// Opens a vault folder: who may write, whether it is a vault at all, its version, its settings.

import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/problems.ts';
import { closeDerived } from './derived.ts';
import { closeKeeper } from './keeper.ts';
import { type Lock, takeLock } from './lock.ts';
import { KNOWN_VERSION, migrate, recognise, refuseNewer } from './migrate.ts';
import { asProblem } from './problem.ts';
import type { Db } from './statement.ts';
import type { Vault } from './vault.ts';
import { VAULT_FILE } from './vault-file.ts';

export { VAULT_FILE };

/** Pages in the log before this connection writes them back itself; the thread that keeps files does it at 1,000. */
const LATE_CHECKPOINT = 8000;

/** How long a write waits for a large file that the other thread is putting on a slow disk, before it is refused. */
const PATIENCE_MILLISECONDS = 30_000;

export type OpenWish = { access: 'read' | 'write'; way: string; create?: boolean };

/**
 * Opens the vault in `dir`; with `create`, makes folder and vault where there is none. Readers work beside one writer.
 * Throws `vault-missing`, `vault-in-use`, `vault-newer`, `vault-not-database`, `vault-damaged`, `disk-full`, `path-unwritable`.
 */
export function openVault(dir: string, wish: OpenWish): Vault {
  const folder = resolve(dir);
  try {
    return wish.access === 'write' ? openForWriting(folder, wish) : openForReading(folder, wish);
  } catch (error) {
    throw asProblem(error, folder);
  }
}

function openForReading(dir: string, wish: OpenWish): Vault {
  const version = inspectFile(dir);
  if (version === undefined) throw new Problem('vault-missing', { dir });
  if (version < KNOWN_VERSION) openForWriting(dir, { access: 'write', way: wish.way }).close();
  const db = new Database(join(dir, VAULT_FILE), { readonly: true, fileMustExist: true });
  db.pragma('foreign_keys = ON');
  return makeVault(dir, db, undefined);
}

function openForWriting(dir: string, wish: OpenWish): Vault {
  if (inspectFile(dir) === undefined) {
    if (!wish.create) throw new Problem('vault-missing', { dir });
    mkdirSync(dir, { recursive: true });
  }
  const lock = takeLock(dir, wish.way);
  let db: Db | undefined;
  try {
    db = new Database(join(dir, VAULT_FILE), { timeout: PATIENCE_MILLISECONDS });
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma(`wal_autocheckpoint = ${LATE_CHECKPOINT}`);
    migrate(db, dir);
    return makeVault(dir, db, lock);
  } catch (error) {
    db?.close();
    lock.release();
    throw error;
  }
}

/** The version of the vault in the folder, undefined when there is none yet; looks without changing anything. */
function inspectFile(dir: string): number | undefined {
  const file = join(dir, VAULT_FILE);
  if (!existsSync(file)) return undefined;
  const db = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const { kind, version } = recognise(db);
    if (kind === 'foreign') throw new Problem('vault-not-database', { dir });
    if (kind === 'empty') return undefined;
    refuseNewer(dir, version);
    return version;
  } finally {
    db.close();
  }
}

function makeVault(dir: string, db: Db, lock: Lock | undefined): Vault {
  const vault: Vault = {
    dir,
    db,
    writable: lock !== undefined,
    close: () => {
      closeDerived(vault);
      closeKeeper(vault);
      if (db.open) db.close();
      lock?.release();
    },
  };
  return vault;
}
