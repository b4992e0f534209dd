// One opening of the phone's page: opened with the dialog, asked about every second, closed with the dialog.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { IntakeTarget } from '../../shared/calls.ts';
import type { PhoneArrival, PhoneState } from '../../shared/ways-in-calls.ts';
import { call, queryClient } from '../client.ts';
import { useExplain } from '../shell/problem.tsx';

const PACE_MS = 1_000;

export type Shown = PhoneArrival & { key: string };

/** What this opening told of, behind what earlier ones told: a new code forgets nothing that came. */
function addArrivals(before: Shown[], state: PhoneState): Shown[] {
  const others = before.filter(({ key }) => !key.startsWith(`${state.session}/`));
  const own = state.arrivals.map((arrival) => ({ ...arrival, key: `${state.session}/${arrival.number}` }));
  return own.length + others.length === before.length ? before : [...others, ...own];
}

export function usePhone(target: IntakeTarget | null) {
  const explain = useExplain();
  const [state, setState] = useState<PhoneState | null>(null);
  const [arrivals, setArrivals] = useState<Shown[]>([]);
  const session = useRef('');
  const closed = useRef(false);

  const take = useCallback((told: PhoneState) => {
    if (closed.current || told.session !== session.current) return;
    setState(told);
    setArrivals((before) => addArrivals(before, told));
  }, []);
  const open = useCallback(
    async (address = '') => {
      try {
        const told = await call('phone.open', { target, address });
        session.current = told.session;
        if (closed.current) return void call('phone.close', { session: told.session });
        take(told);
      } catch (error) {
        explain(error);
      }
    },
    [target, take, explain],
  );
  useEffect(() => {
    closed.current = false;
    void open();
    const timer = setInterval(() => {
      // A program that is gone is told by the frame.
      if (session.current) call('phone.state', { session: session.current }).then(take, () => undefined);
    }, PACE_MS);
    return () => {
      clearInterval(timer);
      closed.current = true;
      if (!session.current) return;
      // A picture that was being stored when the dialog closed is shown too.
      call('phone.close', { session: session.current })
        .then(() => queryClient.invalidateQueries())
        .catch(() => undefined);
    };
  }, [open, take]);
  const count = arrivals.length;
  useEffect(() => {
    if (count > 0) void queryClient.invalidateQueries();
  }, [count]);
  return { state, arrivals, open };
}
