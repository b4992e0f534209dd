// Scans that wait to be sorted: all SQL of the tables `inbox_item` and `inbox_page`.

import type { InboxItem, PaperPage, Scan } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { listPages, type PageTable, writePages } from './page-list.ts';
import { getScan } from './scan.ts';
import { changeOne, type Db, sql } from './statement.ts';

type ItemRow = { id: string; scan_id: string; received_at: string; removed_at: string | null };

/** Has rows for an item only once something about its pages was changed. */
const pageTable: PageTable = { table: 'inbox_page', owner: 'item_id' };

function toItem(db: Db, row: ItemRow): InboxItem {
  const scan = getScan(db, row.scan_id);
  const changed = listPages(db, pageTable, row.id);
  const pages = changed.length > 0 ? changed : allPages(scan);
  return { id: row.id, scan, pages, receivedAt: row.received_at };
}

/** The pages of a scan as it came. */
export const allPages = (scan: Pick<Scan, 'id' | 'pages'>): PaperPage[] =>
  scan.pages.map((_, page) => ({ scan: scan.id, page, turn: 0 }));

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

/** The items of a scan that were sorted or removed, the latest first. */
export function listRemovedInboxItems(db: Db, scanId: string): InboxItem[] {
  return sql<ItemRow>(
    db,
    'SELECT * FROM inbox_item WHERE scan_id = ? AND removed_at IS NOT NULL ORDER BY removed_at DESC, row DESC',
  )
    .all(scanId)
    .map((row) => toItem(db, row));
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

/** The whole ordered list, not empty. */
export function replaceItemPages(
  db: Db,
  item: InboxItem,
  pages: { after: readonly PaperPage[]; time: string },
): InboxItem {
  writePages(db, pageTable, { id: item.id, before: item.pages, ...pages });
  return getInboxItem(db, item.id);
}
