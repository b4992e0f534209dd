// Whether the program behind the page still answers: the loopback page outlives it when the program is closed.

import { useSyncExternalStore } from 'react';
import { queryClient } from '../client.ts';

let lost = false;
const listeners = new Set<() => void>();

function setLost(now: boolean): void {
  if (lost === now) return;
  lost = now;
  for (const listener of listeners) listener();
}

/** True for what `fetch` throws when nobody listens any more; a Problem or an Answer means somebody does. */
export const isDisconnection = (error: unknown): boolean =>
  error instanceof TypeError && /fetch|network|load failed/i.test(error.message);

/** Notes a failed call that did not go through the query cache. */
export function noteFailure(error: unknown): void {
  if (isDisconnection(error)) setLost(true);
}

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return;
  if (event.action.type === 'success') setLost(false);
  if (event.action.type === 'error') noteFailure(event.action.error);
});
queryClient.getMutationCache().subscribe((event) => {
  if (event.type !== 'updated') return;
  if (event.action.type === 'success') setLost(false);
  if (event.action.type === 'error') noteFailure(event.action.error);
});

export function useDisconnected(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
}
