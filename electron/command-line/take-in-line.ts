// Gives files to the vault a few at a time, in one line, and tells what became of each in their order.

import { FILES_AT_ONCE, type IntakeOrder, openLine } from '../../shared/intake-order.ts';

export type Taking<File, Told> = {
  files: readonly File[];
  take: (file: File, order: IntakeOrder) => Promise<Told>;
  /** Asked before each file that is not begun yet; those on their way are finished and told of in any case. */
  goesOn: () => boolean;
  /** So many on their way at once. */
  most?: number;
};

/** Throws what `take` throws, when it is that file's turn to be told of and all others have settled. */
export async function* takeInLine<File, Told>({
  files,
  take,
  goesOn,
  most = FILES_AT_ONCE,
}: Taking<File, Told>): AsyncGenerator<{ file: File; told: Told }> {
  const [waiting, nextPlace] = [files.values(), openLine()];
  const underWay: { file: File; taking: Promise<Told> }[] = [];
  try {
    for (;;) {
      while (underWay.length < most && goesOn()) {
        const next = waiting.next();
        if (next.done) break;
        const taking = take(next.value, nextPlace());
        // Its failure is heard when it is its turn.
        taking.catch(() => undefined);
        underWay.push({ file: next.value, taking });
      }
      const first = underWay[0];
      if (!first) return;
      const told = await first.taking;
      underWay.shift();
      yield { file: first.file, told };
    }
  } finally {
    await Promise.allSettled(underWay.map(({ taking }) => taking));
  }
}
