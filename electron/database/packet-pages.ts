// Order and exclusion of a claim's pages: all SQL of the tables `page_order` and `page_excluded`.

import type { PageKey } from '../../shared/packet-pages.ts';
import { type Db, sql } from './statement.ts';

type Row = { paper_id: string; scan_id: string; page: number; half: PageKey['half'] };
const keyOf = ({ paper_id, scan_id, page, half }: Row): PageKey => ({
  ...{ paperId: paper_id, scan: scan_id },
  ...{ page, half },
});

/** Empty while the usual order holds. */
export const readPageOrder = (db: Db, claimId: string): PageKey[] =>
  sql<Row>(db, 'SELECT paper_id, scan_id, page, half FROM page_order WHERE claim_id = ? ORDER BY position')
    .all(claimId)
    .map(keyOf);

export function writePageOrder(db: Db, claimId: string, order: readonly PageKey[]): void {
  sql(db, 'DELETE FROM page_order WHERE claim_id = ?').run(claimId);
  const insert = sql(
    db,
    'INSERT INTO page_order (claim_id, position, paper_id, scan_id, page, half) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [position, { paperId, scan, page, half }] of order.entries())
    insert.run(claimId, position, paperId, scan, page, half);
}

export type ExcludedPage = PageKey & { reason: string };

export const listExcludedPages = (db: Db, claimId: string): ExcludedPage[] =>
  sql<Row & { reason: string }>(
    db,
    'SELECT paper_id, scan_id, page, half, reason FROM page_excluded WHERE claim_id = ? ORDER BY excluded_at, paper_id, scan_id, page, half',
  )
    .all(claimId)
    .map((row) => ({ ...keyOf(row), reason: row.reason }));

/** A new reason takes the place of an earlier one. */
export function excludePage(
  db: Db,
  claimId: string,
  { paperId, scan, page, half, reason }: ExcludedPage,
  time: string,
): void {
  sql(
    db,
    `INSERT INTO page_excluded (claim_id, paper_id, scan_id, page, half, reason, excluded_at) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET reason = excluded.reason, excluded_at = excluded.excluded_at`,
  ).run(claimId, paperId, scan, page, half, reason, time);
}

export function includePage(db: Db, claimId: string, { paperId, scan, page, half }: PageKey): void {
  sql(
    db,
    'DELETE FROM page_excluded WHERE claim_id = ? AND paper_id = ? AND scan_id = ? AND page = ? AND half = ?',
  ).run(claimId, paperId, scan, page, half);
}
