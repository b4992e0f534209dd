// The last results of slow work on pages, so that the next question about the same page need not read it again.

export type Memory<Result> = {
  find: (key: string) => { result: Result } | undefined;
  keep: (key: string, result: Result) => Result;
};

/** Of so many keys, those asked for last. */
export function rememberLast<Result>(most: number): Memory<Result> {
  const known = new Map<string, { result: Result }>();
  const putLast = (key: string, found: { result: Result }) => {
    known.delete(key);
    known.set(key, found);
  };
  return {
    find: (key) => {
      const found = known.get(key);
      if (found) putLast(key, found);
      return found;
    },
    keep: (key, result) => {
      putLast(key, { result });
      const [oldest] = known.keys();
      if (known.size > most && oldest !== undefined) known.delete(oldest);
      return result;
    },
  };
}
