// Scans that are still to be held against earlier ones, or were and nobody has answered yet: all SQL of `scan_to_compare`.

import { inUse } from './page-list.ts';
import { type Db, manyIds, sql } from './statement.ts';

export type ScanToCompare = { scan: string; fileName: string };

/** `time` is an ISO time; one that waits already keeps its place. */
export function rememberToCompare(db: Db, scan: string, time: string): void {
  sql(db, 'INSERT OR IGNORE INTO scan_to_compare (scan_id, since) VALUES (?, ?)').run(scan, time);
}

export const isToCompare = (db: Db, scan: string): boolean =>
  sql(db, 'SELECT 1 FROM scan_to_compare WHERE scan_id = ?').get(scan) !== undefined;

const IN_USE = `EXISTS (SELECT 1 FROM scan_page
  WHERE scan_page.scan_id = scan_to_compare.scan_id AND ${inUse('scan_page.scan_id', 'scan_page.page')})`;

/** Those in use somewhere, in the order they came. */
export function listToCompare(db: Db): ScanToCompare[] {
  return sql<ScanToCompare>(
    db,
    `SELECT scan.id AS scan, file_name AS fileName FROM scan_to_compare JOIN scan ON scan.id = scan_id
     WHERE ${IN_USE} ORDER BY since, scan.row`,
  ).all();
}

/** One that is in no place at the moment is still asked about when it is put back. */
export function forgetToCompare(db: Db, scans: readonly string[]): void {
  sql(db, `DELETE FROM scan_to_compare WHERE scan_id IN (SELECT value FROM json_each(?)) AND ${IN_USE}`).run(
    manyIds(scans),
  );
}
