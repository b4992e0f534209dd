// Calls about visits, and how a visit looks in a list.

import { isDeepStrictEqual } from 'node:util';
import type { VisitSummary } from '../../shared/calls.ts';
import { calendarDate } from '../../shared/dates.ts';
import { type Paper, type Visit, type VisitFields, visitFields } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { listAttachments } from '../database/attachment.ts';
import { findClaimOfVisit } from '../database/claim.ts';
import { listInvoices, listInvoicesOfVisit, sumInvoices } from '../database/invoice.ts';
import { listPapers } from '../database/paper.ts';
import { getPerson, readPersonName } from '../database/person.ts';
import { getScan } from '../database/scan.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import * as table from '../database/visit.ts';
import type { Context, Handler } from './context.ts';
import { refuseTwins } from './invoice.ts';
import { openDemands, type VisitDemands } from './visit-demands.ts';

export const listVisits: Handler<'visit.list'> = ({ vault: { db } }, input) => {
  const { personId, claimId, unclaimed, removed } = input;
  const filter = { ...(personId && { personId }), ...(claimId && { claimId }), unclaimed, removed };
  return summarizeVisits(db, table.listVisits(db, filter));
};

/** `ask` is shared where several lists are told at once. */
export function summarizeVisits(db: Db, visits: readonly Visit[], ask = openDemands(db)): VisitSummary[] {
  return visits.map((visit) => {
    const papers = listPapers(db, visit.id);
    return { ...summarizeVisit(db, visit, papers), ...ask(visit, papers) };
  });
}

function summarizeVisit(
  db: Db,
  visit: Visit,
  papers: readonly Paper[],
): Omit<VisitSummary, keyof VisitDemands> {
  return {
    ...visit,
    personName: readPersonName(db, visit.personId),
    ...sumInvoices(db, visit.id),
    papers: papers.map(({ pages, ...paper }) => ({
      ...paper,
      pageCount: pages.length,
      first: pages[0] ?? null,
    })),
    claim: findClaimOfVisit(db, visit.id) ?? null,
  };
}

export const getVisit: Handler<'visit.get'> = ({ vault: { db } }, { id }) => {
  const visit = table.getVisit(db, id, true);
  const papers = listPapers(db, id);
  const scanIds = new Set(papers.flatMap((paper) => paper.pages.map((page) => page.scan)));
  return {
    visit,
    personName: readPersonName(db, visit.personId),
    invoices: listInvoicesOfVisit(db, id),
    papers,
    scans: [...scanIds].map((scan) => getScan(db, scan)),
    attachments: listAttachments(db, id),
    ...openDemands(db)(visit, papers),
    claim: findClaimOfVisit(db, id) ?? null,
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
