// Calls about the life of a claim: dated steps that are never changed, frozen versions, and the money that is left.

import { isDeepStrictEqual } from 'node:util';
import {
  type ClaimEvent,
  type ClaimEventFields,
  type ClaimMoney,
  type ClaimStep,
  type ClaimVersion,
  type FrozenPaper,
  nextSteps,
  type PaperDifference,
  type Payer,
} from '../../shared/claim-life.ts';
import { calendarDate } from '../../shared/dates.ts';
import type { Claim } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { getClaim } from '../database/claim.ts';
import * as events from '../database/claim-event.ts';
import { getPaperFacts } from '../database/facts.ts';
import { listPapers } from '../database/paper.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getKeptPacket, insertSubmission, listSubmissions } from '../database/submission.ts';
import { makeManifest } from './claim-manifest.ts';
import type { Context, Handler } from './context.ts';

export const showLife: Handler<'claim.life'> = ({ vault: { db } }, { id }) => {
  const claim = getClaim(db, id);
  const money = countMoney(db, claim);
  return {
    claim,
    events: events.listClaimEvents(db, id),
    money,
    next: [...nextSteps[claim.status]],
    versions: listSubmissions(db, id).length,
    nextPayer: nextPayerOf(db, claim, money),
  };
};

/** Once a payer paid less than all, and the claim may go to another. */
function nextPayerOf(db: Db, claim: Claim, { paidFen, leftFen }: ClaimMoney) {
  const mayGoOn = (nextSteps[claim.status] as readonly ClaimStep[]).includes('handed-in');
  if (paidFen === 0 || leftFen <= 0 || !mayGoOn) return null;
  const papers = claim.visitIds.flatMap((visitId) => listPapers(db, visitId));
  const hasSheet = papers.some(({ kind }) => kind === 'settlement-sheet');
  const away = papers.filter(({ id }) => getPaperFacts(db, id).originalAt !== 'home');
  return {
    leftFen,
    sheetMissingAt: hasSheet ? null : (claim.visitIds[0] ?? null),
    originalsAway: away.length,
  };
}

const STATUS_OF: Partial<Record<ClaimStep, Claim['status']>> = { reopened: 'draft' };
const statusAfter = (step: ClaimStep): Claim['status'] => STATUS_OF[step] ?? (step as Claim['status']);

const freezes = (step: ClaimStep): boolean => step === 'handed-in' || step === 'supplemented';

export const addEvent: Handler<'claim-event.add'> = (context, { fields: given, packet }) => {
  const { db } = context.vault;
  return inTransaction(db, () => {
    const claim = getClaim(db, given.claimId);
    const time = context.now().toISOString();
    const fields = checkEvent(context, claim, given);
    const event = events.insertClaimEvent(db, { fields, statusBefore: claim.status, recordedAt: time });
    if (freezes(event.step)) {
      if (packet !== null) getKeptPacket(db, packet);
      const manifest = makeManifest(db, claim);
      insertSubmission(db, { eventId: event.id, claimId: claim.id, packet, manifest });
    } else if (packet !== null) {
      throw new Problem('input-invalid', { field: 'packet', reason: event.step });
    }
    events.setClaimStatus(db, claim.id, statusAfter(event.step), time);
    const undo = [{ call: 'claim-event.remove', input: { id: event.id } }];
    return { event, claim: getClaim(db, claim.id), undo };
  });
};

function checkEvent(
  { vault: { db }, now }: Context,
  claim: Claim,
  given: ClaimEventFields,
): ClaimEventFields {
  const { step, on, until } = given;
  const allowed: readonly ClaimStep[] = nextSteps[claim.status];
  if (!allowed.includes(step)) throw new Problem('claim-step-order', { from: claim.status, step });
  const today = calendarDate(now());
  if (on > today) throw new Problem('date-in-future', { value: on });
  const last = events.listClaimEvents(db, claim.id).at(-1);
  if (last && on < last.on) throw new Problem('date-order', { from: last.on, to: on });
  if (until !== '' && until < on) throw new Problem('date-order', { from: on, to: until });
  if (step === 'returned' && given.reasons.length === 0)
    throw new Problem('input-invalid', { field: 'reasons', reason: '0' });
  return { ...given, amountFen: checkAmount(db, claim, given) };
}

/** Nobody is asked for, and nobody pays, more than the person paid and has not got back yet. */
function checkAmount(db: Db, claim: Claim, { step, amountFen }: ClaimEventFields): number | null {
  if (step === 'handed-in') {
    if (claim.visitIds.length === 0) throw new Problem('claim-empty');
    const { paidFen } = countMoney(db, claim);
    const left = makeManifest(db, claim).ownFen - paidFen;
    if (left <= 0 && paidFen > 0) throw new Problem('nothing-left-to-claim', { number: claim.number });
    return refuseAbove(amountFen ?? Math.max(0, left), left);
  }
  if (step !== 'paid' && step !== 'decided') return amountFen;
  if (step === 'paid' && !amountFen) throw new Problem('input-invalid', { field: 'amountFen', reason: '0' });
  return amountFen === null ? null : refuseAbove(amountFen, countMoney(db, claim).leftFen);
}

function refuseAbove(amount: number, left: number): number {
  if (amount > Math.max(0, left))
    throw new Problem('amount-above-left', { amount: yuan(amount), left: yuan(left) });
  return amount;
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** Counted from the version handed in last, or from the visits as they are while there is none. */
export function countMoney(db: Db, claim: Claim): ClaimMoney {
  const frozen = listSubmissions(db, claim.id).at(-1)?.manifest;
  const { totalFen, ownFen } = frozen ?? makeManifest(db, claim);
  const steps = events.listClaimEvents(db, claim.id);
  const byPayer = new Map<Payer, number>();
  for (const { step, payer, amountFen } of steps)
    if (step === 'paid') byPayer.set(payer, (byPayer.get(payer) ?? 0) + (amountFen ?? 0));
  const paid = [...byPayer].map(([payer, amountFen]) => ({ payer, amountFen }));
  const paidFen = paid.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const decidedFen = steps.findLast(({ step }) => step === 'decided')?.amountFen ?? null;
  return { totalFen, ownFen, paid, paidFen, leftFen: ownFen - paidFen, decidedFen };
}

export const removeEvent: Handler<'claim-event.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    const { event, statusBefore } = liveEvent(db, id);
    const last = events.listClaimEvents(db, event.claimId).at(-1);
    if (last?.id !== id) throw new Problem('claim-step-not-last', { step: event.step });
    const time = now().toISOString();
    events.markClaimEventTakenBack(db, id, time);
    events.setClaimStatus(db, event.claimId, statusBefore, time);
    return { undo: [{ call: 'claim-event.restore', input: { id } }] };
  });

function liveEvent(db: Db, id: string): { event: ClaimEvent; statusBefore: Claim['status'] } {
  const kept = events.getClaimEvent(db, id);
  if (kept.takenBack) throw new Problem('not-found', { what: 'claim-event', id });
  getClaim(db, kept.event.claimId);
  return kept;
}

/** Only while nothing has happened since: the claim stands where it stood before the step. */
export const restoreEvent: Handler<'claim-event.restore'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    const { event, statusBefore, takenBack } = events.getClaimEvent(db, id);
    const claim = getClaim(db, event.claimId);
    if (!takenBack) return { event };
    const last = events.listClaimEvents(db, claim.id).at(-1);
    if (claim.status !== statusBefore || (last && last.recordedAt > event.recordedAt))
      throw new Problem('claim-step-order', { from: claim.status, step: event.step });
    events.markClaimEventTakenBack(db, id, null);
    events.setClaimStatus(db, claim.id, statusAfter(event.step), now().toISOString());
    return { event };
  });

export const listVersions: Handler<'claim.versions'> = ({ vault: { db } }, { id }) => {
  const claim = getClaim(db, id);
  const submissions = listSubmissions(db, id);
  const versions = submissions.map(
    (one, at): ClaimVersion => ({
      ...one,
      version: at + 1,
      differences:
        at === 0 ? [] : comparePapers(submissions[at - 1]?.manifest.papers ?? [], one.manifest.papers),
    }),
  );
  const last = submissions.at(-1);
  const since = last ? comparePapers(last.manifest.papers, makeManifest(db, claim).papers) : [];
  return { versions, since };
};

/** Papers compared by the scans and turns of their pages, and by being original or copy. */
export function comparePapers(
  before: readonly FrozenPaper[],
  after: readonly FrozenPaper[],
): PaperDifference[] {
  const told = (change: PaperDifference['change'], { visitId, kind, title }: FrozenPaper) => ({
    change,
    visitId,
    kind,
    title,
  });
  const old = new Map(before.map((paper) => [paper.paperId, paper]));
  const kept = new Set(after.map((paper) => paper.paperId));
  const found = after.flatMap((paper): PaperDifference[] => {
    const was = old.get(paper.paperId);
    if (!was) return [told('added', paper)];
    return isDeepStrictEqual(was, paper) ? [] : [told('changed', paper)];
  });
  return [
    ...found,
    ...before.filter((paper) => !kept.has(paper.paperId)).map((paper) => told('removed', paper)),
  ];
}
