// Files that come together are looked into side by side, and kept and compared one after another in the order they were given.

import { setTimeout } from 'node:timers/promises';
import type { IntakeOrder } from '../../shared/intake-order.ts';
import type { Vault } from '../database/vault.ts';

/**
 * `turn` settles when all files before have left the line; leaving twice does no harm. Who leaves before that, as a file that is
 * refused at once, lets nobody past those before.
 */
export type PlaceInLine = { turn: () => Promise<void>; leave: () => void };

/** `turn` is begun when it is first asked for. */
type Ticket = { came: boolean; turn?: Promise<void>; left: Promise<void>; leave: () => void };

const lines = new WeakMap<Vault, Map<string, Ticket>>();
/** Tickets that are remembered; those that came long ago have left. */
const MOST = 1000;
/** How long a file waits for one that was given before it and has not come: its upload may have broken off. */
const PATIENCE_MILLISECONDS = 10_000;

const withoutLine: PlaceInLine = { turn: async () => {}, leave: () => {} };

/** Who enters again with the same ticket has the same place. */
export function enterLine(
  vault: Vault,
  order: IntakeOrder | null,
  patience = PATIENCE_MILLISECONDS,
): PlaceInLine {
  if (!order) return withoutLine;
  const own = findTicket(vault, order.ticket);
  own.came = true;
  const before = order.behind === null ? null : findTicket(vault, order.behind);
  const turn = () => {
    own.turn ??= before ? waitFor(before, patience) : Promise.resolve();
    return own.turn;
  };
  return { turn, leave: () => void turn().then(own.leave) };
}

function findTicket(vault: Vault, name: string): Ticket {
  const line = lines.get(vault) ?? new Map<string, Ticket>();
  lines.set(vault, line);
  const known = line.get(name);
  if (known) return known;
  const { promise, resolve } = Promise.withResolvers<void>();
  const ticket = { came: false, left: promise, leave: resolve };
  line.set(name, ticket);
  const [oldest] = line.keys();
  if (line.size > MOST && oldest !== undefined) line.delete(oldest);
  return ticket;
}

async function waitFor(before: Ticket, patience: number): Promise<void> {
  const ended = new AbortController();
  const left = before.left.then(() => true);
  const enough = setTimeout(patience, false, { signal: ended.signal }).catch(() => false);
  const hasLeft = await Promise.race([left, enough]);
  ended.abort();
  if (!hasLeft && before.came) await left;
}
