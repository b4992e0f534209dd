// What keeps a claim from being complete, found from its data alone.

import type { ClaimFinding } from '../../shared/calls.ts';
import { missingPapers } from '../../shared/completeness.ts';
import type { Invoice, Paper, Person, Visit } from '../../shared/domain.ts';

export type VisitFacts = { visit: Visit; invoices: readonly Invoice[]; papers: readonly Paper[] };

/** Person first, then visit by visit in the order given. `blocks`: not complete without it; `advice`: worth a look. */
export function findClaimFindings(person: Person, visits: readonly VisitFacts[]): ClaimFinding[] {
  return [...findEmptyFields(person), ...visits.flatMap(findVisitFindings)];
}

const finding = (code: ClaimFinding['code'], severity: ClaimFinding['severity']): ClaimFinding => ({
  code,
  severity,
  visitId: null,
  kinds: [],
  field: '',
  statedFen: null,
  summedFen: null,
});

/** What the cover prints about the person. */
const coverFields = [
  'name',
  'citizenId',
  'insuredPlaceName',
  'phone',
  'payeeName',
  'bankName',
  'bankAccount',
] as const;

const findEmptyFields = (person: Person): ClaimFinding[] =>
  coverFields
    .filter((field) => person[field] === '')
    .map((field) => ({ ...finding('person-field-empty', 'advice'), field }));

function findVisitFindings({ visit, invoices, papers }: VisitFacts): ClaimFinding[] {
  const missing = missingPapers(visit, papers).map((demand) => ({
    ...finding('paper-missing', 'blocks'),
    kinds: [...demand.anyOf],
  }));
  const invoice = invoices.length === 0 ? [finding('invoice-missing', 'blocks')] : [];
  const found = [...missing, ...invoice, ...invoices.flatMap(findSumFindings)];
  return found.map((one) => ({ ...one, visitId: visit.id }));
}

function findSumFindings(invoice: Invoice): ClaimFinding[] {
  const stated = { field: invoice.number, statedFen: invoice.totalFen };
  const lines = invoice.lines.reduce((sum, line) => sum + line.amountFen, 0);
  const parts = [invoice.fundFen, invoice.otherFen, invoice.accountFen, invoice.cashFen];
  const known = parts.filter((part) => part !== null);
  const whole = known.reduce((sum, part) => sum + part, 0);
  return [
    ...(invoice.lines.length > 0 && lines !== invoice.totalFen
      ? [{ ...finding('lines-differ', 'blocks'), ...stated, summedFen: lines }]
      : []),
    ...(known.length === parts.length && whole !== invoice.totalFen
      ? [{ ...finding('parts-differ', 'advice'), ...stated, summedFen: whole }]
      : []),
  ];
}
