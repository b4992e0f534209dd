// The call that says a page can be read although something was seen on it, and takes that back.

import type { CallOutput } from '../../shared/calls.ts';
import { settleEdit } from '../../shared/page-edit.ts';
import { confirmationOf, type PageFinding } from '../../shared/page-findings.ts';
import { Problem } from '../../shared/problems.ts';
import { editText } from '../database/page-list.ts';
import { saveConfirmation } from '../database/page-look.ts';
import { getScan } from '../database/scan.ts';
import { inTransaction } from '../database/statement.ts';
import type { Context, Handler, ParsedInput } from './context.ts';
import { findingsOf } from './page-look.ts';

/** An undo step waits for nothing: it knows what was said. */
export const confirmPage: Handler<'page.confirm'> = (context, input) =>
  input.confirmed && !input.before
    ? findingsOf(context, input.page).then((seen) => confirm(context, input, seen))
    : confirm(context, input, []);

function confirm(
  { vault: { db }, now }: Context,
  { page: given, ...wish }: ParsedInput<'page.confirm'>,
  seen: readonly PageFinding[],
): CallOutput<'page.confirm'> {
  return inTransaction(db, () => {
    const { edit: wanted, ...bare } = given;
    const edit = settleEdit(wanted);
    const page = { ...bare, ...(edit ? { edit } : {}) };
    const kept = getScan(db, page.scan).pages[page.page];
    if (!kept) throw new Problem('not-found', { what: 'page', id: page.page + 1 });
    const earlier = confirmationOf(kept.confirmed, page);
    const codes = [...new Set(seen.map(({ code }) => code))];
    const said = wish.before ?? { codes, at: now().toISOString() };
    const next = wish.confirmed && said.codes.length > 0 ? said : null;
    if (!earlier && !next) return { confirmation: null, undo: [] };
    saveConfirmation(db, page, next);
    const back = earlier
      ? { page, confirmed: true, before: { codes: earlier.codes, at: earlier.at } }
      : { page, confirmed: false };
    return {
      confirmation: next ? { turn: page.turn, edit: editText(page), ...next } : null,
      undo: [{ call: 'page.confirm', input: back }],
    };
  });
}
