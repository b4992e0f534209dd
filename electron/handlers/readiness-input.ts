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
import { listInvoicesOfVisit } from '../database/invoice.ts';
import { listInvoicePlaces } from '../database/invoice-places.ts';
import { listConfirmations } from '../database/page-look.ts';
import { listPapers } from '../database/paper.ts';
import { getScan } from '../database/scan.ts';
import { listStandingPapers } from '../database/standing-paper.ts';
import type { Db } from '../database/statement.ts';
import { getVisit, listVisits } from '../database/visit.ts';
import type {
  InvoicePlace,
  InvoiceStanding,
  PageConfirmed,
  ReadinessInput,
  Stay,
  VisitSeen,
} from '../readiness/input.ts';
import { listClaimPapers, listLeftOut } from './arrangement.ts';
import { asTaken, type LookOf } from './page-look.ts';
import { resolveFor } from './rule-pack.ts';

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
  lookOf: LookOf;
};

/** Without `lookOf` edited pages are judged as they came: enough where nobody asks about pages. */
export const openDesk = (db: Db, person: Person, today: string, lookOf?: LookOf): Desk =>
  openDesks(db, today, lookOf)(person);

/** For several people: what the whole vault has in common, and the rules of each place, are read once. */
export function openDesks(
  db: Db,
  today: string,
  lookOf: LookOf = (page) => asTaken(db, page),
): (person: Person) => Desk {
  const packs = new Map<string, ResolvedPack>();
  const vault = {
    hospitals: listHospitals(db),
    vaultInvoices: listInvoicePlaces(db),
    invoiceStandings: facts.listInvoiceFacts(db).map(({ invoiceId, state, ...paid }) => ({
      ...{ invoiceId, state },
      reimbursedFen: paid.paidElsewhereFen,
      payer: paid.paidElsewhereBy,
    })),
  };
  return (person) => {
    const place = person.insuredPlaceCode;
    const pack = packs.get(place) ?? resolveFor(db, place);
    packs.set(place, pack);
    return {
      ...{ db, person, today, pack, lookOf, ...vault },
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
  return {
    claim: { id, number, personId, status },
    visits: visitIds.map((visitId) => seeVisit(desk, getVisit(db, visitId), id)),
    ...seeLeftOut(db, id, visitIds),
    ...{ person, hospitals, vaultInvoices, invoiceStandings, pack, today },
    ...shared,
    otherStays: desk.stays.filter(({ visitId }) => !visitIds.includes(visitId)),
    events: id === '' ? [] : listClaimEvents(db, id),
  };
}

const isSituation = (name: string): name is Situation => (situations as readonly string[]).includes(name);

/** Only what is in a claim can be left out of its packet. */
function seeLeftOut(
  db: Db,
  claimId: string,
  visitIds: readonly string[],
): Pick<ReadinessInput, 'pagesLeftOut'> {
  if (claimId === '') return {};
  const pagesLeftOut = listLeftOut(db, claimId, visitIds).map(({ visitId, paper, scan, page, reason }) => ({
    ...{ visitId, paperKind: paper.kind, page, reason },
    file: getScan(db, scan).fileName,
  }));
  return pagesLeftOut.length > 0 ? { pagesLeftOut } : {};
}

/** With `claimId` as the packet of this claim shows it: without the pages that are left out of it. */
export const situationsOf = ({ situations: named }: Pick<VisitFacts, 'situations'>): Situation[] =>
  named.filter(isSituation);

function seeVisit({ db, lookOf }: Desk, visit: Visit, claimId = ''): VisitSeen {
  const { situations: named, daysOfSupply, medicines } = facts.getVisitFacts(db, visit.id);
  const papers = claimId === '' ? listPapers(db, visit.id) : listClaimPapers(db, claimId, visit.id);
  const isRead = daysOfSupply !== null || medicines.length > 0;
  return {
    visit,
    invoices: listInvoicesOfVisit(db, visit.id),
    papers: papers.map((paper) => ({
      paper,
      facts: facts.findPaperFacts(db, paper.id) ?? null,
      looks: paper.pages.map(lookOf),
      confirmed: paper.pages.map((page) => seeConfirmed(db, page)),
    })),
    situations: situationsOf({ situations: named }),
    ...(isRead ? { prescription: { days: daysOfSupply, medicines } } : {}),
  };
}

function seeConfirmed(db: Db, page: PaperPage): PageConfirmed | undefined {
  const said = listConfirmations(db, page.scan).filter((one) => one.page === page.page);
  const one = confirmationOf(said, page);
  return one && { codes: one.codes, on: calendarDate(new Date(one.at)) };
}
