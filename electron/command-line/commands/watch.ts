// watch, phone: files that come by themselves, for as long as the command runs.

import { basename, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Command, Option } from 'commander';
import encodeQR from 'qr';
import type { IntakeTarget } from '../../../shared/calls.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import type { PhoneArrival, PhoneState } from '../../../shared/ways-in-calls.ts';
import { explainProblem } from '../../../shared/words/problems.ts';
import { checkFolder, knownFiles } from '../../watch/watch-desk.ts';
import { watchFolder } from '../../watch/watch-folder.ts';
import { alignRows, printAside, printText } from '../output.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

const PACE_MS = 300;

export function addWatchCommands(program: Command, run: Run): void {
  const { say } = run;
  program
    .command('watch')
    .description(say('watch'))
    .argument('<FOLDER>', say('watchFolder'))
    .option('--once', say('watchOnce'))
    .action((folder: string, options: { once?: boolean }) =>
      run.withSession({ access: 'write' }, (session) =>
        watchUntilStopped(run, session, folder, options.once === true),
      ),
    );
  program
    .command('phone')
    .description(say('fromPhone'))
    .option('--visit <VISIT>', say('phoneVisit'))
    .addOption(new Option('--kind <KIND>', say('kindOfPaper')).choices(paperKinds))
    .option('--address <IP>', say('phoneAddress'), '')
    .action((options: { visit?: string; kind?: PaperKind; address: string }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const target = await findTarget(session, options);
        await servePhone(run, session, target, options.address);
      }),
    );
}

type Told = Pick<PhoneArrival, 'file' | 'outcome' | 'problem'>;

function describeArrival({ say, language }: Session, { file, outcome, problem }: Told): string {
  const why = problem ? `  ${explainProblem(problem, language)} [${problem.code}]` : '';
  return `${say(outcome)}  ${file}${why}`;
}

/** Everything at rest is taken in; with `once`, that is all, else until Ctrl+C. */
async function watchUntilStopped(run: Run, session: Session, given: string, once: boolean): Promise<void> {
  const { context, say, print } = session;
  const folder = await checkFolder(context.vault, resolve(given));
  const taken: Told[] = [];
  const onTaken = ({
    path,
    outcome,
    problem,
  }: {
    path: string;
    outcome: string;
    problem: Told['problem'];
  }) => {
    const told = { file: basename(path), outcome: outcome as Told['outcome'], problem };
    taken.push(told);
    if (!run.options.json) printText(describeArrival(session, told));
  };
  const watch = watchFolder(context, { folder, known: knownFiles(context.vault), onTaken });
  if (!once) printAside(`${say('watching')} ${folder}`);
  try {
    for (;;) {
      await watch.lookNow();
      const problem = watch.problem();
      if (problem && once) throw new Problem(problem.code, problem.params);
      if (run.stop.aborted || (once && watch.waiting() === 0)) break;
      await wait(PACE_MS);
    }
  } finally {
    await watch.stop();
  }
  if (run.options.json) print(taken, () => '');
  if (taken.some(({ outcome }) => outcome === 'refused')) run.exitCode = 1;
}

async function findTarget(
  session: Session,
  { visit, kind }: { visit?: string; kind?: PaperKind },
): Promise<IntakeTarget | null> {
  if (visit === undefined && kind === undefined) return null;
  if (visit === undefined || kind === undefined)
    throw new Problem('input-invalid', {
      field: '--visit, --kind',
      reason: session.say('phoneBoth'),
    });
  return { visitId: await findId(session, 'visit', visit), kind };
}

/** The code for the phone, and what comes, until Ctrl+C or until the phone has been silent for a while. */
async function servePhone(
  run: Run,
  session: Session,
  target: IntakeTarget | null,
  address: string,
): Promise<void> {
  const { ask, say, print } = session;
  let state: PhoneState = await ask('phone.open', { target, address });
  if (state.ended !== '') {
    run.exitCode = 1;
    printAside(say(state.ended === 'no-network' ? 'phoneNoNetwork' : 'phoneAddressGone'));
    return;
  }
  printAside(`${encodeQR(state.url, 'term', { ecc: 'low', border: 2 })}\n${state.url}\n\n${say('phoneHow')}`);
  if (state.addresses.length > 1)
    printAside(alignRows(state.addresses.map((one) => [`--address ${one.address}`, one.name])));
  const look = async () => {
    const shown = state.arrivals.length;
    state = await ask('phone.state', { session: state.session });
    for (const arrival of state.arrivals.slice(shown))
      if (!run.options.json) printText(describeArrival(session, arrival));
  };
  while (state.ended === '' && !run.stop.aborted) {
    await wait(PACE_MS);
    await look();
  }
  // Closing waits for the picture in hand.
  await ask('phone.close', { session: state.session });
  await look();
  if (run.options.json) print(state.arrivals, () => '');
  if (state.arrivals.some(({ outcome }) => outcome === 'refused')) run.exitCode = 1;
}
