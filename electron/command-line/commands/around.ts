// filing, approval, standing-paper and hospital: add, list, remove, restore; hospital match; paper facts.

import { type Command, Option } from 'commander';
import type { CallInput, CallName } from '../../../shared/calls.ts';
import {
  filingCategories,
  filingWays,
  type HospitalFields,
  hospitalGrades,
  type PaperFacts,
  paperPlaces,
} from '../../../shared/claim-life.ts';
import { findDisease } from '../../../shared/diseases.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { parseYuan } from '../../../shared/money.ts';
import { Problem } from '../../../shared/problems.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { alignRows } from '../output.ts';
import { findId, findIds, gatherTexts, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

type Group = 'filing' | 'approval' | 'standing-paper' | 'hospital';

export function addAroundCommands(program: Command, run: Run): void {
  const { say } = run;
  const make = (name: Group, word: 'filing' | 'approval' | 'standingPaper' | 'hospitals') => {
    const group = program.command(name).description(say(word));
    addList(group.command('list').description(say('list')), run, name);
    for (const verb of ['remove', 'restore'] as const)
      group
        .command(verb)
        .description(say(verb))
        .argument('<ID>', say('someId'))
        .action((id: string) =>
          run.withSession({ access: 'write' }, async (session) => {
            const result = await session.ask(`${name}.${verb}`, { id });
            session.print(result, () => session.say('done'));
          }),
        );
    return group.command('add').description(say('add'));
  };
  addFiling(make('filing', 'filing'), run);
  addApproval(make('approval', 'approval'), run);
  addStandingPaper(make('standing-paper', 'standingPaper'), run);
  addHospital(make('hospital', 'hospitals'), run);
  addMatch(program, run);
  addFacts(program, run);
}

async function save<N extends CallName>(session: Session, call: N, input: CallInput<N>): Promise<void> {
  const result = await session.ask(call, input);
  const [saved] = Object.values(result).filter((value) => typeof value === 'object' && 'id' in value);
  session.print(result, () => (saved as { id: string } | undefined)?.id ?? session.say('done'));
}

function addFiling(command: Command, run: Run): void {
  const { say } = run;
  type Options = Record<'person' | 'from' | 'city', string> & {
    category: (typeof filingCategories)[number];
    to?: string;
    cityCode?: string;
    hospital?: string[];
    waitingDays?: string;
    how?: (typeof filingWays)[number];
    note?: string;
  };
  command
    .requiredOption('--person <PERSON>', say('personId'))
    .addOption(
      new Option('--category <CATEGORY>', say('category')).choices(filingCategories).makeOptionMandatory(),
    )
    .requiredOption('--from <DATE>', say('from'))
    .option('--to <DATE>', say('to'))
    .requiredOption('--city <NAME>', say('cityName'))
    .option('--city-code <CODE>', say('cityCode'))
    .addOption(new Option('--hospital <NAME>', say('namedHospital')).argParser(gatherTexts))
    .option('--waiting-days <DAYS>', say('waitingDays'))
    .addOption(new Option('--how <HOW>', say('filingWay')).choices(filingWays.filter(Boolean)))
    .option('--note <TEXT>', say('note'))
    .action((options: Options) =>
      run.withSession({ access: 'write' }, async (session) => {
        const personId = await findId(session, 'person', options.person);
        const fields = {
          ...{ personId, category: options.category, from: readDate(options.from) },
          to: readDate(options.to ?? ''),
          cityCode: options.cityCode ?? '',
          cityName: options.city,
          hospitals: options.hospital ?? [],
          waitingDays: options.waitingDays === undefined ? null : readCount(options.waitingDays),
          how: options.how ?? '',
          proofId: null,
          note: options.note ?? '',
        };
        await save(session, 'filing.save', { id: null, fields });
      }),
    );
}

function readCount(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new Problem('input-invalid', { field: text, reason: '0-999' });
  return Number(text);
}

function addApproval(command: Command, run: Run): void {
  const { say } = run;
  type Options = Record<'person' | 'from' | 'disease', string> & {
    diseaseName?: string;
    to?: string;
    hospital?: string[];
    note?: string;
  };
  command
    .requiredOption('--person <PERSON>', say('personId'))
    .requiredOption('--disease <CODE>', say('diseaseCode'))
    .option('--disease-name <NAME>', say('diseaseName'))
    .requiredOption('--from <DATE>', say('from'))
    .option('--to <DATE>', say('to'))
    .addOption(new Option('--hospital <NAME>', say('namedHospital')).argParser(gatherTexts))
    .option('--note <TEXT>', say('note'))
    .action((options: Options) =>
      run.withSession({ access: 'write' }, async (session) => {
        const personId = await findId(session, 'person', options.person);
        const fields = {
          ...{ personId, diseaseCode: options.disease, from: readDate(options.from) },
          diseaseName: options.diseaseName ?? findDisease(options.disease)?.names[session.language] ?? '',
          to: readDate(options.to ?? ''),
          hospitals: options.hospital ?? [],
          proofId: null,
          note: options.note ?? '',
        };
        await save(session, 'approval.save', { id: null, fields });
      }),
    );
}

function addStandingPaper(command: Command, run: Run): void {
  const { say } = run;
  type Options = { person: string; kind: PaperKind; title?: string; expires?: string; inbox?: string[] };
  command
    .requiredOption('--person <PERSON>', say('personId'))
    .addOption(new Option('--kind <KIND>', say('kindOfPaper')).choices(paperKinds).makeOptionMandatory())
    .option('--title <TITLE>', say('title'))
    .option('--expires <DATE>', say('expires'))
    .addOption(new Option('--inbox <SCAN>', say('fromInbox')).argParser(gatherTexts))
    .action((options: Options) =>
      run.withSession({ access: 'write' }, async (session) => {
        const personId = await findId(session, 'person', options.person);
        const inboxIds = await findIds(session, 'inbox', options.inbox ?? []);
        const { kind } = options;
        const expires = readDate(options.expires ?? '');
        const fields = { personId, kind, title: options.title ?? '', expires, pages: [] };
        const made = await session.ask('standing-paper.save', { id: null, fields });
        const { id } = made.standingPaper;
        if (inboxIds.length === 0) {
          session.print(made, () => id);
          return;
        }
        const filled = await session.ask('standing-paper.assign', { id, inboxIds });
        session.print({ ...filled, undo: [...filled.undo, ...made.undo] }, () => id);
      }),
    );
}

function addHospital(command: Command, run: Run): void {
  const { say } = run;
  type Options = Partial<Pick<HospitalFields, 'grade' | 'code' | 'cityCode'>> & {
    name: string;
    alias?: string[];
    city?: string;
    designated?: 'yes' | 'no';
  };
  command
    .requiredOption('--name <NAME>', say('hospital'))
    .addOption(new Option('--alias <NAME>', say('alias')).argParser(gatherTexts))
    .addOption(new Option('--grade <GRADE>', say('hospitalGrade')).choices(hospitalGrades.filter(Boolean)))
    .option('--code <CODE>', say('hospitalCode'))
    .option('--city <NAME>', say('cityName'))
    .option('--city-code <CODE>', say('cityCode'))
    .addOption(new Option('--designated <YES>', say('designated')).choices(['yes', 'no']))
    .action((options: Options) =>
      run.withSession({ access: 'write' }, async (session) => {
        const fields = {
          name: options.name,
          aliases: options.alias ?? [],
          grade: options.grade ?? '',
          code: options.code ?? '',
          cityCode: options.cityCode ?? '',
          cityName: options.city ?? '',
          designated: options.designated === undefined ? null : options.designated === 'yes',
        };
        await save(session, 'hospital.save', { id: null, fields });
      }),
    );
}

function addList(command: Command, run: Run, name: Group): void {
  if (name !== 'hospital') command.option('--person <PERSON>', run.say('ofPerson'));
  command.action((options: { person?: string }) =>
    run.withSession({ access: 'read' }, async (session) => {
      const { person } = options;
      const wish = person === undefined ? {} : { personId: await findId(session, 'person', person) };
      const { found, rows } = await listRows(session, name, wish);
      session.print(found, () => (rows.length === 0 ? session.say('nothingHere') : alignRows(rows)));
    }),
  );
}

async function listRows(session: Session, name: Group, wish: { personId?: string }) {
  const words = domainWords[session.language];
  switch (name) {
    case 'filing': {
      const found = await session.ask('filing.list', wish);
      const rows = found.map((one) => [
        one.id,
        one.from,
        one.to,
        words.filingCategory[one.category],
        one.cityName,
      ]);
      return { found, rows };
    }
    case 'approval': {
      const found = await session.ask('approval.list', wish);
      return {
        found,
        rows: found.map((one) => [one.id, one.from, one.to, one.diseaseCode, one.diseaseName]),
      };
    }
    case 'standing-paper': {
      const found = await session.ask('standing-paper.list', wish);
      const rows = found.map((one) => [
        one.id,
        words.paper[one.kind],
        one.title,
        one.expires,
        `${one.pages.length}`,
      ]);
      return { found, rows };
    }
    case 'hospital': {
      const found = await session.ask('hospital.list', {});
      const rows = found.map((one) => [
        one.id,
        one.name,
        words.hospitalGrade[one.grade],
        one.code,
        one.cityName,
      ]);
      return { found, rows };
    }
  }
}

function addMatch(program: Command, run: Run): void {
  const group = program.commands.find((command) => command.name() === 'hospital');
  group
    ?.command('match')
    .description(run.say('hospitalMatch'))
    .argument('<NAME>', run.say('hospital'))
    .action((text: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const found = await session.ask('hospital.match', { text });
        const rows = found.map((one) => [one.hospital?.id ?? '–', one.name, one.likeness.toFixed(2)]);
        session.print(found, () => (rows.length === 0 ? session.say('nothingHere') : alignRows(rows)));
      }),
    );
}

type FactsOptions = { kind: PaperKind } & Partial<
  Record<'copies' | 'printedName' | 'printedHospital' | 'printedDate' | 'printedTotal', string>
> &
  Partial<Pick<PaperFacts, 'stamped' | 'originalAt'>>;

function addFacts(program: Command, run: Run): void {
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

const readFacts = (options: FactsOptions): Partial<PaperFacts> => ({
  ...(options.stamped === undefined ? {} : { stamped: options.stamped }),
  ...(options.copies === undefined ? {} : { copies: readCount(options.copies) }),
  ...(options.originalAt === undefined ? {} : { originalAt: options.originalAt }),
  ...(options.printedName === undefined ? {} : { printedName: options.printedName }),
  ...(options.printedHospital === undefined ? {} : { printedHospital: options.printedHospital }),
  ...(options.printedDate === undefined ? {} : { printedDate: readDate(options.printedDate) }),
  ...(options.printedTotal === undefined ? {} : { printedTotalFen: parseYuan(options.printedTotal) }),
});
