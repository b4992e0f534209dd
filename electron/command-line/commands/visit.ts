// visit add, edit, list, show, remove, restore.

import { type Command, Option } from 'commander';
import type { VisitSummary } from '../../../shared/calls.ts';
import { diseases } from '../../../shared/diseases.ts';
import { type PaperKind, type VisitFields, type VisitKind, visitKinds } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { alignRows } from '../output.ts';
import { findId, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

type VisitOptions = {
  person?: string;
  kind?: VisitKind;
  hospital?: string;
  department?: string;
  date?: string;
  endDate?: string;
  diagnosis?: string;
  disease?: string;
  diseaseName?: string;
  note?: string;
};
type ListOptions = { person?: string; claim?: string; unclaimed?: true; removed?: true };

export function addVisitCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('visit').description(say('visit'));
  addFieldOptions(group.command('add').description(say('add')), run, true).action((options: VisitOptions) =>
    run.withSession({ access: 'write' }, (session) => save(session, null, options)),
  );
  const withId = (name: 'edit' | 'show' | 'remove' | 'restore') =>
    group.command(name).description(say(name)).argument('<VISIT>', say('someId'));
  addFieldOptions(withId('edit'), run, false).action((text: string, options: VisitOptions) =>
    run.withSession({ access: 'write' }, async (session) =>
      save(session, await findId(session, 'visit', text), options),
    ),
  );
  group
    .command('list')
    .description(say('list'))
    .option('--person <PERSON>', say('ofPerson'))
    .option('--claim <CLAIM>', say('ofClaim'))
    .option('--unclaimed', say('unclaimed'))
    .option('--removed', say('removedOnly'))
    .action((options: ListOptions) =>
      run.withSession({ access: 'read' }, (session) => list(session, options)),
    );
  withId('show').action((text: string) =>
    run.withSession({ access: 'read' }, async (session) => {
      const detail = await session.ask('visit.get', { id: await findId(session, 'visit', text) });
      session.print(detail, () => describe(session, detail));
    }),
  );
  for (const name of ['remove', 'restore'] as const)
    withId(name).action((text: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        const result = await session.ask(`visit.${name}`, { id: await findId(session, 'visit', text) });
        session.print(result, () => session.say('done'));
      }),
    );
}

function addFieldOptions(command: Command, { say }: Run, isNew: boolean): Command {
  const needed = (flags: string, words: string) => new Option(flags, words).makeOptionMandatory(isNew);
  return command
    .addOption(needed('--person <PERSON>', say('personId')))
    .addOption(new Option('--kind <KIND>', say('kindOfVisit')).choices(visitKinds))
    .addOption(needed('--hospital <NAME>', say('hospital')))
    .option('--department <NAME>', say('department'))
    .addOption(needed('--date <DATE>', say('date')))
    .option('--end-date <DATE>', say('endDate'))
    .option('--diagnosis <TEXT>', say('diagnosis'))
    .option('--disease <CODE>', say('diseaseCode'))
    .option('--disease-name <NAME>', say('diseaseName'))
    .option('--note <TEXT>', say('note'));
}

async function save(session: Session, id: string | null, options: VisitOptions): Promise<void> {
  const before = id === null ? undefined : (await session.ask('visit.get', { id })).visit;
  const personId =
    options.person === undefined ? (before?.personId ?? '') : await findId(session, 'person', options.person);
  const known = diseases.find(({ code }) => code === options.disease);
  const pick = (field: 'hospital' | 'department' | 'diagnosis' | 'note') =>
    options[field] ?? before?.[field] ?? '';
  const fields: VisitFields = {
    personId,
    kind: options.kind ?? before?.kind ?? 'chronic-outpatient',
    hospital: pick('hospital'),
    department: pick('department'),
    date: options.date === undefined ? (before?.date ?? '') : readDate(options.date),
    endDate: options.endDate === undefined ? (before?.endDate ?? '') : readDate(options.endDate),
    diagnosis: pick('diagnosis'),
    diseaseCode: options.disease ?? before?.diseaseCode ?? '',
    diseaseName: options.diseaseName ?? known?.names['zh-CN'] ?? before?.diseaseName ?? '',
    note: pick('note'),
  };
  const result = await session.ask('visit.save', { id, fields });
  session.print(result, () => `${result.visit.id}  ${result.visit.date}  ${result.visit.hospital}`);
}

async function list(session: Session, options: ListOptions): Promise<void> {
  const visits = await session.ask('visit.list', {
    ...(options.person === undefined ? {} : { personId: await findId(session, 'person', options.person) }),
    ...(options.claim === undefined ? {} : { claimId: await findId(session, 'claim', options.claim) }),
    unclaimed: options.unclaimed === true,
    removed: options.removed === true,
  });
  session.print(visits, () =>
    visits.length === 0 ? session.say('nothingHere') : alignRows(visits.map((one) => visitRow(session, one))),
  );
}

/** "发票、门诊病历"; where one of several is enough, "出院小结 或 诊断证明". */
export function nameMissing({ say, language }: Session, missing: PaperKind[][]): string {
  const words = domainWords[language].paper;
  const groups = missing.map((kinds) => kinds.map((kind) => words[kind]).join(say('or')));
  return groups.join(language === 'en' ? ', ' : '、');
}

export function visitRow(session: Session, visit: VisitSummary): string[] {
  return [
    visit.id,
    visit.date,
    visit.personName,
    visit.hospital,
    domainWords[session.language].visitKind[visit.kind],
    formatYuan(visit.totalFen),
    visit.claim?.number ?? '',
    visit.missing.length === 0 ? '' : `${session.say('incomplete')} ${nameMissing(session, visit.missing)}`,
  ];
}

type Detail = Awaited<ReturnType<typeof askDetail>>;
const askDetail = (session: Session) => session.ask('visit.get', { id: '' });

function describe(session: Session, detail: Detail): string {
  const { say, language } = session;
  const { visit, invoices, papers } = detail;
  const words = domainWords[language];
  return [
    alignRows([
      [visit.id, detail.personName],
      [say('date'), `${visit.date} ${visit.endDate}`],
      [say('hospital'), `${visit.hospital} ${visit.department}`],
      [say('kindOfVisit'), words.visitKind[visit.kind]],
      [say('diagnosis'), visit.diagnosis],
      [say('diseaseName'), `${visit.diseaseCode} ${visit.diseaseName}`],
      [say('claim'), detail.claim ? `${detail.claim.number} ${detail.claim.id}` : ''],
      [say('note'), visit.note],
    ]),
    alignRows(invoices.map((one) => [one.id, one.number, one.issueDate, formatYuan(one.totalFen)])),
    alignRows(
      papers.map((one) => [
        one.id,
        words.paper[one.kind],
        one.title,
        words.form[one.form],
        `${one.pages.length} ${say('pages')}`,
      ]),
    ),
    detail.missing.length === 0 ? '' : `${say('incomplete')} ${nameMissing(session, detail.missing)}`,
  ]
    .filter(Boolean)
    .join('\n');
}
