// What a person changed about a page: a short text beside it, '' where nothing was changed.

import type { Db } from '../statement.ts';

/** Every page that there is stays as it was. */
export function pageEdit(db: Db): void {
  db.exec(`
ALTER TABLE paper_page ADD COLUMN edit TEXT NOT NULL DEFAULT '';
ALTER TABLE standing_page ADD COLUMN edit TEXT NOT NULL DEFAULT '';
`);
}
