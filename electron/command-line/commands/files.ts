// attach, scan add, scan show, inbox: files on their way into the vault.

import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { FileOutcome, IntakeTarget } from '../../../shared/calls.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import { explainProblem } from '../../../shared/words/problems.ts';
import { alignRows, printAside, printText, showProgress } from '../output.ts';
import { findId, findIds } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { addScanCommands } from './scan.ts';

export const kindOption = (say: Run['say'], flags = '--kind <KIND>') =>
  new Option(flags, say('kindOfPaper')).choices(paperKinds).makeOptionMandatory();

export function addFileCommands(program: Command, run: Run): void {
  const { say } = run;
  program
    .command('attach')
    .description(say('attach'))
    .argument('<VISIT>', say('someId'))
    .argument('<FILE...>', say('files'))
    .addOption(kindOption(say))
    .option('--password <PASSWORD>', say('passwordOption'))
    .action((text: string, paths: string[], options: { kind: PaperKind; password?: string }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const visitId = await findId(session, 'visit', text);
        await session.ask('visit.get', { id: visitId });
        await takeFiles(run, session, paths, { target: { visitId, kind: options.kind }, ...options });
      }),
    );
  const scan = program.command('scan').description(say('scan'));
  scan
    .command('add')
    .description(say('scanAdd'))
    .argument('<FILE...>', say('files'))
    .option('--password <PASSWORD>', say('passwordOption'))
    .action((paths: string[], options: { password?: string }) =>
      run.withSession({ access: 'write' }, (session) =>
        takeFiles(run, session, paths, { target: null, ...options }),
      ),
    );
  addScanCommands(scan, run);
  addInbox(program, run);
}

type Reported = FileOutcome & { message?: string };
type Wish = { target: IntakeTarget | null; password?: string };

async function takeFiles(run: Run, session: Session, given: string[], wish: Wish): Promise<void> {
  const paths = await session.ask('scan.expand', { paths: given.map((path) => resolve(path)) });
  if (paths.length === 0) throw new Problem('not-found', { what: session.say('files'), id: given.join(' ') });
  const outcomes: Reported[] = [];
  let taken = 0;
  for (const path of paths) {
    if (run.stop.aborted) break;
    showProgress(`${taken + 1}/${paths.length} ${path}`);
    let became = await takeFile(session, path, wish);
    // Ctrl+C in a terminal reaches the decoder too; the file it was at is not to blame.
    if (run.stop.aborted && became[0]?.outcome === 'refused') became = await takeFile(session, path, wish);
    showProgress('');
    taken += 1;
    outcomes.push(...became);
    if (!run.options.json) for (const outcome of became) printText(describeOutcome(session, outcome));
  }
  if (run.options.json) session.print(outcomes, () => '');
  if (outcomes.some(({ outcome }) => outcome === 'refused')) run.exitCode = 1;
  if (taken < paths.length) {
    run.exitCode = 1;
    printAside(session.say('stoppedEarly'));
  }
}

/** An archive is reported file by file. */
async function takeFile(session: Session, path: string, wish: Wish): Promise<Reported[]> {
  try {
    const { members, ...whole } = await session.ask('scan.add', { path, ...wish });
    return (members.length > 0 ? members : [whole]).map((outcome) =>
      outcome.problem ? { ...outcome, message: explainProblem(outcome.problem, session.language) } : outcome,
    );
  } catch (error) {
    // A full disk or a broken program concerns every file to come; a file's own trouble only itself.
    if (!(error instanceof Problem) || error.code === 'disk-full' || error.code === 'bug') throw error;
    const message = explainProblem(error.toFact(), session.language);
    const nothing = { scan: null, mediaType: null, pages: [], places: [], lookAlikes: [] };
    return [{ file: path, outcome: 'refused', ...nothing, problem: error.toFact(), message }];
  }
}

function describeOutcome({ say }: Session, outcome: Reported): string {
  const turns = [...new Set(outcome.pages.map(({ turn }) => turn))].filter((turn) => turn !== 0);
  const facts =
    outcome.outcome === 'refused'
      ? `${outcome.message} [${outcome.problem?.code}]`
      : `${outcome.mediaType} ${outcome.pages.length} ${say('pages')} ${turns.map((turn) => `↻${turn}°`).join(' ')}`;
  const line = `${say(outcome.outcome)}  ${outcome.file}  ${facts} ${outcome.places.join('; ')}`.trimEnd();
  const alike = outcome.lookAlikes.map(
    ({ page, earlier, fileName, places }) =>
      `  p${page + 1} ${say('looksLike')} ${fileName} p${earlier.page + 1} (${earlier.scan.slice(0, 12)}) ${places.join('; ')}`,
  );
  return [line, ...alike].join('\n');
}

function addInbox(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('inbox').description(say('inbox'));
  group
    .command('list')
    .description(say('list'))
    .action(() =>
      run.withSession({ access: 'read' }, async ({ ask, print }) => {
        const items = await ask('inbox.list', {});
        const rows = items.map(({ id, scan }) => [id, scan.fileName, `${scan.pages.length} ${say('pages')}`]);
        print(items, () => (rows.length === 0 ? say('nothingHere') : alignRows(rows)));
      }),
    );
  group
    .command('assign')
    .description(say('inboxAssign'))
    .argument('<ITEM...>', say('someId'))
    .requiredOption('--visit <VISIT>', say('someId'))
    .addOption(kindOption(say))
    .action((texts: string[], options: { visit: string; kind: PaperKind }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const ids = await findIds(session, 'inbox', texts);
        const visitId = await findId(session, 'visit', options.visit);
        const result = await session.ask('inbox.assign', { ids, visitId, kind: options.kind });
        session.print(result, () => session.say('done'));
      }),
    );
  for (const name of ['remove', 'restore'] as const)
    group
      .command(name)
      .description(say(name))
      .argument('<ITEM...>', say('someId'))
      .action((texts: string[]) =>
        run.withSession({ access: 'write' }, async (session) => {
          const result = await session.ask(`inbox.${name}`, { ids: await findIds(session, 'inbox', texts) });
          session.print(result, () => session.say('done'));
        }),
      );
}
