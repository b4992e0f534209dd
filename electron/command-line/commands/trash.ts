// trash list, trash restore: scans that were taken out of their place, and putting them back.

import { type Command, Option } from 'commander';
import type { TrashEntry } from '../../../shared/trash-calls.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { describePlace } from '../describe-place.ts';
import { alignRows } from '../output.ts';
import { readPages } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { findScanId } from './scan.ts';

export function addTrashCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('trash').description(say('trash'));
  group
    .command('list')
    .description(say('list'))
    .action(() =>
      run.withSession({ access: 'read' }, async (session) => {
        const entries = await session.ask('trash.list', {});
        session.print(entries, () =>
          entries.length === 0
            ? say('nothingHere')
            : alignRows(entries.map((entry) => describeEntry(session, entry))),
        );
      }),
    );
  group
    .command('restore')
    .description(say('trashRestore'))
    .argument('<SCAN>', say('scanId'))
    .addOption(new Option('--page <PAGES>', say('trashPages')).argParser(readPages))
    .option('--inbox', say('trashInbox'))
    .action((text: string, options: { page?: number[]; inbox?: boolean }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const result = await session.ask('trash.restore', {
          scan: findScanId(session, text),
          pages: options.page ?? [],
          to: options.inbox ? 'inbox' : 'origin',
        });
        session.print(result, () => result.places.map((place) => describePlace(session, place)).join('\n'));
      }),
    );
}

function describeEntry(session: Session, { scan, pages, origin, removedAt }: TrashEntry): string[] {
  const { say, language } = session;
  const words = domainWords[language];
  const paper = origin.title || (origin.paperKind ? words.paper[origin.paperKind] : '');
  const from = [origin.personName, origin.date, origin.hospital, paper].filter((part) => part !== '');
  const place = { inbox: say('inbox'), unknown: say('unknownPlace') };
  const state = origin.ownerRemoved ? [say(origin.visitId ? 'visitRemoved' : 'paperRemoved')] : [];
  return [
    scan.id.slice(0, 12),
    scan.fileName,
    [...new Set(pages.map(({ page }) => `p${page + 1}`))].join(','),
    removedAt?.slice(0, 16).replace('T', ' ') ?? '-',
    [origin.kind in place ? place[origin.kind as keyof typeof place] : from.join(' '), ...state].join('  '),
  ];
}
