// Calls about the inbox: scans that wait to be sorted.

import { Problem } from '../../shared/problems.ts';
import * as table from '../database/inbox-item.ts';
import { inTransaction } from '../database/statement.ts';
import { attachFile } from './attachment.ts';
import type { Handler } from './context.ts';
import { appendPages, writingOf } from './paper.ts';

export const listInbox: Handler<'inbox.list'> = ({ vault }) => table.listInboxItems(vault.db);

/** All pages of the items, in the order given, go behind the paper's pages; files without pages stand beside it. */
export const assignInbox: Handler<'inbox.assign'> = (context, input) => {
  const writing = writingOf(context);
  const { db, time } = writing;
  return inTransaction(db, () => {
    const ids = [...new Set(input.ids)];
    const { visitId, kind } = input;
    const items = ids.map((id) => table.getInboxItem(db, id));
    const pages = items.flatMap((item) => item.pages);
    const changed = pages.length > 0 ? appendPages(writing, { visitId, kind, title: '' }, pages) : null;
    const attached = items
      .filter((item) => item.pages.length === 0)
      .flatMap(({ scan }) => attachFile(db, { visitId, kind, scan: scan.id, time }));
    for (const id of ids) table.markInboxItemRemoved(db, id, time);
    const undo = [...(changed?.undo ?? []), ...attached, { call: 'inbox.restore', input: { ids } }];
    return { paper: changed?.paper ?? null, undo };
  });
};

/** Only pages of the item's own scan; those left out are among the removed scans. */
export const setItemPages: Handler<'inbox.set-pages'> = (context, { id, pages }) => {
  const { db, time } = writingOf(context);
  return inTransaction(db, () => {
    const before = table.getInboxItem(db, id);
    if (pages.some(({ scan }) => scan !== before.scan.id))
      throw new Problem('input-invalid', { field: 'pages', reason: before.scan.id });
    const item = table.replaceItemPages(db, before, { after: pages, time });
    return { item, undo: [{ call: 'inbox.set-pages', input: { id, pages: before.pages } }] };
  });
};

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
