// Filings for care away from home: all SQL of the table `filing`.

import type { Filing, FilingFields } from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, sql } from './statement.ts';

type FilingRow = {
  id: string;
  person_id: string;
  category: string;
  from_date: string;
  to_date: string;
  city_code: string;
  city_name: string;
  hospitals: string;
  waiting_days: number | null;
  how: string;
  proof_id: string | null;
  note: string;
  removed_at: string | null;
};

const toFiling = (row: FilingRow): Filing => ({
  id: row.id,
  personId: row.person_id,
  category: row.category as Filing['category'],
  from: row.from_date,
  to: row.to_date,
  cityCode: row.city_code,
  cityName: row.city_name,
  hospitals: JSON.parse(row.hospitals),
  waitingDays: row.waiting_days,
  how: row.how as Filing['how'],
  proofId: row.proof_id,
  note: row.note,
});

const values = (fields: FilingFields): (string | number | null)[] => [
  fields.personId,
  fields.category,
  fields.from,
  fields.to,
  fields.cityCode,
  fields.cityName,
  JSON.stringify(fields.hospitals),
  fields.waitingDays,
  fields.how,
  fields.proofId,
  fields.note,
];

/** Latest beginning first. */
export function listFilings(db: Db, personId: string | undefined): Filing[] {
  return sql<FilingRow>(
    db,
    `SELECT * FROM filing WHERE removed_at IS NULL AND (@personId IS NULL OR person_id = @personId)
     ORDER BY from_date DESC, row DESC`,
  )
    .all({ personId: personId ?? null })
    .map(toFiling);
}

/** Throws `not-found`; a removed one counts as found only with `removed`. */
export function getFiling(db: Db, id: string, removed = false): Filing {
  const row = sql<FilingRow>(db, 'SELECT * FROM filing WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'filing', id });
  return toFiling(row);
}

export function insertFiling(db: Db, fields: FilingFields, now: string): Filing {
  const id = newId('filing');
  sql(
    db,
    `INSERT INTO filing (person_id, category, from_date, to_date, city_code, city_name, hospitals, waiting_days, how,
       proof_id, note, id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values(fields), id, now, now);
  return getFiling(db, id);
}

export function updateFiling(db: Db, id: string, fields: FilingFields, now: string): Filing {
  changeOne(
    db,
    `UPDATE filing SET person_id = ?, category = ?, from_date = ?, to_date = ?, city_code = ?, city_name = ?,
       hospitals = ?, waiting_days = ?, how = ?, proof_id = ?, note = ?, updated_at = ? WHERE id = ?`,
    ...values(fields),
    now,
    id,
  );
  return getFiling(db, id);
}

/** `removedAt` null brings it back. */
export function markFilingRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE filing SET removed_at = ? WHERE id = ?', removedAt, id);
}
