// How much of each thing the lists show.

import { type Db, sql } from './statement.ts';

export type VaultCounts = { visits: number; inbox: number; claims: number; people: number };

export const countListed = (db: Db): VaultCounts =>
  sql<VaultCounts>(
    db,
    `SELECT (SELECT count(*) FROM visit WHERE removed_at IS NULL) AS visits,
       (SELECT count(*) FROM inbox_item WHERE removed_at IS NULL) AS inbox,
       (SELECT count(*) FROM claim WHERE removed_at IS NULL) AS claims,
       (SELECT count(*) FROM person WHERE removed_at IS NULL AND archived = 0) AS people`,
  ).get() ?? { visits: 0, inbox: 0, claims: 0, people: 0 };
