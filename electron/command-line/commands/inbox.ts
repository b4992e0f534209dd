// inbox list, assign, remove, restore, and pages, turn, edit, remove-pages of a scan that waits there.

import type { Command } from 'commander';
import type { PaperKind, PaperPage } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import { alignRows } from '../output.ts';
import { findId, findIds } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { kindOption } from './files.ts';
import { addPageCommands, type PageHolder } from './pages.ts';

export function addInboxCommands(program: Command, run: Run): void {
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
  addPageCommands<object>(run, {
    command: (name, words) => group.command(name).description(words).argument('<ITEM>', say('someId')),
    find: findItem,
  });
}

async function findItem(session: Session, text: string): Promise<PageHolder> {
  const id = await findId(session, 'inbox', text);
  const item = (await session.ask('inbox.list', {})).find((one) => one.id === id);
  if (!item) throw new Problem('not-found', { what: session.say('inbox'), id: text });
  const save = async (pages: PaperPage[]) => {
    // An item without pages would be no item: it goes to the removed scans as a whole.
    if (pages.length === 0) return { result: await session.ask('inbox.remove', { ids: [id] }), pages };
    const result = await session.ask('inbox.set-pages', { id, pages });
    return { result, pages: result.item.pages };
  };
  return { shown: item, pages: item.pages, save };
}
