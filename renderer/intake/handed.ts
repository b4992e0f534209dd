// Files dropped on the program's icon or opened with it: asked for when the window comes to the front, and taken into the inbox.

import { useEffect, useRef } from 'react';
import { call, inWindow } from '../client.ts';
import { isDisconnection } from '../shell/connection.ts';
import { gatherNamed } from './gather.ts';
import { takeIn } from './runner.ts';

const PACE_MS = 3_000;

/** `onTaken` is told when some came. */
export function useHandedFiles(onTaken: () => void, explain: (error: unknown) => void): void {
  const latest = useRef({ onTaken, explain });
  latest.current = { onTaken, explain };
  useEffect(() => {
    if (!inWindow()) return;
    const look = async () => {
      try {
        const { paths } = await call('scan.handed', {});
        if (paths.length === 0) return;
        takeIn(await gatherNamed(paths), null);
        latest.current.onTaken();
      } catch (error) {
        if (!isDisconnection(error)) latest.current.explain(error);
      }
    };
    void look();
    // An icon takes files without bringing the window to the front on every system.
    const timer = setInterval(() => void look(), PACE_MS);
    const onFocus = () => void look();
    window.addEventListener('focus', onFocus);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', onFocus);
    };
  }, []);
}
