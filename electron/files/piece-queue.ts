// Pieces that are handed in one by one and taken out one by one: whoever hands in waits until the piece is taken.

export type PieceQueue = {
  pieces: AsyncIterable<Uint8Array>;
  /** Settles when the next one may come; rejects with what stopped the taking. */
  push: (piece: Uint8Array) => Promise<void>;
  end: () => void;
  /** The taking side sees this in place of a next piece. */
  fail: (error: unknown) => void;
  /** The taking side is gone, perhaps before it took anything: whoever hands in hears of it. */
  stop: (error: unknown) => void;
};

type Step =
  | { piece: Uint8Array; taken: (outcome: { error?: unknown }) => void }
  | { end: true }
  | { error: unknown };

export function openPieceQueue(): PieceQueue {
  const steps: Step[] = [];
  let wake = () => {};
  let stopped: { error: unknown } | undefined;
  const add = (step: Step) => {
    steps.push(step);
    wake();
  };
  const stop = (error: unknown) => {
    stopped ??= { error };
    for (const step of steps.splice(0)) if ('taken' in step) step.taken(stopped);
  };
  async function* take(): AsyncGenerator<Uint8Array> {
    let inHand: ((outcome: { error?: unknown }) => void) | undefined;
    try {
      for (;;) {
        const step = steps.shift();
        if (!step) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        if ('end' in step) return;
        if ('error' in step) throw step.error;
        inHand = step.taken;
        yield step.piece;
        inHand({});
        inHand = undefined;
      }
    } finally {
      stop(new Error('nobody takes the pieces any more'));
      inHand?.(stopped ?? {});
    }
  }
  return {
    pieces: take(),
    push: (piece) =>
      new Promise((resolve, reject) => {
        if (stopped) return reject(stopped.error);
        add({ piece, taken: ({ error }) => (error === undefined ? resolve() : reject(error)) });
      }),
    end: () => add({ end: true }),
    fail: (error) => {
      steps.length = 0;
      add({ error });
    },
    stop,
  };
}
