// One output in the making, seen from a screen: what came of it, how far it is, and how to stop it.

import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import type { FromOutputs, OutputJob, OutputResults } from './output-messages.ts';

type Progress = { done: number; total: number };
export type OutputState<R> = { result: R | null; working: boolean; progress: Progress | null };
export type OutputBench<T extends OutputJob['type']> = OutputState<OutputResults[T]> & {
  /** Throws the Problem that stopped it, or 'cancelled'. A new job ends an earlier one. */
  make: (job: Extract<OutputJob, { type: T }>) => Promise<OutputResults[T]>;
  cancel: () => void;
};

const problemOf = ({ code, params }: ProblemFact): Problem => new Problem(code, params);

export function useOutput<T extends OutputJob['type']>(): OutputBench<T> {
  const [state, setState] = useState<OutputState<OutputResults[T]>>({
    result: null,
    working: false,
    progress: null,
  });
  const stop = useRef<(() => void) | null>(null);
  const cancel = useCallback(() => stop.current?.(), []);
  const make = useCallback((job: Extract<OutputJob, { type: T }>): Promise<OutputResults[T]> => {
    stop.current?.();
    setState({ result: null, working: true, progress: null });
    const worker = new Worker(new URL('./outputs-worker.ts', import.meta.url), { type: 'module' });
    return new Promise<OutputResults[T]>((resolve, reject) => {
      const end = (result: OutputResults[T] | null) => {
        worker.terminate();
        stop.current = null;
        setState({ result, working: false, progress: null });
      };
      const fail = (problem: Problem) => {
        end(null);
        reject(problem);
      };
      stop.current = () => fail(new Problem('cancelled'));
      worker.onmessage = ({ data }: MessageEvent<FromOutputs>) => {
        if (data.type === 'progress') setState((before) => ({ ...before, progress: data }));
        else if (data.type === 'failed') fail(problemOf(data.problem));
        else {
          end(data.result as OutputResults[T]);
          resolve(data.result as OutputResults[T]);
        }
      };
      worker.onerror = (event) => fail(new Problem('bug', { id: event.message || 'outputs' }));
      worker.postMessage(job);
    });
  }, []);
  useEffect(() => () => stop.current?.(), []);
  return { ...state, make, cancel };
}
