// Answers that are asked for again and again stay until anything in the vault changes: going from screen to screen costs nothing.

import type { Db } from '../database/statement.ts';
import { sql } from '../database/statement.ts';

type Kept = { stamp: string; answer: unknown };
const kept = new WeakMap<Db, Map<string, Kept>>();
const MOST_KEPT = 20;

/**
 * `name` holds all that the answer follows from beside the vault. What this connection wrote moves its count of changes, what any
 * other wrote moves the file's version; inside a transaction, which may yet be rolled back, nothing is kept.
 */
export function keepAnswer<T>(db: Db, name: string, work: () => T): T {
  if (db.inTransaction) return work();
  const known = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, known);
  const stamp = stampOf(db);
  const before = known.get(name);
  if (before?.stamp === stamp) return before.answer as T;
  const answer = work();
  if (known.size >= MOST_KEPT) known.clear();
  // Asked anew: what another process wrote while it was worked out must not be taken for seen.
  if (stampOf(db) === stamp) known.set(name, { stamp, answer });
  return answer;
}

function stampOf(db: Db): string {
  const { changes } = sql<{ changes: number }>(db, 'SELECT total_changes() AS changes').get() ?? {
    changes: 0,
  };
  return `${db.pragma('data_version', { simple: true })}/${changes}`;
}
