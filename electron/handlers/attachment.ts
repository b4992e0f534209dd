// Calls about files of a visit that have no pages to print.

import {
  getAttachment,
  insertAttachment,
  listAttachments,
  markAttachmentRemoved,
  type NewAttachment,
  placeAttachment,
} from '../database/attachment.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import type { Handler } from './context.ts';

/** What was added and how to take it back; nothing when the visit has the file under this kind already. */
export function attachFile(db: Db, wish: NewAttachment) {
  getVisit(db, wish.visitId);
  const made = insertAttachment(db, wish);
  return made ? [{ call: 'attachment.remove', input: { id: made.id } }] : [];
}

export const moveAttachment: Handler<'attachment.move'> = ({ vault: { db }, now }, { id, visitId, kind }) =>
  inTransaction(db, () => {
    const before = getAttachment(db, id);
    getVisit(db, visitId);
    if (before.visitId === visitId && before.kind === kind) return { attachment: before, undo: [] };
    const there = listAttachments(db, visitId).find(
      (one) => one.kind === kind && one.scan.id === before.scan.id,
    );
    if (there) {
      markAttachmentRemoved(db, id, now().toISOString());
      return { attachment: there, undo: [{ call: 'attachment.restore', input: { id } }] };
    }
    const attachment = placeAttachment(db, id, { visitId, kind });
    const old = { id, visitId: before.visitId, kind: before.kind };
    return { attachment, undo: [{ call: 'attachment.move', input: old }] };
  });

export const removeAttachment: Handler<'attachment.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    getAttachment(db, id);
    markAttachmentRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'attachment.restore', input: { id } }] };
  });

export const restoreAttachment: Handler<'attachment.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    markAttachmentRemoved(db, id, null);
    return { attachment: getAttachment(db, id) };
  });
