// Runs the queue, a few files at a time in one line so that pages keep their order; it lives outside the screens and survives them.

import { useSyncExternalStore } from 'react';
import type { IntakeTarget } from '../../shared/calls.ts';
import { FILES_AT_ONCE, type IntakeOrder, openLine } from '../../shared/intake-order.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { call, queryClient } from '../client.ts';
import { asFact } from '../shell/problem.tsx';
import { scansAskedAbout } from './questions.ts';
import { advance, type QueueEvent } from './queue.ts';
import {
  type Arrival,
  emptyQueue,
  isRunning,
  isUncompared,
  type Queue,
  type QueueItem,
} from './queue-item.ts';
import { sendFile } from './send.ts';

let queue: Queue = emptyQueue;
const listeners = new Set<() => void>();

export const readQueue = (): Queue => queue;

/** Questions that were closed, or could not be asked: they come up again when the program is opened next. */
const past = new Set<string>();
/** What the vault is just told of. */
const settling = new Set<string>();

/** Who answered, or wants no question, is not asked by the next window either. */
async function settle(scans: string[]): Promise<void> {
  for (const scan of scans) settling.add(scan);
  try {
    await call('scan.stop-comparing', { scans });
    await queryClient.invalidateQueries({ queryKey: ['scan.to-compare'] });
  } catch {
    for (const scan of scans) past.add(scan);
  }
  for (const scan of scans) settling.delete(scan);
}

function tell(event: QueueEvent): void {
  const before = scansAskedAbout(queue);
  queue = advance(queue, event);
  const now = new Set(scansAskedAbout(queue));
  const gone = before.filter((scan) => !now.has(scan));
  if (event.type === 'clear' || event.type === 'uncomparable') for (const scan of gone) past.add(scan);
  else if (event.type !== 'to-compare' && gone.length > 0) void settle(gone);
  for (const listener of listeners) listener();
}

const REFRESH_EVERY = 400;
let refreshedAt = 0;
let refreshing = 0;

/** What is on the screen is read again, but not for each of a hundred files, and not before the last reading is through. */
async function refresh(last: boolean): Promise<void> {
  if (!last && (refreshing > 0 || performance.now() - refreshedAt < REFRESH_EVERY)) return;
  refreshedAt = performance.now();
  refreshing += 1;
  await queryClient.invalidateQueries().finally(() => {
    refreshing -= 1;
  });
}

/** Passwords that opened a file of the list, and which files were tried with them; forgotten with the list. */
const opened = new Set<string>();
const triedWith = new Map<string, Set<number>>();
/** Files for which somebody is typing a password of their own. */
const typing = new Set<number>();

function forgetPasswords(): void {
  opened.clear();
  triedWith.clear();
  typing.clear();
}

export function noteTyping(key: number, begun: boolean): void {
  if (begun) typing.add(key);
  else typing.delete(key);
}

/** Invoices of one sender often have one password: it is asked for once. An archive is not sent again on a guess. */
function guessPasswords(): void {
  for (const password of opened) {
    const tried = triedWith.get(password) ?? new Set<number>();
    triedWith.set(password, tried);
    const keys = queue.items
      .filter(
        ({ state, problem, member }) => state === 'refused' && problem?.code === 'pdf-password' && !member,
      )
      .flatMap(({ key }) => (tried.has(key) || typing.has(key) ? [] : [key]));
    for (const key of keys) tried.add(key);
    if (keys.length > 0) tell({ type: 'guess', keys, password });
  }
}

async function runOne(item: QueueItem, order: IntakeOrder): Promise<void> {
  tell({ type: 'start', key: item.key, now: Date.now() });
  try {
    const added = await sendFile(item, order);
    if (added.outcome === 'refused' && added.problem && added.members.length === 0) {
      const { code, params } = added.problem;
      tell({ type: 'refuse', key: item.key, problem: { code: code as ProblemCode, params } });
    } else {
      tell({ type: 'finish', key: item.key, outcome: added, undo: added.undo });
      const outcomes = added.members.length > 0 ? added.members : [added];
      if (item.password !== '' && outcomes.some(({ outcome }) => outcome === 'kept'))
        opened.add(item.password);
    }
  } catch (error) {
    tell({ type: 'refuse', key: item.key, problem: asFact(error) });
  }
}

let running = 0;
let nextPlace = openLine();

/** Files that are held against earlier pages at a time. */
const COMPARED_AT_ONCE = 2;
const comparing = new Set<string>();

/** Once all files are in: whether they were there already on another picture is only a question. */
function compareKept(): void {
  if (isRunning(queue)) return;
  const open = new Set(queue.items.filter(isUncompared).flatMap(({ scan }) => scan ?? []));
  const next = [...open].filter((scan) => !comparing.has(scan));
  for (const scan of next.slice(0, Math.max(0, COMPARED_AT_ONCE - comparing.size))) {
    comparing.add(scan);
    void call('scan.look-alikes', { id: scan, before: true })
      .then(
        (lookAlikes): QueueEvent => ({ type: 'compared', scan, lookAlikes }),
        (): QueueEvent => ({ type: 'uncomparable', scan }),
      )
      .then((event) => {
        comparing.delete(scan);
        // What was skipped or taken back meanwhile is not asked about.
        if (queue.items.some((item) => item.scan === scan && isUncompared(item))) tell(event);
        compareKept();
      });
  }
}

/**
 * What the vault wants compared, each time it is read: also files that the phone or the watched folder brought, and those of
 * before the program was closed. While files are under way here it is not known yet which are whose.
 */
export function compareWaiting(files: { scan: string; fileName: string }[]): void {
  if (isRunning(queue)) return;
  const waiting = new Set(files.map(({ scan }) => scan));
  for (const scan of past) if (!waiting.has(scan)) past.delete(scan);
  tell({ type: 'to-compare', files, except: new Set([...past, ...settling]) });
  compareKept();
}

export const stopComparing = (): void => tell({ type: 'stop-comparing' });

/** Sends files for as long as there is room; each that comes back makes room for the next. */
function sendWaiting(): void {
  while (running < FILES_AT_ONCE) {
    const next = queue.items.find(({ state }) => state === 'waiting');
    if (!next) return;
    if (running === 0) nextPlace = openLine();
    running += 1;
    void runOne(next, nextPlace()).finally(() => {
      running -= 1;
      if (running === 0) guessPasswords();
      sendWaiting();
      void refresh(running === 0);
      compareKept();
    });
  }
}

/** Puts files behind those that wait; `target` null is the inbox. */
export function takeIn(arrivals: Arrival[], target: IntakeTarget | null): void {
  if (!isRunning(queue)) forgetPasswords();
  tell({ type: 'arrive', arrivals, target });
  sendWaiting();
}

/** What is done stays; the files that are on their way are finished. */
export const cancelWaiting = (): void => tell({ type: 'cancel' });
export function clearSettled(): void {
  forgetPasswords();
  tell({ type: 'clear' });
}
export function tryAgain(key: number, password?: string): void {
  noteTyping(key, false);
  tell({ type: 'retry', key, ...(password === undefined ? {} : { password }) });
  sendWaiting();
}

/** `replaced`: the earlier page stands in its place now. */
export function noteAnswer(scan: string, page: number, replaced: boolean): void {
  tell({ type: 'answered', scan, page, replaced });
  compareKept();
}

export function useQueue(): Queue {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, readQueue);
}
