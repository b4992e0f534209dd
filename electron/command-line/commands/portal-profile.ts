// portal list, show, set, remove: what online portals take, as the vault has it.

import type { Command } from 'commander';
import type { ListedProfile } from '../../../shared/portal-calls.ts';
import { portalFields, portalId, portalProfile } from '../../../shared/portal-profile.ts';
import { Problem } from '../../../shared/problems.ts';
import { alignRows } from '../output.ts';
import { readOptions } from '../read-options.ts';
import type { Run, Session } from '../session.ts';

/** A file may name the profile it is about; without a name it is a new one. */
const givenProfile = portalFields.extend({ id: portalId.nullable().default(null) });

export function addPortalProfileCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('portal').description(say('portals'));
  group
    .command('list')
    .description(say('list'))
    .action(() =>
      run.withSession({ access: 'read' }, async (session) => {
        const profiles = await session.ask('portal.list', {});
        session.print(profiles, () => alignRows(profiles.map((profile) => rowOf(session, profile))));
      }),
    );
  group
    .command('show')
    .description(say('portalShow'))
    .argument('<ID>', say('portalId'))
    .action((id: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const profile = portalProfile.parse(await findListed(session, id));
        session.print(profile, () => JSON.stringify(profile, null, 2));
      }),
    );
  group
    .command('set')
    .description(say('portalSet'))
    .argument('<FILE.json>', say('portalFile'))
    .action((path: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        const { id, ...fields } = await readOptions(path, givenProfile, 'profile');
        const saved = await session.ask('portal.save', { id, fields });
        session.print(saved, () => `${say('wrote')} ${saved.profile.id}`);
      }),
    );
  group
    .command('remove')
    .description(say('portalRemove'))
    .argument('<ID>', say('portalId'))
    .action((id: string) =>
      run.withSession({ access: 'write' }, async (session) => {
        session.print(await session.ask('portal.remove', { id }), () => say('done'));
      }),
    );
}

async function findListed(session: Session, id: string): Promise<ListedProfile> {
  const found = (await session.ask('portal.list', {})).find((profile) => profile.id === id);
  if (!found) throw new Problem('not-found', { what: 'portal-profile', id });
  return found;
}

function rowOf({ say, language }: Session, profile: ListedProfile): string[] {
  const { id, title, maxFileBytes, maxFiles, source, asOf, shipped, changed } = profile;
  return [
    id,
    title[language] ?? Object.values(title)[0] ?? '',
    `${maxFileBytes / 1_000_000} MB`,
    maxFiles === null ? '' : `≤ ${maxFiles}`,
    say(source === 'design' ? 'portalOurs' : 'portalOffice'),
    asOf,
    shipped ? (changed ? say('portalChanged') : '') : say('portalOwn'),
  ];
}
