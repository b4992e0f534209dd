// Pages that go back to the inbox, with their turns and edits: from a paper, or out of the removed scans.

import { isDeepStrictEqual } from 'node:util';
import type { UndoStep } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/inbox-item.ts';
import { getPaper } from '../database/paper.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';
import { changePages, type Writing, writingOf } from './paper.ts';

/** A scan waits once: pages join those of it that wait already, each way of showing one once. `pages` none for a file without. */
export function returnToInbox(
  { db, time }: Writing,
  { scan, pages }: { scan: string; pages: readonly PaperPage[] },
): UndoStep[] {
  const waiting = table.findInboxItem(db, scan);
  if (waiting) {
    const joining = pages.filter((page) => !waiting.pages.some((one) => isDeepStrictEqual(one, page)));
    if (joining.length === 0) return [];
    table.replaceItemPages(db, waiting, { after: [...waiting.pages, ...joining], time });
    return [{ call: 'inbox.set-pages', input: { id: waiting.id, pages: waiting.pages } }];
  }
  const [earlier] = table.listRemovedInboxItems(db, scan);
  if (earlier) table.markInboxItemRemoved(db, earlier.id, null);
  const item = earlier ?? table.insertInboxItem(db, scan, time);
  const away = { call: 'inbox.remove', input: { ids: [item.id] } };
  if (isDeepStrictEqual(item.pages, pages)) return [away];
  table.replaceItemPages(db, item, { after: pages, time });
  // An earlier item that is taken back once more must find the pages it had.
  return [...(earlier ? [{ call: 'inbox.set-pages', input: { id: item.id, pages: item.pages } }] : []), away];
}

export const sendToInbox: Handler<'paper.to-inbox'> = (context, { id, positions }) => {
  const writing = writingOf(context);
  const { db } = writing;
  return inTransaction(db, () => {
    const before = getPaper(db, id);
    const chosen = new Set(positions);
    const moved = before.pages.filter((_, at) => chosen.has(at));
    if (moved.length !== chosen.size)
      throw new Problem('input-invalid', { field: 'positions', reason: positions.join(', ') });
    const left = changePages(
      writing,
      before,
      before.pages.filter((_, at) => !chosen.has(at)),
    );
    const scans = [...new Set(moved.map(({ scan }) => scan))];
    const steps = scans.map((scan) =>
      returnToInbox(writing, { scan, pages: moved.filter((page) => page.scan === scan) }),
    );
    const items = scans.flatMap((scan) => table.findInboxItem(db, scan) ?? []);
    return { from: left.paper, items, undo: [...steps.reverse().flat(), ...left.undo] };
  });
};
