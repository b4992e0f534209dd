// claim submit, return, supplement, pay and the other steps; claim history, take-back, estimate.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { CallOutput } from '../../../shared/calls.ts';
import {
  type ClaimEventFields,
  type ClaimStep,
  claimChannels,
  payers,
  returnReasons,
} from '../../../shared/claim-life.ts';
import { paperKinds } from '../../../shared/domain.ts';
import { formatYuan, parseYuan } from '../../../shared/money.ts';
import { Problem } from '../../../shared/problems.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { exportClaim } from '../export-claim.ts';
import { alignRows } from '../output.ts';
import { findId, readDate } from '../read-values.ts';
import type { Run, Session } from '../session.ts';
import type { Word } from '../words.ts';

const steps: [name: string, step: ClaimStep, word: Word][] = [
  ['ready', 'ready', 'claimReady'],
  ['submit', 'handed-in', 'claimSubmit'],
  ['accept', 'accepted', 'claimAccept'],
  ['return', 'returned', 'claimReturn'],
  ['supplement', 'supplemented', 'claimSupplement'],
  ['decide', 'decided', 'claimDecide'],
  ['pay', 'paid', 'claimPay'],
  ['refuse', 'refused', 'claimRefuse'],
  ['withdraw', 'withdrawn', 'claimWithdraw'],
  ['reopen', 'reopened', 'claimReopen'],
];

export function addClaimLifeCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.commands.find((command) => command.name() === 'claim') ?? program.command('claim');
  const withId = (name: string, word: Word) =>
    group.command(name).description(say(word)).argument('<CLAIM>', say('claimId'));
  for (const [name, step, word] of steps) addStep(withId(name, word), run, step);
  withId('take-back', 'claimTakeBack').action((text: string) =>
    run.withSession({ access: 'write' }, async (session) => {
      const { events } = await session.ask('claim.life', { id: await findId(session, 'claim', text) });
      const id = events.at(-1)?.id ?? 'event-0000000000';
      const result = await session.ask('claim-event.remove', { id });
      session.print(result, () => session.say('done'));
    }),
  );
  withId('history', 'claimHistory').action((text: string) =>
    run.withSession({ access: 'read' }, async (session) => {
      const id = await findId(session, 'claim', text);
      const life = await session.ask('claim.life', { id });
      const { versions, since } = await session.ask('claim.versions', { id });
      session.print({ ...life, versions, since }, () => describeLife(session, life, versions));
    }),
  );
  withId('estimate', 'claimEstimate').action((text: string) =>
    run.withSession({ access: 'read' }, async (session) => {
      const id = await findId(session, 'claim', text);
      const result = await session.ask('claim.estimate', { id });
      const range = ({ low, high }: { low: number; high: number }) =>
        low === high ? formatYuan(low) : `${formatYuan(low)} – ${formatYuan(high)}`;
      session.print(
        result,
        () => `${session.say('fund')} ${range(result.fund)}\n${session.say('estimateOnly')}`,
      );
    }),
  );
}

type StepOptions = {
  date?: string;
  payer: ClaimEventFields['payer'];
  office?: string;
  channel?: ClaimEventFields['channel'];
  receiptNumber?: string;
  reason?: ClaimEventFields['reasons'];
  wanted?: string[];
  until?: string;
  amount?: string;
  note?: string;
  /** A path, or false for none. */
  packet?: string | false;
};

function addStep(command: Command, run: Run, step: ClaimStep): void {
  const { say } = run;
  command
    .option('--date <DATE>', say('stepDate'))
    .addOption(new Option('--payer <PAYER>', say('payer')).choices(payers).default('basic'))
    .option('--office <NAME>', say('office'))
    .option('--note <TEXT>', say('note'));
  if (['handed-in', 'decided', 'paid'].includes(step)) command.option('--amount <YUAN>', say('amount'));
  if (step === 'returned')
    command
      .addOption(new Option('--reason <REASON...>', say('returnReason')).choices(returnReasons))
      .option('--wanted <KIND...>', say('wantedPaper'))
      .option('--until <DATE>', say('until'));
  if (step === 'handed-in' || step === 'supplemented')
    command
      .addOption(new Option('--channel <CHANNEL>', say('channel')).choices(claimChannels.filter(Boolean)))
      .option('--receipt-number <NUMBER>', say('receiptNumber'))
      .option('--packet <FILE.pdf>', say('handedInFile'))
      .option('--no-packet', say('noPacket'));
  command.action((text: string, options: StepOptions) =>
    run.withSession({ access: 'write' }, async (session) => {
      const claimId = await findId(session, 'claim', text);
      const fields = await readFields(session, { claimId, step }, options);
      const freezes = step === 'handed-in' || step === 'supplemented';
      const packet = freezes
        ? await keepPacket(run, session, { claimId, step, packet: options.packet })
        : null;
      const result = await session.ask('claim-event.add', { fields, packet });
      const words = domainWords[session.language];
      session.print(result, () => `${result.claim.number}  ${words.claimStatus[result.claim.status]}`);
    }),
  );
}

type StepOfClaim = Pick<ClaimEventFields, 'claimId' | 'step'>;

async function readFields(
  session: Session,
  { claimId, step }: StepOfClaim,
  options: StepOptions,
): Promise<ClaimEventFields> {
  const { today } = await session.ask('session.about', {});
  return {
    ...{ claimId, step, payer: options.payer },
    on: options.date === undefined ? today : readDate(options.date),
    office: options.office ?? '',
    channel: options.channel ?? '',
    receiptNumber: options.receiptNumber ?? '',
    reasons: options.reason ?? [],
    wanted: await readWanted(session, claimId, options.wanted ?? []),
    until: readDate(options.until ?? ''),
    amountFen: options.amount === undefined ? null : parseYuan(options.amount),
    note: options.note ?? '',
  };
}

/** A kind alone is wanted for the claim's only visit; in a claim of several it is for any of them. */
async function readWanted(
  session: Session,
  claimId: string,
  texts: readonly string[],
): Promise<ClaimEventFields['wanted']> {
  const { claim } = await session.ask('claim.get', { id: claimId });
  const only = claim.visitIds.length === 1 ? (claim.visitIds[0] ?? null) : null;
  const wanted: ClaimEventFields['wanted'] = [];
  for (const text of texts) {
    const [name = '', visit = ''] = text.split(':');
    const kind = paperKinds.find((one) => one === name);
    if (!kind) throw new Problem('input-invalid', { field: 'wanted', reason: text });
    wanted.push({ visitId: visit === '' ? only : await findId(session, 'visit', visit), kind, note: '' });
  }
  return wanted;
}

type Keeping = StepOfClaim & { packet: string | false | undefined };

/** The file that was handed in; without one, the packet of the papers as they are: the same papers give the same bytes. */
async function keepPacket(
  run: Run,
  session: Session,
  { claimId, step, packet }: Keeping,
): Promise<string | null> {
  if (packet === false) return null;
  if (typeof packet === 'string')
    return (await session.ask('packet.keep', { claimId, path: resolve(packet) })).sha256;
  const folder = await mkdtemp(join(tmpdir(), 'guibao-packet-'));
  try {
    const path = join(folder, 'packet.pdf');
    const supplement = step === 'supplemented';
    const wish = { claim: claimId, out: path, order: undefined, allowIncomplete: true, supplement };
    await exportClaim(session, wish, run.stop);
    return (await session.ask('packet.keep', { claimId, path })).sha256;
  } catch (error) {
    // What was sent may have been no paper of the claim: the step is recorded all the same.
    if (error instanceof Problem && error.code === 'supplement-empty') return null;
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function describeLife(
  session: Session,
  { events, money }: CallOutput<'claim.life'>,
  versions: CallOutput<'claim.versions'>['versions'],
): string {
  const { say } = session;
  const words = domainWords[session.language];
  const rows = events.map((event) => [
    event.on,
    words.claimStep[event.step],
    words.payer[event.payer],
    event.amountFen === null ? '' : formatYuan(event.amountFen),
    [event.office, event.receiptNumber, ...event.reasons.map((reason) => words.returnReason[reason])]
      .filter(Boolean)
      .join(' '),
  ]);
  const sums = [
    `${say('spentAll')} ${formatYuan(money.totalFen)}`,
    `${say('paidSoFar')} ${formatYuan(money.paidFen)}`,
    `${say('left')} ${formatYuan(money.leftFen)}`,
  ].join('  ');
  const kept = versions.map(({ version, on, packet }) =>
    [
      `${say('handedInVersion')} ${version}`,
      on,
      packet ? `${packet.pageCount} ${say('pages')} ${packet.sha256}` : '',
    ].join('  '),
  );
  return [rows.length === 0 ? say('nothingHere') : alignRows(rows), sums, ...kept].join('\n');
}
