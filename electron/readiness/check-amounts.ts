// Sums to the fen, invoices that show only categories, prescriptions that do not cover what was bought.

import type { Invoice, InvoiceLine } from '../../shared/domain.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { foldText } from './fold-text.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, papersOf, type VisitCase } from './visit-case.ts';

export const checkAmounts = ({ cases }: ClaimCase): Finding[] =>
  cases.flatMap((one) => [
    ...checkInvoiceThere(one),
    ...one.invoices.flatMap((invoice) => [...checkLines(one, invoice), ...checkParts(one, invoice)]),
    ...checkPrintedTotals(one),
    ...checkPrescription(one),
  ]);

function checkInvoiceThere({ invoices, visit }: VisitCase): Finding[] {
  if (invoices.length > 0) return [];
  return [
    makeFinding('invoice-missing', 'blocks', { visitId: visit.id, do: 'home', action: 'edit-invoice' }),
  ];
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);

const said = (one: VisitCase, invoice: Invoice, summedFen: number) => ({
  ...{ visitId: one.visit.id, invoiceId: invoice.id, target: invoice.id },
  params: {
    number: invoice.number,
    statedFen: invoice.totalFen,
    summedFen,
    differenceFen: invoice.totalFen - summedFen,
  },
});

function checkLines(one: VisitCase, invoice: Invoice): Finding[] {
  const summed = sum(invoice.lines.map(({ amountFen }) => amountFen));
  if (invoice.lines.length === 0 || summed === invoice.totalFen) return [];
  const rule = one.rule('invoices');
  return [
    makeFinding('list-total-differs', 'blocks', {
      ...said(one, invoice, summed),
      ...{ paperKind: 'itemized-list', rule: rule?.rule.listMustEqualTotal && !rule.hint ? rule : undefined },
      ...{ do: 'hospital', action: 'edit-invoice' },
    }),
  ];
}

/** 统筹 + 其他 + 账户 + 现金 = 合计, when all four are known. */
function checkParts(one: VisitCase, invoice: Invoice): Finding[] {
  const parts = [invoice.fundFen, invoice.otherFen, invoice.accountFen, invoice.cashFen];
  const known = parts.filter((part) => part !== null);
  if (known.length < parts.length || sum(known) === invoice.totalFen) return [];
  return [
    makeFinding('settlement-differs', 'likely-returned', {
      ...said(one, invoice, sum(known)),
      ...{ paperKind: 'invoice', do: 'home', action: 'edit-invoice' },
    }),
  ];
}

/** What the list itself prints as its total, against all invoices of the visit or any one of them. */
function checkPrintedTotals(one: VisitCase): Finding[] {
  const lists = papersOf(one, 'itemized-list').filter(
    ({ facts }) => typeof facts?.printedTotalFen === 'number',
  );
  const totals = one.invoices.map(({ totalFen }) => totalFen);
  if (lists.length === 0 || totals.length === 0) return [];
  const printed = lists.map(({ facts }) => facts?.printedTotalFen ?? 0);
  if (sum(printed) === sum(totals) || printed.every((fen) => totals.includes(fen))) return [];
  const invoice = one.invoices[0];
  if (!invoice || checkLines(one, invoice).length > 0) return [];
  const params = {
    statedFen: sum(totals),
    summedFen: sum(printed),
    differenceFen: sum(totals) - sum(printed),
  };
  return [
    makeFinding('list-total-differs', 'blocks', {
      ...{ visitId: one.visit.id, invoiceId: invoice.id, paperKind: 'itemized-list' },
      params: { number: invoice.number, ...params },
      ...{ do: 'hospital', action: 'edit-paper', target: lists[0]?.paper.id ?? '' },
    }),
  ];
}

const MEDICINE = /西药|中成药|中药|草药|药费|药品/;
const isMedicine = ({ name, category }: InvoiceLine): boolean => MEDICINE.test(category) && name !== category;

/** Each medicine paid for must stand on the prescription, when somebody read it. */
function checkPrescription(one: VisitCase): Finding[] {
  const prescribed = one.prescription?.medicines ?? [];
  if (prescribed.length === 0) return [];
  const names = prescribed.map(foldText);
  const isPrescribed = (line: InvoiceLine) => {
    const bought = foldText(line.name);
    return names.some((name) => bought.includes(name) || name.includes(bought));
  };
  const others = one.invoices.flatMap(({ lines }) =>
    lines.filter((line) => isMedicine(line) && !isPrescribed(line)),
  );
  if (others.length === 0) return [];
  const params = { medicines: [...new Set(others.map(({ name }) => name))].join('、'), count: others.length };
  return [
    makeFinding('prescription-not-matched', 'likely-returned', {
      ...{ visitId: one.visit.id, paperKind: 'prescription', params, do: 'hospital', action: 'edit-paper' },
    }),
  ];
}
