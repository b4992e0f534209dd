// Calls about whether bundles will be accepted: gathers what the vault knows, and asks the pure rules.

import { calendarDate } from '../../shared/dates.ts';
import { type Claim, isPreparing, type Person } from '../../shared/domain.ts';
import type { BoardEntry, BundleShown, DeadlineShown } from '../../shared/readiness-calls.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { getClaim, listClaims } from '../database/claim.ts';
import { listEditedPages, listPagesOfVisits } from '../database/paper.ts';
import { getPerson } from '../database/person.ts';
import type { Db } from '../database/statement.ts';
import { getVisit, listVisits } from '../database/visit.ts';
import type { Deadline } from '../deadlines/find-deadline.ts';
import { deadlineOf } from '../readiness/check-deadlines.ts';
import { checkReadiness, verdictOf } from '../readiness/check-readiness.ts';
import type { ReadinessInput } from '../readiness/input.ts';
import { citation } from '../readiness/pick-rule.ts';
import { proposeBundles } from '../readiness/propose-bundles.ts';
import { isNamed, readCase } from '../readiness/visit-case.ts';
import { makeManifest } from './claim-manifest.ts';
import type { Handler } from './context.ts';
import { lookAhead } from './page-look.ts';
import { type Desk, openDesk, readinessInput } from './readiness-input.ts';
import { openShelf } from './visit-shelf.ts';

export const checkClaim: Handler<'claim.readiness'> = async (context, { id }) => {
  const { vault, now } = context;
  const { db } = vault;
  const lookOf = await lookAhead(context, listPagesOfVisits(db, getClaim(db, id).visitIds));
  const claim = getClaim(db, id);
  const shelf = openShelf(db, claim.visitIds);
  const desk = openDesk(db, getPerson(db, claim.personId), { today: calendarDate(now()), shelf, lookOf });
  const input = readinessInput(desk, claim, claim.visitIds);
  return { ...judge(input), bundles: bundlesOf(desk, claim.visitIds) };
};

export function judge(input: ReadinessInput) {
  const findings: Finding[] = checkReadiness(input);
  return { verdict: verdictOf(findings), findings, deadline: nearestDeadline(input) };
}

/** Of visits with a known last day the nearest; else the first that says why there is none. */
function nearestDeadline(input: ReadinessInput): DeadlineShown | null {
  const all = visitDeadlines(input).map(({ deadline }) => deadline);
  const dated = all.filter(({ date }) => date !== null);
  const nearest = dated.toSorted((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))[0];
  return nearest ?? all[0] ?? null;
}

export const visitDeadlines = (input: ReadinessInput) =>
  readCase(input).cases.map((one) => ({
    visit: one.visit,
    deadline: showDeadline(deadlineOf(one, input.today)),
  }));

const showDeadline = ({ rule, ...rest }: Deadline): DeadlineShown => ({
  ...rest,
  rule: rule === null ? null : citation(rule),
});

function bundlesOf({ db, person, pack, hospitals }: Desk, visitIds: readonly string[]): BundleShown[] {
  const visits = visitIds.map((id) => {
    const visit = getVisit(db, id);
    const hospital = hospitals.find((one) => isNamed(one, visit.hospital));
    return { visit, scheme: person.scheme, hospital };
  });
  return proposeBundles(visits, pack).map(({ visits: bundled, reason }) => ({
    visitIds: bundled.map(({ id }) => id),
    by: reason.by,
    rule: reason.rule === null ? null : citation(reason.rule),
  }));
}

/** A claim of which nothing more is to be done is no longer on the board. */
const isOpen = ({ status }: Claim): boolean => !['paid', 'refused', 'withdrawn'].includes(status);

export const showBoard: Handler<'person.board'> = async (context, { personId }) => {
  const { vault, now } = context;
  const { db } = vault;
  const lookOf = await lookAhead(context, listEditedPages(db, personId));
  const person = getPerson(db, personId);
  const shelf = openShelf(
    db,
    listVisits(db, { personId, unclaimed: false, removed: false }).map(({ id }) => id),
  );
  const desk = openDesk(db, person, { today: calendarDate(now()), shelf, lookOf });
  const claims = listClaims(db, personId).filter(isOpen);
  const entries = [...claims.map((claim) => claimEntry(desk, claim)), ...looseEntries(desk, person)];
  const sorted = entries.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const atHome = sorted.filter(({ claim }) => claim === null || isPreparing(claim.status));
  const verdict = verdictOf(atHome.flatMap(({ findings }) => findings));
  return { person, verdict, entries: sorted, placeVerified: desk.pack.verified };
};

const dayOf = ({ deadline }: BoardEntry): string => deadline?.date ?? '9999';

function claimEntry(desk: Desk, claim: Claim): BoardEntry {
  const { id, number, title, status, visitIds } = claim;
  const { totalFen } = makeManifest(desk.db, claim);
  return {
    claim: { id, number, title, status, totalFen },
    bundle: { visitIds, by: {}, rule: null },
    ...judge(readinessInput(desk, claim, visitIds)),
  };
}

/** Visits in no claim, already split as they would have to be handed in. */
export function looseEntries(desk: Desk, person: Person): BoardEntry[] {
  const loose = listLoose(desk.db, person.id);
  return bundlesOf(desk, loose).map((bundle) => ({
    claim: null,
    bundle,
    ...judge(readinessInput(desk, draftFor(person), bundle.visitIds)),
  }));
}

export const listLoose = (db: Db, personId: string): string[] =>
  listVisits(db, { personId, unclaimed: true, removed: false }).map(({ id }) => id);

export const draftFor = (person: Person): ReadinessInput['claim'] => ({
  id: '',
  number: '',
  personId: person.id,
  status: 'draft',
});
