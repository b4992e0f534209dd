// claim pages, order, exclude-page, include-page: which pages the packet of a claim shows, and in which order.

import { type Command, InvalidArgumentError } from 'commander';
import { halfSeen, keyOf, movePage, type PacketPageOfClaim } from '../../../shared/packet-pages.ts';
import { Problem } from '../../../shared/problems.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import { alignRows } from '../output.ts';
import { findId } from '../read-values.ts';
import type { Run, Session } from '../session.ts';

function readNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}

const halfWords = {
  left: 'halfLeft',
  right: 'halfRight',
  top: 'halfTop',
  bottom: 'halfBottom',
} as const;

function sayHalf({ say }: Session, shown: Parameters<typeof halfSeen>[0]): string {
  const half = halfSeen(shown);
  return half ? say(halfWords[half]) : '';
}

const describe = (session: Session, pages: readonly PacketPageOfClaim[]): string =>
  alignRows(
    pages.map(({ visit, kind, title, fileName, page, excluded, ...shown }, at) => [
      String(at + 1),
      `${session.say('visit')} ${visit + 1}`,
      title || domainWords[session.language].paper[kind],
      [fileName, page + 1, sayHalf(session, shown)].join(' ').trimEnd(),
      excluded ? `${session.say('leftOut')}: ${excluded}` : '',
    ]),
  );

/** Throws not-found for a number that no page has. */
function pageAt(pages: readonly PacketPageOfClaim[], number: number): PacketPageOfClaim {
  const page = pages[number - 1];
  if (!page) throw new Problem('not-found', { what: 'page', id: number });
  return page;
}

type OrderWish = { move?: number; to?: number; reset?: true };

async function order(session: Session, id: string, { move, to, reset }: OrderWish): Promise<void> {
  const pages = await session.ask('claim.pages', { id });
  const print = (result: { pages: PacketPageOfClaim[] }) =>
    session.print(result, () => describe(session, result.pages));
  if (reset) return print(await session.ask('claim.order-pages', { id, order: [] }));
  if ((move === undefined) !== (to === undefined))
    throw new Problem('input-invalid', { field: to === undefined ? '--to' : '--move', reason: '' });
  if (move === undefined || to === undefined) return print({ pages });
  pageAt(pages, move);
  pageAt(pages, to);
  const wanted = movePage(pages, move - 1, to - 1);
  if (!wanted) throw new Problem('input-invalid', { field: '--to', reason: String(to) });
  print(await session.ask('claim.order-pages', { id, order: wanted }));
}

export function addClaimPageCommands(program: Command, run: Run): void {
  const { say } = run;
  const group = program.commands.find((command) => command.name() === 'claim') ?? program.command('claim');
  const withClaim = (name: string, words: string) =>
    group.command(name).description(words).argument('<CLAIM>', say('claimId'));
  withClaim('pages', say('claimPages')).action((text: string) =>
    run.withSession({ access: 'read' }, async (session) =>
      order(session, await findId(session, 'claim', text), {}),
    ),
  );
  withClaim('order', say('claimOrder'))
    .option('--move <N>', say('movePage'), readNumber)
    .option('--to <N>', say('moveTo'), readNumber)
    .option('--reset', say('orderReset'))
    .action((text: string, wish: OrderWish) =>
      run.withSession({ access: wish.reset || wish.move ? 'write' : 'read' }, async (session) =>
        order(session, await findId(session, 'claim', text), wish),
      ),
    );
  withClaim('exclude-page', say('excludePage'))
    .argument('<N>', say('pageNumberOf'), readNumber)
    .requiredOption('--reason <TEXT>', say('excludeReason'))
    .action((text: string, number: number, { reason }: { reason: string }) =>
      run.withSession({ access: 'write' }, async (session) => {
        const id = await findId(session, 'claim', text);
        const key = keyOf(pageAt(await session.ask('claim.pages', { id }), number));
        const result = await session.ask('claim.exclude-page', { id, ...key, reason });
        session.print(result, () => describe(session, result.pages));
      }),
    );
  withClaim('include-page', say('includePage'))
    .argument('<N>', say('pageNumberOf'), readNumber)
    .action((text: string, number: number) =>
      run.withSession({ access: 'write' }, async (session) => {
        const id = await findId(session, 'claim', text);
        const key = keyOf(pageAt(await session.ask('claim.pages', { id }), number));
        const result = await session.ask('claim.include-page', { id, ...key });
        session.print(result, () => describe(session, result.pages));
      }),
    );
}
