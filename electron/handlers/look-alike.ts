// Calls about pages that look alike: what a person decided, and putting the earlier page in place of the new one.

import type { UndoStep } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { findInboxItem, markInboxItemRemoved, replaceItemPages } from '../database/inbox-item.ts';
import { isPageInUse } from '../database/page-list.ts';
import { findLookAlikeAnswer, type PageName, saveLookAlikeAnswer } from '../database/page-look.ts';
import { getPaper, listPapersWithPage, replacePages } from '../database/paper.ts';
import { getScan } from '../database/scan.ts';
import { forgetToCompare, listToCompare, rememberToCompare } from '../database/scan-to-compare.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { readPageToLookAt } from '../intake/kept-page.ts';
import { findLookAlikes } from '../intake/look-alikes.ts';
import type { Handler, ParsedInput } from './context.ts';
import { undoOfPages } from './paper.ts';

type Pair = Pick<ParsedInput<'scan.answer-look-alike'>, 'scan' | 'page' | 'earlier'>;

export const answerLookAlike: Handler<'scan.answer-look-alike'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const { answer, ...pair } = input;
    const time = now().toISOString();
    const one = { scan: pair.scan, page: pair.page };
    checkPage(db, one);
    checkPage(db, pair.earlier);
    const before = findLookAlikeAnswer(db, one, pair.earlier);
    saveLookAlikeAnswer(db, { one, other: pair.earlier }, answer, time);
    // Taken back it is an open question again.
    if (answer === null) rememberToCompare(db, pair.scan, time);
    const moved = answer === 'use-earlier' ? putEarlierInPlace(db, pair, time) : [];
    // Never "use the earlier one" again: taking something back must not move pages.
    const restored = before === 'keep-both' ? before : null;
    return {
      undo: [...moved, { call: 'scan.answer-look-alike', input: { ...pair, answer: restored } }],
    };
  });

function checkPage(db: Db, { scan, page }: PageName): void {
  if (!getScan(db, scan).pages[page]) throw new Problem('not-found', { what: 'page', id: page + 1 });
}

/**
 * In every paper the earlier page stands where the new one was, turned and tidied as it is where it stands already; where it is
 * in that paper, the new one only goes. The new scan stays in the vault, in the list of removed ones.
 */
function putEarlierInPlace(db: Db, { scan, page, earlier }: Pair, time: string): UndoStep[] {
  const undo: UndoStep[] = [];
  // One that made way for another itself must not come back beside it.
  if (!isPageInUse(db, earlier.scan, earlier.page))
    throw new Problem('not-found', { what: 'page', id: earlier.page + 1 });
  const shown = shownAs(db, earlier);
  const placed = listPapersWithPage(db, scan, page);
  for (const id of placed) {
    const { pages } = getPaper(db, id);
    const there = pages.some((one) => one.scan === earlier.scan && one.page === earlier.page);
    let wanted = !there;
    const changed = pages.flatMap((one) => {
      if (one.scan !== scan || one.page !== page) return [one];
      const instead = wanted ? [shown] : [];
      wanted = false;
      return instead;
    });
    undo.push(undoOfPages(replacePages(db, id, { after: changed, time }), pages));
  }
  undo.push(...leaveInbox(db, { scan, page }, time));
  // What stands in a paper now does not wait to be sorted any more.
  if (placed.length > 0) undo.push(...leaveInbox(db, earlier, time));
  return undo;
}

/** As the first place that uses it shows it. */
function shownAs(db: Db, { scan, page }: PageName): PaperPage {
  const used = listPapersWithPage(db, scan, page).flatMap((id) => getPaper(db, id).pages);
  const waiting = findInboxItem(db, scan)?.pages ?? [];
  return (
    [...used, ...waiting].find((one) => one.scan === scan && one.page === page) ?? { scan, page, turn: 0 }
  );
}

/** Its other pages go on waiting. */
function leaveInbox(db: Db, { scan, page }: PageName, time: string): UndoStep[] {
  const item = findInboxItem(db, scan);
  if (!item?.pages.some((one) => one.page === page)) return [];
  const { id, pages } = item;
  const others = pages.filter((one) => one.page !== page);
  if (others.length === 0) {
    markInboxItemRemoved(db, id, time);
    return [{ call: 'inbox.restore', input: { ids: [id] } }];
  }
  replaceItemPages(db, item, { after: others, time });
  return [{ call: 'inbox.set-pages', input: { id, pages } }];
}

/** Asked anew, also after the message that came with the file is gone; pages a person has answered for are left out. */
export const listLookAlikes: Handler<'scan.look-alikes'> = (context, { id, before }) =>
  findLookAlikes(context, getScan(context.vault.db, id).id, before);

export const listScansToCompare: Handler<'scan.to-compare'> = ({ vault: { db } }) => listToCompare(db);

export const stopComparing: Handler<'scan.stop-comparing'> = ({ vault: { db } }, { scans }) => {
  forgetToCompare(db, scans);
  return {};
};

export const comparePages: Handler<'scan.compare-pages'> = async ({ vault, workshop }, { one, other }) => ({
  laid: await workshop.comparePages(readPageToLookAt(vault, one), readPageToLookAt(vault, other)),
});
