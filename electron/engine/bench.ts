// One bench of the workshop: a child process that does one task at a time, and is replaced when it fails.

import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../shared/problems.ts';
import { type Answered, type Task, TOO_HUNGRY } from './task.ts';

export type Bench = {
  isBusy: () => boolean;
  isOpen: () => boolean;
  /** Throws the task's Problem, 'file-timeout', 'file-too-hungry' or 'file-damaged'. */
  perform: (task: Task, seconds: number) => Promise<unknown>;
  close: () => Promise<void>;
};

const IDLE_MILLISECONDS = 60_000;

/** Beside this file when it runs from its source; beside the program's main file when it is built. */
const childPath = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './engine-worker.js', import.meta.url),
);

type Child = {
  process: ChildProcess;
  lastWords: () => string;
  /** Settles with its first message, or when it will never send one. A slow start is not charged to the file. */
  ready: Promise<unknown>;
  gone: Promise<void>;
};

function openChild(workingBytes: number): Child {
  const child = fork(childPath, [String(workingBytes)], {
    serialization: 'advanced',
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: { ...process.env, MALLOC_ARENA_MAX: '2' },
  });
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words = (words + String(chunk)).slice(-2000);
  });
  const gone = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  void gone.then(() => process.off('exit', kill));
  const greeted = new Promise((resolve) => {
    child.once('message', resolve);
  });
  return { process: child, lastWords: () => words, ready: Promise.race([greeted, gone]), gone };
}

/** A resting child does not keep the program from ending. */
function keepAwake(child: Child, awake: boolean): void {
  const handles = [child.process, child.process.channel, child.process.stderr as Socket | null];
  for (const handle of handles) awake ? handle?.ref() : handle?.unref();
}

const isHungry = (child: Child): boolean => child.lastWords().includes(TOO_HUNGRY);
/** By the system when memory is short, or by somebody: neither says that the file in hand is to blame. */
const isKilledFromOutside = (child: Child): boolean =>
  child.process.signalCode === 'SIGKILL' && !isHungry(child);

function explainDeath(child: Child): Error {
  if (child.process.pid === undefined) return new Error(`cannot start ${childPath}`);
  if (isHungry(child) || isKilledFromOutside(child)) return new Problem('file-too-hungry');
  const end = child.process.signalCode ?? child.process.exitCode ?? '';
  return new Problem('file-damaged', { detail: `the decoder stopped (${end})` });
}

/** Settles when the child answers, dies, or has used up its time (then it is killed). */
async function ask(child: Child, task: Task, seconds: number): Promise<Answered> {
  await child.ready;
  if (!child.process.connected) throw explainDeath(child);
  const { promise, resolve, reject } = Promise.withResolvers<Answered>();
  const timer = setTimeout(() => {
    child.process.kill('SIGKILL');
    reject(new Problem('file-timeout', { seconds }));
  }, seconds * 1000);
  const hear = (answered: unknown) => resolve(answered as Answered);
  const mourn = () => reject(explainDeath(child));
  child.process.once('message', hear).once('close', mourn).once('error', mourn);
  child.process.send(task, () => {});
  return promise.finally(() => {
    clearTimeout(timer);
    child.process.off('message', hear).off('close', mourn).off('error', mourn);
  });
}

/** A child is ended in the middle of its task when it takes more than `workingBytes` of memory. */
export function openBench(workingBytes: number): Bench {
  let child: Child | undefined;
  let busy = false;
  let idle: NodeJS.Timeout | undefined;
  const sentAway = new WeakSet<Child>();

  const dismiss = async () => {
    const leaving = child;
    child = undefined;
    clearTimeout(idle);
    if (!leaving) return;
    sentAway.add(leaving);
    keepAwake(leaving, true);
    leaving.process.kill('SIGKILL');
    await leaving.gone;
  };
  const rest = () => {
    if (!child) return;
    keepAwake(child, false);
    idle = setTimeout(dismiss, IDLE_MILLISECONDS).unref();
  };
  const arrive = (): Child => {
    clearTimeout(idle);
    const working = child ?? openChild(workingBytes);
    child = working;
    void working.gone.then(() => {
      if (child === working) child = undefined;
    });
    keepAwake(working, true);
    return working;
  };
  /** A second child gets the task when the first was killed from outside; nobody did that to a file twice by chance. */
  const tryTwice = async (task: Task, seconds: number, again = true): Promise<Answered> => {
    const working = arrive();
    try {
      return await ask(working, task, seconds);
    } catch (failure) {
      const isChance =
        failure instanceof Problem &&
        failure.code === 'file-too-hungry' &&
        isKilledFromOutside(working) &&
        !sentAway.has(working);
      await dismiss();
      if (isChance && again) return tryTwice(task, seconds, false);
      throw failure;
    }
  };
  const perform = async (task: Task, seconds: number): Promise<unknown> => {
    busy = true;
    try {
      const answered = await tryTwice(task, seconds);
      if (answered.weary) await dismiss();
      if (answered.ok) return answered.value;
      throw new Problem(answered.problem.code, answered.problem.params);
    } finally {
      busy = false;
      rest();
    }
  };
  return { isBusy: () => busy, isOpen: () => child !== undefined, perform, close: dismiss };
}
