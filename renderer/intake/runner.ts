// Runs the queue, one file after another so that pages keep their order; it lives outside the screens and survives them.

import { useSyncExternalStore } from 'react';
import type { IntakeTarget } from '../../shared/calls.ts';
import type { ProblemCode } from '../../shared/problems.ts';
import { queryClient } from '../client.ts';
import { asFact } from '../shell/problem.tsx';
import { type Arrival, advance, emptyQueue, type Queue, type QueueEvent, type QueueItem } from './queue.ts';
import { sendFile } from './send.ts';

let queue: Queue = emptyQueue;
let working = false;
const listeners = new Set<() => void>();

export const readQueue = (): Queue => queue;

function tell(event: QueueEvent): void {
  queue = advance(queue, event);
  for (const listener of listeners) listener();
}

const REFRESH_EVERY = 400;
let refreshedAt = 0;

/** What is on the screen is read again, but not for each of a hundred files. */
async function refresh(last: boolean): Promise<void> {
  if (!last && performance.now() - refreshedAt < REFRESH_EVERY) return;
  refreshedAt = performance.now();
  await queryClient.invalidateQueries();
}

async function runOne(item: QueueItem): Promise<void> {
  tell({ type: 'start', key: item.key, now: Date.now() });
  try {
    const added = await sendFile(item);
    if (added.outcome === 'refused' && added.problem && added.members.length === 0) {
      const { code, params } = added.problem;
      tell({ type: 'refuse', key: item.key, problem: { code: code as ProblemCode, params } });
    } else {
      tell({ type: 'finish', key: item.key, outcome: added, undo: added.undo });
    }
  } catch (error) {
    tell({ type: 'refuse', key: item.key, problem: asFact(error) });
  }
}

async function work(): Promise<void> {
  if (working) return;
  working = true;
  try {
    for (;;) {
      const next = queue.items.find(({ state }) => state === 'waiting');
      if (!next) break;
      await runOne(next);
      await refresh(false);
    }
  } finally {
    working = false;
    await refresh(true);
  }
}

/** Puts files behind those that wait; `target` null is the inbox. */
export function takeIn(arrivals: Arrival[], target: IntakeTarget | null): void {
  tell({ type: 'arrive', arrivals, target });
  void work();
}

/** What is done stays; the file that runs now is finished. */
export const cancelWaiting = (): void => tell({ type: 'cancel' });
export const clearSettled = (): void => tell({ type: 'clear' });
export function tryAgain(key: number, password?: string): void {
  tell({ type: 'retry', key, ...(password === undefined ? {} : { password }) });
  void work();
}

export const forgetLookAlike = (key: number, page: number): void => tell({ type: 'answered', key, page });

export function useQueue(): Queue {
  return useSyncExternalStore((changed) => {
    listeners.add(changed);
    return () => listeners.delete(changed);
  }, readQueue);
}
