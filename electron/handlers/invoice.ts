// Calls about invoices. The same invoice is logged twice only when the person, told which one it meets, says so.

import { isDeepStrictEqual } from 'node:util';
import { calendarDate } from '../../shared/dates.ts';
import { type Invoice, type InvoiceFields, type InvoiceKind, invoiceFields } from '../../shared/domain.ts';
import { invoiceKey } from '../../shared/identifiers.ts';
import { Problem } from '../../shared/problems.ts';
import * as table from '../database/invoice.ts';
import { readPersonName } from '../database/person.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import type { Context, Handler } from './context.ts';

export const listInvoices: Handler<'invoice.list'> = ({ vault }, { visitId, personId }) =>
  table.listInvoices(vault.db, { ...(visitId && { visitId }), ...(personId && { personId }) });

export const saveInvoice: Handler<'invoice.save'> = (context, input) => {
  const { db } = context.vault;
  return inTransaction(db, () => {
    const fields = checkFields(context, input.fields);
    getVisit(db, fields.visitId);
    const before = input.id === null ? undefined : table.getInvoice(db, input.id);
    const old = before && invoiceFields.parse(before);
    if (before && isDeepStrictEqual(old, fields)) return { invoice: before, undo: [] };
    const twins = listTwins(db, fields, input.id ?? '');
    const sameKey = old !== undefined && invoiceKey(old) === invoiceKey(fields);
    const stillAccepted = sameKey && before?.twinAccepted === true;
    const [twin] = twins;
    if (twin && !input.acceptTwin && !stillAccepted) {
      // Two that were let stand beside each other may be edited without asking again.
      if (!(sameKey && twins.every((other) => other.twinAccepted))) throw alreadyLogged(db, twin);
    }
    const twinAccepted = input.twinAccepted ?? (stillAccepted || (twin !== undefined && input.acceptTwin));
    const change = { fields, twinAccepted, now: context.now().toISOString() };
    if (!before) {
      const invoice = table.insertInvoice(db, change);
      return { invoice, undo: [{ call: 'invoice.remove', input: { id: invoice.id } }] };
    }
    const takeBack = { id: before.id, fields: old, acceptTwin: true, twinAccepted: before.twinAccepted };
    const invoice = table.updateInvoice(db, before.id, change);
    return { invoice, undo: [{ call: 'invoice.save', input: takeBack }] };
  });
};

function listTwins(db: Db, fields: InvoiceFields, id: string): Invoice[] {
  const key = invoiceKey(fields);
  return key === undefined ? [] : table.listTwins(db, key, id);
}

function alreadyLogged(db: Db, twin: Invoice): Problem {
  const visit = getVisit(db, twin.visitId);
  return new Problem('invoice-already-logged', {
    number: twin.number,
    person: readPersonName(db, visit.personId),
    date: visit.date,
    hospital: visit.hospital,
    visit: visit.id,
    invoice: twin.id,
  });
}

/** Throws `invoice-already-logged` when the invoice meets one that neither side was let stand beside. */
export function refuseTwins(db: Db, invoice: Invoice): void {
  const stranger = listTwins(db, invoice, invoice.id).find((twin) => !twin.twinAccepted);
  if (stranger && !invoice.twinAccepted) throw alreadyLogged(db, stranger);
}

type Shape = { code: RegExp; number: RegExp; checkCode: RegExp };
const nothing = /^$/;
/** Lengths as the kinds print them; see the fields in shared/domain.ts. A paper receipt may say anything. */
const shapes: Record<Exclude<InvoiceKind, 'paper-receipt'>, Shape> = {
  'fiscal-receipt': { code: /^(\d{8})?$/, number: /^(\d{10})?$/, checkCode: /^([0-9a-z]{6})?$/i },
  'digital-invoice': { code: nothing, number: /^(\d{20})?$/, checkCode: nothing },
  'vat-invoice': { code: /^(\d{10}|\d{12})?$/, number: /^(\d{8})?$/, checkCode: /^(\d{20})?$/ },
};

/** The fields as they are stored: full-width digits folded, spaces out. */
function checkFields(context: Context, given: InvoiceFields): InvoiceFields {
  if (given.issueDate > calendarDate(context.now())) {
    throw new Problem('date-in-future', { value: given.issueDate });
  }
  const fold = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  const { kind } = given;
  const fields = {
    ...given,
    code: fold(given.code),
    number: fold(given.number),
    checkCode: fold(given.checkCode),
  };
  if (kind === 'paper-receipt') return fields;
  const shape = shapes[kind];
  if (!shape.number.test(fields.number)) throw new Problem('invoice-number-invalid', { value: given.number });
  if (!shape.code.test(fields.code)) throw new Problem('invoice-code-invalid', { value: given.code });
  if (!shape.checkCode.test(fields.checkCode)) {
    throw new Problem('invoice-check-code-invalid', { value: given.checkCode });
  }
  return fields;
}

export const removeInvoice: Handler<'invoice.remove'> = ({ vault: { db }, now }, { id }) =>
  inTransaction(db, () => {
    table.getInvoice(db, id);
    table.markInvoiceRemoved(db, id, now().toISOString());
    return { undo: [{ call: 'invoice.restore', input: { id } }] };
  });

export const restoreInvoice: Handler<'invoice.restore'> = ({ vault: { db } }, { id }) =>
  inTransaction(db, () => {
    const { removed, visitId } = table.getInvoice(db, id, true);
    getVisit(db, visitId);
    if (removed) {
      table.markInvoiceRemoved(db, id, null);
      refuseTwins(db, table.getInvoice(db, id));
    }
    return { invoice: table.getInvoice(db, id) };
  });
