// Turning pages by key, wherever the focus is, as long as no field or list wants the key for itself.

import { useEffect, useRef } from 'react';

type Wish = {
  page: number;
  pages: number;
  onPage: (page: number) => void;
  /** True when the whole page is in sight and up and down are free to turn pages. */
  free: boolean;
  /** What E does; left out where the page in sight cannot be edited. */
  onEdit?: (() => void) | undefined;
};

const TAKEN =
  'input, textarea, select, [role="combobox"], [role="listbox"], [role="radiogroup"], [role="dialog"]';

/** The page a key leads to, undefined when it is not one of ours. */
export function pageForKey(
  key: string,
  { page, pages, free }: Pick<Wish, 'page' | 'pages' | 'free'>,
): number | undefined {
  const to: Record<string, number> = {
    PageDown: page + 1,
    PageUp: page - 1,
    ArrowRight: page + 1,
    ArrowLeft: page - 1,
    Home: 1,
    End: pages,
    ...(free ? { ArrowDown: page + 1, ArrowUp: page - 1 } : {}),
  };
  const wanted = to[key];
  return wanted === undefined ? undefined : Math.min(Math.max(1, wanted), pages);
}

export function usePageKeys(wish: Wish): void {
  const latest = useRef(wish);
  latest.current = wish;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(TAKEN)) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const { onEdit } = latest.current;
      if (event.key.toLowerCase() === 'e' && onEdit) {
        event.preventDefault();
        return onEdit();
      }
      const page = pageForKey(event.key, latest.current);
      if (page === undefined) return;
      event.preventDefault();
      latest.current.onPage(page);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
