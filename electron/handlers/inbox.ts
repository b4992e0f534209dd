// Calls about the inbox: scans that wait to be sorted.

import * as table from '../database/inbox-item.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';
import { appendPages } from './paper.ts';

export const listInbox: Handler<'inbox.list'> = ({ vault }) => table.listInboxItems(vault.db);

/** All pages of the items, in the order given, go behind the paper's pages; the items leave the inbox. */
export const assignInbox: Handler<'inbox.assign'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const ids = [...new Set(input.ids)];
    const pages = ids.flatMap((id) => allPages(table.getInboxItem(db, id).scan));
    const { paper, undo } = appendPages(db, { visitId: input.visitId, kind: input.kind, title: '' }, pages);
    for (const id of ids) table.markInboxItemRemoved(db, id, now().toISOString());
    return { paper, undo: [...undo, { call: 'inbox.restore', input: { ids } }] };
  });

export const allPages = (scan: { id: string; pages: readonly unknown[] }) =>
  scan.pages.map((_, page) => ({ scan: scan.id, page, turn: 0 as const }));

export const removeInbox: Handler<'inbox.remove'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const ids = [...new Set(input.ids)];
    for (const id of ids) {
      table.getInboxItem(db, id);
      table.markInboxItemRemoved(db, id, now().toISOString());
    }
    return { undo: [{ call: 'inbox.restore', input: { ids } }] };
  });

/** A scan that waits again already, under another item, stays there once. */
export const restoreInbox: Handler<'inbox.restore'> = ({ vault: { db } }, { ids }) =>
  inTransaction(db, () => {
    for (const id of ids) {
      const item = table.getInboxItem(db, id, true);
      if (!table.findInboxItem(db, item.scan.id)) table.markInboxItemRemoved(db, id, null);
    }
    return {};
  });
