// attach, scan add, scan show, inbox: files on their way into the vault.

import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { IntakeOutcome, IntakeTarget } from '../../../shared/calls.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import { explainProblem } from '../../../shared/words/problems.ts';
import { alignRows, printAside, printText, showProgress } from '../output.ts';
import { findId, findIds } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

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
    .action((text: string, paths: string[], options: { kind: PaperKind }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const visitId = await findId(session, 'visit', text);
        await session.ask('visit.get', { id: visitId });
        await takeFiles(run, session, paths, { visitId, kind: options.kind });
      }),
    );
  const scan = program.command('scan').description(say('scan'));
  scan
    .command('add')
    .description(say('scanAdd'))
    .argument('<FILE...>', say('files'))
    .action((paths: string[]) =>
      run.withSession({ access: 'write' }, (session) => takeFiles(run, session, paths, null)),
    );
  scan
    .command('show')
    .description(say('show'))
    .argument('<SCAN>', 'SHA-256')
    .action((id: string) =>
      run.withSession({ access: 'read' }, async ({ ask, print }) => {
        const found = await ask('scan.get', { id });
        const { fileName, mediaType, byteLength } = found.scan;
        print(found, () => [`${fileName}  ${mediaType}  ${byteLength} B`, ...found.places].join('\n'));
      }),
    );
  addInbox(program, run);
}

type Reported = IntakeOutcome & { message?: string };

async function takeFiles(
  run: Run,
  session: Session,
  given: string[],
  target: IntakeTarget | null,
): Promise<void> {
  const paths = await session.ask('scan.expand', { paths: given.map((path) => resolve(path)) });
  if (paths.length === 0) throw new Problem('not-found', { what: session.say('files'), id: given.join(' ') });
  const outcomes: Reported[] = [];
  for (const path of paths) {
    if (run.stop.aborted) break;
    showProgress(`${outcomes.length + 1}/${paths.length} ${path}`);
    let outcome = await takeFile(session, path, target);
    // Ctrl+C in a terminal reaches the decoder too; the file it was at is not to blame.
    if (run.stop.aborted && outcome.outcome === 'refused') outcome = await takeFile(session, path, target);
    showProgress('');
    outcomes.push(outcome);
    if (!run.options.json) printText(describeOutcome(session, outcome));
  }
  if (run.options.json) session.print(outcomes, () => '');
  if (outcomes.some(({ outcome }) => outcome === 'refused')) run.exitCode = 1;
  if (outcomes.length < paths.length) {
    run.exitCode = 1;
    printAside(session.say('stoppedEarly'));
  }
}

async function takeFile(session: Session, path: string, target: IntakeTarget | null): Promise<Reported> {
  try {
    const outcome = await session.ask('scan.add', { path, target });
    return outcome.problem
      ? { ...outcome, message: explainProblem(outcome.problem, session.language) }
      : outcome;
  } catch (error) {
    // A full disk or a broken program concerns every file to come; a file's own trouble only itself.
    if (!(error instanceof Problem) || error.code === 'disk-full' || error.code === 'bug') throw error;
    const message = explainProblem(error.toFact(), session.language);
    const nothing = { scan: null, mediaType: null, pages: [], places: [] };
    return { file: path, outcome: 'refused', ...nothing, problem: error.toFact(), message };
  }
}

function describeOutcome({ say }: Session, outcome: Reported): string {
  const turns = [...new Set(outcome.pages.map(({ turn }) => turn))].filter((turn) => turn !== 0);
  const facts =
    outcome.outcome === 'refused'
      ? `${outcome.message} [${outcome.problem?.code}]`
      : `${outcome.mediaType} ${outcome.pages.length} ${say('pages')} ${turns.map((turn) => `↻${turn}°`).join(' ')}`;
  return `${say(outcome.outcome)}  ${outcome.file}  ${facts} ${outcome.places.join('; ')}`.trimEnd();
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
