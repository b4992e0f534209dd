// Claims and the visits in them: all SQL of the tables `claim` and `claim_visit`.

import type { Claim } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, manyIds, sql } from './statement.ts';

type ClaimRow = {
  id: string;
  number: string;
  person_id: string;
  title: string;
  status: string;
  packet_order: string;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};

function toClaim(db: Db, row: ClaimRow): Claim {
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    title: row.title,
    status: row.status as Claim['status'],
    order: row.packet_order as Claim['order'],
    visitIds: listVisitIds(db, row.id),
    removed: row.removed_at !== null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

/** Earliest visit first, as the packet has them. */
function listVisitIds(db: Db, claimId: string): string[] {
  return sql<{ id: string }>(
    db,
    `SELECT visit.id FROM claim_visit JOIN visit ON visit.id = visit_id
     WHERE claim_id = ? ORDER BY visit.date, visit.row`,
  )
    .all(claimId)
    .map((row) => row.id);
}

/** Latest first. */
export function listClaims(db: Db, personId: string | undefined): Claim[] {
  return sql<ClaimRow>(
    db,
    'SELECT * FROM claim WHERE removed_at IS NULL AND (@personId IS NULL OR person_id = @personId) ORDER BY row DESC',
  )
    .all({ personId: personId ?? null })
    .map((row) => toClaim(db, row));
}

/** Throws `not-found`; a removed claim counts as found only with `removed`. */
export function getClaim(db: Db, id: string, removed = false): Claim {
  const row = sql<ClaimRow>(db, 'SELECT * FROM claim WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed)) throw new Problem('not-found', { what: 'claim', id });
  return toClaim(db, row);
}

type ClaimName = { id: string; number: string };

/** The claim that a visit is in now; removed claims hold nothing. */
export const findClaimOfVisit = (db: Db, visitId: string): ClaimName | undefined =>
  findClaimsOf(db, [visitId]).get(visitId);

/** The same for many visits, by visit; one that is in none is left out. */
export function findClaimsOf(db: Db, visitIds: readonly string[]): Map<string, ClaimName> {
  const rows = sql<ClaimName & { visitId: string }>(
    db,
    `SELECT visit_id AS visitId, claim.id, claim.number
     FROM json_each(?) AS wanted JOIN claim_visit ON visit_id = wanted.value JOIN claim ON claim.id = claim_id
     WHERE claim.removed_at IS NULL`,
  ).all(manyIds(visitIds));
  return new Map(rows.map(({ visitId, ...claim }) => [visitId, claim]));
}

/** `year-name-serial`; counts removed claims too, so that a printed number never comes back on another packet. */
export function nextClaimNumber(db: Db, year: string, name: string): string {
  const start = `${year}-${name}-`;
  const used = sql<{ number: string }>(
    db,
    'SELECT number FROM claim WHERE substr(number, 1, length(@start)) = @start',
  ).all({ start });
  const serials = used.map((row) => row.number.slice(start.length)).filter((text) => /^\d+$/.test(text));
  return start + String(Math.max(0, ...serials.map(Number)) + 1).padStart(2, '0');
}

export type NewClaim = Pick<Claim, 'number' | 'personId' | 'title' | 'order' | 'visitIds'>;

export function insertClaim(db: Db, claim: NewClaim, now: string): Claim {
  const id = newId('claim');
  sql(
    db,
    `INSERT INTO claim (id, number, person_id, title, status, packet_order, created_at, updated_at)
     VALUES (?, ?, ?, ?, 'draft', ?, ?, ?)`,
  ).run(id, claim.number, claim.personId, claim.title, claim.order, now, now);
  replaceVisits(db, id, claim.visitIds);
  return getClaim(db, id);
}

export type ClaimFields = Pick<Claim, 'title' | 'status' | 'order' | 'visitIds'>;

export function updateClaim(db: Db, id: string, fields: ClaimFields, now: string): Claim {
  changeOne(
    db,
    'UPDATE claim SET title = ?, status = ?, packet_order = ?, updated_at = ? WHERE id = ?',
    fields.title,
    fields.status,
    fields.order,
    now,
    id,
  );
  replaceVisits(db, id, fields.visitIds);
  return getClaim(db, id);
}

/** `removedAt` null brings the claim back. */
export function markClaimRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE claim SET removed_at = ? WHERE id = ?', removedAt, id);
}

function replaceVisits(db: Db, claimId: string, visitIds: readonly string[]): void {
  sql(db, 'DELETE FROM claim_visit WHERE claim_id = ?').run(claimId);
  const add = sql(db, 'INSERT INTO claim_visit (claim_id, visit_id) VALUES (?, ?)');
  for (const visitId of visitIds) add.run(claimId, visitId);
}
