// The queue of files as a value: what waits, what runs, what became of each. Pure; the runner beside it does the work.

import type { FileOutcome, IntakeOutcome, IntakeTarget, LookAlike, UndoStep } from '../../shared/calls.ts';
import type { ProblemFact } from '../../shared/problems.ts';

/** A file by its path (the window) or by its bytes (the loopback page, a pasted picture); null where the browser could not open it. */
export type Source = { path: string } | { file: File } | null;
export type Arrival = { name: string; size: number; source: Source };

export type ItemState = 'waiting' | 'running' | 'kept' | 'duplicate' | 'refused' | 'cancelled';
export type QueueItem = Arrival & {
  key: number;
  batch: number;
  target: IntakeTarget | null;
  state: ItemState;
  places: string[];
  problem: ProblemFact | null;
  undo: UndoStep[];
  scan: string | null;
  /** Earlier pages it looks like that nobody has answered for yet. */
  lookAlikes: LookAlike[];
  /** Whether they are known; a file that was kept is looked at once all files are in. */
  compared: boolean;
  /** Which of those that were compared it is: questions stand in the order they came up. */
  comparedAs: number;
  /** It came by another way, or with an earlier list: here it is only compared and asked about. */
  aside: boolean;
  /** The vault has told that it is to be compared: once it tells so no more, that is settled elsewhere. */
  listed: boolean;
  /** From an archive, which is the source of all its members. */
  member: boolean;
  /** Given by the person when a PDF asked for one; forgotten with the list. */
  password: string;
  /** That password was given for another file of the list. */
  guessed: boolean;
};
export type Queue = {
  items: QueueItem[];
  nextKey: number;
  nextBatch: number;
  /** The first batch of the present run: speed and time left are of it. */
  firstBatch: number;
  comparedCount: number;
  /** Milliseconds since the epoch when the files that run now began, null while nothing runs. */
  startedAt: number | null;
};

export const emptyQueue: Queue = {
  items: [],
  nextKey: 1,
  nextBatch: 1,
  firstBatch: 1,
  comparedCount: 0,
  startedAt: null,
};

type Told = 'outcome' | 'places';
type ToCompare = { scan: string; fileName: string };
type Finished = Pick<IntakeOutcome, Told> & Partial<Omit<IntakeOutcome, Told>>;

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

export const isOpen = ({ state }: QueueItem): boolean => state === 'waiting' || state === 'running';
export const isRunning = (queue: Queue): boolean => queue.items.some(isOpen);

/** Kept, and not held against earlier pages yet. */
export const isUncompared = ({ state, compared }: QueueItem): boolean => state === 'kept' && !compared;

/** Still to be compared, or with a question that nobody has answered. */
const isPending = (item: QueueItem): boolean => isUncompared(item) || item.lookAlikes.length > 0;

export const scansAskedAbout = ({ items }: Queue): string[] =>
  items.flatMap((item) => (item.scan && isPending(item) ? [item.scan] : []));

const change = (queue: Queue, key: number, part: Partial<QueueItem>): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.key === key ? { ...item, ...part } : item)),
});

const stateOf = (outcome: Finished): Partial<QueueItem> => ({
  state: outcome.outcome,
  places: outcome.places,
  problem: null,
  scan: outcome.scan ?? null,
  lookAlikes: outcome.lookAlikes ?? [],
  compared: !outcome.toCompare,
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

const blankItem = (arrival: Arrival): Omit<QueueItem, 'key' | 'batch'> => ({
  ...arrival,
  target: null,
  state: 'waiting',
  places: [],
  problem: null,
  undo: [],
  scan: null,
  lookAlikes: [],
  compared: false,
  comparedAs: 0,
  aside: false,
  listed: false,
  member: false,
  password: '',
  guessed: false,
});

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

/**
 * What the vault wants compared. What is not in the list came by another way: it is of no run, and nothing of it is taken back
 * here. What was settled and is to be compared again was taken back; what is not to be compared any more was settled elsewhere.
 */
function toCompare(queue: Queue, files: readonly ToCompare[], except: ReadonlySet<string>): Queue {
  const wanted = new Set(files.map(({ scan }) => scan));
  const here = new Set<string>();
  const items = queue.items.map((item) => {
    const { scan, state } = item;
    if (!scan || state !== 'kept') return item;
    const open = isPending(item);
    if (!wanted.has(scan)) return open && item.listed ? { ...item, ...settled } : item;
    const first = !here.has(scan);
    here.add(scan);
    const again = first && !open && !except.has(scan);
    return again ? { ...item, ...settled, compared: false, listed: true } : { ...item, listed: true };
  });
  const others = files.filter(({ scan }) => !here.has(scan) && !except.has(scan));
  const added = others.map(({ fileName, scan }, index) => ({
    ...blankItem({ name: fileName, size: 0, source: null }),
    ...stateOf({ outcome: 'kept', places: [], scan, toCompare: true }),
    key: queue.nextKey + index,
    batch: 0,
    aside: true,
    listed: true,
  }));
  return { ...queue, items: [...items, ...added], nextKey: queue.nextKey + others.length };
}

const settled = { compared: true, lookAlikes: [] as LookAlike[] };

/** The same file on two papers, or dropped once more, is asked about once. */
function compared(queue: Queue, scan: string, lookAlikes: LookAlike[]): Queue {
  const first = queue.items.find((item) => item.scan === scan && isUncompared(item));
  return {
    ...queue,
    items: queue.items.map((item) => {
      if (item.scan !== scan || item.state !== 'kept') return item;
      return item === first
        ? { ...item, compared: true, lookAlikes, comparedAs: queue.comparedCount }
        : { ...item, ...settled };
    }),
    comparedCount: queue.comparedCount + 1,
  };
}

/**
 * Where a page made way for the earlier one, what looked like that page is held against the others once more. A scan is held once
 * more too when its last question is answered: another of its answers may have been taken back meanwhile.
 */
function answered(queue: Queue, answer: { scan: string; page: number; replaced: boolean }): Queue {
  const { scan, page, replaced } = answer;
  const items = queue.items.map((item) => {
    if (item.scan === scan) {
      const open = item.lookAlikes.filter((alike) => alike.page !== page);
      const last = item.lookAlikes.length > 0 && open.length === 0;
      return { ...item, lookAlikes: open, compared: item.compared && !last };
    }
    const gone = item.lookAlikes.some(({ earlier }) => earlier.scan === scan && earlier.page === page);
    return replaced && gone ? { ...item, ...settled, compared: false } : item;
  });
  return { ...queue, items };
}

export function advance(queue: Queue, event: QueueEvent): Queue {
  switch (event.type) {
    case 'arrive':
      return event.arrivals.length === 0 ? queue : arrive(queue, event.arrivals, event.target);
    case 'to-compare':
      return toCompare(queue, event.files, event.except);
    case 'start':
      return { ...change(queue, event.key, { state: 'running' }), startedAt: queue.startedAt ?? event.now };
    case 'finish':
      return finish(queue, event.key, event.outcome, event.undo);
    case 'compared':
      return compared(queue, event.scan, event.lookAlikes);
    case 'uncomparable':
      return compared(queue, event.scan, []);
    case 'stop-comparing':
      return { ...queue, items: queue.items.map((item) => ({ ...item, compared: true })) };
    case 'answered':
      return answered(queue, event);
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
