// Every invoice of the vault with where it is, to find the same one in another visit, person, year or submission.

import type { InvoicePlace } from '../readiness/input.ts';
import { type Db, sql } from './statement.ts';

/** Those not removed, of visits not removed. */
export function listInvoicePlaces(db: Db): InvoicePlace[] {
  return sql<InvoicePlace>(
    db,
    `SELECT invoice.id AS invoiceId, coalesce(same_key, '') AS key, invoice.number, total_fen AS totalFen,
       visit.id AS visitId, visit.date AS visitDate, visit.hospital, person.id AS personId, person.name AS personName,
       claim.id AS claimId, coalesce(claim.number, '') AS claimNumber,
       CASE WHEN claim.status IN ('withdrawn') THEN ''
         ELSE coalesce((SELECT min(on_date) FROM claim_event WHERE claim_id = claim.id AND step = 'handed-in'
           AND taken_back_at IS NULL), '') END AS submittedOn
     FROM invoice JOIN visit ON visit.id = visit_id JOIN person ON person.id = visit.person_id
     LEFT JOIN claim ON claim.removed_at IS NULL
       AND claim.id IN (SELECT claim_id FROM claim_visit WHERE claim_visit.visit_id = visit.id)
     WHERE invoice.removed_at IS NULL AND visit.removed_at IS NULL ORDER BY invoice.row`,
  ).all();
}
