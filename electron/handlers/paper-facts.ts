// Calls about what a person saw or knows: of a paper, a person, a year, a visit, an invoice.

import { isDeepStrictEqual } from 'node:util';
import { Problem } from '../../shared/problems.ts';
import { getClaim } from '../database/claim.ts';
import * as facts from '../database/facts.ts';
import { getInvoice } from '../database/invoice.ts';
import { getPaper, listPapers } from '../database/paper.ts';
import { getPerson } from '../database/person.ts';
import { inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import type { Handler } from './context.ts';

export const listPaperFacts: Handler<'paper-facts.list'> = ({ vault: { db } }, { visitId, claimId }) => {
  const visitIds = claimId === undefined ? [] : getClaim(db, claimId).visitIds;
  const all = visitId === undefined ? visitIds : [getVisit(db, visitId).id];
  return all.flatMap((id) => listPapers(db, id).map((paper) => facts.getPaperFacts(db, paper.id)));
};

export const savePaperFacts: Handler<'paper-facts.save'> = ({ vault: { db } }, given) =>
  inTransaction(db, () => {
    const before = facts.getPaperFacts(db, getPaper(db, given.paperId).id);
    facts.putPaperFacts(db, given);
    return { facts: given, undo: undoSteps('paper-facts.save', before, given) };
  });

/** Nothing to take back where nothing changed. */
const undoSteps = (call: string, before: object, after: object) =>
  isDeepStrictEqual(before, after) ? [] : [{ call, input: before }];

export const getPersonFacts: Handler<'person-facts.get'> = ({ vault: { db } }, { personId }) =>
  facts.getPersonFacts(db, getPerson(db, personId).id);

export const savePersonFacts: Handler<'person-facts.save'> = ({ vault: { db } }, given) =>
  inTransaction(db, () => {
    const before = facts.getPersonFacts(db, getPerson(db, given.personId).id);
    facts.putPersonFacts(db, given);
    return { facts: given, undo: undoSteps('person-facts.save', before, given) };
  });

export const getPersonYear: Handler<'person-year.get'> = ({ vault: { db } }, { personId, year }) =>
  facts.getPersonYear(db, getPerson(db, personId).id, year);

export const savePersonYear: Handler<'person-year.save'> = ({ vault: { db } }, given) =>
  inTransaction(db, () => {
    if (given.deductibleFen !== null && (given.deductibleUsedFen ?? 0) > given.deductibleFen)
      throw new Problem('input-invalid', { field: 'deductibleUsedFen', reason: '> deductibleFen' });
    const before = facts.getPersonYear(db, getPerson(db, given.personId).id, given.year);
    facts.putPersonYear(db, given);
    return { facts: given, undo: undoSteps('person-year.save', before, given) };
  });

export const getVisitFacts: Handler<'visit-facts.get'> = ({ vault: { db } }, { visitId }) =>
  facts.getVisitFacts(db, getVisit(db, visitId).id);

export const saveVisitFacts: Handler<'visit-facts.save'> = ({ vault: { db } }, given) =>
  inTransaction(db, () => {
    const before = facts.getVisitFacts(db, getVisit(db, given.visitId).id);
    const after = { ...given, situations: [...new Set(given.situations)].sort() };
    facts.putVisitFacts(db, after);
    return { facts: after, undo: undoSteps('visit-facts.save', before, after) };
  });

export const getInvoiceFacts: Handler<'invoice-facts.get'> = ({ vault: { db } }, { invoiceId }) =>
  facts.getInvoiceFacts(db, getInvoice(db, invoiceId).id);

export const saveInvoiceFacts: Handler<'invoice-facts.save'> = ({ vault: { db } }, given) =>
  inTransaction(db, () => {
    const before = facts.getInvoiceFacts(db, getInvoice(db, given.invoiceId).id);
    facts.putInvoiceFacts(db, given);
    return { facts: given, undo: undoSteps('invoice-facts.save', before, given) };
  });
