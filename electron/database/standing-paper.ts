// Papers of a person that many bundles need: all SQL of the tables `standing_paper` and `standing_page`.

import type { StandingPaper, StandingPaperFields } from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { listPages, type PageTable, writePages } from './page-list.ts';
import { changeOne, type Db, sql } from './statement.ts';

const pageTable: PageTable = { table: 'standing_page', owner: 'standing_paper_id' };

type PaperRow = {
  id: string;
  person_id: string;
  kind: string;
  title: string;
  expires: string;
  removed_at: string | null;
};

const toStandingPaper = (db: Db, row: PaperRow): StandingPaper => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind as StandingPaper['kind'],
  title: row.title,
  expires: row.expires,
  pages: listPages(db, pageTable, row.id),
});

/** In the order they were added. */
export function listStandingPapers(db: Db, personId: string | undefined): StandingPaper[] {
  return sql<PaperRow>(
    db,
    `SELECT * FROM standing_paper WHERE removed_at IS NULL AND (@personId IS NULL OR person_id = @personId)
     ORDER BY row`,
  )
    .all({ personId: personId ?? null })
    .map((row) => toStandingPaper(db, row));
}

/** Throws `not-found`; a removed one counts as found only with `removed`. */
export function getStandingPaper(db: Db, id: string, removed = false): StandingPaper {
  const row = sql<PaperRow>(db, 'SELECT * FROM standing_paper WHERE id = ?').get(id);
  if (!row || (row.removed_at !== null && !removed))
    throw new Problem('not-found', { what: 'standing-paper', id });
  return toStandingPaper(db, row);
}

export function insertStandingPaper(db: Db, fields: StandingPaperFields, now: string): StandingPaper {
  const id = newId('standing');
  sql(
    db,
    `INSERT INTO standing_paper (id, person_id, kind, title, expires, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, fields.personId, fields.kind, fields.title, fields.expires, now, now);
  writePages(db, pageTable, { id, before: [], after: fields.pages, time: now });
  return getStandingPaper(db, id);
}

export function updateStandingPaper(
  db: Db,
  id: string,
  fields: StandingPaperFields,
  now: string,
): StandingPaper {
  changeOne(
    db,
    'UPDATE standing_paper SET person_id = ?, kind = ?, title = ?, expires = ?, updated_at = ? WHERE id = ?',
    fields.personId,
    fields.kind,
    fields.title,
    fields.expires,
    now,
    id,
  );
  writePages(db, pageTable, { id, before: listPages(db, pageTable, id), after: fields.pages, time: now });
  return getStandingPaper(db, id);
}

/** `removedAt` null brings it back. */
export function markStandingPaperRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE standing_paper SET removed_at = ? WHERE id = ?', removedAt, id);
}
