// Approvals of chronic diseases: all SQL of the table `approval`.

import type { Approval, ApprovalFields } from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, sql } from './statement.ts';

type ApprovalRow = {
  id: string;
  person_id: string;
  disease_code: string;
  disease_name: string;
  from_date: string;
  to_date: string;
  hospitals: string;
  proof_id: string | null;
  note: string;
  removed_at: string | null;
};

const toApproval = (row: ApprovalRow): Approval => ({
  id: row.id,
  personId: row.person_id,
  diseaseCode: row.disease_code,
  diseaseName: row.disease_name,
  from: row.from_date,
  to: row.to_date,
  hospitals: JSON.parse(row.hospitals),
  proofId: row.proof_id,
  note: row.note,
});

const values = (fields: ApprovalFields): (string | null)[] => [
  fields.personId,
  fields.diseaseCode,
  fields.diseaseName,
  fields.from,
  fields.to,
  JSON.stringify(fields.hospitals),
  fields.proofId,
  fields.note,
];

/** Latest beginning first. */
export function listApprovals(db: Db, personId: string | undefined): Approval[] {
  return sql<ApprovalRow>(
    db,
    `SELECT * FROM approval WHERE removed_at IS NULL AND (@personId IS NULL OR person_id = @personId)
     ORDER BY from_date DESC, row DESC`,
  )
    .all({ personId: personId ?? null })
    .map(toApproval);
}

/** Throws `not-found`; a removed one counts as found only with `removed`. */
export function getApproval(db: Db, id: string, removed = false): Approval {
  const row = sql<ApprovalRow>(db, 'SELECT * FROM approval WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'approval', id });
  return toApproval(row);
}

export function insertApproval(db: Db, fields: ApprovalFields, now: string): Approval {
  const id = newId('approval');
  sql(
    db,
    `INSERT INTO approval (person_id, disease_code, disease_name, from_date, to_date, hospitals, proof_id, note, id,
       created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values(fields), id, now, now);
  return getApproval(db, id);
}

export function updateApproval(db: Db, id: string, fields: ApprovalFields, now: string): Approval {
  changeOne(
    db,
    `UPDATE approval SET person_id = ?, disease_code = ?, disease_name = ?, from_date = ?, to_date = ?, hospitals = ?,
       proof_id = ?, note = ?, updated_at = ? WHERE id = ?`,
    ...values(fields),
    now,
    id,
  );
  return getApproval(db, id);
}

/** `removedAt` null brings it back. */
export function markApprovalRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE approval SET removed_at = ? WHERE id = ?', removedAt, id);
}
