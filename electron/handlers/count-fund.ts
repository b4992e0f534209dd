// What the basic fund has paid for a person's visits of one year: at the hospital, and by claims of this vault.

import type { Visit } from '../../shared/domain.ts';
import { listClaims } from '../database/claim.ts';
import { listClaimEvents } from '../database/claim-event.ts';
import { listInvoicesOfVisit } from '../database/invoice.ts';
import type { Db } from '../database/statement.ts';
import { listVisits } from '../database/visit.ts';
import { ownPayment } from './claim-manifest.ts';
import { shareOut } from './share-out.ts';

/** Costs of a stay count in the year it ended. */
export const yearOf = (visit: Pick<Visit, 'date' | 'endDate' | 'kind'>): number =>
  Number(((visit.kind === 'inpatient' && visit.endDate) || visit.date).slice(0, 4));

/** Stays and other visits have caps of their own. */
export type FundWish = { personId: string; exceptClaim: string; year: number; inpatient: boolean };

/** Fen. The visits of the claim itself are left out. */
export function countFund(db: Db, { personId, exceptClaim, year, inpatient }: FundWish): number {
  const isMeant = (visit: Visit) => yearOf(visit) === year && (visit.kind === 'inpatient') === inpatient;
  const visits = listVisits(db, { personId, unclaimed: false, removed: false });
  const claims = listClaims(db, personId);
  const own = new Set(claims.find(({ id }) => id === exceptClaim)?.visitIds);
  const meant = new Map(
    visits.filter((visit) => isMeant(visit) && !own.has(visit.id)).map((visit) => [visit.id, visit]),
  );
  const settled = [...meant.keys()]
    .flatMap((id) => listInvoicesOfVisit(db, id))
    .reduce((sum, { fundFen }) => sum + (fundFen ?? 0), 0);
  const paid = claims
    .filter(({ id }) => id !== exceptClaim)
    .reduce((sum, { id, visitIds }) => sum + sharesOf(db, id, visitIds, meant), 0);
  return settled + paid;
}

/** The part of the basic fund's payments that belongs to the visits meant, shared by what was paid for each. */
function sharesOf(
  db: Db,
  claimId: string,
  visitIds: readonly string[],
  meant: ReadonlyMap<string, Visit>,
): number {
  const weights = visitIds.map((id) =>
    listInvoicesOfVisit(db, id).reduce((sum, invoice) => sum + ownPayment(db, invoice), 0),
  );
  return listClaimEvents(db, claimId)
    .filter(({ step, payer }) => step === 'paid' && payer === 'basic')
    .flatMap(({ amountFen }) => shareOut(amountFen ?? 0, weights))
    .reduce((sum, part, at) => sum + (meant.has(visitIds[at % visitIds.length] ?? '') ? part : 0), 0);
}
