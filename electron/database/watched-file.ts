// What the watched folder has handed over, one row of the table `setting` a file, so that each file is taken up once.

import { z } from 'zod';
import { type Db, inTransaction, sql } from './statement.ts';

const stored = z.object({
  size: z.number(),
  /** Milliseconds since 1970, as the file system says it. */
  modified: z.number(),
  /** Of its bytes, 64 hex digits; '' when they could not be read or were left alone. */
  sha256: z.string(),
  /** `left`: it lay there before the folder was watched, and the person did not want it. */
  outcome: z.enum(['kept', 'duplicate', 'refused', 'left']),
  problem: z
    .object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  /** ISO time. */
  at: z.string(),
});

export type WatchedFile = { path: string } & z.infer<typeof stored>;

const PREFIX = 'watched-file/';

/**
 * All that is remembered, the latest last; not what was kept in a scan that is in the vault no more. A row that cannot be
 * read counts as not remembered: its file is looked at again, and the same bytes are known by their SHA-256.
 */
export function listWatchedFiles(db: Db): WatchedFile[] {
  const rows = sql<{ name: string; value: string }>(
    db,
    `SELECT name, value FROM setting WHERE name >= ? AND name < ?
     AND CASE WHEN json_valid(value)
              THEN NOT (value ->> 'outcome' IN ('kept', 'duplicate')
                        AND value ->> 'sha256' NOT IN (SELECT id FROM scan)) END`,
  ).all(PREFIX, 'watched-file0');
  return rows
    .flatMap(({ name, value }) => {
      const { data } = stored.safeParse(JSON.parse(value));
      return data ? [{ ...data, path: name.slice(PREFIX.length) }] : [];
    })
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
