// filing, approval, standing-paper and hospital: list, remove and restore; adding and editing have files of their own.

import type { Command } from 'commander';
import { domainWords } from '../../../shared/words/domain.ts';
import { alignRows } from '../output.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { addApprovalCommands } from './approval.ts';
import { addFilingCommands } from './filing.ts';
import { addHospitalCommands } from './hospital.ts';
import { addPaperFactsCommand } from './paper-facts.ts';
import { addStandingPaperCommands } from './standing-paper.ts';

type Group = 'filing' | 'approval' | 'standing-paper' | 'hospital';

export function addAroundCommands(program: Command, run: Run): void {
  addFilingCommands(makeGroup(program, run, 'filing'), run);
  addApprovalCommands(makeGroup(program, run, 'approval'), run);
  addStandingPaperCommands(makeGroup(program, run, 'standing-paper'), run);
  addHospitalCommands(makeGroup(program, run, 'hospital'), run);
  addPaperFactsCommand(program, run);
}

const wordOf = {
  filing: 'filing',
  approval: 'approval',
  'standing-paper': 'standingPaper',
  hospital: 'hospitals',
} as const;

function makeGroup(program: Command, run: Run, name: Group): Command {
  const { say } = run;
  const group = program.command(name).description(say(wordOf[name]));
  addList(group.command('list').description(say('list')), run, name);
  for (const verb of ['remove', 'restore'] as const)
    group
      .command(verb)
      .description(say(verb))
      .argument('<ID>', say('someId'))
      .action((text: string) =>
        run.withSession({ access: 'write' }, async (session) => {
          // What was removed is in no list: only its whole id brings it back.
          const id = verb === 'restore' ? text : await findId(session, name, text);
          const result = await session.ask(`${name}.${verb}`, { id });
          session.print(result, () => session.say('done'));
        }),
      );
  return group;
}

function addList(command: Command, run: Run, name: Group): void {
  if (name !== 'hospital') command.option('--person <PERSON>', run.say('ofPerson'));
  command.action((options: { person?: string }) =>
    run.withSession({ access: 'read' }, async (session) => {
      const { person } = options;
      const wish = person === undefined ? {} : { personId: await findId(session, 'person', person) };
      const { found, rows } = await listRows(session, name, wish);
      session.print(found, () => (rows.length === 0 ? session.say('nothingHere') : alignRows(rows)));
    }),
  );
}

async function listRows(session: Session, name: Group, wish: { personId?: string }) {
  const words = domainWords[session.language];
  switch (name) {
    case 'filing': {
      const found = await session.ask('filing.list', wish);
      const rows = found.map((one) => [
        ...[one.id, one.from, one.to, words.filingCategory[one.category], one.cityName],
        one.hospitals.join(' '),
      ]);
      return { found, rows };
    }
    case 'approval': {
      const found = await session.ask('approval.list', wish);
      const rows = found.map((one) => [
        ...[one.id, one.from, one.to, one.diseaseCode, one.diseaseName],
        one.hospitals.join(' '),
      ]);
      return { found, rows };
    }
    case 'standing-paper': {
      const found = await session.ask('standing-paper.list', wish);
      const rows = found.map((one) => [
        ...[one.id, words.paper[one.kind], one.title, one.expires],
        `${one.pages.length} ${session.say('pages')}`,
      ]);
      return { found, rows };
    }
    case 'hospital': {
      const found = await session.ask('hospital.list', {});
      const rows = found.map((one) => [
        ...[one.id, one.name, words.hospitalGrade[one.grade], one.code, one.cityName],
        one.designated === null ? '' : session.say(one.designated ? 'isDesignated' : 'notDesignated'),
        one.aliases.join(' '),
      ]);
      return { found, rows };
    }
  }
}
