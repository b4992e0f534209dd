// Which invoice took the place of one that was exchanged or issued again: its number, '' where nobody said.

import type { Db } from '../statement.ts';

/** Everything that was said of invoices stays as it was. */
export function invoiceReplaced(db: Db): void {
  db.exec(`ALTER TABLE invoice_facts ADD COLUMN replaced_by TEXT NOT NULL DEFAULT '';`);
}
