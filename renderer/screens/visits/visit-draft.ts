// What is being typed about a visit and its invoices, as text, and the way from there to fen and back. Pure.

import type { VisitDetail } from '../../../shared/calls.ts';
import type { Invoice, InvoiceFields, InvoiceLine, VisitFields } from '../../../shared/domain.ts';
import { formatYuan, parseYuan } from '../../../shared/money.ts';
import { Problem, type ProblemFact } from '../../../shared/problems.ts';

export const parts = ['fund', 'other', 'account', 'cash', 'selfPaid', 'ownExpense'] as const;
export type Part = (typeof parts)[number];
/** These four together are the total; the other two only explain it. */
const payingParts = ['fund', 'other', 'account', 'cash'] as const;

export type LineDraft = Omit<InvoiceLine, 'amountFen'> & { key: string; amount: string };
export type InvoiceDraft = {
  key: string;
  id: string | null;
  kind: Invoice['kind'];
  code: string;
  number: string;
  checkCode: string;
  /** null follows the day of the visit. */
  issueDate: string | null;
  total: string;
  parts: Record<Part, string>;
  lines: LineDraft[];
  note: string;
};
export type VisitDraft = { visit: VisitFields; invoices: InvoiceDraft[] };

/** Keyed by field, `visit.date` or `<invoice key>.total` or `<invoice key>.<line key>`. */
export type FieldProblems = Record<string, ProblemFact>;

let lastKey = 0;
export const newKey = (): string => {
  lastKey += 1;
  return `new${lastKey}`;
};

const noParts = (): Record<Part, string> => ({
  fund: '',
  other: '',
  account: '',
  cash: '',
  selfPaid: '',
  ownExpense: '',
});

export const emptyInvoice = (key = newKey()): InvoiceDraft => ({
  key,
  id: null,
  kind: 'fiscal-receipt',
  code: '',
  number: '',
  checkCode: '',
  issueDate: null,
  total: '',
  parts: noParts(),
  lines: [],
  note: '',
});

export const emptyLine = (): LineDraft => ({
  key: newKey(),
  name: '',
  category: '',
  quantity: '',
  unit: '',
  amount: '',
});

const shownYuan = (fen: number | null): string => (fen === null ? '' : formatYuan(fen));

export function draftInvoice(invoice: Invoice): InvoiceDraft {
  return {
    key: invoice.id,
    id: invoice.id,
    kind: invoice.kind,
    code: invoice.code,
    number: invoice.number,
    checkCode: invoice.checkCode,
    issueDate: invoice.issueDate,
    total: formatYuan(invoice.totalFen),
    parts: {
      fund: shownYuan(invoice.fundFen),
      other: shownYuan(invoice.otherFen),
      account: shownYuan(invoice.accountFen),
      cash: shownYuan(invoice.cashFen),
      selfPaid: shownYuan(invoice.selfPaidFen),
      ownExpense: shownYuan(invoice.ownExpenseFen),
    },
    lines: invoice.lines.map(({ amountFen, ...line }, index) => ({
      ...line,
      key: `line${index}`,
      amount: formatYuan(amountFen),
    })),
    note: invoice.note,
  };
}

/** A saved visit as it is typed; one empty invoice stands ready when it has none. */
export function draftVisit(detail: VisitDetail): VisitDraft {
  const {
    id: _id,
    removed: _removed,
    createdAt: _createdAt,
    updatedAt: _updatedAt,
    ...fields
  } = detail.visit;
  const invoices = detail.invoices.map(draftInvoice);
  return { visit: fields, invoices: invoices.length > 0 ? invoices : [emptyInvoice('first')] };
}

/** A new visit on `date`; with `like`, the same place and disease again: chronic patients go every month. */
export function newVisit(personId: string, date: string, like?: VisitFields): VisitDraft {
  const empty: VisitFields = {
    personId,
    kind: 'chronic-outpatient',
    hospital: '',
    department: '',
    date,
    endDate: '',
    diagnosis: '',
    diseaseCode: '',
    diseaseName: '',
    note: '',
  };
  const repeated = like && {
    personId: like.personId,
    kind: like.kind,
    hospital: like.hospital,
    department: like.department,
    diagnosis: like.diagnosis,
    diseaseCode: like.diseaseCode,
    diseaseName: like.diseaseName,
  };
  return { visit: { ...empty, ...repeated }, invoices: [emptyInvoice('first')] };
}

/** True while nothing was typed into it: such an invoice is not saved. */
export const isBlank = (invoice: InvoiceDraft): boolean =>
  invoice.id === null &&
  invoice.lines.length === 0 &&
  [invoice.code, invoice.number, invoice.checkCode, invoice.total, invoice.note].every(
    (text) => !text.trim(),
  );

export const sameDraft = (a: VisitDraft, b: VisitDraft): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A line may give money back: "-12.50" is allowed there only. */
export function parseLineAmount(text: string): number {
  const plain = text.normalize('NFKC').trim();
  return /^[-−]/.test(plain) ? -parseYuan(plain.slice(1)) : parseYuan(plain);
}

/** Fen, or the problem with what was typed; undefined for nothing typed. */
export function readAmount(text: string, read = parseYuan): number | ProblemFact | undefined {
  if (!text.trim()) return undefined;
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Problem) return error.toFact();
    throw error;
  }
}

export type Comparison = { count: number; summedFen: number; statedFen: number; differenceFen: number };

/** What was added up beside what is stated; undefined while an amount cannot be read. */
function compare(amounts: (number | ProblemFact | undefined)[], total: string): Comparison | undefined {
  const stated = readAmount(total);
  if (typeof stated !== 'number') return undefined;
  const read = amounts.filter((amount) => typeof amount === 'number');
  if (read.length < amounts.length) return undefined;
  const summedFen = read.reduce((sum, amount) => sum + amount, 0);
  return { count: read.length, summedFen, statedFen: stated, differenceFen: summedFen - stated };
}

/** Lines against the total; undefined without lines. */
export function compareLines({
  lines,
  total,
}: Pick<InvoiceDraft, 'lines' | 'total'>): Comparison | undefined {
  if (lines.length === 0) return undefined;
  return compare(
    lines.map(({ amount }) => readAmount(amount, parseLineAmount)),
    total,
  );
}

/** Fund, other, account and cash against the total; undefined until all four are known. */
export const compareParts = (invoice: Pick<InvoiceDraft, 'parts' | 'total'>): Comparison | undefined =>
  compare(
    payingParts.map((part) => readAmount(invoice.parts[part])),
    invoice.total,
  );

/** The invoice ready to save, or the problems of its amounts by field. */
export function readInvoice(
  invoice: InvoiceDraft,
  visitId: string,
  visitDate: string,
): { fields: InvoiceFields } | { problems: FieldProblems } {
  const problems: FieldProblems = {};
  const take = (field: string, text: string, read = parseYuan): number | null => {
    const amount = readAmount(text, read);
    if (typeof amount === 'object') problems[`${invoice.key}.${field}`] = amount;
    return typeof amount === 'number' ? amount : null;
  };
  const totalFen = take('total', invoice.total);
  if (!invoice.total.trim())
    problems[`${invoice.key}.total`] = { code: 'amount-invalid', params: { value: '' } };
  const [fundFen, otherFen, accountFen, cashFen, selfPaidFen, ownExpenseFen] = parts.map((part) =>
    take(part, invoice.parts[part]),
  ) as [number | null, number | null, number | null, number | null, number | null, number | null];
  const lines = invoice.lines
    .filter((line) => line.name.trim() || line.amount.trim())
    .map(({ key, amount, ...line }) => ({ ...line, amountFen: take(key, amount, parseLineAmount) ?? 0 }));
  if (Object.keys(problems).length > 0) return { problems };
  const { kind, code, number, checkCode, note } = invoice;
  return {
    fields: {
      ...{ visitId, kind, note, lines, totalFen: totalFen ?? 0 },
      ...{ code: code.trim(), number: number.trim(), checkCode: checkCode.trim() },
      issueDate: invoice.issueDate ?? visitDate,
      ...{ fundFen, otherFen, accountFen, cashFen, selfPaidFen, ownExpenseFen },
    },
  };
}

/** Earlier values of a field, most used first, for suggestions. */
export function rankUsed(values: readonly string[]): string[] {
  const uses = new Map<string, number>();
  for (const value of values) if (value) uses.set(value, (uses.get(value) ?? 0) + 1);
  return [...uses].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
