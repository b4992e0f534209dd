// What goes to the office after papers came back: only what is new since the version handed in last, and the reply to it.

import { isDeepStrictEqual } from 'node:util';
import type { ClaimEvent, FrozenPaper } from '../../shared/claim-life.ts';
import type { Claim } from '../../shared/domain.ts';
import type { PacketSupplement, SupplementOutline, VisitNamed } from '../../shared/packet-supplement.ts';
import { Problem } from '../../shared/problems.ts';
import { getClaim } from '../database/claim.ts';
import { listClaimEvents } from '../database/claim-event.ts';
import { listStandingPapers } from '../database/standing-paper.ts';
import type { Db } from '../database/statement.ts';
import { listSubmissions } from '../database/submission.ts';
import { makeManifest } from './claim-manifest.ts';
import type { Handler } from './context.ts';

type SentPaper = SupplementOutline['papers'][number];
type Wanted = SupplementOutline['wanted'][number];

export const showSupplement: Handler<'claim.supplement'> = ({ vault: { db } }, { id }) =>
  outlineSupplement(db, getClaim(db, id));

/** Against the version handed in last. Before the first one nothing is sent and nothing is wanted. */
export function outlineSupplement(db: Db, claim: Claim): SupplementOutline {
  const submissions = listSubmissions(db, claim.id);
  const last = submissions.at(-1);
  if (!last) return { version: null, papers: [], removed: [], wanted: [] };
  const now = makeManifest(db, claim).papers;
  const before = last.manifest.papers;
  const asked = findReturn(db, claim)?.wanted ?? [];
  const { pairs, gone } = pairPapers(before, now);
  const fresh = new Map(
    now.flatMap((paper): [string, 'added' | 'changed'][] => {
      const was = pairs.get(paper);
      if (!was) return [[paper.paperId, 'added']];
      return sameShown(was, paper) ? [] : [[paper.paperId, 'changed']];
    }),
  );
  const papers = now.flatMap((paper): SentPaper[] => {
    const change = fresh.get(paper.paperId) ?? (isAskedAgain(paper, asked, { now, fresh }) ? 'again' : null);
    return change ? [{ ...paper, change }] : [];
  });
  const standing = listStandingPapers(db, claim.personId).filter(({ pages }) => pages.length > 0);
  const answerOf = ({ visitId, kind }: Pick<Wanted, 'visitId' | 'kind'>): Wanted['answer'] => {
    const fits = (one: SentPaper) => one.kind === kind && (visitId === null || one.visitId === visitId);
    const fitting = papers.filter(fits);
    if (fitting.length > 0) return fitting.some(({ change }) => change !== 'again') ? 'enclosed' : 'again';
    return visitId === null && standing.some((one) => one.kind === kind) ? 'separate' : 'missing';
  };
  return {
    version: submissions.length,
    papers,
    removed: gone,
    wanted: asked.map((one) => ({ ...one, answer: answerOf(one) })),
  };
}

/** The return that nothing has answered yet. */
const findReturn = (db: Db, claim: Claim): ClaimEvent | undefined =>
  claim.status === 'returned'
    ? listClaimEvents(db, claim.id).findLast(({ step }) => step === 'returned')
    : undefined;

/** What lies on the desk of the office; a new name alone is no new paper. */
const shownOf = ({ title: _, paperId: __, ...shown }: FrozenPaper) => shown;
const sameShown = (one: FrozenPaper, other: FrozenPaper): boolean =>
  isDeepStrictEqual(shownOf(one), shownOf(other));

/**
 * Each paper of now with what it was before: the same paper, else one that shows the same, else one of its kind and visit
 * that is gone (a paper taken out and put in again is a changed one).
 */
function pairPapers(before: readonly FrozenPaper[], now: readonly FrozenPaper[]) {
  const left = new Map(before.map((paper) => [paper.paperId, paper]));
  const pairs = new Map<FrozenPaper, FrozenPaper>();
  const rounds: ((was: FrozenPaper, is: FrozenPaper) => boolean)[] = [
    (was, is) => was.paperId === is.paperId,
    sameShown,
    (was, is) => was.visitId === is.visitId && was.kind === is.kind,
  ];
  for (const fits of rounds)
    for (const is of now) {
      const was = pairs.has(is) ? undefined : [...left.values()].find((one) => fits(one, is));
      if (!was) continue;
      pairs.set(is, was);
      left.delete(was.paperId);
    }
  return { pairs, gone: [...left.values()] };
}

type Seen = { now: readonly FrozenPaper[]; fresh: ReadonlyMap<string, unknown> };

/** Asked for by visit and kind, and nothing new answers it: the same paper goes once more. */
const isAskedAgain = (
  { visitId, kind }: FrozenPaper,
  asked: ClaimEvent['wanted'],
  { now, fresh }: Seen,
): boolean =>
  asked.some((one) => one.visitId === visitId && one.kind === kind) &&
  !now.some((one) => one.visitId === visitId && one.kind === kind && fresh.has(one.paperId));

/** Throws `claim-not-handed-in`, `supplement-empty`. */
export function refuseEmpty({ number }: Claim, { version, papers, removed }: SupplementOutline): void {
  if (version === null) throw new Problem('claim-not-handed-in', { number });
  if (papers.length + removed.length === 0) throw new Problem('supplement-empty', { number, version });
}

/** The step that brought the bundle to this office, and the version it froze. */
function firstBundle(db: Db, claim: Claim) {
  const steps = listClaimEvents(db, claim.id);
  const handedIn = steps.findLast(({ step }) => step === 'handed-in');
  const submissions = listSubmissions(db, claim.id);
  const kept = submissions.find(({ eventId }) => eventId === handedIn?.id) ?? submissions.at(-1);
  if (!handedIn || !kept) throw new Problem('claim-not-handed-in', { number: claim.number });
  return { steps, handedIn, kept, submissions };
}

/** The visit's place on the first application sheet, from 1; null when it came later. */
export function rowOnFirst(db: Db, claim: Claim): (visitId: string) => number | null {
  const { visits } = firstBundle(db, claim).kept.manifest;
  return (visitId) => {
    const at = visits.findIndex((one) => one.visitId === visitId);
    return at < 0 ? null : at + 1;
  };
}

/** What the reply page says: nothing in it differs between two equal vaults. */
export function replyOf(db: Db, claim: Claim, outline: SupplementOutline): PacketSupplement {
  const { steps, handedIn, kept, submissions } = firstBundle(db, claim);
  const returned = findReturn(db, claim);
  const manifests = [...submissions.map(({ manifest }) => manifest), makeManifest(db, claim)];
  const rowOf = rowOnFirst(db, claim);
  /** Named as it was when last seen: it may have left the claim since. */
  const visitOf = (visitId: string): VisitNamed => {
    const seen = manifests.flatMap(({ visits }) => visits).findLast((one) => one.visitId === visitId);
    return { date: seen?.date ?? '', hospital: seen?.hospital ?? '', row: rowOf(visitId) };
  };
  return {
    first: {
      on: handedIn.on,
      office: handedIn.office,
      channel: handedIn.channel,
      receiptNumber: receiptOf(steps, handedIn),
      pageCount: kept.packet?.pageCount ?? null,
    },
    version: submissions.length,
    returned: returned
      ? {
          on: returned.on,
          office: returned.office,
          reasons: returned.reasons,
          until: returned.until,
          note: returned.note,
        }
      : null,
    wanted: outline.wanted.map(({ visitId, ...one }) => ({
      ...one,
      visit: visitId === null ? null : visitOf(visitId),
    })),
    removed: outline.removed.map(({ kind, title, visitId }) => ({ kind, title, visit: visitOf(visitId) })),
  };
}

/** Where the office gives its number only when it accepts, that step has it. */
const receiptOf = (steps: readonly ClaimEvent[], handedIn: ClaimEvent): string =>
  steps
    .slice(steps.indexOf(handedIn))
    .map(({ receiptNumber }) => receiptNumber)
    .find((number) => number !== '') ?? '';
