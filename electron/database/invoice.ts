// Invoices and their lines: all SQL of the tables `invoice` and `invoice_line`.

import type { Invoice, InvoiceFields, InvoiceLine } from '../../shared/domain.ts';
import { invoiceKey } from '../../shared/identifiers.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, manyIds, sql } from './statement.ts';

type InvoiceRow = {
  id: string;
  visit_id: string;
  kind: string;
  code: string;
  number: string;
  check_code: string;
  issue_date: string;
  total_fen: number;
  fund_fen: number | null;
  other_fen: number | null;
  account_fen: number | null;
  cash_fen: number | null;
  self_paid_fen: number | null;
  own_expense_fen: number | null;
  note: string;
  twin_accepted: number;
  created_at: string;
  updated_at: string;
  removed_at: string | null;
};
type LineRow = {
  invoice_id: string;
  name: string;
  category: string;
  quantity: string;
  unit: string;
  amount_fen: number;
};

function toInvoice(row: InvoiceRow, lines: InvoiceLine[]): Invoice {
  return {
    id: row.id,
    visitId: row.visit_id,
    kind: row.kind as Invoice['kind'],
    code: row.code,
    number: row.number,
    checkCode: row.check_code,
    issueDate: row.issue_date,
    totalFen: row.total_fen,
    fundFen: row.fund_fen,
    otherFen: row.other_fen,
    accountFen: row.account_fen,
    cashFen: row.cash_fen,
    selfPaidFen: row.self_paid_fen,
    ownExpenseFen: row.own_expense_fen,
    lines,
    note: row.note,
    twinAccepted: row.twin_accepted === 1,
    removed: row.removed_at !== null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

const values = (fields: InvoiceFields): (string | number | null)[] => [
  fields.visitId,
  fields.kind,
  fields.code,
  fields.number,
  fields.checkCode,
  fields.issueDate,
  fields.totalFen,
  fields.fundFen,
  fields.otherFen,
  fields.accountFen,
  fields.cashFen,
  fields.selfPaidFen,
  fields.ownExpenseFen,
  fields.note,
  invoiceKey(fields) ?? null,
];

export type InvoiceFilter = { visitId?: string; personId?: string };

/** Those not removed, of visits not removed, in the order of visit date and logging. */
export function listInvoices(db: Db, filter: InvoiceFilter): Invoice[] {
  const rows = sql<InvoiceRow>(
    db,
    `SELECT invoice.* FROM invoice JOIN visit ON visit.id = visit_id
     WHERE invoice.removed_at IS NULL AND visit.removed_at IS NULL
       AND (@visitId IS NULL OR visit_id = @visitId) AND (@personId IS NULL OR person_id = @personId)
     ORDER BY visit.date, visit.row, invoice.row`,
  ).all({ visitId: filter.visitId ?? null, personId: filter.personId ?? null });
  return withLines(db, rows);
}

/** Those of one visit, removed or not as the visit itself is. */
export const listInvoicesOfVisit = (db: Db, visitId: string): Invoice[] =>
  listInvoicesOf(db, [visitId]).get(visitId) ?? [];

/** The same for many visits, by visit; one without invoices is left out. */
export function listInvoicesOf(db: Db, visitIds: readonly string[]): Map<string, Invoice[]> {
  const rows = sql<InvoiceRow>(
    db,
    `SELECT invoice.* FROM json_each(?) AS wanted JOIN invoice ON visit_id = wanted.value
     WHERE removed_at IS NULL ORDER BY row`,
  ).all(manyIds(visitIds));
  return Map.groupBy(withLines(db, rows), ({ visitId }) => visitId);
}

export function sumInvoices(db: Db, visitId: string): { invoiceCount: number; totalFen: number } {
  const row = sql<{ invoiceCount: number; totalFen: number }>(
    db,
    `SELECT count(*) AS invoiceCount, coalesce(sum(total_fen), 0) AS totalFen
     FROM invoice WHERE visit_id = ? AND removed_at IS NULL`,
  ).get(visitId);
  return row ?? { invoiceCount: 0, totalFen: 0 };
}

/** Throws `not-found`; a removed invoice, or one of a removed visit, counts as found only with `removed`. */
export function getInvoice(db: Db, id: string, removed = false): Invoice {
  const row = sql<InvoiceRow & { gone: number }>(
    db,
    `SELECT invoice.*, visit.removed_at IS NOT NULL OR invoice.removed_at IS NOT NULL AS gone
     FROM invoice JOIN visit ON visit.id = visit_id WHERE invoice.id = ?`,
  ).get(id);
  const [invoice] = row && (row.gone === 0 || removed) ? withLines(db, [row]) : [];
  if (!invoice) throw new Problem('not-found', { what: 'invoice', id });
  return invoice;
}

/** Other live invoices under the same key, of visits that are not removed. */
export function listTwins(db: Db, key: string, exceptId: string): Invoice[] {
  const rows = sql<InvoiceRow>(
    db,
    `SELECT invoice.* FROM invoice JOIN visit ON visit.id = visit_id
     WHERE same_key = ? AND invoice.id <> ? AND invoice.removed_at IS NULL AND visit.removed_at IS NULL
     ORDER BY invoice.row`,
  ).all(key, exceptId);
  return withLines(db, rows);
}

export type InvoiceChange = { fields: InvoiceFields; twinAccepted: boolean; now: string };

export function insertInvoice(db: Db, { fields, twinAccepted, now }: InvoiceChange): Invoice {
  const id = newId('invoice');
  sql(
    db,
    `INSERT INTO invoice (visit_id, kind, code, number, check_code, issue_date, total_fen, fund_fen, other_fen,
       account_fen, cash_fen, self_paid_fen, own_expense_fen, note, same_key, twin_accepted, id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(...values(fields), twinAccepted ? 1 : 0, id, now, now);
  replaceLines(db, id, fields.lines);
  return getInvoice(db, id);
}

export function updateInvoice(db: Db, id: string, { fields, twinAccepted, now }: InvoiceChange): Invoice {
  changeOne(
    db,
    `UPDATE invoice SET visit_id = ?, kind = ?, code = ?, number = ?, check_code = ?, issue_date = ?,
       total_fen = ?, fund_fen = ?, other_fen = ?, account_fen = ?, cash_fen = ?, self_paid_fen = ?,
       own_expense_fen = ?, note = ?, same_key = ?, twin_accepted = ?, updated_at = ? WHERE id = ?`,
    ...values(fields),
    twinAccepted ? 1 : 0,
    now,
    id,
  );
  replaceLines(db, id, fields.lines);
  return getInvoice(db, id);
}

/** `removedAt` null brings the invoice back. */
export function markInvoiceRemoved(db: Db, id: string, removedAt: string | null): void {
  changeOne(db, 'UPDATE invoice SET removed_at = ? WHERE id = ?', removedAt, id);
}

function withLines(db: Db, rows: readonly InvoiceRow[]): Invoice[] {
  const lines = new Map<string, InvoiceLine[]>(rows.map(({ id }) => [id, []]));
  const found = sql<LineRow>(
    db,
    `SELECT invoice_id, name, category, quantity, unit, amount_fen
     FROM json_each(?) AS wanted JOIN invoice_line ON invoice_id = wanted.value ORDER BY invoice_id, position`,
  ).all(manyIds([...lines.keys()]));
  for (const { invoice_id, amount_fen, ...line } of found)
    lines.get(invoice_id)?.push({ ...line, amountFen: amount_fen });
  return rows.map((row) => toInvoice(row, lines.get(row.id) ?? []));
}

function replaceLines(db: Db, invoiceId: string, lines: readonly InvoiceLine[]): void {
  sql(db, 'DELETE FROM invoice_line WHERE invoice_id = ?').run(invoiceId);
  const add = sql(
    db,
    'INSERT INTO invoice_line (invoice_id, position, name, category, quantity, unit, amount_fen) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  lines.forEach((line, at) => {
    add.run(invoiceId, at, line.name, line.category, line.quantity, line.unit, line.amountFen);
  });
}
