// Turns a writer that pushes pieces into pieces that are pulled, one at a time: nothing piles up between packet and disk.

import type { Sink } from '../../renderer/packet/build.ts';

export type PacketStream<T> = { pieces: AsyncIterable<Uint8Array>; result: () => T };

/** `write` starts when the first piece is asked for; what it throws is thrown on. `result` is known after the last piece. */
export function streamOf<T>(write: (sink: Sink) => Promise<T>): PacketStream<T> {
  let result: { value: T } | undefined;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let offer: (piece: Uint8Array | null) => void = () => {};
    let taken: () => void = () => {};
    let failure: { error: unknown } | undefined;
    const next = () =>
      new Promise<Uint8Array | null>((resolve) => {
        offer = resolve;
      });
    let coming = next();
    const sink: Sink = (piece) =>
      new Promise<void>((resolve) => {
        taken = resolve;
        offer(piece);
      });
    const writing = write(sink).then(
      (value) => {
        result = { value };
      },
      (error: unknown) => {
        failure = { error };
      },
    );
    void writing.then(() => offer(null));
    for (;;) {
      const piece = await coming;
      if (piece === null) break;
      yield piece;
      coming = next();
      taken();
    }
    if (failure) throw failure.error;
  }
  return {
    pieces: pieces(),
    result: () => {
      if (!result) throw new Error('asked before the last piece');
      return result.value;
    },
  };
}
