// Rules a person wrote over the shipped ones: all SQL of the table `rule_override`.

import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, sql } from './statement.ts';

/** `rule` null switches the rule off; `shipped` is the shipped rule at that time, null when there was none. */
export type OverrideFields = {
  place: string;
  chapter: string;
  ruleId: string;
  rule: Record<string, unknown> | null;
  shipped: unknown;
  note: string;
  on: string;
};
export type KeptOverride = OverrideFields & { id: string };

type Row = {
  id: string;
  place: string;
  chapter: string;
  rule_id: string;
  rule: string | null;
  shipped: string | null;
  note: string;
  told_on: string;
  removed_at: string | null;
};

const toOverride = (row: Row): KeptOverride => ({
  id: row.id,
  place: row.place,
  chapter: row.chapter,
  ruleId: row.rule_id,
  rule: row.rule === null ? null : JSON.parse(row.rule),
  shipped: row.shipped === null ? null : JSON.parse(row.shipped),
  note: row.note,
  on: row.told_on,
});

/** Of one place, or of all; in the order they were written. */
export function listOverrides(db: Db, place?: string): KeptOverride[] {
  return sql<Row>(
    db,
    'SELECT * FROM rule_override WHERE removed_at IS NULL AND (@place IS NULL OR place = @place) ORDER BY row',
  )
    .all({ place: place ?? null })
    .map(toOverride);
}

/** Throws `not-found`; a removed one counts as found only with `removed`. */
export function getOverride(db: Db, id: string, removed = false): KeptOverride {
  const row = sql<Row>(db, 'SELECT * FROM rule_override WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'rule', id });
  return toOverride(row);
}

export function insertOverride(db: Db, fields: OverrideFields, now: string): KeptOverride {
  const id = newId('rule');
  sql(
    db,
    `INSERT INTO rule_override (id, place, chapter, rule_id, rule, shipped, note, told_on, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    fields.place,
    fields.chapter,
    fields.ruleId,
    asJson(fields.rule),
    asJson(fields.shipped),
    fields.note,
    fields.on,
    now,
    now,
  );
  return getOverride(db, id);
}

const asJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/** `removedAt` null brings it back. */
export function markOverrideRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE rule_override SET removed_at = ? WHERE id = ?', removedAt, id);
}
