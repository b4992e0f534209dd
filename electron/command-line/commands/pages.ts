// pages, turn, edit, remove-pages: what can be done to the pages of a paper as to those of a scan that waits in the inbox.

import { type Command, Option } from 'commander';
import type { PaperPage, Turn } from '../../../shared/domain.ts';
import { formatEdit } from '../../../shared/page-edit.ts';
import { Problem } from '../../../shared/problems.ts';
import { alignRows } from '../output.ts';
import { readPages } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { addEditCommand, type EditOptions } from './page-edit.ts';

/** Whatever has pages in an order; `save` takes the whole list and answers with the pages as kept and how to take it back. */
export type PageHolder = {
  /** As `--json` shows it. */
  shown: object;
  pages: PaperPage[];
  save: (pages: PaperPage[]) => Promise<{ result: object; pages: PaperPage[] }>;
};
export type PageGroup<O extends object> = {
  /** A command of this name that takes what names a holder. */
  command: (name: string, words: string) => Command;
  find: (session: Session, text: string, options: O) => Promise<PageHolder>;
};

export const pagesOption = ({ say }: Pick<Run, 'say'>) =>
  new Option('--page <PAGES>', say('pageNumbers')).argParser(readPages).makeOptionMandatory();

export function addPageCommands<O extends object>(run: Run, { command, find }: PageGroup<O>): void {
  const { say } = run;
  type Chosen = O & { page: number[] };
  const onPages =
    <W extends Chosen>(work: (session: Session, holder: PageHolder, options: W) => Promise<void>) =>
    (text: string, options: W) =>
      run.withSession({ access: 'write' }, async (session) => {
        const holder = await find(session, text, options);
        refusePages(holder, options.page);
        await work(session, holder, options);
      });
  command('pages', say('paperPages'))
    .addOption(new Option('--order <PAGES>', say('pageOrder')).argParser(readPages))
    .action((text: string, options: O & { order?: number[] }) =>
      run.withSession({ access: options.order ? 'write' : 'read' }, async (session) => {
        const holder = await find(session, text, options);
        const { order } = options;
        if (!order) return session.print(holder.shown, () => describePages(holder.pages));
        refusePages(holder, order);
        // Pages that were not named follow: a page goes by `remove-pages` only.
        const places = new Set([...order, ...holder.pages.keys()]);
        await savePages(
          session,
          holder,
          [...places].flatMap((at) => holder.pages[at] ?? []),
        );
      }),
    );
  command('turn', say('paperTurn'))
    .addOption(pagesOption(run))
    .addOption(new Option('--by <DEGREES>', say('degrees')).choices(['90', '180', '270']).default('90'))
    .action(
      onPages<Chosen & { by: string }>((session, holder, { page, by }) =>
        savePages(
          session,
          holder,
          holder.pages.map((one, at) =>
            page.includes(at) ? { ...one, turn: ((one.turn + Number(by)) % 360) as Turn } : one,
          ),
        ),
      ),
    );
  addEditCommand<Chosen & EditOptions>(
    command('edit', say('paperEdit')).addOption(pagesOption(run)),
    run,
    onPages,
  );
  command('remove-pages', say('removePages'))
    .addOption(pagesOption(run))
    .action(
      onPages<Chosen>((session, holder, { page }) =>
        savePages(
          session,
          holder,
          holder.pages.filter((_, at) => !page.includes(at)),
        ),
      ),
    );
}

/** Throws not-found for a page that is not there. */
export function refusePages({ pages }: { pages: readonly unknown[] }, positions: readonly number[]): void {
  const beyond = positions.find((position) => position >= pages.length);
  if (beyond !== undefined) throw new Problem('not-found', { what: 'page', id: beyond + 1 });
}

export async function savePages(session: Session, holder: PageHolder, wanted: PaperPage[]): Promise<void> {
  const { result, pages } = await holder.save(wanted);
  session.print(result, () => (pages.length > 0 ? describePages(pages) : session.say('done')));
}

const describePages = (pages: readonly PaperPage[]): string =>
  alignRows(
    pages.map(({ scan, page, turn, edit }, at) => [
      String(at + 1),
      scan.slice(0, 12),
      `p${page + 1}`,
      `↻${turn}°`,
      edit ? formatEdit(edit) : '',
    ]),
  );
