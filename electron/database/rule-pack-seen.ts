// Shipped packs as they were last seen: all SQL of the table `rule_pack_seen`.

import { type Db, sql } from './statement.ts';

/** `pack` is what was shipped, as it was written then; a newer program need not understand it. */
export type SeenPack = { place: string; version: string; pack: unknown };
type Row = { place: string; version: string; pack: string };

/** By place. */
export function listSeenPacks(db: Db): SeenPack[] {
  return sql<Row>(db, 'SELECT place, version, pack FROM rule_pack_seen ORDER BY place')
    .all()
    .map((row) => ({ ...row, pack: JSON.parse(row.pack) }));
}

/** Takes the place of what was seen before. */
export function putSeenPack(db: Db, { place, version, pack }: SeenPack, now: string): void {
  sql(
    db,
    `INSERT INTO rule_pack_seen (place, version, pack, seen_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (place) DO UPDATE SET version = excluded.version, pack = excluded.pack, seen_at = excluded.seen_at`,
  ).run(place, version, JSON.stringify(pack), now);
}
