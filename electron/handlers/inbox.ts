// Calls about the inbox: scans that wait to be sorted.

import * as table from '../database/inbox-item.ts';
import { inTransaction } from '../database/statement.ts';
import { attachFile } from './attachment.ts';
import type { Handler } from './context.ts';
import { appendPages } from './paper.ts';

export const listInbox: Handler<'inbox.list'> = ({ vault }) => table.listInboxItems(vault.db);

/** All pages of the items, in the order given, go behind the paper's pages; files without pages stand beside it. */
export const assignInbox: Handler<'inbox.assign'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const ids = [...new Set(input.ids)];
    const { visitId, kind } = input;
    const time = now().toISOString();
    const scans = ids.map((id) => table.getInboxItem(db, id).scan);
    const pages = scans.flatMap(allPages);
    const changed = pages.length > 0 ? appendPages(db, { visitId, kind, title: '' }, pages) : null;
    const attached = scans
      .filter((scan) => scan.pages.length === 0)
      .flatMap((scan) => attachFile(db, { visitId, kind, scan: scan.id, time }));
    for (const id of ids) table.markInboxItemRemoved(db, id, time);
    const undo = [...(changed?.undo ?? []), ...attached, { call: 'inbox.restore', input: { ids } }];
    return { paper: changed?.paper ?? null, undo };
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
