// Runs the queue, a few files at a time in one line so that pages keep their order; it lives outside the screens and survives them.

import { useSyncExternalStore } from 'react';
import type { IntakeTarget } from '../../shared/calls.ts';
import { FILES_AT_ONCE, type IntakeOrder, openLine } from '../../shared/intake-order.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { call, queryClient } from '../client.ts';
import { asFact } from '../shell/problem.tsx';
import {
  type Arrival,
  advance,
  emptyQueue,
  isRunning,
  isUncompared,
  type Queue,
  type QueueEvent,
  type QueueItem,
  scansAskedAbout,
} from './queue.ts';
import { sendFile } from './send.ts';

let queue: Queue = emptyQueue;
const listeners = new Set<() => void>();

export const readQueue = (): Queue => queue;

/** Scans that this window asks about no more. */
const past = new Set<string>();

/** What was answered is settled for good; a question that was only closed comes up again when the program is opened next. */
function notePast(scans: string[], answered: boolean): void {
  for (const scan of scans) past.add(scan);
  if (answered && scans.length > 0) void call('scan.stop-comparing', { scans }).catch(() => undefined);
}

function tell(event: QueueEvent): void {
  const before = scansAskedAbout(queue);
  queue = advance(queue, event);
  const now = new Set(scansAskedAbout(queue));
  notePast(
    before.filter((scan) => !now.has(scan)),
    event.type !== 'clear',
  );
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
const comparing = new Set<number>();

/** Once all files are in: whether they were there already on another picture is only a question. */
function compareKept(): void {
  if (isRunning(queue)) return;
  if (othersCame) void takeUpOthers();
  const open = queue.items.filter((item) => isUncompared(item) && !comparing.has(item.key));
  for (const { key, scan } of open.slice(0, COMPARED_AT_ONCE - comparing.size)) {
    comparing.add(key);
    void call('scan.look-alikes', { id: scan ?? '', before: true })
      // What cannot be compared is kept all the same.
      .catch(() => [])
      .then((lookAlikes) => {
        comparing.delete(key);
        if (queue.items.some((item) => item.key === key && isUncompared(item)))
          tell({ type: 'compared', key, lookAlikes });
        compareKept();
      });
  }
}

let othersCame = false;

async function takeUpOthers(): Promise<void> {
  othersCame = false;
  const waiting = await call('scan.to-compare', {}).catch(() => []);
  // Of files that are under way here it is not known yet which are whose.
  if (isRunning(queue)) {
    othersCame = true;
    return;
  }
  const here = new Set(queue.items.flatMap(({ state, scan }) => (state === 'kept' ? [scan] : [])));
  const others = waiting.filter(({ scan }) => !here.has(scan) && !past.has(scan));
  if (others.length === 0) return;
  tell({ type: 'arrive-elsewhere', files: others.map(({ fileName, scan }) => ({ name: fileName, scan })) });
  compareKept();
}

/** Files that came by another way, or before the program was closed: whether they are there already is asked in the same place. */
export function compareOthers(): void {
  othersCame = true;
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

export const forgetLookAlike = (key: number, page: number): void => tell({ type: 'answered', key, page });

export function useQueue(): Queue {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, readQueue);
}
