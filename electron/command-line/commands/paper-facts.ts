// paper facts: what was seen on a paper of a visit.

import { type Command, Option } from 'commander';
import { type PaperFacts, paperPlaces } from '../../../shared/claim-life.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { parseYuan } from '../../../shared/money.ts';
import { Problem } from '../../../shared/problems.ts';
import { findId, readDate } from '../read-values.ts';
import type { Run } from '../session.ts';
import { given, readCount } from './record.ts';

type FactsOptions = { kind: PaperKind } & Partial<
  Record<'copies' | 'printedName' | 'printedHospital' | 'printedDate' | 'printedTotal', string>
> &
  Partial<Pick<PaperFacts, 'stamped' | 'originalAt'>>;

export function addPaperFactsCommand(program: Command, run: Run): void {
  const { say } = run;
  const group = program.commands.find((command) => command.name() === 'paper');
  group
    ?.command('facts')
    .description(say('paperFacts'))
    .argument('<VISIT>', say('someId'))
    .addOption(new Option('--kind <KIND>', say('kindOfPaper')).choices(paperKinds).makeOptionMandatory())
    .addOption(new Option('--stamped <YES>', say('stamped')).choices(['unknown', 'yes', 'no']))
    .option('--copies <NUMBER>', say('copies'))
    .addOption(new Option('--original-at <PLACE>', say('originalAt')).choices(paperPlaces))
    .option('--printed-name <NAME>', say('printedName'))
    .option('--printed-hospital <NAME>', say('printedHospital'))
    .option('--printed-date <DATE>', say('printedDate'))
    .option('--printed-total <YUAN>', say('printedTotal'))
    .action((text: string, options: FactsOptions) =>
      run.withSession({ access: 'write' }, async (session) => {
        const visitId = await findId(session, 'visit', text);
        const { papers } = await session.ask('visit.get', { id: visitId });
        const paper = papers.find(({ kind }) => kind === options.kind);
        if (!paper) throw new Problem('not-found', { what: session.say('paper'), id: options.kind });
        const all = await session.ask('paper-facts.list', { visitId });
        const before = all.find(({ paperId }) => paperId === paper.id);
        if (!before) throw new Problem('not-found', { what: session.say('paper'), id: paper.id });
        const result = await session.ask('paper-facts.save', { ...before, ...readFacts(options) });
        session.print(result, () => session.say('done'));
      }),
    );
}

const readFacts = (options: FactsOptions): Partial<PaperFacts> =>
  given<PaperFacts>({
    stamped: options.stamped,
    copies: options.copies === undefined ? undefined : readCount(options.copies),
    originalAt: options.originalAt,
    printedName: options.printedName,
    printedHospital: options.printedHospital,
    printedDate: options.printedDate === undefined ? undefined : readDate(options.printedDate),
    printedTotalFen: options.printedTotal === undefined ? undefined : parseYuan(options.printedTotal),
  });
