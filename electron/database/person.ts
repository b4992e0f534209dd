// People: all SQL of the table `person`.

import type { Person, PersonFields } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, sql } from './statement.ts';

type PersonRow = {
  id: string;
  name: string;
  citizen_id: string;
  scheme: string;
  standing: string;
  insured_place_code: string;
  insured_place_name: string;
  living_place_name: string;
  phone: string;
  social_security_card: string;
  payee_name: string;
  bank_name: string;
  bank_account: string;
  note: string;
  archived: number;
  created_at: string;
  updated_at: string;
};

function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    citizenId: row.citizen_id,
    scheme: row.scheme as Person['scheme'],
    standing: row.standing as Person['standing'],
    insuredPlaceCode: row.insured_place_code,
    insuredPlaceName: row.insured_place_name,
    livingPlaceName: row.living_place_name,
    phone: row.phone,
    socialSecurityCard: row.social_security_card,
    payeeName: row.payee_name,
    bankName: row.bank_name,
    bankAccount: row.bank_account,
    note: row.note,
    archived: row.archived === 1,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const values = (fields: PersonFields): string[] => [
  fields.name,
  fields.citizenId,
  fields.scheme,
  fields.standing,
  fields.insuredPlaceCode,
  fields.insuredPlaceName,
  fields.livingPlaceName,
  fields.phone,
  fields.socialSecurityCard,
  fields.payeeName,
  fields.bankName,
  fields.bankAccount,
  fields.note,
];

/** In the order they were added; `archived` adds those put aside. */
export function listPeople(db: Db, archived: boolean): Person[] {
  return sql<PersonRow>(
    db,
    'SELECT * FROM person WHERE removed_at IS NULL AND archived <= ? ORDER BY archived, row',
  )
    .all(archived ? 1 : 0)
    .map(toPerson);
}

/** Throws `not-found`, also for a removed person. */
/** Throws `not-found`; a removed one counts as found only with `removed`. */
export function getPerson(db: Db, id: string, removed = false): Person {
  const row = sql<PersonRow>(db, 'SELECT * FROM person WHERE id = ? AND (removed_at IS NULL OR ?)').get(
    id,
    Number(removed),
  );
  if (!row) throw new Problem('not-found', { what: 'person', id });
  return toPerson(row);
}

/** Of a removed person too: removed visits are still listed under a name. */
export function readPersonName(db: Db, id: string): string {
  return sql<{ name: string }>(db, 'SELECT name FROM person WHERE id = ?').get(id)?.name ?? '';
}

export function insertPerson(db: Db, fields: PersonFields, now: string): Person {
  const id = newId('person');
  sql(
    db,
    `INSERT INTO person (name, citizen_id, scheme, standing, insured_place_code, insured_place_name,
       living_place_name, phone, social_security_card, payee_name, bank_name, bank_account, note,
       id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values(fields), id, now, now);
  return getPerson(db, id);
}

export function updatePerson(db: Db, id: string, fields: PersonFields, now: string): Person {
  changeOne(
    db,
    `UPDATE person SET name = ?, citizen_id = ?, scheme = ?, standing = ?, insured_place_code = ?,
       insured_place_name = ?, living_place_name = ?, phone = ?, social_security_card = ?, payee_name = ?,
       bank_name = ?, bank_account = ?, note = ?, updated_at = ? WHERE id = ?`,
    ...values(fields),
    now,
    id,
  );
  return getPerson(db, id);
}

export function archivePerson(db: Db, id: string, archived: boolean): void {
  changeOne(db, 'UPDATE person SET archived = ? WHERE id = ?', archived ? 1 : 0, id);
}

/** `removedAt` null brings the person back; throws `not-found` where there never was one. */
export function markPersonRemoved(db: Db, id: string, removedAt: string | null): void {
  const { changes } = sql(db, 'UPDATE person SET removed_at = ? WHERE id = ?').run(removedAt, id);
  if (changes === 0) throw new Problem('not-found', { what: 'person', id });
}

/** Visits, claims and what surrounds them that still need the person. */
export function countDependents(db: Db, id: string): number {
  const row = sql<{ count: number }>(
    db,
    `SELECT (SELECT count(*) FROM visit WHERE person_id = @id AND removed_at IS NULL)
          + (SELECT count(*) FROM claim WHERE person_id = @id AND removed_at IS NULL)
          + (SELECT count(*) FROM filing WHERE person_id = @id AND removed_at IS NULL)
          + (SELECT count(*) FROM approval WHERE person_id = @id AND removed_at IS NULL)
          + (SELECT count(*) FROM standing_paper WHERE person_id = @id AND removed_at IS NULL) AS count`,
  ).get({ id });
  return row?.count ?? 0;
}
