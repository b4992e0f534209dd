// Takes everything out of sight at once, as the end of a look at the sample; the originals stay where they are.

import { type Db, sql } from './statement.ts';

export function markAllRemoved(db: Db, removedAt: string): void {
  for (const table of ['person', 'visit', 'invoice', 'inbox_item', 'claim']) {
    sql(db, `UPDATE ${table} SET removed_at = ? WHERE removed_at IS NULL`).run(removedAt);
  }
}

/** True while nothing that a person would see is in the vault. */
export function isVaultEmpty(db: Db): boolean {
  const row = sql<{ used: number }>(
    db,
    `SELECT EXISTS (SELECT 1 FROM person WHERE removed_at IS NULL)
         OR EXISTS (SELECT 1 FROM inbox_item WHERE removed_at IS NULL) AS used`,
  ).get();
  return row?.used === 0;
}
