// Calls about files of a visit that have no pages to print.

import {
  getAttachment,
  insertAttachment,
  markAttachmentRemoved,
  type NewAttachment,
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
