// claim create, list, show, check, edit, remove, export; and pack.

import { type Command, Option } from 'commander';
import type { ClaimDetail } from '../../../shared/calls.ts';
import {
  type Claim,
  claimStatuses,
  isPreparing,
  type PacketOrder,
  packetOrders,
} from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import { packetOptions } from '../../../shared/packet-options.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { describeReadiness, describeVerdict, readinessJson } from '../describe-readiness.ts';
import { exportClaim } from '../export-claim.ts';
import { alignRows } from '../output.ts';
import { packFolder } from '../pack-folder.ts';
import { describeReport } from '../packet-report.ts';
import { readOptions } from '../read-options.ts';
import { findId, findIds, gatherTexts } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import { visitRow } from './visit.ts';

export function addClaimCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.command('claim').description(say('claim'));
  group
    .command('create')
    .description(say('claimCreate'))
    .requiredOption('--person <PERSON>', say('personId'))
    .requiredOption('--visit <VISIT...>', say('claimVisits'))
    .option('--title <TITLE>', say('title'))
    .action((options: { person: string; visit: string[]; title?: string }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const personId = await findId(session, 'person', options.person);
        const visitIds = await findIds(session, 'visit', options.visit);
        const result = await session.ask('claim.create', { personId, visitIds, title: options.title ?? '' });
        session.print(result, () => `${result.claim.id}  ${result.claim.number}`);
      }),
    );
  group
    .command('list')
    .description(say('list'))
    .option('--person <PERSON>', say('ofPerson'))
    .action((options: { person?: string }) =>
      run.withSession({ access: 'read' }, (session) => list(session, options)),
    );
  const withId = (name: string, words: string) =>
    group.command(name).description(words).argument('<CLAIM>', say('claimId'));
  withId('show', say('show')).action((text: string) =>
    run.withSession({ access: 'read' }, async (session) => {
      const detail = await session.ask('claim.get', { id: await findId(session, 'claim', text) });
      session.print(detail, () => describe(session, detail));
    }),
  );
  withId('check', say('claimCheck'))
    .alias('readiness')
    .action((text: string) =>
      run.withSession({ access: 'read' }, async (session) => {
        const id = await findId(session, 'claim', text);
        const readiness = await session.ask('claim.readiness', { id });
        const { visits } = await session.ask('claim.get', { id });
        session.print(readinessJson(session, id, readiness), () =>
          describeReadiness(session, readiness, visits),
        );
        if (readiness.verdict.kind !== 'ready') run.exitCode = 1;
      }),
    );
  addEdit(withId('edit', say('edit')), run);
  withId('remove', say('remove')).action((text: string) =>
    run.withSession({ access: 'write' }, async (session) => {
      const result = await session.ask('claim.remove', { id: await findId(session, 'claim', text) });
      session.print(result, () => session.say('done'));
    }),
  );
  addExport(withId('export', say('claimExport')), run);
  program
    .command('pack')
    .description(say('pack'))
    .argument('<FOLDER...>', say('folder'))
    .requiredOption('--out <FILE.pdf>', say('out'))
    .option('--password <PASSWORD>', say('passwordOption'), gatherTexts)
    .action((folders: string[], options: { out: string; password?: string[] }) =>
      packFolder(run, folders, options),
    );
}

type EditOptions = {
  title?: string;
  status?: Claim['status'];
  order?: PacketOrder;
  addVisit?: string[];
  removeVisit?: string[];
};

function addEdit(command: Command, run: Run): void {
  const { say } = run;
  command
    .option('--title <TITLE>', say('title'))
    .addOption(new Option('--status <STATUS>', say('status')).choices(claimStatuses))
    .addOption(new Option('--order <ORDER>', say('order')).choices(packetOrders))
    .addOption(new Option('--add-visit <VISIT>', say('addVisit')).argParser(gatherTexts))
    .addOption(new Option('--remove-visit <VISIT>', say('removeVisit')).argParser(gatherTexts))
    .action((text: string, options: EditOptions) =>
      run.withSession({ access: 'write' }, async (session) => {
        const { claim } = await session.ask('claim.get', { id: await findId(session, 'claim', text) });
        const added = await findIds(session, 'visit', options.addVisit ?? []);
        const left = await findIds(session, 'visit', options.removeVisit ?? []);
        const visitIds = [...new Set([...claim.visitIds, ...added])].filter((id) => !left.includes(id));
        const { id, title, status, order } = claim;
        const wish = {
          id,
          title: options.title ?? title,
          status: options.status ?? status,
          order: options.order ?? order,
          visitIds,
        };
        const result = await session.ask('claim.save', wish);
        session.print(result, () => `${result.claim.id}  ${result.claim.number}`);
      }),
    );
}

type ExportOptions = {
  out: string;
  allowIncomplete?: true;
  thorough?: true;
  supplement?: true;
  order?: PacketOrder;
  options?: string;
};

function addExport(command: Command, run: Run): void {
  const { say } = run;
  command
    .requiredOption('--out <FILE.pdf>', say('out'))
    .option('--allow-incomplete', say('allowIncomplete'))
    .option('--thorough', say('thorough'))
    .option('--supplement', say('exportSupplement'))
    .addOption(new Option('--order <ORDER>', say('order')).choices(packetOrders))
    .option('--options <FILE.json>', say('sheetOptions'))
    .action((text: string, options: ExportOptions) =>
      run.withSession({ access: 'read' }, async (session) => {
        const claim = await findId(session, 'claim', text);
        const chosen = options.options && (await readOptions(options.options, packetOptions, 'options'));
        const wish = { claim, out: options.out, order: options.order, options: chosen || undefined };
        const report = await exportClaim(
          session,
          {
            ...wish,
            allowIncomplete: options.allowIncomplete === true,
            thorough: options.thorough === true,
            supplement: options.supplement === true,
          },
          run.stop,
        );
        session.print(report, () => describeReport(session.say, report));
      }),
    );
}

async function list(session: Session, options: { person?: string }): Promise<void> {
  const wish =
    options.person === undefined ? {} : { personId: await findId(session, 'person', options.person) };
  const claims = await session.ask('claim.list', wish);
  const status = domainWords[session.language].claimStatus;
  const rows = claims.map(({ claim, person, totalFen, verdict }) => [
    claim.id,
    claim.number,
    person.name,
    status[claim.status],
    formatYuan(totalFen),
    isPreparing(claim.status) ? describeVerdict(session, verdict) : '',
  ]);
  session.print(claims, () => (rows.length === 0 ? session.say('nothingHere') : alignRows(rows)));
}

function describe(session: Session, { claim, person, visits, totalFen, verdict }: ClaimDetail): string {
  const head = [claim.id, claim.number, person.name, claim.title, formatYuan(totalFen)].join('  ');
  const rows = alignRows(visits.map((visit) => visitRow(session, visit)));
  return [head, rows, ...(isPreparing(claim.status) ? [describeVerdict(session, verdict)] : [])].join('\n');
}
