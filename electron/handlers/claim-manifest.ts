// What a claim holds at this moment, in the form in which a version that is handed in stays for ever.

import type { ClaimManifest } from '../../shared/claim-life.ts';
import type { Claim, Invoice } from '../../shared/domain.ts';
import { getInvoiceFacts } from '../database/facts.ts';
import { listInvoicesOfVisit } from '../database/invoice.ts';
import type { Db } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import { listClaimPapers, listLeftOut } from './arrangement.ts';

/** Visits earliest first, with all their papers that have pages. */
export function makeManifest(db: Db, claim: Claim): ClaimManifest {
  const visits = claim.visitIds.map((id) => getVisit(db, id));
  const invoices = visits.map((visit) => listInvoicesOfVisit(db, visit.id));
  const leftOut = listLeftOut(db, claim.id, claim.visitIds).map(({ paper, ...page }) => ({
    ...page,
    paperId: paper.id,
  }));
  return {
    number: claim.number,
    title: claim.title,
    visits: visits.map((visit, at) => ({
      visitId: visit.id,
      date: visit.date,
      hospital: visit.hospital,
      totalFen: sum(invoices[at] ?? [], ({ totalFen }) => totalFen),
    })),
    papers: visits.flatMap((visit) =>
      listClaimPapers(db, claim.id, visit.id)
        // A paper whose pages are all left out is not handed in.
        .filter(({ pages }) => pages.length > 0)
        .map(({ id, ...paper }) => ({ paperId: id, ...paper })),
    ),
    ...(leftOut.length > 0 ? { leftOut } : {}),
    totalFen: sum(invoices.flat(), ({ totalFen }) => totalFen),
    ownFen: sum(invoices.flat(), (invoice) => ownPayment(db, invoice)),
  };
}

/**
 * What the person paid and may claim, fen: the total less what fund and others paid at the hospital or elsewhere. An invoice that
 * was taken back, made void or replaced counts nothing.
 */
export function ownPayment(db: Db, invoice: Invoice): number {
  const { state, paidElsewhereFen } = getInvoiceFacts(db, invoice.id);
  if (state !== 'valid' && state !== 'copy-only') return 0;
  const settled = (invoice.fundFen ?? 0) + (invoice.otherFen ?? 0) + paidElsewhereFen;
  return Math.max(0, invoice.totalFen - settled);
}

const sum = (invoices: readonly Invoice[], read: (invoice: Invoice) => number): number =>
  invoices.reduce((total, invoice) => total + read(invoice), 0);
