// What the watched folder has handed over, one row of the table `setting` a file, so that each file is taken up once.

import { type Db, inTransaction, sql } from './statement.ts';

export type WatchedFile = {
  path: string;
  size: number;
  /** Milliseconds since 1970, as the file system says it. */
  modified: number;
  /** Of its bytes, 64 hex digits; '' when they could not be read or were left alone. */
  sha256: string;
  /** `left`: it lay there before the folder was watched, and the person did not want it. */
  outcome: 'kept' | 'duplicate' | 'refused' | 'left';
  problem: { code: string; params: Record<string, string | number> } | null;
  /** ISO time. */
  at: string;
};

const PREFIX = 'watched-file/';

/** All that is remembered, the latest last; not what was kept in a scan that is in the vault no more. */
export function listWatchedFiles(db: Db): WatchedFile[] {
  const rows = sql<{ name: string; value: string }>(
    db,
    `SELECT name, value FROM setting WHERE name >= ? AND name < ?
     AND NOT (value ->> 'outcome' IN ('kept', 'duplicate')
              AND value ->> 'sha256' NOT IN (SELECT id FROM scan))`,
  ).all(PREFIX, 'watched-file0');
  return rows
    .map(({ name, value }) => ({ ...(JSON.parse(value) as WatchedFile), path: name.slice(PREFIX.length) }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Replaces what was remembered of the same paths. */
export function rememberWatchedFiles(db: Db, files: readonly WatchedFile[]): void {
  inTransaction(db, () => {
    const write = sql(
      db,
      'INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
    );
    for (const { path, ...rest } of files) write.run(PREFIX + path, JSON.stringify(rest));
  });
}
