// A thread that keeps files: reading, hashing and the disk's own pace never hold up the window. Started by keeper.ts.

import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { Problem } from '../../shared/problems.ts';
import { type KeepWish, keepFile } from './keep-file.ts';
import type { KeeperAnswer, KeeperData } from './keeper.ts';
import { asProblem } from './problem.ts';
import type { Db } from './statement.ts';

const { dir, file, closed } = workerData as KeeperData;
let db: Db | undefined;

function open(): Db {
  const opened = new Database(join(dir, file), { fileMustExist: true, timeout: 20_000 });
  opened.pragma('synchronous = FULL');
  opened.pragma('foreign_keys = ON');
  return opened;
}

function keep(wish: KeepWish): KeeperAnswer {
  try {
    db ??= open();
    return { kept: keepFile(db, wish) };
  } catch (error) {
    const problem = asProblem(error, dir);
    if (problem instanceof Problem) return { problem: problem.toFact() };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (wish: KeepWish | 'close') => {
  if (wish !== 'close') return parentPort?.postMessage(keep(wish));
  db?.close();
  Atomics.store(closed, 0, 1);
  Atomics.notify(closed, 0);
  process.exit();
});
