// Scans that wait to be sorted: all SQL of the table `inbox_item`.

import type { InboxItem } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { getScan } from './scan.ts';
import { changeOne, type Db, sql } from './statement.ts';

type ItemRow = { id: string; scan_id: string; received_at: string; removed_at: string | null };

const toItem = (db: Db, row: ItemRow): InboxItem => ({
  id: row.id,
  scan: getScan(db, row.scan_id),
  receivedAt: row.received_at,
});

/** In the order they came. */
export function listInboxItems(db: Db): InboxItem[] {
  return sql<ItemRow>(db, 'SELECT * FROM inbox_item WHERE removed_at IS NULL ORDER BY row')
    .all()
    .map((row) => toItem(db, row));
}

/** Throws `not-found`; a removed item counts as found only with `removed`. */
export function getInboxItem(db: Db, id: string, removed = false): InboxItem {
  const row = sql<ItemRow>(db, 'SELECT * FROM inbox_item WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'inbox', id });
  return toItem(db, row);
}

/** The waiting item of a scan, undefined when it is sorted or removed. */
export function findInboxItem(db: Db, scanId: string): InboxItem | undefined {
  const row = sql<ItemRow>(db, 'SELECT * FROM inbox_item WHERE scan_id = ? AND removed_at IS NULL').get(
    scanId,
  );
  return row && toItem(db, row);
}

export function insertInboxItem(db: Db, scanId: string, now: string): InboxItem {
  const id = newId('inbox');
  sql(db, 'INSERT INTO inbox_item (id, scan_id, received_at) VALUES (?, ?, ?)').run(id, scanId, now);
  return getInboxItem(db, id);
}

/** `removedAt` null brings the item back. */
export function markInboxItemRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE inbox_item SET removed_at = ? WHERE id = ?', removedAt, id);
}
