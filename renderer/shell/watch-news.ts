// Files that the watched folder brings are shown without a click: while it is on, the frame asks now and then.

import { useEffect, useRef } from 'react';
import { queryClient, useCall } from '../client.ts';
import { compareOthers } from '../intake/runner.ts';

const PACE_MS = 5_000;

export function useWatchNews(): void {
  const state = useCall('watch.get', {}).data;
  const on = state?.on === true;
  const latest = state ? (state.arrivals[0]?.at ?? '') : undefined;
  const known = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => void queryClient.invalidateQueries({ queryKey: ['watch.get'] }), PACE_MS);
    return () => clearInterval(timer);
  }, [on]);
  useEffect(() => {
    if (latest === undefined) return;
    const before = known.current;
    known.current = latest;
    if (before === undefined || before === latest) return;
    void queryClient.invalidateQueries();
    compareOthers();
  }, [latest]);
}
