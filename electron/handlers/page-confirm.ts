// The call that says a page can be read although something was seen on it, and takes that back.

import { settleEdit } from '../../shared/page-edit.ts';
import { confirmationOf } from '../../shared/page-findings.ts';
import { Problem } from '../../shared/problems.ts';
import { editText } from '../database/page-list.ts';
import { listPageFindings, saveConfirmation } from '../database/page-look.ts';
import { getScan } from '../database/scan.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

export const confirmPage: Handler<'page.confirm'> = ({ vault: { db }, now }, { page: given, ...wish }) =>
  inTransaction(db, () => {
    const { edit: wanted, ...bare } = given;
    const edit = settleEdit(wanted);
    const page = { ...bare, ...(edit ? { edit } : {}) };
    const kept = getScan(db, page.scan).pages[page.page];
    if (!kept) throw new Problem('not-found', { what: 'page', id: page.page + 1 });
    const earlier = confirmationOf(kept.confirmed, page);
    const codes = [...new Set(listPageFindings(db, page).map(({ code }) => code))];
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
