// The editor's keys: R turns, Shift+R turns back, M mirrors, Enter uses what is shown.

import { useEffect, useRef } from 'react';

type EditorKeys = { turn: (degrees: 90 | -90) => void; mirror: () => void; use: () => void };

/** A focused button keeps its own Enter; a corner has none and gives it to the editor. */
export function useEditorKeys(keys: EditorKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      // The question whether to drop the changes has keys of its own.
      if (document.querySelector('.ant-modal-confirm')) return;
      const onButton =
        event.target instanceof Element && event.target.closest('button:not(.page-edit-handle), a') !== null;
      const { turn, mirror, use } = latest.current;
      const key = event.key.toLowerCase();
      if (key === 'r') turn(event.shiftKey ? -90 : 90);
      else if (key === 'm') mirror();
      else if (key === 'enter' && !onButton) use();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
