// What SQLite itself finds wrong with the file: damaged pages, rows that point at nothing.

import type { Db } from './statement.ts';

/** Empty when all is well. */
export function listFileTroubles(db: Db): string[] {
  const pages = db.prepare('PRAGMA integrity_check(20)').pluck().all() as string[];
  const strays = db.prepare('PRAGMA foreign_key_check').all() as { table: string; rowid: number | null }[];
  return [
    ...pages.filter((line) => line !== 'ok'),
    ...strays.slice(0, 20).map((stray) => `${stray.table} ${stray.rowid ?? ''} points at nothing`),
  ];
}
