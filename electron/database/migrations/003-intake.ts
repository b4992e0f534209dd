// What intake knows beyond the bytes: findings and fingerprints of pages, answers about look-alikes, readable copies, ways in.

import type { Db } from '../statement.ts';

export function intake(db: Db): void {
  db.exec(`
CREATE TABLE page_look (
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  findings TEXT NOT NULL CHECK (json_valid(findings)),
  fingerprint BLOB,
  PRIMARY KEY (scan_id, page),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT;

CREATE TABLE look_alike_answer (
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  other_scan_id TEXT NOT NULL,
  other_page INTEGER NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('keep-both', 'use-earlier')),
  answered_at TEXT NOT NULL,
  PRIMARY KEY (scan_id, page, other_scan_id, other_page),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page),
  FOREIGN KEY (other_scan_id, other_page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_readable_copy (
  scan_id TEXT PRIMARY KEY REFERENCES scan (id),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE scan_source (
  row INTEGER PRIMARY KEY,
  scan_id TEXT NOT NULL REFERENCES scan (id),
  way TEXT NOT NULL,
  name TEXT NOT NULL,
  came_at TEXT NOT NULL
) STRICT;
CREATE INDEX scan_source_of_scan ON scan_source (scan_id);

CREATE TABLE attachment (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  visit_id TEXT NOT NULL REFERENCES visit (id),
  kind TEXT NOT NULL,
  scan_id TEXT NOT NULL REFERENCES scan (id),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX attachment_of_visit ON attachment (visit_id);
CREATE INDEX attachment_of_scan ON attachment (scan_id);
`);
}
