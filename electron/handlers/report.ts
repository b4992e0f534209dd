// The year in money: what was spent, settled, claimed, paid, and what stays with each person.

import { type ClaimEvent, type Payer, payers, type ReturnReason } from '../../shared/claim-life.ts';
import type { YearReport } from '../../shared/claim-life-calls.ts';
import type { Claim, Person, Visit } from '../../shared/domain.ts';
import { listClaims } from '../database/claim.ts';
import { listClaimEvents, listReturns } from '../database/claim-event.ts';
import { findPersonYear } from '../database/facts.ts';
import { listInvoicesOfVisit } from '../database/invoice.ts';
import { getPerson, listPeople } from '../database/person.ts';
import type { Db } from '../database/statement.ts';
import { listVisits } from '../database/visit.ts';
import { ownPayment } from './claim-manifest.ts';
import type { Handler } from './context.ts';
import { shareOut } from './share-out.ts';

export const reportYear: Handler<'report.year'> = ({ vault: { db } }, { personId, year }) =>
  makeYearReport(db, personId, year);

export function makeYearReport(db: Db, personId: string | undefined, year: number): YearReport {
  const people = personId === undefined ? listPeople(db, true) : [getPerson(db, personId)];
  const parts = people.map((person) => reportPerson(db, person, year));
  const shown = parts.filter(({ row }) => personId !== undefined || row.spentFen > 0);
  return {
    year,
    people: shown.map(({ row }) => row),
    claims: shown.flatMap(({ claims }) => claims),
    returns: countReturns(db, new Set(people.map(({ id }) => id)), year),
  };
}

type Row = YearReport['people'][number];
type Cost = { visit: Visit; spentFen: number; ownFen: number };

function costOf(db: Db, visit: Visit): Cost {
  const invoices = listInvoicesOfVisit(db, visit.id);
  return {
    visit,
    spentFen: invoices.reduce((sum, { totalFen }) => sum + totalFen, 0),
    ownFen: invoices.reduce((sum, invoice) => sum + ownPayment(db, invoice), 0),
  };
}

/** Where a claim stands as far as money goes. A withdrawn claim can be made again. */
function standOf(claim: Claim, steps: readonly ClaimEvent[]): 'unclaimed' | 'open' | 'closed' {
  if (claim.status === 'paid' || claim.status === 'refused') return 'closed';
  if (['draft', 'exported', 'ready', 'withdrawn'].includes(claim.status)) return 'unclaimed';
  return steps.length > 0 || claim.status !== 'draft' ? 'open' : 'unclaimed';
}

type ClaimShare = { claim: Claim; stand: ReturnType<typeof standOf>; costs: Cost[]; paid: PaidShare[] };
/** What one payment brought for each visit of the claim, in the order of `costs`. */
type PaidShare = { payer: Payer; parts: number[] };

function shareClaim(db: Db, claim: Claim, costOfVisit: ReadonlyMap<string, Cost>): ClaimShare {
  const costs = claim.visitIds.flatMap((id) => costOfVisit.get(id) ?? []);
  const steps = listClaimEvents(db, claim.id);
  const weights = costs.map(({ ownFen }) => ownFen);
  const paid = steps
    .filter(({ step }) => step === 'paid')
    .map(({ payer, amountFen }) => ({ payer, parts: shareOut(amountFen ?? 0, weights) }));
  return { claim, stand: standOf(claim, steps), costs, paid };
}

function reportPerson(db: Db, person: Person, year: number): { row: Row; claims: YearReport['claims'] } {
  const filter = { personId: person.id, unclaimed: false, removed: false };
  const costs = listVisits(db, filter).map((visit) => costOf(db, visit));
  const costOfVisit = new Map(costs.map((cost) => [cost.visit.id, cost]));
  const shares = listClaims(db, person.id).map((claim) => shareClaim(db, claim, costOfVisit));
  const row = emptyRow(person);
  const inYear = ({ visit }: Cost) => Number(visit.date.slice(0, 4)) === year;
  const claimed = new Set<string>();
  for (const cost of costs.filter(inYear)) addCost(row, cost);
  const claims = shares.flatMap((share) => {
    for (const { visit } of share.costs) claimed.add(visit.id);
    const line = addShare(row, share, inYear);
    return line.spentFen > 0 ? [{ ...line, personName: person.name }] : [];
  });
  for (const { visit, ownFen } of costs.filter(inYear))
    if (!claimed.has(visit.id)) row.unclaimedFen += ownFen;
  return { row: { ...row, progress: findPersonYear(db, person.id, year) ?? null }, claims };
}

const emptyRow = ({ id, name }: Person): Row => ({
  personId: id,
  name,
  spentFen: 0,
  settledFen: 0,
  claimedFen: 0,
  paidFen: 0,
  openFen: 0,
  unclaimedFen: 0,
  selfFen: 0,
  byPayer: [],
  months: Array.from({ length: 12 }, () => ({ spentFen: 0, paidFen: 0 })),
  progress: null,
});

function addCost(row: Row, { visit, spentFen, ownFen }: Cost): void {
  row.spentFen += spentFen;
  row.settledFen += spentFen - ownFen;
  const month = row.months[Number(visit.date.slice(5, 7)) - 1];
  if (month) month.spentFen += spentFen;
}

/** Adds the part of a claim that belongs to the year; a payment is shared among visits by what was paid for each. */
function addShare(row: Row, { claim, stand, costs, paid }: ClaimShare, inYear: (cost: Cost) => boolean) {
  const line = {
    id: claim.id,
    number: claim.number,
    status: claim.status,
    spentFen: 0,
    ownFen: 0,
    paidFen: 0,
  };
  costs.forEach((cost, at) => {
    if (!inYear(cost)) return;
    line.spentFen += cost.spentFen;
    line.ownFen += cost.ownFen;
    const month = row.months[Number(cost.visit.date.slice(5, 7)) - 1];
    for (const { payer, parts } of paid) {
      const part = parts[at] ?? 0;
      line.paidFen += part;
      if (month) month.paidFen += part;
      addPayer(row, payer, part);
    }
  });
  row.paidFen += line.paidFen;
  const rest = line.ownFen - line.paidFen;
  if (stand === 'open') row.openFen += rest;
  else if (stand === 'closed') row.selfFen += rest;
  else row.unclaimedFen += rest;
  if (stand !== 'unclaimed') row.claimedFen += line.ownFen;
  return line;
}

function addPayer(row: Row, payer: Payer, amountFen: number): void {
  const known = row.byPayer.find((one) => one.payer === payer);
  if (known) known.amountFen += amountFen;
  else row.byPayer.push({ payer, amountFen });
  row.byPayer.sort((a, b) => payers.indexOf(a.payer) - payers.indexOf(b.payer));
}

/** Most frequent first; an office that was not named is ''. */
function countReturns(db: Db, people: ReadonlySet<string>, year: number): YearReport['returns'] {
  const counts = new Map<string, YearReport['returns'][number]>();
  for (const { office, reasons, personId } of listReturns(db, year)) {
    if (!people.has(personId)) continue;
    for (const reason of reasons as ReturnReason[]) {
      const key = `${office}\n${reason}`;
      const entry = counts.get(key) ?? { office, reason, count: 0 };
      counts.set(key, { ...entry, count: entry.count + 1 });
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count || a.office.localeCompare(b.office));
}
