// A record being edited.

import { useState } from 'react';

export function useFields<F extends object>(first: F): [F, (change: Partial<F>) => void] {
  const [fields, setFields] = useState(first);
  return [fields, (change) => setFields((before) => ({ ...before, ...change }))];
}
