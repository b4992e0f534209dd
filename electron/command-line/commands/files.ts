// attach, scan add, scan show: files on their way into the vault.

import { basename, dirname, relative, resolve, sep } from 'node:path';
import { type Command, Option } from 'commander';
import type { CallInput, FileOutcome, IntakeTarget } from '../../../shared/calls.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { FILES_AT_ONCE, type IntakeOrder } from '../../../shared/intake-order.ts';
import { Problem } from '../../../shared/problems.ts';
import { explainProblem } from '../../../shared/words/problems.ts';
import { findScan } from '../../database/scan.ts';
import { expandPaths } from '../../intake/expand.ts';
import { describePlaces } from '../describe-place.ts';
import { plainName, printAside, printText, showProgress } from '../output.ts';
import { describeLeftBehind } from '../packet-report.ts';
import { findId, gatherTexts } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { takeInLine } from '../take-in-line.ts';
import { addInboxCommands } from './inbox.ts';
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
    .option('--password <PASSWORD>', say('passwordOption'), gatherTexts)
    .action((text: string, paths: string[], options: { kind: PaperKind; password?: string[] }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const visitId = await findId(session, 'visit', text);
        await session.ask('visit.get', { id: visitId });
        const target = { visitId, kind: options.kind };
        await takeFiles(run, session, paths, { target, passwords: options.password ?? [] });
      }),
    );
  const scan = program.command('scan').description(say('scan'));
  scan
    .command('add')
    .description(say('scanAdd'))
    .argument('<FILE...>', say('files'))
    .option('--password <PASSWORD>', say('passwordOption'), gatherTexts)
    .action((paths: string[], { password: passwords = [] }: { password?: string[] }) =>
      run.withSession({ access: 'write' }, (session) =>
        takeFiles(run, session, paths, { target: null, passwords }),
      ),
    );
  addScanCommands(scan, run);
  addInboxCommands(program, run);
}

type Reported = FileOutcome & { message?: string };
type Wish = { target: IntakeTarget | null; passwords: string[] };

/** A full disk or a broken program concerns every file to come; a file's own trouble only itself. */
const concernsAll = ({ problem }: Reported): boolean => ['disk-full', 'bug'].includes(problem?.code ?? '');
const asksPassword = ({ problem }: Reported): boolean => problem?.code.startsWith('pdf-password') ?? false;

async function takeFiles(run: Run, session: Session, words: string[], wish: Wish): Promise<void> {
  const given = words.map((path) => resolve(path));
  const leftBehind: string[] = [];
  const paths = await expandPaths(given, (path) => leftBehind.push(path));
  if (paths.length === 0) throw new Problem('not-found', { what: session.say('files'), id: words.join(' ') });
  const outcomes: Reported[] = [];
  let taken = 0;
  const goesOn = () => !run.stop.aborted && !outcomes.some(concernsAll);
  const files = paths.map((path) => ({ path, fileName: nameAmong(given, path) }));
  const take = (file: NamedPath, order: IntakeOrder) => takeFile(session, { ...file, order }, wish);
  // A file that is tried with one password after another keeps its place only where it is alone.
  const most = wish.passwords.length > 1 ? 1 : FILES_AT_ONCE;
  showProgress(`1/${paths.length} ${paths[0]}`);
  for await (const { file, told } of takeInLine({ files, take, goesOn, most })) {
    // Ctrl+C in a terminal reaches the decoder too; the file it was at is not to blame.
    const blameless = run.stop.aborted && told[0]?.outcome === 'refused';
    const became = blameless ? await takeFile(session, file, wish) : told;
    showProgress('');
    taken += 1;
    outcomes.push(...became);
    if (!run.options.json) for (const outcome of became) printText(describeOutcome(session, outcome));
    const next = paths[taken];
    if (next !== undefined && goesOn()) showProgress(`${taken + 1}/${paths.length} ${next}`);
  }
  if (run.options.json) session.print(outcomes, () => '');
  if (outcomes.some(asksPassword)) printAside(session.say('passwordHint'));
  if (leftBehind.length > 0) printAside(describeLeftBehind(session.say, leftBehind));
  if (taken < paths.length) printAside(`${session.say('stoppedEarly')} (${taken}/${paths.length})`);
  const isWhole = taken === paths.length && outcomes.every(({ outcome }) => outcome !== 'refused');
  if (!isWhole) run.exitCode = outcomes.some(({ problem }) => problem?.code === 'bug') ? 3 : 1;
}

/** The name alone of what was named, the way inside of what lay in a folder that was: `papers/march/1.jpg`. */
function nameAmong(given: readonly string[], path: string): string {
  const root = given.find((one) => path === one || path.startsWith(one + sep));
  return root === undefined ? basename(path) : relative(dirname(root), path);
}

type NamedPath = { path: string; fileName: string; order?: IntakeOrder };

/** With each password in turn, until no PDF asks for one; an archive is reported file by file. */
async function takeFile(session: Session, file: NamedPath, wish: Wish): Promise<Reported[]> {
  const [password = '', ...passwords] = wish.passwords;
  const became = await takeOnce(session, { ...file, target: wish.target, password });
  if (passwords.length === 0 || !became.some(asksPassword)) return became;
  const again = await takeFile(session, file, { ...wish, passwords });
  const told = (one: Reported) => again.find((other) => other.file === one.file) ?? one;
  return became.map((one) => (asksPassword(one) ? told(one) : one));
}

async function takeOnce(session: Session, input: CallInput<'scan.add'>): Promise<Reported[]> {
  try {
    const { members, ...whole } = await session.ask('scan.add', input);
    return (members.length > 0 ? members : [whole]).map((outcome) =>
      outcome.problem ? { ...outcome, message: explainProblem(outcome.problem, session.language) } : outcome,
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const message = explainProblem(error.toFact(), session.language);
    const nothing = {
      scan: null,
      mediaType: null,
      pages: [],
      places: [],
      lookAlikes: [],
      toCompare: false,
      undo: [],
    };
    const file = input.fileName ?? input.path;
    return [{ file, outcome: 'refused', ...nothing, problem: error.toFact(), message }];
  }
}

/** The name under which the very same bytes are known, where it is another. */
function nameBefore({ context }: Session, { outcome, scan, file }: Reported): string {
  const known =
    outcome === 'duplicate' && scan !== null ? findScan(context.vault.db, scan)?.fileName : undefined;
  return known === undefined || known === file.split(/[\\/]/).at(-1) ? '' : known;
}

function describeOutcome(session: Session, outcome: Reported): string {
  const { say } = session;
  const turns = [...new Set(outcome.pages.map(({ turn }) => turn))].filter((turn) => turn !== 0);
  const facts =
    outcome.outcome === 'refused'
      ? `${plainName(outcome.message ?? '')} [${outcome.problem?.code}]`
      : outcome.pages.length === 0
        ? `${outcome.mediaType} ${say('noPages')}`
        : `${outcome.mediaType} ${outcome.pages.length} ${say('pages')} ${turns.map((turn) => `↻${turn}°`).join(' ')}`;
  const before = nameBefore(session, outcome);
  const same = before === '' ? '' : `  ${say('sameAs')} ${plainName(before)}`;
  const places = describePlaces(session, outcome.places);
  const line =
    `${say(outcome.outcome)}  ${plainName(outcome.file)}  ${facts.trimEnd()}${same}  ${places}`.trimEnd();
  const alike = outcome.lookAlikes.map(
    ({ page, earlier, fileName, places }) =>
      `  p${page + 1} ${say('looksLike')} ${plainName(fileName)} p${earlier.page + 1} (${earlier.scan.slice(0, 12)})  ${describePlaces(session, places)}`,
  );
  return [line, ...alike].join('\n');
}
