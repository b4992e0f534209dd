// Calls about changes to single pages: stored with the paper's page, the scan stays as it came.

import { settleEdit } from '../../shared/page-edit.ts';
import { Problem } from '../../shared/problems.ts';
import { getPaper } from '../database/paper.ts';
import { inTransaction } from '../database/statement.ts';
import { scanCorners } from '../intake/pictures.ts';
import type { Handler } from './context.ts';
import { changePages, writingOf } from './paper.ts';

export const editPage: Handler<'page.edit'> = (context, { paperId, position, versions }) =>
  inTransaction(context.vault.db, () => {
    const before = getPaper(context.vault.db, paperId);
    const target = before.pages[position];
    if (!target) throw new Problem('not-found', { what: 'page', id: position + 1 });
    const { scan, page } = target;
    const edited = versions.map(({ turn, edit }) => {
      const settled = settleEdit(edit);
      return { scan, page, turn, ...(settled ? { edit: settled } : {}) };
    });
    return changePages(writingOf(context), before, before.pages.toSpliced(position, 1, ...edited));
  });

export const findCorners: Handler<'page.corners'> = async (context, { scan, page }) => {
  const found = await scanCorners(context, scan, page);
  return found ?? { corners: null, confidence: 0 };
};
