// A text that is kept when its field is left, by whichever way: the next field, Enter, or another screen.

import { useEffect, useRef, useState } from 'react';

/** `commit` runs only when the text differs from what is kept. */
export function useTyped(kept: string, commit: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null);
  const latest = useRef({ typed, kept, commit });
  latest.current = { typed, kept, commit };
  const keep = () => {
    const now = latest.current;
    if (now.typed === null) return;
    latest.current = { ...now, typed: null };
    setTyped(null);
    if (now.typed.trim() !== now.kept) now.commit(now.typed.trim());
  };
  const keepLast = useRef(keep);
  keepLast.current = keep;
  useEffect(() => () => keepLast.current(), []);
  return { value: typed ?? kept, onType: setTyped, onBlur: keep };
}
