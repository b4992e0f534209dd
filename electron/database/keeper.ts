// Files are kept by a thread with a connection of its own; whatever else is written takes its turn with it.

import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import type { KeepWish, Kept } from './keep-file.ts';
import type { Vault } from './vault.ts';
import { VAULT_FILE } from './vault-file.ts';

export type KeeperData = { dir: string; file: string; closed: Int32Array };
export type KeeperAnswer = { kept: Kept } | { problem: ProblemFact } | { bug: string };

type Keeper = { thread?: Worker; closed: Int32Array; turn: Promise<unknown> };

const keepers = new WeakMap<Vault, Keeper>();
/** How long a closing vault waits for the file that is being kept. */
const CLOSING_MILLISECONDS = 10_000;

/** Beside this file when it runs from its source; beside the program's main file when it is built. */
const threadPath = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './keeper-thread.ts' : './keeper-thread.js', import.meta.url),
);

function keeperOf(vault: Vault): Keeper {
  const known = keepers.get(vault);
  if (known) return known;
  const closed = new Int32Array(new SharedArrayBuffer(4));
  const keeper: Keeper = { closed, turn: Promise.resolve() };
  keepers.set(vault, keeper);
  return keeper;
}

/** One after another: two connections that write at the same time would make the window wait for the disk. */
function takeTurn<T>(keeper: Keeper, work: () => T | Promise<T>): Promise<T> {
  const turn = keeper.turn.then(work);
  keeper.turn = turn.catch(() => undefined);
  return turn;
}

/** Throws what keepFile throws, 'disk-full' and its like, and 'cancelled' when the vault is closed meanwhile. */
export function keepInThread(vault: Vault, wish: KeepWish): Promise<Kept> {
  const keeper = keeperOf(vault);
  return takeTurn(keeper, () => {
    if (!vault.db.open) throw new Problem('cancelled');
    return ask(keeper, vault, wish);
  });
}

/** Writes of the main thread that follow on kept files. */
export function writeInTurn<T>(vault: Vault, work: () => T): Promise<T> {
  return takeTurn(keeperOf(vault), () => {
    if (!vault.db.open) throw new Problem('cancelled');
    return work();
  });
}

function startThread(keeper: Keeper, vault: Vault): Worker {
  const workerData: KeeperData = { dir: vault.dir, file: VAULT_FILE, closed: keeper.closed };
  const thread = new Worker(threadPath, { workerData, execArgv: [] });
  thread.once('exit', () => {
    if (keeper.thread === thread) delete keeper.thread;
  });
  keeper.thread = thread;
  return thread;
}

async function ask(keeper: Keeper, vault: Vault, wish: KeepWish): Promise<Kept> {
  const thread = keeper.thread ?? startThread(keeper, vault);
  const { promise, resolve, reject } = Promise.withResolvers<KeeperAnswer>();
  const leave = () => reject(new Problem('cancelled'));
  // A resting thread does not keep the program from ending.
  thread.ref();
  thread.once('message', resolve).once('error', reject).once('exit', leave);
  thread.postMessage(wish);
  const answer = await promise.finally(() => {
    thread.off('message', resolve).off('error', reject).off('exit', leave);
    thread.unref();
  });
  if ('kept' in answer) return answer.kept;
  if ('problem' in answer) throw new Problem(answer.problem.code, answer.problem.params);
  throw new Error(answer.bug);
}

/** Waits until the thread has let go of the file, so that the vault is one whole file when it is closed. */
export function closeKeeper(vault: Vault): void {
  const keeper = keepers.get(vault);
  keepers.delete(vault);
  if (!keeper?.thread) return;
  keeper.thread.postMessage('close');
  Atomics.wait(keeper.closed, 0, 0, CLOSING_MILLISECONDS);
  void keeper.thread.terminate();
}
