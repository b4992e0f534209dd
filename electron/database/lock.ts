// One writer a vault: an exclusive lock on a small database beside it, which the system gives back when the process ends.

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/problems.ts';

export type Holder = { way: string; pid: number; since: string };
export type Lock = { release: () => void };

/**
 * Takes the writer's place in the vault folder; throws `vault-in-use` naming who holds it.
 *
 * The lock is SQLite's own lock on `guibao.lock`, so a killed process leaves none behind. The facts about the holder lie in
 * a file beside it: `guibao.lock` itself must not be opened by other means, since closing it would drop the lock on POSIX.
 */
export function takeLock(dir: string, way: string): Lock {
  const db = new Database(join(dir, 'guibao.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) throw inUse(dir);
    throw error;
  }
  try {
    writeHolder(dir, { way, pid: process.pid, since: new Date().toISOString() });
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    release: () => {
      if (!db.open) return;
      rmSync(holderFile(dir), { force: true });
      db.close();
    },
  };
}

const holderFile = (dir: string): string => join(dir, 'guibao.lock.json');

function writeHolder(dir: string, holder: Holder): void {
  const half = `${holderFile(dir)}.${holder.pid}`;
  writeFileSync(half, JSON.stringify(holder));
  renameSync(half, holderFile(dir));
}

function inUse(dir: string): Problem {
  try {
    const { way, pid, since } = JSON.parse(readFileSync(holderFile(dir), 'utf8')) as Holder;
    return new Problem('vault-in-use', { dir, holder: `${way}, ${pid}, ${since}`, way, pid, since });
  } catch {
    return new Problem('vault-in-use', { dir, holder: '?' });
  }
}
