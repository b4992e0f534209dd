// The shipped requirement packs as a person last saw them, so that a newer program can show what changed in them.

import type { Db } from '../statement.ts';

/** Begins empty: what was shipped before is not known. */
export function rulePackSeen(db: Db): void {
  db.exec(`
CREATE TABLE rule_pack_seen (
  place TEXT PRIMARY KEY,
  version TEXT NOT NULL,
  pack TEXT NOT NULL CHECK (json_valid(pack)),
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`);
}
