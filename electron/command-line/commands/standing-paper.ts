// standing-paper add and edit: papers of a person that many claims need, filled from the inbox.

import { type Command, Option } from 'commander';
import { type StandingPaperFields, standingPaperFields } from '../../../shared/claim-life.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain.ts';
import { Problem } from '../../../shared/problems.ts';
import { findId, findIds, gatherTexts, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { given } from './record.ts';

type Options = { person?: string; kind?: PaperKind; title?: string; expires?: string; inbox?: string[] };

export function addStandingPaperCommands(group: Command, run: Run): void {
  const { say } = run;
  addOptions(group.command('add').description(say('add')), run, true).action((options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const personId = await findId(session, 'person', options.person ?? '');
      const blank = { personId, kind: 'other' as const, title: '', expires: '', pages: [] };
      await save(session, null, { fields: { ...blank, ...readFields(options) }, inbox: options.inbox });
    }),
  );
  addOptions(
    group.command('edit').description(say('edit')).argument('<STANDING-PAPER>', say('someId')),
    run,
    false,
  ).action((text: string, options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const id = await findId(session, 'standing-paper', text);
      const before = (await session.ask('standing-paper.list', {})).find((one) => one.id === id);
      if (!before) throw new Problem('not-found', { what: say('standingPaper'), id });
      const fields = { ...standingPaperFields.parse(before), ...readFields(options) };
      await save(session, id, { fields, inbox: options.inbox });
    }),
  );
}

function addOptions(command: Command, { say }: Run, isNew: boolean): Command {
  const needed = (flags: string, words: string) => new Option(flags, words).makeOptionMandatory(isNew);
  if (isNew) command.addOption(needed('--person <PERSON>', say('personId')));
  return command
    .addOption(needed('--kind <KIND>', say('kindOfPaper')).choices(paperKinds))
    .option('--title <TITLE>', say('title'))
    .option('--expires <DATE>', say('expires'))
    .addOption(new Option('--inbox <SCAN>', say('fromInbox')).argParser(gatherTexts));
}

const readFields = ({ kind, title, expires }: Options): Partial<StandingPaperFields> =>
  given<StandingPaperFields>({
    ...{ kind, title },
    expires: expires === undefined ? undefined : readDate(expires),
  });

type Wish = { fields: StandingPaperFields; inbox: string[] | undefined };

/** Scans are looked up before anything is saved; what takes both steps back comes in one list. */
async function save(session: Session, id: string | null, { fields, inbox = [] }: Wish): Promise<void> {
  const inboxIds = await findIds(session, 'inbox', inbox);
  const made = await session.ask('standing-paper.save', { id, fields });
  const saved = made.standingPaper.id;
  if (inboxIds.length === 0) {
    session.print(made, () => saved);
    return;
  }
  const filled = await session.ask('standing-paper.assign', { id: saved, inboxIds });
  session.print({ ...filled, undo: [...filled.undo, ...made.undo] }, () => saved);
}
