// filing add and edit: care away from home, filed to a city or to named hospitals.

import { type Command, Option } from 'commander';
import { type FilingFields, filingCategories, filingFields, filingWays } from '../../../shared/claim-life.ts';
import { findId, gatherTexts, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { given, readCountOrNothing, readList, saveRecord } from './record.ts';

type Options = {
  person?: string;
  category?: FilingFields['category'];
  from?: string;
  to?: string;
  city?: string;
  cityCode?: string;
  hospital?: string[];
  waitingDays?: string;
  how?: FilingFields['how'];
  proof?: string;
  note?: string;
};

export function addFilingCommands(group: Command, run: Run): void {
  const { say } = run;
  addOptions(group.command('add').description(say('add')), run, true).action((options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const personId = await findId(session, 'person', options.person ?? '');
      const fields = { ...blank(personId), ...(await readFields(session, options)) };
      await saveRecord(session, 'filing.save', { id: null, fields });
    }),
  );
  addOptions(
    group.command('edit').description(say('edit')).argument('<FILING>', say('someId')),
    run,
    false,
  ).action((text: string, options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const id = await findId(session, 'filing', text);
      const before = (await session.ask('filing.list', {})).find((one) => one.id === id);
      const kept = before ? filingFields.parse(before) : blank('');
      const fields = { ...kept, ...(await readFields(session, options)) };
      await saveRecord(session, 'filing.save', { id, fields });
    }),
  );
}

const blank = (personId: string): FilingFields => ({
  ...{ personId, category: 'other-temporary', from: '', to: '', cityCode: '', cityName: '' },
  ...{ hospitals: [], waitingDays: null, how: '', proofId: null, note: '' },
});

function addOptions(command: Command, { say }: Run, isNew: boolean): Command {
  const needed = (flags: string, words: string) => new Option(flags, words).makeOptionMandatory(isNew);
  if (isNew) command.addOption(needed('--person <PERSON>', say('personId')));
  return command
    .addOption(needed('--category <CATEGORY>', say('category')).choices(filingCategories))
    .addOption(needed('--from <DATE>', say('from')))
    .option('--to <DATE>', say('to'))
    .addOption(needed('--city <NAME>', say('cityName')))
    .option('--city-code <CODE>', say('cityCode'))
    .addOption(new Option('--hospital <NAME>', say('namedHospital')).argParser(gatherTexts))
    .option('--waiting-days <DAYS>', say('waitingDays'))
    .addOption(new Option('--how <HOW>', say('filingWay')).choices(filingWays.filter(Boolean)))
    .option('--proof <STANDING-PAPER>', say('proof'))
    .option('--note <TEXT>', say('note'));
}

async function readFields(session: Session, options: Options): Promise<Partial<FilingFields>> {
  return given<FilingFields>({
    category: options.category,
    from: options.from === undefined ? undefined : readDate(options.from),
    to: options.to === undefined ? undefined : readDate(options.to),
    cityName: options.city,
    cityCode: options.cityCode,
    hospitals: options.hospital && readList(options.hospital),
    waitingDays: options.waitingDays === undefined ? undefined : readCountOrNothing(options.waitingDays),
    how: options.how,
    proofId: await findProof(session, options.proof),
    note: options.note,
  });
}

/** Undefined when it was not given, null for a blank. */
export async function findProof(
  session: Session,
  text: string | undefined,
): Promise<string | null | undefined> {
  if (text === undefined) return undefined;
  return text === '' ? null : findId(session, 'standing-paper', text);
}
