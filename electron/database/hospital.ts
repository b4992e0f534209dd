// Hospitals as this vault knows them: all SQL of the table `hospital`, and the names seen on visits.

import type { Hospital, HospitalFields } from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, sql } from './statement.ts';

type HospitalRow = {
  id: string;
  name: string;
  aliases: string;
  grade: string;
  code: string;
  city_code: string;
  city_name: string;
  designated: number | null;
  removed_at: string | null;
};

const toHospital = (row: HospitalRow): Hospital => ({
  id: row.id,
  name: row.name,
  aliases: JSON.parse(row.aliases),
  grade: row.grade as Hospital['grade'],
  code: row.code,
  cityCode: row.city_code,
  cityName: row.city_name,
  designated: row.designated === null ? null : row.designated === 1,
});

const values = (fields: HospitalFields): (string | number | null)[] => [
  fields.name,
  JSON.stringify(fields.aliases),
  fields.grade,
  fields.code,
  fields.cityCode,
  fields.cityName,
  fields.designated === null ? null : Number(fields.designated),
];

/** In the order they were added. */
export function listHospitals(db: Db): Hospital[] {
  return sql<HospitalRow>(db, 'SELECT * FROM hospital WHERE removed_at IS NULL ORDER BY row')
    .all()
    .map(toHospital);
}

/** Throws `not-found`; a removed one counts as found only with `removed`. */
export function getHospital(db: Db, id: string, removed = false): Hospital {
  const row = sql<HospitalRow>(db, 'SELECT * FROM hospital WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'hospital', id });
  return toHospital(row);
}

export function insertHospital(db: Db, fields: HospitalFields, now: string): Hospital {
  const id = newId('hospital');
  sql(
    db,
    `INSERT INTO hospital (name, aliases, grade, code, city_code, city_name, designated, id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values(fields), id, now, now);
  return getHospital(db, id);
}

export function updateHospital(db: Db, id: string, fields: HospitalFields, now: string): Hospital {
  changeOne(
    db,
    `UPDATE hospital SET name = ?, aliases = ?, grade = ?, code = ?, city_code = ?, city_name = ?, designated = ?,
       updated_at = ? WHERE id = ?`,
    ...values(fields),
    now,
    id,
  );
  return getHospital(db, id);
}

/** `removedAt` null brings it back. */
export function markHospitalRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE hospital SET removed_at = ? WHERE id = ?', removedAt, id);
}

/** Names on visits that are not removed, with how many visits each has. */
export function listVisitedHospitals(db: Db): { name: string; visits: number }[] {
  return sql<{ name: string; visits: number }>(
    db,
    `SELECT hospital AS name, count(*) AS visits FROM visit WHERE removed_at IS NULL AND hospital <> ''
     GROUP BY hospital ORDER BY visits DESC, hospital`,
  ).all();
}
