// approval add and edit: an approved chronic disease, until when and at which hospitals.

import { type Command, Option } from 'commander';
import { type ApprovalFields, approvalFields } from '../../../shared/claim-life.ts';
import { findDisease } from '../../../shared/diseases.ts';
import { findId, gatherTexts, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { findProof } from './filing.ts';
import { given, readList, saveRecord } from './record.ts';

type Options = {
  person?: string;
  disease?: string;
  diseaseName?: string;
  from?: string;
  to?: string;
  hospital?: string[];
  proof?: string;
  note?: string;
};

export function addApprovalCommands(group: Command, run: Run): void {
  const { say } = run;
  addOptions(group.command('add').description(say('add')), run, true).action((options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const personId = await findId(session, 'person', options.person ?? '');
      const fields = { ...blank(personId), ...(await readFields(session, options)) };
      await saveRecord(session, 'approval.save', { id: null, fields });
    }),
  );
  addOptions(
    group.command('edit').description(say('edit')).argument('<APPROVAL>', say('someId')),
    run,
    false,
  ).action((text: string, options: Options) =>
    run.withSession({ access: 'write' }, async (session) => {
      const id = await findId(session, 'approval', text);
      const before = (await session.ask('approval.list', {})).find((one) => one.id === id);
      const kept = before ? approvalFields.parse(before) : blank('');
      const fields = { ...kept, ...(await readFields(session, options)) };
      await saveRecord(session, 'approval.save', { id, fields });
    }),
  );
}

const blank = (personId: string): ApprovalFields => ({
  ...{ personId, diseaseCode: '', diseaseName: '', from: '', to: '' },
  ...{ hospitals: [], proofId: null, note: '' },
});

function addOptions(command: Command, { say }: Run, isNew: boolean): Command {
  const needed = (flags: string, words: string) => new Option(flags, words).makeOptionMandatory(isNew);
  if (isNew) command.addOption(needed('--person <PERSON>', say('personId')));
  return command
    .addOption(needed('--disease <CODE>', say('diseaseCode')))
    .option('--disease-name <NAME>', say('diseaseName'))
    .addOption(needed('--from <DATE>', say('from')))
    .option('--to <DATE>', say('to'))
    .addOption(new Option('--hospital <NAME>', say('namedHospital')).argParser(gatherTexts))
    .option('--proof <STANDING-PAPER>', say('proof'))
    .option('--note <TEXT>', say('note'));
}

/** A code of the table brings its name, unless another name is given. */
async function readFields(session: Session, options: Options): Promise<Partial<ApprovalFields>> {
  const known = options.disease === undefined ? undefined : findDisease(options.disease);
  return given<ApprovalFields>({
    diseaseCode: known?.code ?? options.disease,
    diseaseName: options.diseaseName ?? known?.names[session.language],
    from: options.from === undefined ? undefined : readDate(options.from),
    to: options.to === undefined ? undefined : readDate(options.to),
    hospitals: options.hospital && readList(options.hospital),
    proofId: await findProof(session, options.proof),
    note: options.note,
  });
}
