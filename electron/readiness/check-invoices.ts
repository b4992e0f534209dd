// The same invoice claimed twice, an invoice that is no longer valid, an invoice somebody has already paid for.

import type { Invoice } from '../../shared/domain.ts';
import { invoiceKey } from '../../shared/identifiers.ts';
import type { Finding, FindingCode } from '../../shared/rules/finding.ts';
import type { InvoicePlace, InvoiceStanding } from './input.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, compare, papersOf, type VisitCase } from './visit-case.ts';

type Here = { one: VisitCase; invoice: Invoice; key: string };

export function checkDuplicates(claim: ClaimCase): Finding[] {
  const here = claim.cases.flatMap((one) =>
    one.invoices.map((invoice) => ({ one, invoice, key: invoiceKey(invoice) ?? '' })),
  );
  const ids = new Set(here.map(({ invoice }) => invoice.id));
  const all = indexInvoices(claim.vaultInvoices);
  const isElsewhere = ({ invoiceId }: InvoicePlace) => !ids.has(invoiceId);
  const outside: Outside = {
    byKey: (key) => (all.byKey.get(key) ?? []).filter(isElsewhere),
    byNumber: (number) => (all.byNumber.get(number) ?? []).filter(isElsewhere),
  };
  const inside = Map.groupBy(here, ({ key }) => key);
  return here.flatMap((mine) => [...twiceHere(mine, inside), ...twiceElsewhere(claim, mine, outside)]);
}

const numberAndSum = ({ number, totalFen }: { number: string; totalFen: number }): string =>
  number === '' ? '' : `${number}/${totalFen}`;

const at = ({ one, invoice }: Here) => ({
  ...{ visitId: one.visit.id, invoiceId: invoice.id, paperKind: 'invoice' as const, target: invoice.id },
});

/** The later of two in the same claim is the one too many. */
function twiceHere(mine: Here, inside: Map<string, Here[]>): Finding[] {
  const twins = mine.key === '' ? [] : (inside.get(mine.key) ?? []);
  const first = twins[0];
  if (!first || first.invoice.id === mine.invoice.id) return [];
  const { visit } = first.one;
  const params = { number: mine.invoice.number, date: visit.date, hospital: visit.hospital };
  return [
    makeFinding('invoice-twice-here', 'blocks', {
      ...at(mine),
      params,
      do: 'decide',
      action: 'open-invoice',
    }),
  ];
}

type Outside = Record<'byKey' | 'byNumber', (name: string) => InvoicePlace[]>;
type Indexed = Record<'byKey' | 'byNumber', Map<string, InvoicePlace[]>>;

/** All claims of a list are checked against the same invoices: they are put in order once. */
const indexed = new WeakMap<readonly InvoicePlace[], Indexed>();
function indexInvoices(invoices: readonly InvoicePlace[]): Indexed {
  const known = indexed.get(invoices);
  if (known) return known;
  const sorted = invoices.toSorted(
    (a, b) => compare(a.visitDate, b.visitDate) || compare(a.invoiceId, b.invoiceId),
  );
  const index = {
    byKey: Map.groupBy(sorted, ({ key }) => key),
    byNumber: Map.groupBy(sorted, numberAndSum),
  };
  indexed.set(invoices, index);
  return index;
}

function twiceElsewhere(claim: ClaimCase, mine: Here, outside: Outside): Finding[] {
  const twins = mine.key === '' ? [] : outside.byKey(mine.key);
  if (twins.length > 0) return [elsewhere(claim, mine, gravest(claim, twins))];
  const alike = numberAndSum(mine.invoice) === '' ? [] : outside.byNumber(numberAndSum(mine.invoice));
  const [first] = alike;
  if (!first || mine.invoice.twinAccepted) return [];
  const said = { ...at(mine), params: where(mine, first), do: 'decide', action: 'open-invoice' } as const;
  return [makeFinding('invoice-looks-twice', 'advice', said)];
}

/** Submitted before weighs most, then another person's. */
const gravest = (claim: ClaimCase, twins: readonly InvoicePlace[]): InvoicePlace =>
  twins.find(({ submittedOn }) => submittedOn !== '') ??
  twins.find(({ personId }) => personId !== claim.person.id) ??
  (twins[0] as InvoicePlace);

function elsewhere(claim: ClaimCase, mine: Here, twin: InvoicePlace): Finding {
  const code = codeFor(claim, mine, twin);
  const severity = mine.invoice.twinAccepted ? 'advice' : 'blocks';
  return makeFinding(code, severity, {
    ...at(mine),
    params: where(mine, twin),
    ...{
      do: 'decide',
      action: twin.claimId ? 'open-claim' : 'open-invoice',
      target: twin.claimId ?? twin.invoiceId,
    },
  });
}

function codeFor(claim: ClaimCase, mine: Here, twin: InvoicePlace): FindingCode {
  if (twin.submittedOn !== '') return 'invoice-submitted-before';
  if (twin.personId !== claim.person.id) return 'invoice-of-other-person';
  if (twin.visitDate.slice(0, 4) !== mine.one.visit.date.slice(0, 4)) return 'invoice-in-other-year';
  return 'invoice-in-other-visit';
}

const where = ({ invoice }: Here, twin: InvoicePlace) => ({
  number: invoice.number,
  ...{ person: twin.personName, date: twin.visitDate, hospital: twin.hospital },
  ...{ claim: twin.claimNumber, submittedOn: twin.submittedOn, sumFen: twin.totalFen },
});

export function checkStandings(claim: ClaimCase): Finding[] {
  const standings = new Map((claim.invoiceStandings ?? []).map((one) => [one.invoiceId, one]));
  return claim.cases.flatMap((one) =>
    one.invoices.flatMap((invoice) => {
      const standing = standings.get(invoice.id);
      const mine = { one, invoice, key: '' };
      return [...checkState(mine, standing), ...checkSettled(mine), ...checkReimbursed(mine, standing)];
    }),
  );
}

/** Reversed or voided: dead. Replaced: the paper it was exchanged for (换开) is now the document. */
function checkState(mine: Here, standing: InvoiceStanding | undefined): Finding[] {
  const params = { number: mine.invoice.number, replacedBy: standing?.replacedBy ?? '' };
  const said = { ...at(mine), params };
  switch (standing?.state) {
    case 'reversed':
      return [makeFinding('invoice-reversed', 'blocks', { ...said, do: 'hospital', action: 'edit-invoice' })];
    case 'voided':
      return [makeFinding('invoice-voided', 'blocks', { ...said, do: 'hospital', action: 'edit-invoice' })];
    case 'replaced':
      return [
        makeFinding('invoice-replaced', 'blocks', {
          ...said,
          do: 'home',
          action: 'add-paper',
          target: mine.one.visit.id,
        }),
      ];
    case 'copy-only':
      return [
        makeFinding('invoice-copy-only', 'likely-returned', {
          ...said,
          do: 'home',
          action: 'add-paper',
          target: mine.one.visit.id,
        }),
      ];
    default:
      return [];
  }
}

/** 统筹支付 above zero: the fund has paid at the counter already; by hand only what it left out could be asked for. */
function checkSettled(mine: Here): Finding[] {
  const fundFen = mine.invoice.fundFen ?? 0;
  if (fundFen === 0) return [];
  const params = { number: mine.invoice.number, fundFen };
  return [
    makeFinding('settled-already', 'likely-returned', {
      ...at(mine),
      params,
      do: 'decide',
      action: 'edit-invoice',
    }),
  ];
}

function checkReimbursed(mine: Here, standing: InvoiceStanding | undefined): Finding[] {
  if (!standing || standing.reimbursedFen === 0) return [];
  const params = { number: mine.invoice.number, payer: standing.payer, paidFen: standing.reimbursedFen };
  if (standing.reimbursedFen >= mine.invoice.totalFen)
    return [
      makeFinding('reimbursed-elsewhere', 'blocks', {
        ...at(mine),
        params,
        do: 'decide',
        action: 'edit-invoice',
      }),
    ];
  if (papersOf(mine.one, 'settlement-sheet').length > 0) return [];
  return [
    makeFinding('reimbursed-in-part', 'likely-returned', {
      ...at(mine),
      ...{
        params,
        paperKind: 'settlement-sheet',
        do: 'office',
        action: 'add-paper',
        target: mine.one.visit.id,
      },
    }),
  ];
}
