// claim portal, claim zip: the papers of a claim for a web site, and as an archive of the original files.

import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { PortalRow } from '../../../renderer/packet/portal/plan-portal.ts';
import { measurePages } from '../../../renderer/packet/portal/portal-pages.ts';
import type { PortalShortage } from '../../../renderer/packet/portal/shortages.ts';
import { type PortalProfile, portalProfile, shippedProfiles } from '../../../shared/portal-profile.ts';
import { Problem } from '../../../shared/problems.ts';
import { refuseVaultFile } from '../../files/refuse-vault-file.ts';
import { exportPortal, type PortalReport } from '../export-portal.ts';
import { alignRows } from '../output.ts';
import { portalDesk } from '../portal-pages.ts';
import { readOptions } from '../read-options.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import type { Say } from '../words.ts';
import { zipClaim } from '../zip-claim.ts';

export function addPortalCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.commands.find((command) => command.name() === 'claim') ?? program.command('claim');
  group
    .command('portal')
    .description(say('claimPortal'))
    .argument('<CLAIM>', say('claimId'))
    .requiredOption(
      '--profile <PROFILE>',
      `${say('portalProfile')}: ${shippedProfiles.map(({ id }) => id).join(', ')}`,
    )
    .requiredOption('--out <DIR>', say('portalOut'))
    .action((text: string, options: { profile: string; out: string }) =>
      run.withSession({ access: 'read' }, async (session) => {
        const report = await runPortal(run, session, { text, ...options });
        session.print(report, () => describePortal(session, report));
        if (!report.fits) run.exitCode = 1;
      }),
    );
  group
    .command('zip')
    .description(say('claimZip'))
    .argument('<CLAIM>', say('claimId'))
    .requiredOption('--out <FILE.zip>', say('zipOut'))
    .action((text: string, options: { out: string }) =>
      run.withSession({ access: 'read' }, async (session) => {
        const plan = await session.ask('claim.plan', { id: await findId(session, 'claim', text) });
        const out = resolve(options.out);
        refuseVaultFile(out, session.context.vault.dir);
        const report = await zipClaim(session.context.vault.db, { plan, out }, run.stop);
        session.print(
          report,
          () => `${say('wrote')} ${out}\n${report.files.map(({ path }) => path).join('\n')}`,
        );
      }),
    );
}

type PortalWish = { text: string; profile: string; out: string };

async function runPortal(run: Run, session: Session, wish: PortalWish): Promise<PortalReport> {
  const profile = await findProfile(session, wish.profile);
  const plan = await session.ask('claim.plan', { id: await findId(session, 'claim', wish.text) });
  const desk = await portalDesk(session, run.stop);
  const pages = await measurePages(desk, plan, profile.longEdge);
  return exportPortal({ desk, plan, profile, pages }, resolve(wish.out));
}

/** One the vault knows by its id or its title, else a JSON file. Throws input-invalid, path-unreadable. */
async function findProfile(session: Session, name: string): Promise<PortalProfile> {
  const all = await session.ask('portal.list', {});
  const known =
    all.find(({ id }) => id === name) ?? all.find(({ title }) => Object.values(title).includes(name));
  if (known) return portalProfile.parse(known);
  if (name.endsWith('.json')) return readOptions(name, portalProfile, 'profile');
  throw new Problem('input-invalid', { field: 'profile', reason: name });
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} KB`;

function describePortal(session: Session, report: PortalReport): string {
  const { say } = session;
  const table = alignRows([
    [say('portalPaper'), say('portalSize'), say('portalPixels'), say('portalPrint'), ''],
    ...report.pages.map((row) => rowOf(say, row)),
  ]);
  const files = report.files.map(({ name, bytes }) => `${name}  ${kilobytes(bytes)}`).join('\n');
  const shortages = report.shortages.flatMap((shortage) => describeShortage(say, shortage));
  const design = report.source === 'design' ? [say('portalDesign')] : [];
  const end = report.fits ? [`${say('wrote')} ${report.out}`, files] : [...shortages, say('portalNothing')];
  return [table, ...design, say('portalMeasure'), ...end].join('\n');
}

function describeShortage(say: Say, shortage: PortalShortage): string[] {
  if (shortage.why === 'too-many-files') {
    const where = shortage.slot ? `${shortage.slot}: ` : '';
    return [
      `${say('portalTooMany')} ${where}${shortage.files} / ${shortage.limit}`,
      `${say('portalBeyond')} ${shortage.beyond.join(', ')}`,
    ];
  }
  const { what, bytes, limit, over, pages } = shortage;
  return [
    `${say('portalTooLarge')} ${what}: ${kilobytes(bytes)} / ${kilobytes(limit)} (+${kilobytes(over)})`,
    `${say('portalHeaviest')} ${pages.map(({ date, paper, bytes: own }) => `${date} ${paper} ${kilobytes(own)}`).join(', ')}`,
  ];
}

function rowOf(say: Say, row: PortalRow): string[] {
  return [
    `${row.date} ${row.paper} (${row.file} ${row.page})`,
    kilobytes(row.bytes),
    row.quality === null ? say('portalKept') : `${row.edge} px, ${row.quality}`,
    row.printPixels === null ? '' : `${row.printPixels} px`,
    row.belowFloor ? say('portalBelowFloor') : '',
  ];
}
