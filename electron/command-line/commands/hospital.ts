// hospital add, edit, match and merge: the hospitals people have been to, and two spellings of one.

import { type Command, Option } from 'commander';
import { type HospitalFields, hospitalFields, hospitalGrades } from '../../../shared/claim-life.ts';
import { alignRows } from '../output.ts';
import { findId, gatherTexts } from '../read-values.ts';
import type { Run } from '../session.ts';
import { given, readList, saveRecord } from './record.ts';

type Options = Partial<Pick<HospitalFields, 'grade' | 'code' | 'cityCode'>> & {
  name?: string;
  alias?: string[];
  city?: string;
  designated?: 'yes' | 'no' | 'unknown';
};

export function addHospitalCommands(group: Command, run: Run): void {
  const { say } = run;
  addOptions(group.command('add').description(say('add')), run, true).action((options: Options) =>
    run.withSession({ access: 'write' }, (session) =>
      saveRecord(session, 'hospital.save', { id: null, fields: { ...blank, ...readFields(options) } }),
    ),
  );
  addOptions(
    group.command('edit').description(say('edit')).argument('<HOSPITAL>', say('hospitalId')),
    run,
    false,
  ).action((text: string, options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const id = await findId(session, 'hospital', text);
      const before = (await session.ask('hospital.list', {})).find((one) => one.id === id);
      const kept = before ? hospitalFields.parse(before) : blank;
      await saveRecord(session, 'hospital.save', { id, fields: { ...kept, ...readFields(options) } });
    }),
  );
  group
    .command('merge')
    .description(say('hospitalMerge'))
    .argument('<HOSPITAL>', say('hospitalId'))
    .argument('<NAME>', say('otherSpelling'))
    .action((text: string, name: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        const id = await findId(session, 'hospital', text);
        await saveRecord(session, 'hospital.merge', { id, name });
      }),
    );
  group
    .command('apart')
    .description(say('hospitalApart'))
    .argument('<NAME>', say('hospital'))
    .argument('<OTHER>', say('hospital'))
    .option('--ask-again', say('hospitalAskAgain'))
    .action((name: string, other: string, options: { askAgain?: true }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const apart = options.askAgain !== true;
        session.print(await session.ask('hospital.apart', { names: [name, other], apart }), () =>
          session.say('done'),
        );
      }),
    );
  group
    .command('match')
    .description(say('hospitalMatch'))
    .argument('<NAME>', say('hospital'))
    .action((text: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const found = await session.ask('hospital.match', { text });
        const rows = found.map((one) => [one.hospital?.id ?? '–', one.name, one.likeness.toFixed(2)]);
        session.print(found, () => (rows.length === 0 ? session.say('nothingHere') : alignRows(rows)));
      }),
    );
}

const blank: HospitalFields = {
  ...{ name: '', aliases: [], grade: '', code: '', cityCode: '', cityName: '' },
  designated: null,
};

function addOptions(command: Command, { say }: Run, isNew: boolean): Command {
  return command
    .addOption(new Option('--name <NAME>', say('hospital')).makeOptionMandatory(isNew))
    .addOption(new Option('--alias <NAME>', say('alias')).argParser(gatherTexts))
    .addOption(new Option('--grade <GRADE>', say('hospitalGrade')).choices(hospitalGrades.filter(Boolean)))
    .option('--code <CODE>', say('hospitalCode'))
    .option('--city <NAME>', say('cityName'))
    .option('--city-code <CODE>', say('cityCode'))
    .addOption(new Option('--designated <YES>', say('designated')).choices(['yes', 'no', 'unknown']));
}

const readFields = (options: Options): Partial<HospitalFields> =>
  given<HospitalFields>({
    name: options.name,
    aliases: options.alias && readList(options.alias),
    grade: options.grade,
    code: options.code,
    cityCode: options.cityCode,
    cityName: options.city,
    designated: readDesignated(options.designated),
  });

const readDesignated = (text: Options['designated']): boolean | null | undefined =>
  text === undefined ? undefined : text === 'unknown' ? null : text === 'yes';
