// What the application sheet says beside the papers: filings in force, the hospital's grade and code, what was paid already.

import type { Visit } from '../../shared/domain.ts';
import type { PacketCover, PacketVisit } from '../../shared/packet-plan.ts';
import { listAttachments } from '../database/attachment.ts';
import { listFilings } from '../database/filing.ts';
import { listHospitals } from '../database/hospital.ts';
import { listInvoicesOfVisit } from '../database/invoice.ts';
import type { Db } from '../database/statement.ts';

/** Filings whose span holds a visit, the earliest first; `paidFen` null while any invoice does not say what was paid. */
export function planCover(db: Db, personId: string, visits: readonly Visit[]): PacketCover {
  const filings = listFilings(db, personId)
    .filter(({ from, to }) => visits.some(({ date }) => from <= date && (to === '' || date <= to)))
    .map(({ category, from, to, cityName }) => ({ category, from, to, place: cityName }))
    .reverse();
  const invoices = visits.flatMap(({ id }) => listInvoicesOfVisit(db, id));
  const known =
    invoices.length > 0 && invoices.every(({ fundFen, otherFen }) => fundFen !== null || otherFen !== null);
  const paid = invoices.reduce((sum, { fundFen, otherFen }) => sum + (fundFen ?? 0) + (otherFen ?? 0), 0);
  return { filings, paidFen: known ? paid : null };
}

/** Nothing where nothing is known, so that a plan without it stays as it was. */
export function planVisitFacts(db: Db, visit: Visit): Pick<PacketVisit, 'hospitalFacts' | 'attachments'> {
  const known = listHospitals(db).find(
    ({ name, aliases }) => name === visit.hospital || aliases.includes(visit.hospital),
  );
  const attachments = listAttachments(db, visit.id).map(({ kind, scan }) => ({
    kind,
    scan: scan.id,
    fileName: scan.fileName,
  }));
  return {
    ...(known && (known.grade || known.code)
      ? { hospitalFacts: { grade: known.grade, code: known.code } }
      : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}
