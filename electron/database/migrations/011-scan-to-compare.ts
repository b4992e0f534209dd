// Files that are in, and are still to be held against earlier ones: the question outlives the window that would have asked it.

import type { Db } from '../statement.ts';

/** Nothing that was in before is asked about. */
export function scanToCompare(db: Db): void {
  db.exec(`
CREATE TABLE scan_to_compare (
  scan_id TEXT PRIMARY KEY REFERENCES scan (id),
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
}
