// From what is stored to what is next: how far it has come and the list of things to do, for one person or for all.

import type { CallOutput, ClaimDetail, VisitSummary } from '../../../shared/calls.ts';
import type { PaperKind, Person } from '../../../shared/domain.ts';

/** How far it has come; from the first visit on the board says whether it is ready. */
export type Stage = 'start' | 'inbox' | 'begun';

/** One thing to do; `to` is the address of the very place. */
export type Todo =
  | { kind: 'find-paper'; visit: VisitSummary; papers: PaperKind[][]; to: string }
  | { kind: 'log-invoice'; visit: VisitSummary; to: string }
  | { kind: 'sort-inbox'; count: number; to: string }
  | { kind: 'complete-person'; person: Person; fields: PersonGap[]; to: string }
  | { kind: 'make-claim'; person: Person; visits: number; totalFen: number; to: string }
  | { kind: 'repair-claim'; claim: ClaimDetail; to: string }
  | { kind: 'export-claim'; claim: ClaimDetail; to: string }
  | { kind: 'hand-in-claim'; claim: ClaimDetail; to: string };

export type PersonGap = 'citizenId' | 'insuredPlaceName' | 'bankName' | 'bankAccount';

export type Work = {
  stage: Stage;
  atHospital: Todo[];
  atHome: Todo[];
  /** Visits not handed in yet, newest first. */
  open: VisitSummary[];
};

export type Stored = {
  people: readonly Person[];
  visits: readonly VisitSummary[];
  claims: readonly ClaimDetail[];
  inbox: CallOutput<'inbox.list'>;
};

/** What the cover of a packet needs of a person and is still blank. */
export function personGaps(person: Person): PersonGap[] {
  const needed = ['citizenId', 'insuredPlaceName', 'bankName', 'bankAccount'] as const;
  return needed.filter((field) => person[field].trim() === '');
}

/** True when the visit has no logged invoice though its paper is there; without the paper, that comes first. */
const invoiceUnlogged = (visit: VisitSummary): boolean =>
  visit.invoiceCount === 0 && !visit.missing.some((kinds) => kinds.includes('invoice'));

export const isWhole = (visit: VisitSummary): boolean => visit.missing.length === 0 && visit.invoiceCount > 0;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function visitTodos(open: readonly VisitSummary[]) {
  const oldestFirst = [...open].reverse();
  const atHospital = oldestFirst
    .filter((visit) => visit.missing.length > 0)
    .map((visit): Todo => {
      const first = visit.missing[0]?.[0] ?? 'invoice';
      return { kind: 'find-paper', visit, papers: visit.missing, to: `/visits/${visit.id}?paper=${first}` };
    });
  const atHome = oldestFirst
    .filter(invoiceUnlogged)
    .map((visit): Todo => ({ kind: 'log-invoice', visit, to: `/visits/${visit.id}?to=invoice` }));
  return { atHospital, atHome };
}

function personTodos(people: readonly Person[], open: readonly VisitSummary[]): Todo[] {
  return people.flatMap((person) => {
    const own = open.filter((visit) => visit.personId === person.id);
    const fields = personGaps(person);
    const loose = own.filter((visit) => visit.claim === null);
    const todos: Todo[] = [];
    if (own.length > 0 && fields.length > 0)
      todos.push({ kind: 'complete-person', person, fields, to: `/people/${person.id}?to=${fields[0]}` });
    if (loose.length > 0 && loose.every(isWhole))
      todos.push({
        kind: 'make-claim',
        person,
        visits: loose.length,
        totalFen: sum(loose.map((visit) => visit.totalFen)),
        to: `/claims?new=${person.id}`,
      });
    return todos;
  });
}

function claimTodos(claims: readonly ClaimDetail[]): Todo[] {
  return claims.flatMap((claim): Todo[] => {
    const to = `/claims/${claim.claim.id}`;
    const { status } = claim.claim;
    if (status === 'returned') return [{ kind: 'repair-claim', claim, to }];
    if (status === 'exported') return [{ kind: 'hand-in-claim', claim, to }];
    const whole = status === 'draft' && claim.visits.length > 0 && claim.visits.every(isWhole);
    return whole && personGaps(claim.person).length === 0 ? [{ kind: 'export-claim', claim, to }] : [];
  });
}

/** `personId` undefined means everybody. Archived people are left out. */
export function whatToDo(stored: Stored, personId?: string): Work {
  const people = stored.people.filter((person) => !person.archived && (!personId || person.id === personId));
  const known = new Set(people.map((person) => person.id));
  const claims = stored.claims.filter((claim) => known.has(claim.claim.personId));
  const preparing = new Set(
    claims
      .filter(({ claim }) => claim.status === 'draft' || claim.status === 'returned')
      .map(({ claim }) => claim.id),
  );
  const visits = stored.visits.filter((visit) => known.has(visit.personId));
  const open = visits
    .filter((visit) => visit.claim === null || preparing.has(visit.claim.id))
    .sort((a, b) => b.date.localeCompare(a.date));
  const { atHospital, atHome } = visitTodos(open);
  const persons = personTodos(people, open);
  const claimWork = claimTodos(claims);
  const sorting: Todo[] =
    stored.inbox.length > 0 ? [{ kind: 'sort-inbox', count: stored.inbox.length, to: '/inbox' }] : [];
  return {
    stage: visits.length > 0 ? 'begun' : stored.inbox.length > 0 ? 'inbox' : 'start',
    atHospital,
    atHome: [...claimWork, ...sorting, ...persons, ...atHome],
    open,
  };
}

/** What the board of a person does not say itself: scans that wait to be sorted. */
export function besideBoard(work: Work): Work {
  return { ...work, atHospital: [], atHome: work.atHome.filter(({ kind }) => kind === 'sort-inbox') };
}
