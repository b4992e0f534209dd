// One file of the queue, and the queue itself, as values.

import type { IntakeOutcome, IntakeTarget, LookAlike, UndoStep } from '../../shared/calls.ts';
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
export type Finished = Pick<IntakeOutcome, Told> & Partial<Omit<IntakeOutcome, Told>>;

export const isOpen = ({ state }: QueueItem): boolean => state === 'waiting' || state === 'running';
export const isRunning = (queue: Queue): boolean => queue.items.some(isOpen);

/** Kept, and not held against earlier pages yet. */
export const isUncompared = ({ state, compared }: QueueItem): boolean => state === 'kept' && !compared;

/** Still to be compared, or with a question that nobody has answered. */
export const isPending = (item: QueueItem): boolean => isUncompared(item) || item.lookAlikes.length > 0;

export const blankItem = (arrival: Arrival): Omit<QueueItem, 'key' | 'batch'> => ({
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

/** What is known of a file once it is in, or refused. */
export const stateOf = (outcome: Finished): Partial<QueueItem> => ({
  state: outcome.outcome,
  places: outcome.places,
  problem: null,
  scan: outcome.scan ?? null,
  lookAlikes: outcome.lookAlikes ?? [],
  compared: !outcome.toCompare,
});
