// Deadlines told by the browser, where a click allowed it; in the window the main process tells them.

import { useEffect } from 'react';
import { call, inWindow, useCall } from '../client.ts';

const FIRST_MS = 8_000;
const PACE_MS = 3_600_000;

/** 'none' where this browser has no notifications, or the window tells by itself. */
export const noticePermission = (): NotificationPermission | 'none' =>
  inWindow() || typeof Notification === 'undefined' ? 'none' : Notification.permission;

/** Taken only where they can be shown: what was taken counts as told. */
export async function tellNotices(): Promise<void> {
  if (noticePermission() !== 'granted') return;
  const { notices } = await call('deadlines.notices', {});
  for (const { title, body, address } of notices) {
    const shown = new Notification(title, { body });
    shown.onclick = () => {
      window.focus();
      window.location.hash = address.replace(/^#/, '');
    };
  }
}

export function useNotices(): void {
  const on = useCall('settings.get', {}).data?.notices === 'on';
  const writable = useCall('session.about', {}).data?.writable === true;
  useEffect(() => {
    if (!on || !writable || inWindow()) return;
    // A notice that cannot be fetched now is fetched the next time.
    const tell = () => void tellNotices().catch(() => undefined);
    const first = setTimeout(tell, FIRST_MS);
    const pace = setInterval(tell, PACE_MS);
    return () => {
      clearTimeout(first);
      clearInterval(pace);
    };
  }, [on, writable]);
}
