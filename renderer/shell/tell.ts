// A write, the word that it was done and the way back, as one: what goes wrong is shown and never thrown.

import { useCallback } from 'react';
import type { UndoStep } from '../../shared/calls.ts';
import { queryClient } from '../client.ts';
import { useExplain } from './problem.tsx';
import { useUndo } from './undo.tsx';

type Told = { undo: UndoStep[] };
/** The answer of the write, which may name what is said; undefined when it failed. */
export type Tell = <A extends Told>(
  act: () => Promise<A>,
  said: string | ((answer: A) => string),
) => Promise<A | undefined>;

/** For writes that read everything shown again by themselves, as those of `useAct` do. */
export function useTell(): Tell {
  const explain = useExplain();
  const { done } = useUndo();
  return useCallback(
    async (act, said) => {
      try {
        const answer = await act();
        done(typeof said === 'string' ? said : said(answer), answer.undo);
        return answer;
      } catch (error) {
        explain(error);
        return undefined;
      }
    },
    [done, explain],
  );
}

/** For bare calls: what is shown is read again afterwards, also when the write failed. */
export function useTellAndRefresh(): Tell {
  const tell = useTell();
  return useCallback(
    async (act, said) => {
      try {
        return await tell(act, said);
      } finally {
        await queryClient.invalidateQueries();
      }
    },
    [tell],
  );
}
