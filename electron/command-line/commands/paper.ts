// paper pages, turn, edit, remove-pages, move, to-inbox, describe: the pages of one kind of paper of a visit, counted from 1 as
// people do.

import { type Command, Option } from 'commander';
import { type Paper, type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { kindOption } from './files.ts';
import { addPageCommands, pagesOption, refusePages } from './pages.ts';

type Named = { kind: PaperKind; named?: string };
type MoveOptions = Named & { page: number[]; toKind: PaperKind; toVisit?: string };

export function addPaperCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('paper').description(say('paper'));
  const command = (name: string, words: string) =>
    group
      .command(name)
      .description(words)
      .argument('<VISIT>', say('someId'))
      .addOption(kindOption(say))
      .option('--named <TITLE>', say('paperNamed'));
  addPageCommands<Named>(run, {
    command,
    find: async (session, visit, options) => {
      const paper = await findPaper(session, visit, options);
      const { id, pages } = paper;
      const save = async (wanted: Paper['pages']) => {
        const result = await session.ask('paper.set-pages', { id, pages: wanted });
        return { result, pages: result.paper.pages };
      };
      return { shown: paper, pages, save };
    },
  });
  command('move', say('paperMove'))
    .addOption(pagesOption(run))
    .addOption(new Option('--to-kind <KIND>', say('toKind')).choices(paperKinds).makeOptionMandatory())
    .option('--to-visit <VISIT>', say('toVisit'))
    .action((visit: string, options: MoveOptions) =>
      run.withSession({ access: 'write' }, async (session) => {
        const { id, visitId, pages } = await findPaper(session, visit, options);
        refusePages({ pages }, options.page);
        const other =
          options.toVisit === undefined ? visitId : await findId(session, 'visit', options.toVisit);
        const wish = { id, positions: options.page, visitId: other, kind: options.toKind };
        const result = await session.ask('paper.move-pages', wish);
        session.print(result, () => session.say('done'));
      }),
    );
  command('to-inbox', say('paperToInbox'))
    .addOption(pagesOption(run))
    .action((visit: string, options: Named & { page: number[] }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const { id, pages } = await findPaper(session, visit, options);
        refusePages({ pages }, options.page);
        const result = await session.ask('paper.to-inbox', { id, positions: options.page });
        session.print(result, () =>
          result.items.map((item) => `${item.id}  ${item.scan.fileName}`).join('\n'),
        );
      }),
    );
  command('describe', say('paperDescribe'))
    .option('--title <TITLE>', say('title'))
    .addOption(new Option('--form <FORM>', say('form')).choices(['original', 'copy']))
    .action((visit: string, options: Named & { title?: string; form?: 'original' | 'copy' }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const paper = await findPaper(session, visit, options);
        const wish = { id: paper.id, title: options.title ?? paper.title, form: options.form ?? paper.form };
        const result = await session.ask('paper.describe', wish);
        session.print(result, () => session.say('done'));
      }),
    );
}

/** Of several papers of this kind the one with this title, else the first. */
async function findPaper(session: Session, visit: string, { kind, named }: Named): Promise<Paper> {
  const { papers } = await session.ask('visit.get', { id: await findId(session, 'visit', visit) });
  const paper = papers.find((one) => one.kind === kind && (named === undefined || one.title === named));
  if (paper) return paper;
  throw new Problem('not-found', { what: named ?? domainWords[session.language].paper[kind], id: visit });
}
