// person add, edit, list, show, archive, unarchive, remove.

import { type Command, Option } from 'commander';
import { type Person, type PersonFields, schemes, standings, unknownPerson } from '../../../shared/domain.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { alignRows } from '../output.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

type PersonOptions = Partial<Omit<PersonFields, 'insuredPlaceCode'>> & Record<string, string>;

export function addPersonCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('person').description(say('person'));
  addFieldOptions(group.command('add').description(say('add')), run).action((options: PersonOptions) =>
    run.withSession({ access: 'write' }, (session) =>
      save(session, null, { ...unknownPerson, ...readFields(options) }),
    ),
  );
  const withId = (name: string, word: 'edit' | 'show' | 'archive' | 'unarchive' | 'personRemove') =>
    group.command(name).description(say(word)).argument('<PERSON>', say('personId'));
  addFieldOptions(withId('edit', 'edit'), run).action((text: string, options: PersonOptions) =>
    run.withSession({ access: 'write' }, async (session) => {
      const id = await findId(session, 'person', text);
      const before = await session.ask('person.get', { id });
      await save(session, id, { ...fieldsOf(before), ...readFields(options) });
    }),
  );
  group
    .command('list')
    .description(say('list'))
    .option('--archived', say('archivedToo'))
    .action((options: { archived?: true }) => list(run, options.archived === true));
  withId('show', 'show').action((text: string) =>
    run.withSession({ access: 'read' }, async (session) => {
      const person = await session.ask('person.get', { id: await findId(session, 'person', text) });
      session.print(person, () => describePerson(session, person));
    }),
  );
  for (const archived of [true, false])
    withId(archived ? 'archive' : 'unarchive', archived ? 'archive' : 'unarchive').action((text: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        const id = await findId(session, 'person', text);
        const result = await session.ask('person.archive', { id, archived });
        session.print(result, () => session.say('done'));
      }),
    );
  withId('remove', 'personRemove').action((text: string) =>
    run.withSession({ access: 'write' }, async (session) => {
      const result = await session.ask('person.remove', { id: await findId(session, 'person', text) });
      session.print(result, () => session.say('done'));
    }),
  );
}

function addFieldOptions(command: Command, { say }: Run): Command {
  return command
    .option('--name <NAME>', say('name'))
    .option('--citizen-id <NUMBER>', say('citizenId'))
    .addOption(new Option('--scheme <SCHEME>', say('scheme')).choices(schemes))
    .addOption(new Option('--standing <STANDING>', say('standing')).choices(standings.filter(Boolean)))
    .option('--insured-place-code <CODE>', say('placeCode'))
    .option('--insured-place <NAME>', say('placeName'))
    .option('--living-place <NAME>', say('livingPlace'))
    .option('--phone <NUMBER>', say('phone'))
    .option('--card <NUMBER>', say('card'))
    .option('--payee <NAME>', say('payee'))
    .option('--bank <NAME>', say('bank'))
    .option('--account <NUMBER>', say('account'))
    .option('--note <TEXT>', say('note'));
}

/** The options are named for people; the fields they fill are named for the domain. */
const optionOfField: Partial<Record<keyof PersonFields, string>> = {
  insuredPlaceName: 'insuredPlace',
  livingPlaceName: 'livingPlace',
  socialSecurityCard: 'card',
  payeeName: 'payee',
  bankName: 'bank',
  bankAccount: 'account',
};

function readFields(options: PersonOptions): Partial<PersonFields> {
  const given = Object.keys(unknownPerson).flatMap((field) => {
    const value = options[optionOfField[field as keyof PersonFields] ?? field];
    return value === undefined ? [] : [[field, value]];
  });
  return Object.fromEntries(given);
}

const fieldsOf = (person: Person): PersonFields =>
  Object.fromEntries(
    Object.keys(unknownPerson).map((field) => [field, person[field as keyof PersonFields]]),
  ) as PersonFields;

async function save(session: Session, id: string | null, fields: PersonFields): Promise<void> {
  const result = await session.ask('person.save', { id, fields });
  session.print(result, () => describePerson(session, result.person));
}

const list = (run: Run, archived: boolean): Promise<void> =>
  run.withSession({ access: 'read' }, async (session) => {
    const people = await session.ask('person.list', { archived });
    const words = domainWords[session.language];
    session.print(people, () =>
      people.length === 0
        ? session.say('nothingHere')
        : alignRows(people.map((one) => [one.id, one.name, words.scheme[one.scheme], one.insuredPlaceName])),
    );
  });

function describePerson({ say, language }: Session, person: Person): string {
  const words = domainWords[language];
  return alignRows([
    [person.id, person.name],
    [say('citizenId'), person.citizenId],
    [say('scheme'), `${words.scheme[person.scheme]} ${words.standing[person.standing]}`],
    [say('placeName'), `${person.insuredPlaceCode} ${person.insuredPlaceName}`],
    [say('livingPlace'), person.livingPlaceName],
    [say('phone'), person.phone],
    [say('card'), person.socialSecurityCard],
    [say('payee'), person.payeeName],
    [say('bank'), person.bankName],
    [say('account'), person.bankAccount],
    [say('note'), person.note],
  ]);
}
