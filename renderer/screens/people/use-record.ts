// A record being edited, and what saving or removing one says, with a way back.

import { useState } from 'react';
import type { UndoStep } from '../../../shared/calls.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useUndo } from '../../shell/undo.tsx';

type Answer = { undo: UndoStep[] };

/** Runs a write, says that it was done and offers to take it back; true when it went well. */
export function useTell(): (act: () => Promise<Answer>, said: string) => Promise<boolean> {
  const explain = useExplain();
  const { done } = useUndo();
  return async (act, said) => {
    try {
      done(said, (await act()).undo);
      return true;
    } catch (error) {
      explain(error);
      return false;
    }
  };
}

export function useFields<F extends object>(first: F): [F, (change: Partial<F>) => void] {
  const [fields, setFields] = useState(first);
  return [fields, (change) => setFields((before) => ({ ...before, ...change }))];
}
