// Files of one command, a few on their way at once: told of in their order, and none forgotten when it stops.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { takeInLine } from '../../electron/command-line/take-in-line.ts';

test('whichever file is done first, each is told of in its order and never more than three are on their way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(6), { maxLength: 20 }), async (waits) => {
      let underWay = 0;
      let most = 0;
      const take = async (wait: number) => {
        underWay += 1;
        most = Math.max(most, underWay);
        for (let step = 0; step < wait; step += 1) await Promise.resolve();
        underWay -= 1;
        return wait;
      };
      const told: number[] = [];
      for await (const one of takeInLine({ files: waits, take, goesOn: () => true })) told.push(one.told);
      expect(told).toEqual(waits);
      expect(most).toBeLessThanOrEqual(3);
    }),
  );
});

test('each file stands behind the one before it', async () => {
  const orders: (string | null)[][] = [];
  const take = async (_: number, { ticket, behind }: { ticket: string; behind: string | null }) => {
    orders.push([ticket, behind]);
  };
  for await (const _ of takeInLine({ files: [1, 2, 3, 4, 5], take, goesOn: () => true }));
  expect(orders.map(([, behind]) => behind)).toEqual([
    null,
    ...orders.slice(0, -1).map(([ticket]) => ticket),
  ]);
});

test('told to stop, the files on their way are finished and told of, and no other is begun', async () => {
  const begun: number[] = [];
  const told: number[] = [];
  const take = async (file: number) => {
    begun.push(file);
    return file;
  };
  const files = Array.from({ length: 10 }, (_, at) => at);
  for await (const one of takeInLine({ files, take, goesOn: () => told.length < 2 })) told.push(one.file);
  expect(begun.length).toBeLessThan(files.length);
  expect(told).toEqual(begun);
});

test('a failure is heard in its turn, after the others have settled', async () => {
  const settled: number[] = [];
  const take = async (file: number) => {
    if (file === 1) throw new Error('the disk is full');
    await new Promise((resolve) => setTimeout(resolve, 5));
    settled.push(file);
    return file;
  };
  const told: number[] = [];
  const run = async () => {
    for await (const one of takeInLine({ files: [0, 1, 2, 3], take, goesOn: () => true }))
      told.push(one.told);
  };
  await expect(run()).rejects.toThrow('the disk is full');
  expect(told).toEqual([0]);
  expect(settled).toEqual([0, 2, 3]);
});
