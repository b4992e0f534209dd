// Takes whoever follows a link from the home screen to the very place: `?paper=prescription` is that sheet of the visit,
// `?to=invoice` its invoice.

import { useEffect } from 'react';
import { useLocation } from 'react-router';

const LONGEST_WAIT = 5_000;

/** What the address points at inside a visit, as a selector; undefined for anything else. */
function placeIn(pathname: string, search: string): string | undefined {
  if (!pathname.startsWith('/visits/')) return undefined;
  const asked = new URLSearchParams(search);
  const paper = asked.get('paper');
  if (paper && /^[a-z-]+$/.test(paper)) return `[data-slot="${paper}"]`;
  return asked.get('to') === 'invoice' ? '.invoice input:not([readonly])' : undefined;
}

/** Scrolls to the place and puts the focus there, as soon as the screen has drawn it. */
export function useArrival(): void {
  const { pathname, search } = useLocation();
  useEffect(() => {
    const selector = placeIn(pathname, search);
    if (!selector) return;
    const arrive = (): boolean => {
      const place = document.querySelector<HTMLElement>(selector);
      place?.scrollIntoView({ block: 'center' });
      place?.focus();
      return place !== null;
    };
    if (arrive()) return;
    const watcher = new MutationObserver(() => {
      if (arrive()) watcher.disconnect();
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    const timer = setTimeout(() => watcher.disconnect(), LONGEST_WAIT);
    return () => {
      clearTimeout(timer);
      watcher.disconnect();
    };
  }, [pathname, search]);
}
