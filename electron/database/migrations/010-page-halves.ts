// The halves of a page that was cut in two stand in a packet each by itself: in its order, and among the pages left out.

import type { Db } from '../statement.ts';

/** What was said of a whole page (`half` '') is about both of it. */
export function pageHalves(db: Db): void {
  const half = `half TEXT NOT NULL DEFAULT '' CHECK (half IN ('', 'left', 'right', 'top', 'bottom'))`;
  db.exec(`
ALTER TABLE page_order ADD COLUMN ${half};

CREATE TABLE page_excluded_anew (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  paper_id TEXT NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  excluded_at TEXT NOT NULL,
  ${half},
  PRIMARY KEY (claim_id, paper_id, scan_id, page, half)
) STRICT, WITHOUT ROWID;
INSERT INTO page_excluded_anew (claim_id, paper_id, scan_id, page, reason, excluded_at)
  SELECT claim_id, paper_id, scan_id, page, reason, excluded_at FROM page_excluded;
DROP TABLE page_excluded;
ALTER TABLE page_excluded_anew RENAME TO page_excluded;
`);
}
