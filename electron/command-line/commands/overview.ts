// deadlines, report and person export: what a whole vault or one person comes to, also as files.

import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { formatYuan } from '../../../shared/money.ts';
import { writeFileWhole } from '../../files/write-file-whole.ts';
import { deadlineWords } from '../../words/deadlines.ts';
import { alignRows } from '../output.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

export function addOverviewCommands(program: Command, run: Run): void {
  const { say } = run;
  program
    .command('deadlines')
    .description(say('deadlines'))
    .option('--person <PERSON>', say('ofPerson'))
    .option('--ics <FILE.ics>', say('icsFile'))
    .action((options: { person?: string; ics?: string }) =>
      run.withSession({ access: 'read' }, (session) => showDeadlines(session, options)),
    );
  program
    .command('report')
    .description(say('report'))
    .argument('<YEAR>', say('year'), readYear)
    .option('--person <PERSON>', say('ofPerson'))
    .option('--csv <FILE.csv>', say('csvFile'))
    .option('--xlsx <FILE.xlsx>', say('xlsxFile'))
    .action((year: number, options: ReportOptions) =>
      run.withSession({ access: 'read' }, (session) => showReport(session, year, options)),
    );
  const people = program.commands.find((command) => command.name() === 'person');
  people
    ?.command('export')
    .description(say('personExport'))
    .argument('<PERSON>', say('personId'))
    .requiredOption('--out <FOLDER>', say('newFolder'))
    .action((text: string, options: { out: string }) =>
      run.withSession({ access: 'read' }, async (session) => {
        const id = await findId(session, 'person', text);
        const { language } = session;
        const dir = resolve(options.out);
        const watch = setInterval(() => {
          if (run.stop.aborted) void session.ask('person.export-cancel', { dir });
        }, 200);
        const asked = session.ask('person.export', { id, dir, language });
        const result = await asked.finally(() => clearInterval(watch));
        session.print(result, () => `${session.say('wrote')}: ${result.dir}`);
      }),
    );
}

function readYear(text: string): number {
  const plain = text.normalize('NFKC').trim();
  if (!/^(19|20|21)\d\d$/.test(plain)) throw new InvalidArgumentError(text);
  return Number(plain);
}

const personWish = async (session: Session, person: string | undefined) =>
  person === undefined ? {} : { personId: await findId(session, 'person', person) };

async function showDeadlines(session: Session, options: { person?: string; ics?: string }): Promise<void> {
  const wish = await personWish(session, options.person);
  const found = await session.ask('deadlines.list', wish);
  if (options.ics !== undefined) {
    const { text } = await session.ask('deadlines.calendar', { ...wish, language: session.language });
    await writeFileWhole(resolve(options.ics), Buffer.from(text, 'utf8'));
  }
  const { say } = session;
  const words = deadlineWords[session.language];
  const rows = found.map(({ deadline, personName, kind, claim, visit, what }) => [
    deadline.date ?? '',
    deadline.daysLeft === null ? say('unknownDay') : `${deadline.daysLeft} ${say('daysLeft')}`,
    deadline.rule?.grade ?? '',
    personName,
    words[kind],
    claim?.number ?? '',
    visit ? `${visit.date} ${visit.hospital}` : what,
  ]);
  session.print(found, () => (rows.length === 0 ? say('nothingHere') : alignRows(rows)));
}

type ReportOptions = { person?: string; csv?: string; xlsx?: string };

async function showReport(session: Session, year: number, options: ReportOptions): Promise<void> {
  const wish = await personWish(session, options.person);
  const report = await session.ask('report.year', { year, ...wish });
  for (const form of ['csv', 'xlsx'] as const) {
    const path = options[form];
    if (path === undefined) continue;
    const { language } = session;
    const { base64 } = await session.ask('report.file', { year, form, language, ...wish });
    await writeFileWhole(resolve(path), Buffer.from(base64, 'base64'));
  }
  const { say } = session;
  const rows = report.people.map((row) => [
    row.name,
    `${say('spentAll')} ${formatYuan(row.spentFen)}`,
    `${say('paidSoFar')} ${formatYuan(row.paidFen)}`,
    `${say('left')} ${formatYuan(row.openFen + row.unclaimedFen)}`,
  ]);
  session.print(report, () => (rows.length === 0 ? say('nothingHere') : alignRows(rows)));
}
