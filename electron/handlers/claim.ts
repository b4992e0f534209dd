// Calls about claims: visits of one person, gathered, numbered and checked.

import { isDeepStrictEqual } from 'node:util';
import type { ClaimDetail } from '../../shared/calls.ts';
import { calendarDate } from '../../shared/dates.ts';
import type { Claim, Visit } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/claim.ts';
import { listClaimEvents } from '../database/claim-event.ts';
import { listEditedPages, listPagesOfVisits } from '../database/paper.ts';
import { getPerson } from '../database/person.ts';
import { getSettings } from '../database/setting.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getVisit, getVisits } from '../database/visit.ts';
import { usualClaimTitle } from '../words/claim.ts';
import type { Context, Handler } from './context.ts';
import { keepAnswer } from './kept-answer.ts';
import { countLooks, type LookOf, lookAhead } from './page-look.ts';
import { judge } from './readiness.ts';
import { type Desk, openDesks, readinessInput } from './readiness-input.ts';
import { openSummaries } from './visit.ts';
import { openShelf } from './visit-shelf.ts';

export const listClaims: Handler<'claim.list'> = async (context, { personId }) => {
  const { db } = context.vault;
  const lookOf = await lookAhead(context, listEditedPages(db, personId));
  const name = `claim.list ${personId ?? ''} ${calendarDate(context.now())} ${countLooks(context.vault)}`;
  return keepAnswer(db, name, () => describe(context, table.listClaims(db, personId), lookOf));
};

export const getClaim: Handler<'claim.get'> = async (context, { id }) => {
  const { db } = context.vault;
  const lookOf = await lookAhead(context, listPagesOfVisits(db, table.getClaim(db, id).visitIds));
  const [detail] = describe(context, [table.getClaim(db, id)], lookOf);
  if (!detail) throw new Problem('not-found', { what: 'claim', id });
  return detail;
};

function describe({ vault: { db }, now }: Context, claims: readonly Claim[], lookOf: LookOf): ClaimDetail[] {
  const today = calendarDate(now());
  const desks = new Map<string, Desk>();
  const shelf = openShelf(
    db,
    claims.flatMap(({ visitIds }) => visitIds),
  );
  const deskOf = openDesks(db, { today, shelf, lookOf });
  const summarize = openSummaries(db, shelf);
  return claims.map((claim) => {
    const desk = desks.get(claim.personId) ?? deskOf(getPerson(db, claim.personId));
    desks.set(claim.personId, desk);
    const visits = getVisits(db, claim.visitIds).map(summarize);
    const { verdict, findings } = judge(readinessInput(desk, claim, claim.visitIds));
    return {
      ...{ claim, person: desk.person, visits, verdict, findings },
      totalFen: visits.reduce((sum, visit) => sum + visit.totalFen, 0),
      invoiceCount: visits.reduce((sum, visit) => sum + visit.invoiceCount, 0),
    };
  });
}

export const createClaim: Handler<'claim.create'> = ({ vault: { db }, now }, input) =>
  inTransaction(db, () => {
    const person = getPerson(db, input.personId);
    const visits = checkVisits(db, input.visitIds, { id: '', personId: person.id });
    const settings = getSettings(db);
    const year = visits.at(-1)?.date.slice(0, 4) ?? '';
    const claim = table.insertClaim(
      db,
      {
        number: table.nextClaimNumber(db, year, person.name),
        personId: person.id,
        title: input.title.trim() || usualTitle(settings.language, visits),
        order: settings.packetOrder,
        visitIds: visits.map((visit) => visit.id),
      },
      now().toISOString(),
    );
    return { claim, undo: [{ call: 'claim.remove', input: { id: claim.id } }] };
  });

/** The visits earliest first; refuses an empty list, visits of others, and visits that another claim holds. */
function checkVisits(db: Db, visitIds: readonly string[], claim: Pick<Claim, 'id' | 'personId'>): Visit[] {
  if (visitIds.length === 0) throw new Problem('claim-empty');
  const visits = [...new Set(visitIds)].map((id) => getVisit(db, id));
  for (const visit of visits) {
    if (visit.personId !== claim.personId) throw new Problem('visit-of-other-person', { visit: visit.id });
    const other = table.findClaimOfVisit(db, visit.id);
    if (other && other.id !== claim.id) {
      throw new Problem('visit-in-other-claim', { visit: visit.id, claim: other.number });
    }
  }
  return visits.sort((a, b) => a.date.localeCompare(b.date));
}

function usualTitle(language: Parameters<typeof usualClaimTitle>[0], visits: readonly Visit[]): string {
  const years = new Set(visits.map((visit) => visit.date.slice(0, 4)));
  const kinds = new Set(visits.map((visit) => visit.kind));
  return usualClaimTitle(language, [...years], [...kinds]);
}

export const saveClaim: Handler<'claim.save'> = ({ vault: { db }, now }, { id, ...given }) =>
  inTransaction(db, () => {
    const before = table.getClaim(db, id);
    checkVisits(db, given.visitIds, before);
    const { title, status, order, visitIds } = before;
    const fields = { ...given, title: given.title.trim() };
    const old = { title, status, order, visitIds };
    const sorted = (ids: readonly string[]) => [...new Set(ids)].sort();
    const same = isDeepStrictEqual(
      { ...old, visitIds: sorted(visitIds) },
      { ...fields, visitIds: sorted(fields.visitIds) },
    );
    if (same) return { claim: before, undo: [] };
    if (given.status !== status && listClaimEvents(db, id).length > 0)
      throw new Problem('status-from-steps', { number: before.number });
    const claim = table.updateClaim(
      db,
      id,
      { ...fields, visitIds: sorted(fields.visitIds) },
      now().toISOString(),
    );
    return { claim, undo: [{ call: 'claim.save', input: { id, ...old } }] };
  });

export const removeClaim: Handler<'claim.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getClaim(db, id);
    table.markClaimRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'claim.restore', input: { id } }] };
  });

export const restoreClaim: Handler<'claim.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    const claim = table.getClaim(db, id, true);
    if (claim.removed) {
      getPerson(db, claim.personId);
      checkVisits(db, claim.visitIds, claim);
      table.markClaimRemoved(db, id, null);
    }
    return { claim: table.getClaim(db, id) };
  });
