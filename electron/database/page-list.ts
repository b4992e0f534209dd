// Lists of pages, one way for papers, standing papers and the inbox; and the table `page_left`: where a page was that left one.

import type { PaperPage, Turn } from '../../shared/domain.ts';
import { formatEdit, noEdit, parseEdit, settleEdit } from '../../shared/page-edit.ts';
import { Problem } from '../../shared/problems.ts';
import { type Db, sql } from './statement.ts';

export type PageRow = { scan_id: string; page: number; turn: number; edit: string };

export function toPage(row: PageRow): PaperPage {
  const edit = parseEdit(row.edit);
  return { scan: row.scan_id, page: row.page, turn: row.turn as Turn, ...(edit ? { edit } : {}) };
}

/** A table of pages in order, and the column that says whose pages they are. */
export type PageTable = { table: 'paper_page' | 'standing_page' | 'inbox_page'; owner: string };

export function listPages(db: Db, { table, owner }: PageTable, id: string): PaperPage[] {
  return sql<PageRow>(
    db,
    `SELECT scan_id, page, turn, edit FROM ${table} WHERE ${owner} = ? ORDER BY position`,
  )
    .all(id)
    .map(toPage);
}

export type NewPages = {
  id: string;
  before: readonly PaperPage[];
  after: readonly PaperPage[];
  /** ISO; when pages that are not among those after were taken out. */
  time: string;
};

const samePage = (one: PaperPage, other: PaperPage): boolean =>
  one.scan === other.scan && one.page === other.page;

/** The whole ordered list; remembers where the pages were that leave it. Throws `not-found` for a page that no scan has. */
export function writePages(db: Db, { table, owner }: PageTable, { id, before, after, time }: NewPages): void {
  sql(db, `DELETE FROM ${table} WHERE ${owner} = ?`).run(id);
  const known = sql(db, 'SELECT 1 FROM scan_page WHERE scan_id = ? AND page = ?');
  const add = sql(
    db,
    `INSERT INTO ${table} (${owner}, position, scan_id, page, turn, edit) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  after.forEach((page, at) => {
    if (!known.get(page.scan, page.page)) throw new Problem('not-found', { what: 'scan', id: page.scan });
    add.run(id, at, page.scan, page.page, page.turn, editText(page));
  });
  const leave = sql(
    db,
    'INSERT INTO page_left (scan_id, page, place_id, position, turn, edit, left_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  before.forEach((page, at) => {
    if (after.some((other) => samePage(other, page))) return;
    leave.run(page.scan, page.page, id, at, page.turn, editText(page), time);
  });
}

/** Of a page without changes ''. */
export const editText = (page: PaperPage): string => formatEdit(settleEdit(page.edit) ?? noEdit);

/** How a page of a scan is shown where it is used now, each way once: papers of visits first, then of people, then the inbox. */
export function listShownAs(db: Db, scan: string, page: number): PaperPage[] {
  return sql<PageRow>(
    db,
    `SELECT @scan AS scan_id, @page AS page, turn, edit FROM (
       SELECT turn, edit, 0 AS place, paper.row AS serial, position
         FROM paper_page JOIN paper ON paper.id = paper_id JOIN visit ON visit.id = visit_id
         WHERE scan_id = @scan AND page = @page AND visit.removed_at IS NULL
       UNION ALL SELECT turn, edit, 1, standing_paper.row, position
         FROM standing_page JOIN standing_paper ON standing_paper.id = standing_paper_id
         WHERE scan_id = @scan AND page = @page AND removed_at IS NULL
       UNION ALL SELECT turn, edit, 2, inbox_item.row, position
         FROM inbox_page JOIN inbox_item ON inbox_item.id = item_id
         WHERE inbox_page.scan_id = @scan AND page = @page AND removed_at IS NULL)
     GROUP BY turn, edit ORDER BY min(place), min(serial), min(position)`,
  )
    .all({ scan, page })
    .map(toPage);
}

/**
 * SQL that is true where a page stands anywhere, of two expressions for its scan and its number: in a paper of a kept visit, in a
 * standing paper, or in the inbox, where a scan waits with all its pages until somebody tidies it.
 */
export const inUse = (scan: string, page: string): string => `(
  EXISTS (SELECT 1 FROM inbox_item WHERE inbox_item.scan_id = ${scan} AND removed_at IS NULL
    AND (NOT EXISTS (SELECT 1 FROM inbox_page WHERE item_id = inbox_item.id)
      OR EXISTS (SELECT 1 FROM inbox_page WHERE item_id = inbox_item.id AND inbox_page.page = ${page})))
  OR EXISTS (SELECT 1 FROM paper_page JOIN paper ON paper.id = paper_id JOIN visit ON visit.id = visit_id
    WHERE paper_page.scan_id = ${scan} AND paper_page.page = ${page} AND visit.removed_at IS NULL)
  OR EXISTS (SELECT 1 FROM standing_page JOIN standing_paper ON standing_paper.id = standing_paper_id
    WHERE standing_page.scan_id = ${scan} AND standing_page.page = ${page} AND removed_at IS NULL))`;

export const isPageInUse = (db: Db, scan: string, page: number): boolean =>
  sql(db, `SELECT 1 WHERE ${inUse('@scan', '@page')}`).get({ scan, page }) !== undefined;
