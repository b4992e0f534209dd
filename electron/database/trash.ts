// What is kept but in no place any more: read across the tables of places; nothing is written here.

import type { PaperPage } from '../../shared/domain.ts';
import { inUse, type PageRow, toPage } from './page-list.ts';
import { type Db, sql } from './statement.ts';

/** `page` null for a file without pages. */
export type Unplaced = { scan: string; page: number | null };

/** Pages that no paper of a kept visit, no standing paper and no inbox item has; files without pages that nothing has. */
export function listUnplaced(db: Db): Unplaced[] {
  return sql<Unplaced>(
    db,
    `SELECT scan.id AS scan, scan_page.page AS page
     FROM scan LEFT JOIN scan_page ON scan_page.scan_id = scan.id
     WHERE NOT ${inUse('scan.id', 'scan_page.page')}
       AND NOT EXISTS (
         SELECT 1 FROM attachment JOIN visit ON visit.id = visit_id
         WHERE attachment.scan_id = scan.id AND attachment.removed_at IS NULL AND visit.removed_at IS NULL)
     ORDER BY scan.row, scan_page.page`,
  ).all();
}

/** A place something left, `paper-…`, `standing-…`, `inbox-…` or `attachment-…`, with the page as it was there. */
export type LastPlace = { placeId: string; position: number; removedAt: string; page: PaperPage | null };
type PlaceRow = PageRow & { place_id: string; position: number; left_at: string };

/**
 * One for each way the page stood there: a page that was cut into halves stood twice. Empty where it is not known: taken out
 * by a program older than this list.
 */
export function findLastPlaces(db: Db, { scan, page }: Unplaced): LastPlace[] {
  const rows = (page === null ? ofFile : ofPage)(db).all({ scan, page: page ?? 0 });
  const [last] = rows;
  return rows
    .filter((row) => row.place_id === last?.place_id && row.left_at === last.left_at)
    .filter((row, at, all) => all.findIndex((other) => other.position === row.position) === at)
    .map((row) => ({
      ...{ placeId: row.place_id, position: row.position, removedAt: row.left_at },
      page: page === null ? null : toPage(row),
    }));
}

const ofPage = (db: Db) =>
  sql<PlaceRow>(
    db,
    `SELECT @scan AS scan_id, @page AS page, * FROM (
       SELECT place_id, position, turn, edit, left_at, row AS serial
         FROM page_left WHERE scan_id = @scan AND page = @page
       UNION ALL SELECT paper.id, position, turn, edit, visit.removed_at, 0
         FROM paper_page JOIN paper ON paper.id = paper_id JOIN visit ON visit.id = visit_id
         WHERE scan_id = @scan AND page = @page AND visit.removed_at IS NOT NULL
       UNION ALL SELECT standing_paper.id, position, turn, edit, removed_at, 0
         FROM standing_page JOIN standing_paper ON standing_paper.id = standing_paper_id
         WHERE scan_id = @scan AND page = @page AND removed_at IS NOT NULL
       UNION ALL SELECT inbox_item.id, coalesce(position, @page), coalesce(turn, 0), coalesce(edit, ''), removed_at, 0
         FROM inbox_item LEFT JOIN inbox_page ON item_id = inbox_item.id AND page = @page
         WHERE inbox_item.scan_id = @scan AND removed_at IS NOT NULL)
     ORDER BY left_at DESC, serial DESC`,
  );

const ofFile = (db: Db) =>
  sql<PlaceRow>(
    db,
    `SELECT @scan AS scan_id, @page AS page, 0 AS position, 0 AS turn, '' AS edit, * FROM (
       SELECT attachment.id AS place_id, coalesce(attachment.removed_at, visit.removed_at) AS left_at
         FROM attachment JOIN visit ON visit.id = visit_id WHERE scan_id = @scan
       UNION ALL SELECT id, removed_at FROM inbox_item WHERE scan_id = @scan)
     WHERE left_at IS NOT NULL ORDER BY left_at DESC`,
  );

/** What a place belongs to, removed or not. */
export type PlaceFacts = {
  visitId: string | null;
  ownerRemoved: boolean;
  paperKind: string | null;
  title: string;
  personName: string;
  hospital: string;
  date: string;
};
type FactsRow = Omit<PlaceFacts, 'ownerRemoved'> & { ownerRemoved: number };

/** Undefined for a place of the inbox, which belongs to nothing. */
export function findPlaceFacts(db: Db, placeId: string): PlaceFacts | undefined {
  const row = sql<FactsRow>(
    db,
    `SELECT visit.id AS visitId, visit.removed_at IS NOT NULL AS ownerRemoved, place.kind AS paperKind,
         place.title AS title, person.name AS personName, hospital, date
       FROM (SELECT id, visit_id, kind, title FROM paper UNION ALL SELECT id, visit_id, kind, '' FROM attachment) AS place
       JOIN visit ON visit.id = place.visit_id JOIN person ON person.id = visit.person_id WHERE place.id = @place
     UNION ALL SELECT NULL, standing_paper.removed_at IS NOT NULL, kind, title, person.name, '', ''
       FROM standing_paper JOIN person ON person.id = person_id WHERE standing_paper.id = @place`,
  ).get({ place: placeId });
  return row && { ...row, ownerRemoved: row.ownerRemoved === 1 };
}

/** True for a place whose person was removed: what goes back there would be seen nowhere. */
export const isPersonGone = (db: Db, placeId: string): boolean =>
  sql(
    db,
    `SELECT 1 FROM person WHERE removed_at IS NOT NULL AND id IN (
       SELECT person_id FROM standing_paper WHERE id = @place
       UNION SELECT person_id FROM visit WHERE id IN (
         SELECT visit_id FROM paper WHERE id = @place UNION SELECT visit_id FROM attachment WHERE id = @place))`,
  ).get({ place: placeId }) !== undefined;
