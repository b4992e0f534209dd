// Visits: all SQL of the table `visit`.

import type { Visit, VisitFields } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, manyIds, sql } from './statement.ts';

type VisitRow = {
  id: string;
  person_id: string;
  kind: string;
  hospital: string;
  department: string;
  date: string;
  end_date: string;
  diagnosis: string;
  disease_code: string;
  disease_name: string;
  note: string;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};

function toVisit(row: VisitRow): Visit {
  return {
    id: row.id,
    personId: row.person_id,
    kind: row.kind as Visit['kind'],
    hospital: row.hospital,
    department: row.department,
    date: row.date,
    endDate: row.end_date,
    diagnosis: row.diagnosis,
    diseaseCode: row.disease_code,
    diseaseName: row.disease_name,
    note: row.note,
    removed: row.removed_at !== null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const values = (fields: VisitFields): string[] => [
  fields.personId,
  fields.kind,
  fields.hospital,
  fields.department,
  fields.date,
  fields.endDate,
  fields.diagnosis,
  fields.diseaseCode,
  fields.diseaseName,
  fields.note,
];

export type VisitFilter = { personId?: string; claimId?: string; unclaimed: boolean; removed: boolean };

/** Latest first; those of one claim in the order of their packet, earliest first. */
export function listVisits(db: Db, filter: VisitFilter): Visit[] {
  const order = filter.claimId ? 'date, row' : 'date DESC, row DESC';
  const rows = sql<VisitRow>(
    db,
    `SELECT * FROM visit
     WHERE (removed_at IS NOT NULL) = @removed
       AND (@personId IS NULL OR person_id = @personId)
       AND (@claimId IS NULL OR id IN (SELECT visit_id FROM claim_visit WHERE claim_id = @claimId))
       AND (@unclaimed = 0 OR id NOT IN (SELECT visit_id FROM claim_visit JOIN claim ON claim.id = claim_id
                                 WHERE claim.removed_at IS NULL))
     ORDER BY ${order}`,
  ).all({
    removed: filter.removed ? 1 : 0,
    personId: filter.personId ?? null,
    claimId: filter.claimId ?? null,
    unclaimed: filter.unclaimed ? 1 : 0,
  });
  return rows.map(toVisit);
}

/** Throws `not-found`; a removed visit counts as found only with `removed`. */
export function getVisit(db: Db, id: string, removed = false): Visit {
  const row = sql<VisitRow>(db, 'SELECT * FROM visit WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'visit', id });
  return toVisit(row);
}

/** In the order asked for. Throws `not-found` when one of them is not there or was removed. */
export function getVisits(db: Db, ids: readonly string[]): Visit[] {
  const rows = sql<VisitRow>(
    db,
    `SELECT visit.* FROM json_each(?) AS wanted JOIN visit ON visit.id = wanted.value
     WHERE removed_at IS NULL ORDER BY wanted.key`,
  ).all(manyIds(ids));
  if (rows.length !== ids.length) for (const id of ids) getVisit(db, id);
  return rows.map(toVisit);
}

export function insertVisit(db: Db, fields: VisitFields, now: string): Visit {
  const id = newId('visit');
  sql(
    db,
    `INSERT INTO visit (person_id, kind, hospital, department, date, end_date, diagnosis, disease_code,
       disease_name, note, id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values(fields), id, now, now);
  return getVisit(db, id);
}

export function updateVisit(db: Db, id: string, fields: VisitFields, now: string): Visit {
  changeOne(
    db,
    `UPDATE visit SET person_id = ?, kind = ?, hospital = ?, department = ?, date = ?, end_date = ?,
       diagnosis = ?, disease_code = ?, disease_name = ?, note = ?, updated_at = ? WHERE id = ?`,
    ...values(fields),
    now,
    id,
  );
  return getVisit(db, id);
}

/** `removedAt` null brings the visit back. */
export function markVisitRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE visit SET removed_at = ? WHERE id = ?', removedAt, id);
}
