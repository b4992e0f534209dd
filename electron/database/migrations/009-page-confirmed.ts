// What a person said about a page they looked at: it can be read, whatever was seen on it.

import type { Db } from '../statement.ts';

/** Only about the page as it was shown then: with another turn or edit it is another row, a new photograph another scan. */
export function pageConfirmed(db: Db): void {
  db.exec(`
CREATE TABLE page_confirmed (
  scan_id TEXT NOT NULL,
  page INTEGER NOT NULL,
  turn INTEGER NOT NULL CHECK (turn IN (0, 90, 180, 270)),
  edit TEXT NOT NULL,
  codes TEXT NOT NULL CHECK (json_valid(codes)),
  confirmed_at TEXT NOT NULL,
  PRIMARY KEY (scan_id, page, turn, edit),
  FOREIGN KEY (scan_id, page) REFERENCES scan_page (scan_id, page)
) STRICT, WITHOUT ROWID;
`);
}
