// Scans that are still to be held against earlier ones, or were and nobody has answered yet: all SQL of `scan_to_compare`.

import { type Db, manyIds, sql } from './statement.ts';

export type ScanToCompare = { scan: string; fileName: string };

/** `time` is an ISO time; one that waits already keeps its place. */
export function rememberToCompare(db: Db, scan: string, time: string): void {
  sql(db, 'INSERT OR IGNORE INTO scan_to_compare (scan_id, since) VALUES (?, ?)').run(scan, time);
}

/** In the order they came. */
export function listToCompare(db: Db): ScanToCompare[] {
  return sql<ScanToCompare>(
    db,
    `SELECT scan.id AS scan, file_name AS fileName FROM scan_to_compare JOIN scan ON scan.id = scan_id
     ORDER BY since, scan.row`,
  ).all();
}

export function forgetToCompare(db: Db, scans: readonly string[]): void {
  sql(db, 'DELETE FROM scan_to_compare WHERE scan_id IN (SELECT value FROM json_each(?))').run(
    manyIds(scans),
  );
}
