// Files that the watched folder brings are shown without a click: while it is on, the frame asks now and then.

import { useEffect, useRef } from 'react';
import { queryClient, useCall } from '../client.ts';

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
    // What came while the first answer was on its way may be missing in others.
    if (before === undefined) void queryClient.invalidateQueries({ queryKey: ['scan.to-compare'] });
    else if (before !== latest) void queryClient.invalidateQueries();
  }, [latest]);
}
