// visit set, invoice set, person set, person year: what a person knows and no paper prints. Without options they only show it.

import { type Command, Option } from 'commander';
import {
  accountKinds,
  type InvoiceFacts,
  invoiceStates,
  type PersonFacts,
  type PersonYear,
  type VisitFacts,
} from '../../../shared/claim-life.ts';
import { formatYuan, parseYuan } from '../../../shared/money.ts';
import { type Situation, situations } from '../../../shared/rules/rule-parts.ts';
import { ruleWords } from '../../../shared/words/rules.ts';
import { alignRows } from '../output.ts';
import { findId, gatherTexts, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { given, readCountOrNothing, readList } from './record.ts';

export function addFactsCommands(program: Command, run: Run): void {
  const group = (name: string) => program.commands.find((command) => command.name() === name);
  addVisitSet(group('visit'), run);
  addInvoiceSet(group('invoice'), run);
  addPersonSet(group('person'), run);
  addPersonYear(group('person'), run);
}

const isAsked = (options: object): boolean => Object.keys(options).length > 0;

type VisitOptions = { situation?: Situation[]; without?: Situation[]; days?: string; medicine?: string[] };

function addVisitSet(group: Command | undefined, run: Run): void {
  const { say } = run;
  group
    ?.command('set')
    .description(say('visitSet'))
    .argument('<VISIT>', say('someId'))
    .addOption(new Option('--situation <NAME...>', say('situation')).choices(situations))
    .addOption(new Option('--without <NAME...>', say('withoutSituation')).choices(situations))
    .option('--days <NUMBER>', say('daysOfSupply'))
    .addOption(new Option('--medicine <NAME>', say('medicine')).argParser(gatherTexts))
    .action((text: string, options: VisitOptions) =>
      run.withSession({ access: isAsked(options) ? 'write' : 'read' }, async (session) => {
        const visitId = await findId(session, 'visit', text);
        const before = await session.ask('visit-facts.get', { visitId });
        const change = readVisitFacts(before, options);
        const result = isAsked(options)
          ? await session.ask('visit-facts.save', { ...before, ...change })
          : { facts: before };
        session.print(result, () => describeVisit(session, result.facts));
      }),
    );
}

function readVisitFacts(before: VisitFacts, options: VisitOptions): Partial<VisitFacts> {
  const { situation = [], without = [], days, medicine } = options;
  const named = [...new Set([...before.situations, ...situation])];
  return given<VisitFacts>({
    situations: named.filter((one) => !(without as readonly string[]).includes(one)),
    daysOfSupply: days === undefined ? undefined : readCountOrNothing(days),
    medicines: medicine && readList(medicine),
  });
}

function describeVisit({ say, language }: Session, facts: VisitFacts): string {
  const words = ruleWords[language].situation as Record<string, string>;
  return alignRows([
    [say('situation'), facts.situations.map((one) => words[one] ?? one).join(' ')],
    [say('daysOfSupply'), facts.daysOfSupply === null ? '' : String(facts.daysOfSupply)],
    [say('medicine'), facts.medicines.join(' ')],
  ]);
}

type InvoiceOptions = {
  state?: InvoiceFacts['state'];
  replacedBy?: string;
  paidElsewhere?: string;
  paidBy?: string;
};

function addInvoiceSet(group: Command | undefined, run: Run): void {
  const { say } = run;
  group
    ?.command('set')
    .description(say('invoiceSet'))
    .argument('<INVOICE>', say('someId'))
    .addOption(new Option('--state <STATE>', say('invoiceState')).choices(invoiceStates))
    .option('--replaced-by <NUMBER>', say('replacedBy'))
    .option('--paid-elsewhere <YUAN>', say('paidElsewhere'))
    .option('--paid-by <NAME>', say('paidElsewhereBy'))
    .action((text: string, options: InvoiceOptions) =>
      run.withSession({ access: isAsked(options) ? 'write' : 'read' }, async (session) => {
        const invoiceId = await findId(session, 'invoice', text);
        const before = await session.ask('invoice-facts.get', { invoiceId });
        const result = isAsked(options)
          ? await session.ask('invoice-facts.save', { ...before, ...readInvoiceFacts(options) })
          : { facts: before };
        const { state, replacedBy, paidElsewhereFen, paidElsewhereBy } = result.facts;
        session.print(result, () =>
          alignRows([
            [session.say('invoiceState'), state],
            [session.say('replacedBy'), replacedBy ?? ''],
            [session.say('paidElsewhere'), `${formatYuan(paidElsewhereFen)} ${paidElsewhereBy}`],
          ]),
        );
      }),
    );
}

const readInvoiceFacts = (options: InvoiceOptions): Partial<InvoiceFacts> =>
  given<InvoiceFacts>({
    state: options.state,
    replacedBy: options.replacedBy ?? (options.state === 'valid' ? '' : undefined),
    paidElsewhereFen: options.paidElsewhere === undefined ? undefined : parseYuan(options.paidElsewhere),
    paidElsewhereBy: options.paidBy,
  });

type PersonOptions = { diedOn?: string; accountKind?: PersonFacts['accountKind'] | 'unknown' };

function addPersonSet(group: Command | undefined, run: Run): void {
  const { say } = run;
  group
    ?.command('set')
    .description(say('personSet'))
    .argument('<PERSON>', say('personId'))
    .addOption(
      new Option('--account-kind <KIND>', say('accountKind')).choices([
        ...accountKinds.filter(Boolean),
        'unknown',
      ]),
    )
    .option('--died-on <DATE>', say('diedOn'))
    .action((text: string, options: PersonOptions) =>
      run.withSession({ access: isAsked(options) ? 'write' : 'read' }, async (session) => {
        const personId = await findId(session, 'person', text);
        const before = await session.ask('person-facts.get', { personId });
        const { accountKind, diedOn } = options;
        const change = given<PersonFacts>({
          accountKind: accountKind === 'unknown' ? '' : accountKind,
          diedOn: diedOn === undefined ? undefined : readDate(diedOn),
        });
        const result = isAsked(options)
          ? await session.ask('person-facts.save', { ...before, ...change })
          : { facts: before };
        session.print(result, () =>
          alignRows([
            [session.say('accountKind'), result.facts.accountKind],
            [session.say('diedOn'), result.facts.diedOn],
          ]),
        );
      }),
    );
}

type YearOptions = Partial<Record<'deductible' | 'deductibleUsed' | 'cap' | 'capUsed', string>>;

function addPersonYear(group: Command | undefined, run: Run): void {
  const { say } = run;
  group
    ?.command('year')
    .description(say('personYear'))
    .argument('<PERSON>', say('personId'))
    .argument('<YEAR>', say('year'))
    .option('--deductible <YUAN>', say('deductible'))
    .option('--deductible-used <YUAN>', say('deductibleUsed'))
    .option('--cap <YUAN>', say('cap'))
    .option('--cap-used <YUAN>', say('capUsed'))
    .action((text: string, year: string, options: YearOptions) =>
      run.withSession({ access: isAsked(options) ? 'write' : 'read' }, async (session) => {
        const personId = await findId(session, 'person', text);
        const before = await session.ask('person-year.get', { personId, year: Number(year) });
        const result = isAsked(options)
          ? await session.ask('person-year.save', { ...before, ...readYearFacts(options) })
          : { facts: before };
        session.print(result, () => describeYear(session, result.facts));
      }),
    );
}

/** A blank takes back what was said. */
const readYuanOrNothing = (text: string | undefined): number | null | undefined =>
  text === undefined ? undefined : text.trim() === '' ? null : parseYuan(text);

const readYearFacts = (options: YearOptions): Partial<PersonYear> =>
  given<PersonYear>({
    deductibleFen: readYuanOrNothing(options.deductible),
    deductibleUsedFen: readYuanOrNothing(options.deductibleUsed),
    capFen: readYuanOrNothing(options.cap),
    capUsedFen: readYuanOrNothing(options.capUsed),
  });

function describeYear({ say }: Session, facts: PersonYear): string {
  const yuan = (fen: number | null) => (fen === null ? '–' : formatYuan(fen));
  return alignRows([
    [say('deductible'), yuan(facts.deductibleFen)],
    [say('deductibleUsed'), yuan(facts.deductibleUsedFen)],
    [say('cap'), yuan(facts.capFen)],
    [say('capUsed'), yuan(facts.capUsedFen)],
  ]);
}
