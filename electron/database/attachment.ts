// Files of a visit that have no pages (OFD and XML e-invoices): all SQL of the table `attachment`.

import type { Attachment, PaperKind } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { getScan } from './scan.ts';
import { changeOne, type Db, sql } from './statement.ts';

type Row = { id: string; visit_id: string; kind: string; scan_id: string };

const toAttachment = (db: Db, row: Row): Attachment => ({
  id: row.id,
  visitId: row.visit_id,
  kind: row.kind as PaperKind,
  scan: getScan(db, row.scan_id),
});

/** In the order they came. */
export function listAttachments(db: Db, visitId: string): Attachment[] {
  return sql<Row>(db, 'SELECT * FROM attachment WHERE visit_id = ? AND removed_at IS NULL ORDER BY row')
    .all(visitId)
    .map((row) => toAttachment(db, row));
}

/** Throws `not-found`; a removed one counts as found. */
export function getAttachment(db: Db, id: string): Attachment {
  const row = sql<Row>(db, 'SELECT * FROM attachment WHERE id = ?').get(id);
  if (!row) throw new Problem('not-found', { what: 'attachment', id });
  return toAttachment(db, row);
}

export type NewAttachment = { visitId: string; kind: PaperKind; scan: string; time: string };

/** Undefined when the visit has the file under this kind already. */
export function insertAttachment(
  db: Db,
  { visitId, kind, scan, time }: NewAttachment,
): Attachment | undefined {
  const known = sql(
    db,
    'SELECT 1 FROM attachment WHERE visit_id = ? AND kind = ? AND scan_id = ? AND removed_at IS NULL',
  ).get(visitId, kind, scan);
  if (known) return undefined;
  const id = newId('attachment');
  sql(db, 'INSERT INTO attachment (id, visit_id, kind, scan_id, added_at) VALUES (?, ?, ?, ?, ?)').run(
    id,
    visitId,
    kind,
    scan,
    time,
  );
  return getAttachment(db, id);
}

/** `time` null puts it back. */
export function markAttachmentRemoved(db: Db, id: string, time: string | null): void {
  changeOne(db, 'UPDATE attachment SET removed_at = ? WHERE id = ?', time, id);
}

/** The visit and kind of paper it stands beside from now on. */
export function placeAttachment(
  db: Db,
  id: string,
  { visitId, kind }: Pick<NewAttachment, 'visitId' | 'kind'>,
): Attachment {
  changeOne(db, 'UPDATE attachment SET visit_id = ?, kind = ? WHERE id = ?', visitId, kind, id);
  return getAttachment(db, id);
}
