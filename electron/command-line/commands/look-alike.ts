// scan alike, scan answer: which earlier pages a scan looks like, what differs, and a person's word on it.

import { type Command, Option } from 'commander';
import { type CallOutput, type LookAlike, lookAlikeAnswers } from '../../../shared/calls.ts';
import { Problem, type ProblemFact } from '../../../shared/problems.ts';
import { describePlaces } from '../describe-place.ts';
import { plainName } from '../output.ts';
import type { Run, Session } from '../session.ts';

type Numbers = {
  readNumber: (text: string) => number;
  findScanId: (session: Session, text: string) => string;
};
type AnswerOptions = { as?: (typeof lookAlikeAnswers)[number]; takeBack?: boolean };

export function addLookAlikeCommands(scan: Command, run: Run, { readNumber, findScanId }: Numbers): void {
  const { say } = run;
  scan
    .command('alike')
    .description(say('scanAlike'))
    .argument('[SCAN]', say('scanToCompare'))
    .option('--stop', say('stopComparing'))
    .action((text: string | undefined, { stop = false }: { stop?: boolean }) =>
      run.withSession({ access: stop || text === undefined ? 'write' : 'read' }, async (session) => {
        const scan = text === undefined ? undefined : findScanId(session, text);
        if (stop) return stopComparing(session, scan);
        if (scan === undefined) return askOpenQuestions(session);
        const found = await session.ask('scan.look-alikes', { id: scan });
        session.print(found, () => describeAlike(session, found));
      }),
    );
  scan
    .command('compare')
    .description(say('scanCompare'))
    .argument('<SCAN>', say('scanId'))
    .argument('<N>', say('pageNumber'), readNumber)
    .argument('<OTHER>', say('scanId'))
    .argument('<M>', say('pageNumber'), readNumber)
    .action((text: string, page: number, otherText: string, otherPage: number) =>
      run.withSession({ access: 'read' }, async (session) => {
        const one = { scan: findScanId(session, text), page };
        const other = { scan: findScanId(session, otherText), page: otherPage };
        const found = await session.ask('scan.compare-pages', { one, other });
        session.print(found, () =>
          found.laid ? `${say('placesThatDiffer')}: ${found.laid.differences.length}` : say('cannotBeLaid'),
        );
      }),
    );
  scan
    .command('answer')
    .description(say('scanAnswer'))
    .argument('<SCAN>', say('scanId'))
    .argument('<N>', say('pageNumber'), readNumber)
    .argument('<EARLIER>', say('scanId'))
    .argument('<M>', say('pageNumber'), readNumber)
    .addOption(new Option('--as <ANSWER>', say('answerAs')).choices(lookAlikeAnswers))
    .option('--take-back', say('takeAnswerBack'))
    .action((text: string, page: number, earlierText: string, earlierPage: number, options: AnswerOptions) =>
      run.withSession({ access: 'write' }, async (session) => {
        const earlier = { scan: findScanId(session, earlierText), page: earlierPage };
        const answer = options.takeBack ? null : (options.as ?? 'keep-both');
        const pair = { scan: findScanId(session, text), page, earlier };
        const { undo } = await session.ask('scan.answer-look-alike', { ...pair, answer });
        await settleIfAnswered(session, pair.scan);
        session.print({ ...pair, answer, undo }, () => say('done'));
      }),
    );
}

function describeAlike(session: Session, found: readonly LookAlike[]): string {
  const { say } = session;
  const lines = found.map(
    ({ page, earlier, fileName, places, likeness }) =>
      `p${page + 1} ${say('looksLike')} ${plainName(fileName)} ${earlier.scan.slice(0, 12)} p${earlier.page + 1}  ${Math.round(likeness * 100)} %  ${describePlaces(session, places)}`,
  );
  return lines.length === 0 ? say('looksLikeNothing') : lines.join('\n');
}

type Waiting = CallOutput<'scan.to-compare'>[number];
type OpenQuestion = Waiting & { lookAlikes: LookAlike[]; problem: ProblemFact | null };

/** Of the files that came in with the question left for later: those that look like nothing are settled with this. */
async function askOpenQuestions(session: Session): Promise<void> {
  const open: OpenQuestion[] = [];
  for (const one of await session.ask('scan.to-compare', {})) {
    const question = await askOrSettle(session, one);
    if (question) open.push(question);
  }
  session.print(open, () => {
    if (open.length === 0) return session.say('nothingToCompare');
    return open
      .map(({ scan, fileName, lookAlikes, problem }) => {
        const said = problem ? `[${problem.code}]` : describeAlike(session, lookAlikes);
        return `${plainName(fileName)}  ${scan.slice(0, 12)}\n${said}`;
      })
      .join('\n');
  });
}

/** Null for one that looks like nothing, which is settled with this. One that cannot be compared goes on waiting. */
async function askOrSettle(session: Session, one: Waiting): Promise<OpenQuestion | null> {
  try {
    const lookAlikes = await session.ask('scan.look-alikes', { id: one.scan, before: true });
    if (lookAlikes.length > 0) return { ...one, lookAlikes, problem: null };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ...one, lookAlikes: [], problem: error.toFact() };
  }
  await session.ask('scan.stop-comparing', { scans: [one.scan] });
  return null;
}

async function settleIfAnswered(session: Session, scan: string): Promise<void> {
  const waiting = await session.ask('scan.to-compare', {});
  const one = waiting.find((other) => other.scan === scan);
  if (one) await askOrSettle(session, one);
}

async function stopComparing(session: Session, scan: string | undefined): Promise<void> {
  const waiting = await session.ask('scan.to-compare', {});
  const scans = waiting.map((one) => one.scan).filter((one) => scan === undefined || one === scan);
  await session.ask('scan.stop-comparing', { scans });
  session.print({ scans }, () => session.say('done'));
}
