// Where pages were before they were taken out, and what was changed about pages that still wait in the inbox.

import type { Db } from '../statement.ts';

/** Nothing that there is changes; of pages taken out before this step it is not known from where. */
export function trash(db: Db): void {
  db.exec(`
CREATE TABLE page_left (
  row INTEGER PRIMARY KEY,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  place_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  edit TEXT NOT NULL,
  left_at TEXT NOT NULL,
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT;

CREATE INDEX page_left_of_page ON page_left (scan_id, page);

CREATE TABLE inbox_page (
  item_id TEXT NOT NULL REFERENCES inbox_item (id),
  position INTEGER NOT NULL,
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  edit TEXT NOT NULL,
  PRIMARY KEY (item_id, position),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;
`);
}
