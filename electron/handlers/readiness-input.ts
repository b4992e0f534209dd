// Everything readiness looks at, read from the vault: once for a person, then for each bundle.

import type { Hospital, PersonFacts, VisitFacts } from '../../shared/claim-life.ts';
import { calendarDate } from '../../shared/dates.ts';
import type { PaperPage, Person, Visit } from '../../shared/domain.ts';
import { confirmationOf } from '../../shared/page-findings.ts';
import type { ResolvedPack } from '../../shared/rules/resolved-pack.ts';
import { type Situation, situations } from '../../shared/rules/rule-parts.ts';
import { listApprovals } from '../database/approval.ts';
import { listClaimEvents } from '../database/claim-event.ts';
import * as facts from '../database/facts.ts';
import { listFilings } from '../database/filing.ts';
import { listHospitals } from '../database/hospital.ts';
import { listInvoicePlaces } from '../database/invoice-places.ts';
import { getScan } from '../database/scan.ts';
import { listStandingPapers } from '../database/standing-paper.ts';
import type { Db } from '../database/statement.ts';
import { getVisits, listVisits } from '../database/visit.ts';
import type {
  InvoicePlace,
  InvoiceStanding,
  PageConfirmed,
  ReadinessInput,
  Stay,
  VisitSeen,
} from '../readiness/input.ts';
import { type Arrangement, arrangeAll, findLeftOut, readArrangement } from './arrangement.ts';
import { asTaken, type LookOf } from './page-look.ts';
import { resolveFor } from './rule-pack.ts';
import type { VisitShelf } from './visit-shelf.ts';

/** What all bundles of one person share. */
export type Desk = {
  db: Db;
  person: Person;
  today: string;
  pack: ResolvedPack;
  hospitals: Hospital[];
  shared: Pick<ReadinessInput, 'standingPapers' | 'filings' | 'approvals' | 'diedOn' | 'payeeKind'>;
  vaultInvoices: InvoicePlace[];
  invoiceStandings: InvoiceStanding[];
  stays: Stay[];
  shelf: VisitShelf;
  lookOf: LookOf;
};

/** Without `lookOf` edited pages are judged as they came: enough where nobody asks about pages. */
export type DeskWish = { today: string; shelf: VisitShelf; lookOf?: LookOf };

export const openDesk = (db: Db, person: Person, wish: DeskWish): Desk => openDesks(db, wish)(person);

/** For several people: what the whole vault has in common, and the rules of each place, are read once. */
export function openDesks(
  db: Db,
  { today, shelf, lookOf = () => undefined }: DeskWish,
): (person: Person) => Desk {
  const packs = new Map<string, ResolvedPack>();
  const vault = {
    hospitals: listHospitals(db),
    vaultInvoices: listInvoicePlaces(db),
    invoiceStandings: facts.listInvoiceFacts(db).map(({ invoiceId, state, replacedBy, ...paid }) => ({
      ...{ invoiceId, state, replacedBy },
      reimbursedFen: paid.paidElsewhereFen,
      payer: paid.paidElsewhereBy,
    })),
  };
  return (person) => {
    const place = person.insuredPlaceCode;
    const pack = packs.get(place) ?? resolveFor(db, place);
    packs.set(place, pack);
    return {
      ...{ db, person, today, pack, shelf, lookOf, ...vault },
      shared: {
        standingPapers: listStandingPapers(db, person.id),
        filings: listFilings(db, person.id),
        approvals: listApprovals(db, person.id),
        ...knownOf(facts.getPersonFacts(db, person.id)),
      },
      stays: listVisits(db, { personId: person.id, unclaimed: false, removed: false })
        .filter(({ kind }) => kind === 'inpatient')
        .map(({ id, date, endDate, hospital }) => ({ visitId: id, from: date, to: endDate, hospital })),
    };
  };
}

/** What was said about the person; what was not is left out. */
export const knownOf = ({
  diedOn,
  accountKind,
}: PersonFacts): Pick<ReadinessInput, 'diedOn' | 'payeeKind'> => ({
  ...(diedOn === '' ? {} : { diedOn }),
  ...(accountKind === '' ? {} : { payeeKind: accountKind }),
});

export function readinessInput(
  desk: Desk,
  claim: ReadinessInput['claim'],
  visitIds: readonly string[],
): ReadinessInput {
  const { db, person, today, pack, hospitals, shared, vaultInvoices, invoiceStandings } = desk;
  const { id, number, personId, status } = claim;
  const arrangement = id === '' ? unarranged : readArrangement(db, id);
  return {
    claim: { id, number, personId, status },
    visits: getVisits(db, visitIds).map((visit) => seeVisit(desk, visit, arrangement)),
    ...seeLeftOut(desk, arrangement, visitIds),
    ...{ person, hospitals, vaultInvoices, invoiceStandings, pack, today },
    ...shared,
    otherStays: desk.stays.filter(({ visitId }) => !visitIds.includes(visitId)),
    events: id === '' ? [] : listClaimEvents(db, id),
  };
}

const isSituation = (name: string): name is Situation => (situations as readonly string[]).includes(name);

/** Only what is in a claim can be left out of its packet. */
const unarranged: Arrangement = { rank: new Map(), excluded: new Map() };

function seeLeftOut(
  { db, shelf }: Desk,
  arrangement: Arrangement,
  visitIds: readonly string[],
): Pick<ReadinessInput, 'pagesLeftOut'> {
  if (arrangement.excluded.size === 0) return {};
  const left = findLeftOut(arrangement, visitIds.flatMap(shelf.papers));
  const pagesLeftOut = left.map(({ visitId, paper, scan, page, reason }) => ({
    ...{ visitId, paperKind: paper.kind, page, reason },
    file: getScan(db, scan).fileName,
  }));
  return pagesLeftOut.length > 0 ? { pagesLeftOut } : {};
}

export const situationsOf = ({ situations: named }: Pick<VisitFacts, 'situations'>): Situation[] =>
  named.filter(isSituation);

/** As the packet of its claim shows it: without the pages that are left out of it. */
function seeVisit({ shelf, lookOf }: Desk, visit: Visit, arrangement: Arrangement): VisitSeen {
  const { situations: named, daysOfSupply, medicines } = shelf.facts(visit.id);
  const isRead = daysOfSupply !== null || medicines.length > 0;
  return {
    visit,
    invoices: shelf.invoices(visit.id),
    papers: arrangeAll(arrangement, shelf.papers(visit.id)).map((paper) => ({
      paper,
      facts: shelf.paperFacts(paper) ?? null,
      looks: paper.pages.map((page) => lookOf(page) ?? asTaken(page, shelf.findings(page))),
      confirmed: paper.pages.map((page) => seeConfirmed(shelf, page)),
    })),
    situations: situationsOf({ situations: named }),
    ...(isRead ? { prescription: { days: daysOfSupply, medicines } } : {}),
  };
}

function seeConfirmed(shelf: VisitShelf, page: PaperPage): PageConfirmed | undefined {
  const one = confirmationOf(shelf.confirmations(page), page);
  return one && { codes: one.codes, on: calendarDate(new Date(one.at)) };
}
