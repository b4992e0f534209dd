// Calls about visits, and how a visit looks in a list.

import { isDeepStrictEqual } from 'node:util';
import type { VisitSummary } from '../../shared/calls.ts';
import { calendarDate } from '../../shared/dates.ts';
import { type Visit, type VisitFields, visitFields } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { listAttachments } from '../database/attachment.ts';
import { findClaimOfVisit } from '../database/claim.ts';
import { listInvoices } from '../database/invoice.ts';
import { getPerson, readPersonName } from '../database/person.ts';
import { getScan } from '../database/scan.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import * as table from '../database/visit.ts';
import type { Context, Handler } from './context.ts';
import { refuseTwins } from './invoice.ts';
import { keepAnswer } from './kept-answer.ts';
import { openDemands } from './visit-demands.ts';
import { openShelf, type VisitShelf } from './visit-shelf.ts';

export const listVisits: Handler<'visit.list'> = ({ vault: { db } }, input) => {
  const { personId, claimId, unclaimed, removed } = input;
  const filter = { ...(personId && { personId }), ...(claimId && { claimId }), unclaimed, removed };
  return keepAnswer(db, `visit.list ${JSON.stringify(filter)}`, () =>
    summarizeVisits(db, table.listVisits(db, filter)),
  );
};

const summarizeVisits = (db: Db, visits: readonly Visit[]): VisitSummary[] =>
  visits.map(
    openSummaries(
      db,
      openShelf(
        db,
        visits.map(({ id }) => id),
      ),
    ),
  );

/** What people and places have in common is read once for any number of visits. */
export function openSummaries(db: Db, shelf: VisitShelf): (visit: Visit) => VisitSummary {
  const ask = openDemands(db, shelf);
  const names = new Map<string, string>();
  const nameOf = (personId: string) => {
    const name = names.get(personId) ?? readPersonName(db, personId);
    names.set(personId, name);
    return name;
  };
  return (visit) => {
    const invoices = shelf.invoices(visit.id);
    return {
      ...visit,
      personName: nameOf(visit.personId),
      invoiceCount: invoices.length,
      totalFen: invoices.reduce((sum, { totalFen }) => sum + totalFen, 0),
      papers: shelf.papers(visit.id).map(({ pages, ...paper }) => ({
        ...paper,
        pageCount: pages.length,
        first: pages[0] ?? null,
      })),
      claim: shelf.claim(visit.id) ?? null,
      ...ask(visit),
    };
  };
}

export const getVisit: Handler<'visit.get'> = ({ vault: { db } }, { id }) => {
  const visit = table.getVisit(db, id, true);
  const shelf = openShelf(db, [id]);
  const papers = shelf.papers(id);
  const scanIds = new Set(papers.flatMap((paper) => paper.pages.map((page) => page.scan)));
  return {
    visit,
    personName: readPersonName(db, visit.personId),
    invoices: shelf.invoices(id),
    papers,
    scans: [...scanIds].map((scan) => getScan(db, scan)),
    attachments: listAttachments(db, id),
    ...openDemands(db, shelf)(visit),
    claim: shelf.claim(id) ?? null,
  };
};

export const saveVisit: Handler<'visit.save'> = (context, { id, fields }) => {
  const { db } = context.vault;
  return inTransaction(db, () => {
    checkDates(context, fields);
    getPerson(db, fields.personId);
    const time = context.now().toISOString();
    if (id === null) {
      const visit = table.insertVisit(db, fields, time);
      return { visit, undo: [{ call: 'visit.remove', input: { id: visit.id } }] };
    }
    const before = table.getVisit(db, id);
    const old = visitFields.parse(before);
    if (isDeepStrictEqual(old, fields)) return { visit: before, undo: [] };
    if (old.personId !== fields.personId) refuseClaimed(db, id);
    const visit = table.updateVisit(db, id, fields, time);
    return { visit, undo: [{ call: 'visit.save', input: { id, fields: old } }] };
  });
};

function checkDates(context: Context, { date, endDate }: VisitFields): void {
  const today = calendarDate(context.now());
  for (const value of [date, endDate]) {
    if (value > today) throw new Problem('date-in-future', { value });
  }
  if (endDate !== '' && endDate < date) throw new Problem('date-order', { from: date, to: endDate });
}

function refuseClaimed(db: Db, id: string): void {
  if (findClaimOfVisit(db, id)) throw new Problem('has-dependents', { what: 'visit', count: 1 });
}

export const removeVisit: Handler<'visit.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getVisit(db, id);
    refuseClaimed(db, id);
    table.markVisitRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'visit.restore', input: { id } }] };
  });

export const restoreVisit: Handler<'visit.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => ({ visit: bringVisitBack(db, id) }));

/** Throws where one of its invoices was logged again meanwhile. */
export function bringVisitBack(db: Db, id: string): Visit {
  const { personId, removed } = table.getVisit(db, id, true);
  getPerson(db, personId);
  if (removed) {
    table.markVisitRemoved(db, id, null);
    for (const invoice of listInvoices(db, { visitId: id })) refuseTwins(db, invoice);
  }
  return table.getVisit(db, id);
}
