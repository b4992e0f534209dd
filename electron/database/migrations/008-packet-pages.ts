// The order a person gave the pages of a claim, and the pages they left out of its packet, each with the reason.

import type { Db } from '../statement.ts';

/** A page is named by the paper it belongs to; one that is no longer in the claim has no effect and comes back with its paper. */
export function packetPages(db: Db): void {
  db.exec(`
CREATE TABLE page_order (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL,
  paper_id TEXT NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_excluded (
  claim_id TEXT NOT NULL REFERENCES claim (id),
  paper_id TEXT NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK (reason <> ''),
  excluded_at TEXT NOT NULL,
  PRIMARY KEY (claim_id, paper_id, scan_id, page)
) STRICT, WITHOUT ROWID;
`);
}
