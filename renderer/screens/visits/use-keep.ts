// Facts that are kept as they are chosen, one change after the other: each is laid over what is stored by then, never over
// what was on screen when it was made, so that two quick changes do not undo each other.

import { useRef } from 'react';
import type { UndoStep } from '../../../shared/calls.ts';
import { useTell } from '../../shell/tell.ts';

export type Keep<F> = (change: (now: F) => Partial<F>, said: string) => void;

export function useKeep<F extends object>(
  read: () => Promise<F>,
  write: (facts: F) => Promise<{ undo: UndoStep[] }>,
): Keep<F> {
  const tell = useTell();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  return (change, said) => {
    const act = async () => {
      const now = await read();
      return write({ ...now, ...change(now) });
    };
    queue.current = queue.current.then(() => tell(act, said));
  };
}
