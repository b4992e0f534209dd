// Calls about pages that look alike: what a person decided, and putting the earlier page in place of the new one.

import type { UndoStep } from '../../shared/calls.ts';
import { findInboxItem, markInboxItemRemoved } from '../database/inbox-item.ts';
import { findLookAlikeAnswer, saveLookAlikeAnswer } from '../database/page-look.ts';
import { getPaper, listPapersWithPage, replacePages } from '../database/paper.ts';
import { getScan } from '../database/scan.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import type { Handler, ParsedInput } from './context.ts';

type Pair = Pick<ParsedInput<'scan.answer-look-alike'>, 'scan' | 'page' | 'earlier'>;

export const answerLookAlike: Handler<'scan.answer-look-alike'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const { answer, ...pair } = input;
    const time = now().toISOString();
    getScan(db, pair.scan);
    getScan(db, pair.earlier.scan);
    const one = { scan: pair.scan, page: pair.page };
    const before = findLookAlikeAnswer(db, one, pair.earlier);
    saveLookAlikeAnswer(db, { one, other: pair.earlier }, answer, time);
    const moved = answer === 'use-earlier' ? putEarlierInPlace(db, pair, time) : [];
    // Never "use the earlier one" again: taking something back must not move pages.
    const restored = before === 'keep-both' ? before : null;
    return {
      undo: [...moved, { call: 'scan.answer-look-alike', input: { ...pair, answer: restored } }],
    };
  });

/** In every paper the earlier page stands where the new one was, or it was there already and the new one goes. */
function putEarlierInPlace(db: Db, { scan, page, earlier }: Pair, time: string): UndoStep[] {
  const undo: UndoStep[] = [];
  for (const id of listPapersWithPage(db, scan, page)) {
    const { pages } = getPaper(db, id);
    const there = pages.some((one) => one.scan === earlier.scan && one.page === earlier.page);
    const changed = pages.flatMap((one) => {
      if (one.scan !== scan || one.page !== page) return [one];
      return there ? [] : [{ scan: earlier.scan, page: earlier.page, turn: 0 as const }];
    });
    replacePages(db, id, { after: changed, time });
    undo.push({ call: 'paper.set-pages', input: { id, pages } });
  }
  const waiting = getScan(db, scan).pages.length === 1 ? findInboxItem(db, scan) : undefined;
  if (waiting) {
    markInboxItemRemoved(db, waiting.id, time);
    undo.push({ call: 'inbox.restore', input: { ids: [waiting.id] } });
  }
  return undo;
}
