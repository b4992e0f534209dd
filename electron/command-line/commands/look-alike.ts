// scan alike, scan answer: which earlier pages a scan looks like, what differs, and a person's word on it.

import { type Command, Option } from 'commander';
import { lookAlikeAnswers } from '../../../shared/calls.ts';
import { describePlaces } from '../describe-place.ts';
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
    .argument('<SCAN>', say('scanId'))
    .action((text: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const found = await session.ask('scan.look-alikes', { id: findScanId(session, text) });
        const lines = found.map(
          ({ page, earlier, fileName, places, likeness }) =>
            `p${page + 1} ${say('looksLike')} ${fileName} ${earlier.scan.slice(0, 12)} p${earlier.page + 1}  ${Math.round(likeness * 100)} %  ${describePlaces(session, places)}`,
        );
        session.print(found, () => (lines.length === 0 ? say('looksLikeNothing') : lines.join('\n')));
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
        session.print({ ...pair, answer, undo }, () => say('done'));
      }),
    );
}
