// Calls about papers of a person that many bundles need.

import { isDeepStrictEqual } from 'node:util';
import {
  type StandingPaper,
  type StandingPaperFields,
  standingPaperFields,
} from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import { getInboxItem, markInboxItemRemoved } from '../database/inbox-item.ts';
import { getPerson } from '../database/person.ts';
import * as table from '../database/standing-paper.ts';
import { inTransaction } from '../database/statement.ts';
import type { Handler } from './context.ts';

const LARGEST_PAPER = 200;

export const listStandingPapers: Handler<'standing-paper.list'> = ({ vault: { db } }, { personId }) =>
  table.listStandingPapers(db, personId);

export const saveStandingPaper: Handler<'standing-paper.save'> = ({ vault: { db }, now }, { id, fields }) =>
  inTransaction(db, () => {
    getPerson(db, fields.personId);
    const time = now().toISOString();
    if (id === null) {
      const standingPaper = table.insertStandingPaper(db, fields, time);
      return { standingPaper, undo: [{ call: 'standing-paper.remove', input: { id: standingPaper.id } }] };
    }
    const before = table.getStandingPaper(db, id);
    if (isDeepStrictEqual(standingPaperFields.parse(before), fields))
      return { standingPaper: before, undo: [] };
    return { standingPaper: table.updateStandingPaper(db, id, fields, time), undo: [saveAgain(before)] };
  });

const saveAgain = (before: StandingPaper) => ({
  call: 'standing-paper.save',
  input: { id: before.id, fields: standingPaperFields.parse(before) },
});

export const assignStandingPaper: Handler<'standing-paper.assign'> = (
  { vault: { db }, now },
  { id, inboxIds },
) =>
  inTransaction(db, () => {
    const before = table.getStandingPaper(db, id);
    const items = [...new Set(inboxIds)].map((inboxId) => getInboxItem(db, inboxId));
    const pages = [...before.pages, ...items.flatMap((item) => item.pages)];
    if (pages.length > LARGEST_PAPER)
      throw new Problem('input-invalid', { field: 'pages', reason: `${pages.length} > ${LARGEST_PAPER}` });
    const time = now().toISOString();
    const fields: StandingPaperFields = { ...standingPaperFields.parse(before), pages };
    for (const item of items) markInboxItemRemoved(db, item.id, time);
    return {
      standingPaper: table.updateStandingPaper(db, id, fields, time),
      undo: [saveAgain(before), { call: 'inbox.restore', input: { ids: items.map((item) => item.id) } }],
    };
  });

export const removeStandingPaper: Handler<'standing-paper.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getStandingPaper(db, id);
    table.markStandingPaperRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'standing-paper.restore', input: { id } }] };
  });

export const restoreStandingPaper: Handler<'standing-paper.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    getPerson(db, table.getStandingPaper(db, id, true).personId);
    table.markStandingPaperRemoved(db, id, null);
    return { standingPaper: table.getStandingPaper(db, id) };
  });
