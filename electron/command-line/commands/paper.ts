// paper pages, turn, move, describe: the pages of one kind of paper of a visit, counted from 1 as people do.

import { type Command, Option } from 'commander';
import { type Paper, type PaperKind, paperKinds, type Turn } from '../../../shared/domain.ts';
import { formatEdit } from '../../../shared/page-edit.ts';
import { Problem } from '../../../shared/problems.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { alignRows } from '../output.ts';
import { findId, readPages } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { kindOption } from './files.ts';
import { addEditCommand } from './paper-edit.ts';

export function addPaperCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('paper').description(say('paper'));
  const command = (name: string, words: string) =>
    group.command(name).description(words).argument('<VISIT>', say('someId')).addOption(kindOption(say));
  const pagesOption = () =>
    new Option('--page <PAGES>', say('pageNumbers')).argParser(readPages).makeOptionMandatory();
  command('pages', say('paperPages'))
    .addOption(new Option('--order <PAGES>', say('pageOrder')).argParser(readPages))
    .action((visit: string, options: { kind: PaperKind; order?: number[] }) =>
      run.withSession({ access: options.order ? 'write' : 'read' }, (session) =>
        showPages(session, visit, options),
      ),
    );
  command('turn', say('paperTurn'))
    .addOption(pagesOption())
    .addOption(new Option('--by <DEGREES>', say('degrees')).choices(['90', '180', '270']).default('90'))
    .action((visit: string, options: { kind: PaperKind; page: number[]; by: string }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const paper = await findPaper(session, visit, options.kind);
        refusePages(paper, options.page);
        const turned = paper.pages.map((page, at) =>
          options.page.includes(at)
            ? { ...page, turn: ((page.turn + Number(options.by)) % 360) as Turn }
            : page,
        );
        await setPages(session, { ...paper, pages: turned });
      }),
    );
  addEditCommand(command('edit', say('paperEdit')).addOption(pagesOption()), run);
  command('move', say('paperMove'))
    .addOption(pagesOption())
    .addOption(new Option('--to-kind <KIND>', say('toKind')).choices(paperKinds).makeOptionMandatory())
    .option('--to-visit <VISIT>', say('toVisit'))
    .action(
      (visit: string, options: { kind: PaperKind; page: number[]; toKind: PaperKind; toVisit?: string }) =>
        run.withSession({ access: 'write' }, async (session) => {
          const { id, visitId, pages } = await findPaper(session, visit, options.kind);
          refusePages({ pages }, options.page);
          const other =
            options.toVisit === undefined ? visitId : await findId(session, 'visit', options.toVisit);
          const wish = { id, positions: options.page, visitId: other, kind: options.toKind };
          const result = await session.ask('paper.move-pages', wish);
          session.print(result, () => session.say('done'));
        }),
    );
  command('describe', say('paperDescribe'))
    .option('--title <TITLE>', say('title'))
    .addOption(new Option('--form <FORM>', say('form')).choices(['original', 'copy']))
    .action((visit: string, options: { kind: PaperKind; title?: string; form?: 'original' | 'copy' }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const paper = await findPaper(session, visit, options.kind);
        const wish = { id: paper.id, title: options.title ?? paper.title, form: options.form ?? paper.form };
        const result = await session.ask('paper.describe', wish);
        session.print(result, () => session.say('done'));
      }),
    );
}

export async function findPaper(session: Session, visit: string, kind: PaperKind): Promise<Paper> {
  const { papers } = await session.ask('visit.get', { id: await findId(session, 'visit', visit) });
  const paper = papers.find((one) => one.kind === kind);
  if (!paper) throw new Problem('not-found', { what: domainWords[session.language].paper[kind], id: visit });
  return paper;
}

export function refusePages(paper: Pick<Paper, 'pages'>, positions: number[]): void {
  const beyond = positions.find((position) => position >= paper.pages.length);
  if (beyond !== undefined) throw new Problem('not-found', { what: 'page', id: beyond + 1 });
}

async function showPages(
  session: Session,
  visit: string,
  options: { kind: PaperKind; order?: number[] },
): Promise<void> {
  const paper = await findPaper(session, visit, options.kind);
  if (!options.order) return session.print(paper, () => describePages(paper));
  refusePages(paper, options.order);
  const wanted = [...new Set(options.order)].flatMap((position) => paper.pages[position] ?? []);
  await setPages(session, { ...paper, pages: wanted });
}

async function setPages(session: Session, { id, pages }: Paper): Promise<void> {
  const result = await session.ask('paper.set-pages', { id, pages });
  session.print(result, () => describePages(result.paper));
}

export const describePages = (paper: Paper): string =>
  alignRows(
    paper.pages.map(({ scan, page, turn, edit }, at) => [
      String(at + 1),
      scan.slice(0, 12),
      `p${page + 1}`,
      `↻${turn}°`,
      edit ? formatEdit(edit) : '',
    ]),
  );
