// Who wants pictures from the phone, and where they shall go: one wish at a time, shown by the host in the frame.

import { useSyncExternalStore } from 'react';
import type { IntakeTarget } from '../../shared/calls.ts';

export type PhoneWish = { target: IntakeTarget | null };

let current: PhoneWish | null = null;
const listeners = new Set<() => void>();

function change(next: PhoneWish | null): void {
  current = next;
  for (const tell of listeners) tell();
}

/** Shows the code; pictures go to a paper of a visit, or into the inbox when null. */
export const askPhone = (target: IntakeTarget | null): void => change({ target });
export const dismissPhone = (): void => change(null);

export function usePhoneWish(): PhoneWish | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
