// invoice add, edit, list, remove, restore.

import { type Command, Option } from 'commander';
import {
  type InvoiceFields,
  type InvoiceKind,
  type InvoiceLine,
  invoiceKinds,
} from '../../../shared/domain.ts';
import { formatYuan, parseYuan } from '../../../shared/money.ts';
import { alignRows } from '../output.ts';
import { findId, gather, readDate, readLine } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

type InvoiceOptions = {
  visit?: string;
  kind?: InvoiceKind;
  code?: string;
  number?: string;
  checkCode?: string;
  date?: string;
  total?: string;
  fund?: string;
  other?: string;
  account?: string;
  cash?: string;
  selfPaid?: string;
  ownExpense?: string;
  line?: InvoiceLine[];
  note?: string;
  acceptTwin?: true;
};

export function addInvoiceCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('invoice').description(say('invoice'));
  addFieldOptions(group.command('add').description(say('add')), run, true).action((options: InvoiceOptions) =>
    run.withSession({ access: 'write' }, (session) => save(session, null, options)),
  );
  const withId = (name: 'edit' | 'remove' | 'restore') =>
    group.command(name).description(say(name)).argument('<INVOICE>', say('someId'));
  addFieldOptions(withId('edit'), run, false).action((text: string, options: InvoiceOptions) =>
    run.withSession({ access: 'write' }, async (session) =>
      save(session, await findId(session, 'invoice', text), options),
    ),
  );
  group
    .command('list')
    .description(say('list'))
    .option('--visit <VISIT>', say('ofVisit'))
    .option('--person <PERSON>', say('ofPerson'))
    .action((options: { visit?: string; person?: string }) =>
      run.withSession({ access: 'read' }, (session) => list(session, options)),
    );
  for (const name of ['remove', 'restore'] as const)
    withId(name).action((text: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        const result = await session.ask(`invoice.${name}`, { id: await findId(session, 'invoice', text) });
        session.print(result, () => session.say('done'));
      }),
    );
}

function addFieldOptions(command: Command, { say }: Run, isNew: boolean): Command {
  const needed = (flags: string, words: string) => new Option(flags, words).makeOptionMandatory(isNew);
  return command
    .addOption(needed('--visit <VISIT>', say('someId')))
    .addOption(new Option('--kind <KIND>', say('kindOfInvoice')).choices(invoiceKinds))
    .option('--code <CODE>', say('code'))
    .addOption(needed('--number <NUMBER>', say('number')))
    .option('--check-code <CODE>', say('checkCode'))
    .option('--date <DATE>', say('issueDate'))
    .addOption(needed('--total <YUAN>', say('total')))
    .option('--fund <YUAN>', say('fund'))
    .option('--other <YUAN>', say('otherPaid'))
    .option('--account <YUAN>', say('accountPaid'))
    .option('--cash <YUAN>', say('cash'))
    .option('--self-paid <YUAN>', say('selfPaid'))
    .option('--own-expense <YUAN>', say('ownExpense'))
    .addOption(new Option('--line <LINE>', say('line')).argParser(gather(readLine)))
    .option('--note <TEXT>', say('note'))
    .option('--accept-twin', say('acceptTwin'));
}

async function save(session: Session, id: string | null, options: InvoiceOptions): Promise<void> {
  const before =
    id === null ? undefined : (await session.ask('invoice.list', {})).find((one) => one.id === id);
  const amount = (given: string | undefined, known: number | null | undefined): number | null =>
    given === undefined ? (known ?? null) : given === '' ? null : parseYuan(given);
  const fields: InvoiceFields = {
    visitId:
      options.visit === undefined ? (before?.visitId ?? '') : await findId(session, 'visit', options.visit),
    kind: options.kind ?? before?.kind ?? 'fiscal-receipt',
    code: options.code ?? before?.code ?? '',
    number: options.number ?? before?.number ?? '',
    checkCode: options.checkCode ?? before?.checkCode ?? '',
    issueDate: options.date === undefined ? (before?.issueDate ?? '') : readDate(options.date),
    totalFen: options.total === undefined ? (before?.totalFen ?? 0) : parseYuan(options.total),
    fundFen: amount(options.fund, before?.fundFen),
    otherFen: amount(options.other, before?.otherFen),
    accountFen: amount(options.account, before?.accountFen),
    cashFen: amount(options.cash, before?.cashFen),
    selfPaidFen: amount(options.selfPaid, before?.selfPaidFen),
    ownExpenseFen: amount(options.ownExpense, before?.ownExpenseFen),
    lines: options.line ?? before?.lines ?? [],
    note: options.note ?? before?.note ?? '',
  };
  const acceptTwin = options.acceptTwin === true || before?.twinAccepted === true;
  const result = await session.ask('invoice.save', { id, fields, acceptTwin });
  const { invoice } = result;
  session.print(result, () => `${invoice.id}  ${invoice.number}  ${formatYuan(invoice.totalFen)}`);
}

async function list(session: Session, options: { visit?: string; person?: string }): Promise<void> {
  const invoices = await session.ask('invoice.list', {
    ...(options.visit === undefined ? {} : { visitId: await findId(session, 'visit', options.visit) }),
    ...(options.person === undefined ? {} : { personId: await findId(session, 'person', options.person) }),
  });
  const rows = invoices.map((one) => [one.id, one.code, one.number, one.issueDate, formatYuan(one.totalFen)]);
  session.print(invoices, () => (rows.length === 0 ? session.say('nothingHere') : alignRows(rows)));
}
