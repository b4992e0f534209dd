// Days that cannot be: to come, after death, of care outside while in hospital, two stays at once, an invoice before the visit.

import type { Finding } from '../../shared/rules/finding.ts';
import type { Stay } from './input.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, compare, type VisitCase } from './visit-case.ts';

export function checkDates(claim: ClaimCase): Finding[] {
  const stays = staysOf(claim);
  return claim.cases.flatMap((one) => [
    ...checkDay(claim, one),
    ...checkStays(one, stays),
    ...one.invoices.flatMap(({ id, number, issueDate }) => checkIssueDate(one, { id, number, issueDate })),
  ]);
}

function staysOf(claim: ClaimCase): Stay[] {
  const own = claim.cases
    .filter(({ visit }) => visit.kind === 'inpatient' && visit.endDate !== '')
    .map(({ visit }) => ({
      visitId: visit.id,
      from: visit.date,
      to: visit.endDate,
      hospital: visit.hospital,
    }));
  return [...own, ...(claim.otherStays ?? [])].toSorted(
    (a, b) => compare(a.from, b.from) || compare(a.visitId, b.visitId),
  );
}

function checkDay(claim: ClaimCase, one: VisitCase): Finding[] {
  const { id: visitId, date } = one.visit;
  const found: Finding[] = [];
  if (date > claim.today)
    found.push(
      makeFinding('visit-in-future', 'blocks', {
        visitId,
        field: 'date',
        params: { date },
        do: 'home',
        action: 'edit-visit',
      }),
    );
  if (claim.diedOn && date > claim.diedOn)
    found.push(
      makeFinding('visit-after-death', 'blocks', {
        ...{
          visitId,
          field: 'date',
          params: { date, diedOn: claim.diedOn },
          do: 'home',
          action: 'edit-visit',
        },
      }),
    );
  if (one.visit.kind === 'inpatient' && one.endsOn === '')
    found.push(
      makeFinding('still-in-hospital', 'blocks', {
        visitId,
        field: 'endDate',
        do: 'wait',
        action: 'edit-visit',
      }),
    );
  return found;
}

/** On the days of admission and discharge themselves outpatient care is usual; between them it is not paid. */
function checkStays(one: VisitCase, stays: readonly Stay[]): Finding[] {
  const { id: visitId, date, endDate, kind } = one.visit;
  const others = stays.filter((stay) => stay.visitId !== visitId);
  const isStay = kind === 'inpatient';
  const stay = others.find(({ from, to }) =>
    isStay ? endDate !== '' && from < endDate && date < to : from < date && date < to,
  );
  // Of two stays in the claim the later one is named, once.
  if (!stay || (isStay && (stay.from > date || (stay.from === date && stay.visitId > visitId)))) return [];
  const params = { date, from: stay.from, to: stay.to, hospital: stay.hospital };
  const said = { visitId, field: 'date', params, do: 'decide', action: 'edit-visit' } as const;
  return [makeFinding(isStay ? 'stays-overlap' : 'outpatient-inside-stay', 'likely-returned', said)];
}

type Issued = { id: string; number: string; issueDate: string };

/** E-receipts are often issued days after the visit: worth knowing. Before it, something is mixed up. */
function checkIssueDate(one: VisitCase, { id, number, issueDate }: Issued): Finding[] {
  if (issueDate === '') return [];
  const said = {
    ...{ visitId: one.visit.id, invoiceId: id, paperKind: 'invoice' as const, field: 'issueDate' },
    ...{ params: { number, issued: issueDate, date: one.visit.date }, target: id },
  };
  if (issueDate < one.visit.date)
    return [
      makeFinding('invoice-date-before-visit', 'likely-returned', {
        ...said,
        do: 'home',
        action: 'edit-invoice',
      }),
    ];
  if (one.visit.kind !== 'inpatient' && issueDate > one.visit.date)
    return [
      makeFinding('invoice-date-after-visit', 'advice', { ...said, do: 'home', action: 'edit-invoice' }),
    ];
  return [];
}
