// The renderer's end of the call table: through the preload in the window, through fetch on the loopback page.

import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callAddress } from '../shared/addresses.ts';
import { type Answer, type CallInput, type CallName, type CallOutput, calls } from '../shared/calls.ts';
import { Problem, type ProblemCode } from '../shared/problems.ts';

declare global {
  interface Window {
    guibao?: {
      call: (name: string, input: unknown) => Promise<Answer<unknown>>;
      pathOf: (file: File) => string;
    };
  }
}

/** True in the Electron window, where files have paths; false on the loopback page. */
export const inWindow = (): boolean => window.guibao !== undefined;

async function ask(name: string, input: unknown): Promise<Answer<unknown>> {
  if (window.guibao) return window.guibao.call(name, input);
  const response = await fetch(callAddress(name), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  });
  return (await response.json()) as Answer<unknown>;
}

/** The value of an answer, or its problem thrown. */
export function unwrapAnswer<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  throw new Problem(answer.problem.code as ProblemCode, answer.problem.params);
}

/** Asks the other side; throws a Problem when it says no. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const answer = await ask(name, calls[name].input.parse(input));
  return calls[name].output.parse(unwrapAnswer(answer)) as CallOutput<N>;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: false, placeholderData: keepPreviousData, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
});

/** The answer of a reading call, kept fresh after every write. */
export function useCall<N extends CallName>(name: N, input: CallInput<N>, enabled = true) {
  return useQuery({ queryKey: [name, input], queryFn: () => call(name, input), enabled });
}

/** What was read last or is shown ahead; undefined before it was ever read. */
export const shownNow = <N extends CallName>(name: N, input: CallInput<N>): CallOutput<N> | undefined =>
  queryClient.getQueryData<CallOutput<N>>([name, input]);

/**
 * Shows a change of what was read before the other side has made it. A reading that is under way is older than the change: its
 * answer must not come after it, or the next change would begin from what was there before.
 */
export function showAhead<N extends CallName>(
  name: N,
  input: CallInput<N>,
  change: (before: CallOutput<N>) => CallOutput<N>,
): void {
  const queryKey = [name, input];
  void queryClient.cancelQueries({ queryKey });
  queryClient.setQueryData<CallOutput<N>>(queryKey, (before) => before && change(before));
}

/** A writing call; afterwards everything shown is read again. Problems are thrown to the caller. */
export function useAct<N extends CallName>(name: N) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<N>) => call(name, input),
    onSettled: () => client.invalidateQueries(),
  });
}
