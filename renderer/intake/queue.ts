// The queue of files as a value: what waits, what runs, what became of each. Pure; the runner beside it does the work.

import type { FileOutcome, IntakeTarget, LookAlike, UndoStep } from '../../shared/calls.ts';
import type { ProblemFact } from '../../shared/problems.ts';
import { noteAnswered, noteCompared, type ToCompare, takeUp } from './questions.ts';
import {
  type Arrival,
  blankItem,
  type Finished,
  type ItemState,
  isOpen,
  isPending,
  isRunning,
  isUncompared,
  type Queue,
  type QueueItem,
  stateOf,
} from './queue-item.ts';

export type QueueEvent =
  | { type: 'arrive'; arrivals: Arrival[]; target: IntakeTarget | null }
  | { type: 'to-compare'; files: ToCompare[]; except: ReadonlySet<string> }
  | { type: 'start'; key: number; now: number }
  | { type: 'finish'; key: number; outcome: Finished; undo: UndoStep[] }
  | { type: 'compared'; scan: string; lookAlikes: LookAlike[] }
  | { type: 'uncomparable'; scan: string }
  | { type: 'stop-comparing' }
  | { type: 'answered'; scan: string; page: number; replaced: boolean }
  | { type: 'refuse'; key: number; problem: ProblemFact }
  | { type: 'cancel' }
  | { type: 'retry'; key: number; password?: string }
  | { type: 'guess'; keys: number[]; password: string }
  | { type: 'clear' };

const change = (queue: Queue, key: number, part: Partial<QueueItem>): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.key === key ? { ...item, ...part } : item)),
});

/**
 * An archive makes way for the files in it; all that can be taken back stays with the first of them. One that is sent again for
 * the sake of a member makes way for what is new, and for what is still refused.
 */
function finish(queue: Queue, key: number, outcome: Finished, undo: UndoStep[]): Queue {
  const all = outcome.members ?? [];
  if (all.length === 0) return change(queue, key, { ...stateOf(outcome), undo });
  const own = queue.items.find((item) => item.key === key);
  const fresh = own?.member ? all.filter((member) => member.outcome !== 'duplicate') : all;
  const members = fresh.length > 0 ? fresh : all.slice(0, 1);
  const isAgain = (item: QueueItem) =>
    own?.member && item.member && item.source === own.source && item.state === 'refused';
  const opened = members.some((member) => member.outcome === 'kept');
  const items = queue.items.flatMap((item) => {
    if (isAgain(item)) return [];
    if (item.key !== key) return [item];
    return members.map((member, at) => ({
      ...item,
      ...stateOf(member),
      name: member.file,
      size: at === 0 ? item.size : 0,
      key: queue.nextKey + at,
      problem: opened ? forgiveGuess(factOf(member)) : factOf(member),
      member: true,
      undo: at === 0 ? undo : [],
    }));
  });
  return { ...queue, items, nextKey: queue.nextKey + members.length };
}

/** A password that was meant for another file was nobody's mistake: this one asks for its own as before. */
const forgiveGuess = (problem: ProblemFact | null): ProblemFact | null =>
  problem?.code === 'pdf-password-wrong' ? { ...problem, code: 'pdf-password' } : problem;

const factOf = ({ problem }: FileOutcome): ProblemFact | null =>
  problem && { code: problem.code as ProblemFact['code'], params: problem.params };

/** What a new batch means for the clock: it goes on while files are under way, and begins anew otherwise. */
const beginRun = (queue: Queue): Pick<Queue, 'firstBatch' | 'startedAt'> =>
  isRunning(queue)
    ? { firstBatch: queue.firstBatch, startedAt: queue.startedAt }
    : { firstBatch: queue.nextBatch, startedAt: null };

function arrive(queue: Queue, arrivals: Arrival[], target: IntakeTarget | null): Queue {
  // What a past batch said is read by then; a new batch begins a new list.
  const running = isRunning(queue);
  const asked = queue.items.filter(isPending);
  const kept = running ? queue.items : asked.map((item) => ({ ...item, aside: true }));
  const added = arrivals.map((arrival, index) => ({
    ...blankItem(arrival),
    key: queue.nextKey + index,
    batch: queue.nextBatch,
    target,
  }));
  return {
    ...queue,
    items: [...kept, ...added],
    nextKey: queue.nextKey + arrivals.length,
    nextBatch: queue.nextBatch + 1,
    ...beginRun(queue),
  };
}

export function advance(queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'arrive':
      return event.arrivals.length === 0 ? queue : arrive(queue, event.arrivals, event.target);
    case 'to-compare':
      return takeUp(queue, event.files, event.except);
    case 'start':
      return { ...change(queue, event.key, { state: 'running' }), startedAt: queue.startedAt ?? event.now };
    case 'finish':
      return finish(queue, event.key, event.outcome, event.undo);
    case 'compared':
      return noteCompared(queue, event.scan, event.lookAlikes);
    case 'uncomparable':
      return noteCompared(queue, event.scan, []);
    case 'stop-comparing':
      return { ...queue, items: queue.items.map((item) => ({ ...item, compared: true })) };
    case 'answered':
      return noteAnswered(queue, event);
    case 'refuse':
      return refuse(queue, event.key, event.problem);
    case 'cancel':
      return {
        ...queue,
        items: queue.items.map((item) => (item.state === 'waiting' ? { ...item, state: 'cancelled' } : item)),
      };
    case 'retry':
      return {
        ...change(queue, event.key, {
          state: 'waiting',
          problem: null,
          batch: queue.nextBatch,
          ...(event.password === undefined ? {} : { password: event.password, guessed: false }),
        }),
        nextBatch: queue.nextBatch + 1,
        ...beginRun(queue),
      };
    case 'guess':
      return guess(queue, event.keys, event.password);
    case 'clear':
      return {
        ...queue,
        items: queue.items.flatMap((item) => {
          if (isOpen(item)) return [item];
          return isUncompared(item) ? [{ ...item, aside: true }] : [];
        }),
      };
  }
}

function refuse(queue: Queue, key: number, problem: ProblemFact): Queue {
  const guessed = queue.items.some((item) => item.key === key && item.guessed);
  return change(queue, key, { state: 'refused', problem: guessed ? forgiveGuess(problem) : problem });
}

/** Files that wait for a password are tried with one that opened another, as one batch. */
function guess(queue: Queue, keys: readonly number[], password: string): Queue {
  const again = { state: 'waiting', problem: null, batch: queue.nextBatch, password, guessed: true } as const;
  return {
    ...queue,
    items: queue.items.map((item) => (keys.includes(item.key) ? { ...item, ...again } : item)),
    nextBatch: queue.nextBatch + 1,
    ...beginRun(queue),
  };
}

export type Progress = {
  total: number;
  done: number;
  count: Record<ItemState, number>;
  /** Null until it can be told. */
  bytesPerSecond: number | null;
  secondsLeft: number | null;
};

/** Where the queue stands; speed and time left come from the files of this run that are done. */
export function measure(queue: Queue, now: number): Progress {
  const own = queue.items.filter(({ aside }) => !aside);
  const count = { waiting: 0, running: 0, kept: 0, duplicate: 0, refused: 0, cancelled: 0 };
  for (const item of own) count[item.state] += 1;
  const settled = own.filter(
    (item) => item.batch >= queue.firstBatch && !isOpen(item) && item.state !== 'cancelled',
  );
  const bytes = settled.reduce((sum, item) => sum + item.size, 0);
  const seconds = queue.startedAt === null ? 0 : (now - queue.startedAt) / 1000;
  const known = seconds > 0.5 && settled.length > 0;
  const open = count.waiting + count.running;
  return {
    total: own.length,
    done: own.length - open,
    count,
    bytesPerSecond: known && bytes > 0 ? bytes / seconds : null,
    secondsLeft: known ? Math.ceil((seconds / settled.length) * open) : null,
  };
}

/** The steps that take a finished batch back: last file first, each file's own steps in their order. */
export function undoOfBatch(queue: Queue, batch: number): UndoStep[] {
  return queue.items
    .filter((item) => item.batch === batch)
    .reverse()
    .flatMap((item) => item.undo);
}

/** Batches of which no file waits or runs any more. */
export function finishedBatches(queue: Queue): number[] {
  const open = new Set(queue.items.filter(isOpen).map((item) => item.batch));
  return [...new Set(queue.items.map((item) => item.batch))].filter((batch) => !open.has(batch));
}
