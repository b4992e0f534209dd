// The queue of files, as a value.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scansAskedAbout } from '../../renderer/intake/questions.ts';
import { advance, finishedBatches, measure, undoOfBatch } from '../../renderer/intake/queue.ts';
import {
  type Arrival,
  emptyQueue,
  isRunning,
  isUncompared,
  type Queue,
} from '../../renderer/intake/queue-item.ts';

const files = (count: number, size = 1_000_000): Arrival[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${index}.jpg`,
    size,
    source: { path: `/scans/${index}.jpg` },
  }));
const filled = (count: number): Queue =>
  advance(emptyQueue, { type: 'arrive', arrivals: files(count), target: null });

function keep(queue: Queue, key: number): Queue {
  const started = advance(queue, { type: 'start', key, now: 1000 });
  return advance(started, {
    type: 'finish',
    key,
    outcome: { outcome: 'kept', places: ['inbox'], scan: `scan-${key}`, toCompare: true },
    undo: [{ call: 'inbox.remove', input: { key } }],
  });
}

const alike = [
  { page: 0, earlier: { scan: 'scan-0', page: 0 }, fileName: 'a.jpg', places: [], likeness: 0.9 },
];

const list = (queue: Queue, scans: string[], except: string[] = []): Queue =>
  advance(queue, {
    type: 'to-compare',
    files: scans.map((scan) => ({ scan, fileName: `${scan}.jpg` })),
    except: new Set(except),
  });

describe('the queue of files', () => {
  test('one refused file among a hundred leaves ninety-nine kept', () => {
    let queue = filled(100);
    for (const { key } of queue.items)
      queue =
        key === 50
          ? advance(queue, {
              type: 'refuse',
              key,
              problem: { code: 'file-empty', params: { file: '49.jpg' } },
            })
          : keep(queue, key);
    expect(isRunning(queue)).toBe(false);
    expect(measure(queue, 2000).count).toMatchObject({ kept: 99, refused: 1, waiting: 0 });
  });

  test('cancelling keeps what is done and lets the running one finish', () => {
    let queue = keep(filled(4), 1);
    queue = advance(queue, { type: 'start', key: 2, now: 1500 });
    queue = advance(queue, { type: 'cancel' });
    expect(queue.items.map(({ state }) => state)).toEqual(['kept', 'running', 'cancelled', 'cancelled']);
  });

  test('a batch is taken back from its last file to its first', () => {
    const queue = keep(keep(filled(2), 1), 2);
    expect(finishedBatches(queue)).toEqual([1]);
    expect(undoOfBatch(queue, 1).map(({ input }) => input)).toEqual([{ key: 2 }, { key: 1 }]);
  });

  test('files that arrive while others run wait behind them; later ones begin a new list', () => {
    const running = advance(filled(2), { type: 'arrive', arrivals: files(1), target: null });
    expect(running.items.map(({ key, batch }) => [key, batch])).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
    ]);
    const kept = [1, 2, 3].reduce(keep, running);
    const done = advance(kept, { type: 'stop-comparing' });
    const next = advance(done, { type: 'arrive', arrivals: files(1), target: null });
    expect(next.items.map(({ key }) => key)).toEqual([4]);
  });

  test('files that still wait to be compared stay when others arrive, and count for nothing in the time left', () => {
    const kept = [1, 2].reduce(keep, filled(2));
    expect(kept.items.filter(isUncompared).map(({ key }) => key)).toEqual([1, 2]);
    const known = advance(kept, { type: 'compared', scan: 'scan-1', lookAlikes: [] });
    const next = advance(known, { type: 'arrive', arrivals: files(3), target: null });
    expect(next.items.map(({ key }) => key)).toEqual([2, 3, 4, 5]);
    expect(measure(next, 0)).toMatchObject({ total: 3, done: 0 });
    expect(next.items.filter(isUncompared).map(({ key }) => key)).toEqual([2]);
    expect(measure(keep(next, 3), 3000).secondsLeft).toBe(4);
  });

  test('closing the list goes on with comparing; a question that is read by then leaves the list', () => {
    const kept = [1, 2, 3].reduce(keep, filled(3));
    const asked = advance(kept, { type: 'compared', scan: 'scan-1', lookAlikes: alike });
    const none = advance(asked, { type: 'compared', scan: 'scan-2', lookAlikes: [] });
    expect(scansAskedAbout(none)).toEqual(['scan-1', 'scan-3']);
    const closed = advance(none, { type: 'clear' });
    expect(closed.items.map(({ key, aside }) => [key, aside])).toEqual([[3, true]]);
    expect(scansAskedAbout(advance(closed, { type: 'stop-comparing' }))).toEqual([]);
  });

  test('what the vault wants compared is taken up once; what it wants no more, or was answered elsewhere, goes', () => {
    const own = [1, 2].reduce(keep, filled(2));
    const first = list(own, ['scan-1', 'scan-2', 'scan-p', 'scan-q'], ['scan-q']);
    expect(scansAskedAbout(first)).toEqual(['scan-1', 'scan-2', 'scan-p']);
    expect(list(first, ['scan-1', 'scan-2', 'scan-p'])).toEqual(first);
    const asked = advance(first, { type: 'compared', scan: 'scan-p', lookAlikes: alike });
    expect(scansAskedAbout(list(asked, ['scan-1']))).toEqual(['scan-1']);
    // Kept after the list was read: it is not in it, and waits all the same.
    expect(scansAskedAbout(list(keep(filled(1), 1), []))).toEqual(['scan-1']);
  });

  test('a question that was taken back is asked again, unless it is being settled or was closed', () => {
    const asked = advance(list(keep(filled(1), 1), ['scan-1']), {
      ...{ type: 'compared', scan: 'scan-1', lookAlikes: alike },
    });
    const last = advance(asked, { type: 'answered', scan: 'scan-1', page: 0, replaced: false });
    // Once more, in case another answer was taken back meanwhile.
    expect(last.items.filter(isUncompared)).toHaveLength(1);
    const answered = advance(last, { type: 'compared', scan: 'scan-1', lookAlikes: [] });
    expect(scansAskedAbout(answered)).toEqual([]);
    expect(scansAskedAbout(list(answered, ['scan-1'], ['scan-1']))).toEqual([]);
    expect(list(answered, ['scan-1']).items.filter(isUncompared)).toHaveLength(1);
  });

  test('an answer that is taken back while another question of the file is open comes up again', () => {
    const two = [0, 1].flatMap((page) => alike.map((one) => ({ ...one, page })));
    const asked = advance(list(keep(filled(1), 1), ['scan-1']), {
      ...{ type: 'compared', scan: 'scan-1', lookAlikes: two },
    });
    const answer = { type: 'answered', scan: 'scan-1', replaced: false } as const;
    const first = list(advance(asked, { ...answer, page: 0 }), ['scan-1']);
    expect(first.items.map(({ compared }) => compared)).toEqual([true]);
    const both = advance(first, { ...answer, page: 1 });
    expect(both.items.filter(isUncompared)).toHaveLength(1);
  });

  test('the same file on two papers is asked about once', () => {
    const outcome = { outcome: 'kept' as const, places: [], scan: 'scan-1', toCompare: true };
    const both = advance(keep(filled(2), 1), { type: 'finish', key: 2, outcome, undo: [] });
    const asked = advance(both, { type: 'compared', scan: 'scan-1', lookAlikes: alike });
    expect(asked.items.map(({ lookAlikes, compared }) => [lookAlikes.length, compared])).toEqual([
      [1, true],
      [0, true],
    ]);
    expect(scansAskedAbout(advance(both, { type: 'uncomparable', scan: 'scan-1' }))).toEqual([]);
    const first = advance(keep(filled(1), 1), { type: 'compared', scan: 'scan-1', lookAlikes: alike });
    const next = advance(first, { type: 'arrive', arrivals: files(1), target: null });
    const again = advance(next, { type: 'finish', key: 2, outcome, undo: [] });
    const anew = advance(again, { type: 'compared', scan: 'scan-1', lookAlikes: alike });
    expect(anew.items.map(({ lookAlikes }) => lookAlikes.length)).toEqual([0, 1]);
  });

  test('where a page made way for the earlier one, what looked like that page is compared once more', () => {
    const three = [1, 2, 3].reduce(keep, filled(3));
    const like = (scan: string) => alike.map((one) => ({ ...one, earlier: { scan, page: 0 } }));
    const second = advance(three, { type: 'compared', scan: 'scan-2', lookAlikes: like('scan-1') });
    const third = advance(second, { type: 'compared', scan: 'scan-3', lookAlikes: like('scan-2') });
    const both = advance(third, { type: 'answered', scan: 'scan-2', page: 0, replaced: false });
    expect(both.items.filter(isUncompared).map(({ key }) => key)).toEqual([1, 2]);
    const earlier = advance(third, { type: 'answered', scan: 'scan-2', page: 0, replaced: true });
    expect(earlier.items.filter(isUncompared).map(({ key }) => key)).toEqual([1, 2, 3]);
    expect(scansAskedAbout(earlier)).toEqual(['scan-1', 'scan-2', 'scan-3']);
  });

  test('what the phone brought is only compared: it is of no batch and counts for no time', () => {
    const queue = list(filled(1), ['scan-p']);
    expect(queue.items.filter(isUncompared).map(({ name }) => name)).toEqual(['scan-p.jpg']);
    expect(measure(queue, 9000).secondsLeft).toBeNull();
    expect(undoOfBatch(queue, 0)).toEqual([]);
    expect(advance(queue, { type: 'cancel' }).items.map(({ state }) => state)).toEqual(['cancelled', 'kept']);
  });

  test('a password that opened one file is tried on the others as one batch; a wrong guess asks as before', () => {
    const refused = (queue: Queue, key: number, code: 'pdf-password' | 'pdf-password-wrong') =>
      advance(queue, { type: 'refuse', key, problem: { code, params: { file: `${key}.pdf` } } });
    const asking = [2, 3].reduce((queue, key) => refused(queue, key, 'pdf-password'), keep(filled(3), 1));
    const trying = advance(asking, { type: 'guess', keys: [2, 3], password: 'fapiao' });
    expect(trying.items.map(({ state, batch, password }) => [state, batch, password])).toEqual([
      ['kept', 1, ''],
      ['waiting', 2, 'fapiao'],
      ['waiting', 2, 'fapiao'],
    ]);
    const after = refused(keep(trying, 2), 3, 'pdf-password-wrong');
    expect(after.items[2]?.problem?.code).toBe('pdf-password');
    const typed = advance(after, { type: 'retry', key: 3, password: 'typo' });
    expect(refused(typed, 3, 'pdf-password-wrong').items[2]?.problem?.code).toBe('pdf-password-wrong');
  });

  test('a question that nobody has answered stays when the next files come', () => {
    const asked = advance(keep(filled(1), 1), { type: 'compared', scan: 'scan-1', lookAlikes: alike });
    const next = advance(asked, { type: 'arrive', arrivals: files(1), target: null });
    expect(next.items.map(({ lookAlikes }) => lookAlikes.length)).toEqual([1, 0]);
  });

  test('an archive sent again for one member makes way only for what is new or still refused', () => {
    const member = (file: string, outcome: 'kept' | 'duplicate' | 'refused', code = 'pdf-password') => ({
      ...{
        file,
        outcome,
        places: [],
        scan: outcome === 'refused' ? null : `scan-${file}`,
        mediaType: null,
        pages: [],
      },
      ...{ problem: outcome === 'refused' ? { code, params: { file } } : null, lookAlikes: [] },
      toCompare: outcome !== 'refused',
    });
    const finish = (queue: Queue, key: number, members: ReturnType<typeof member>[]) =>
      advance(queue, { type: 'finish', key, outcome: { outcome: 'kept', places: [], members }, undo: [] });
    const first = finish(filled(1), 1, [member('a', 'kept'), member('b', 'refused'), member('c', 'refused')]);
    expect(first.items.map(({ name, state }) => [name, state])).toEqual([
      ['a', 'kept'],
      ['b', 'refused'],
      ['c', 'refused'],
    ]);
    const again = advance(first, { type: 'retry', key: first.items[1]?.key ?? 0, password: 'x' });
    const key = first.items[1]?.key ?? 0;
    const told = [
      member('a', 'duplicate'),
      member('b', 'kept'),
      member('c', 'refused', 'pdf-password-wrong'),
    ];
    const then = finish(again, key, told);
    expect(then.items.map(({ name, state, problem }) => [name, state, problem?.code])).toEqual([
      ['a', 'kept', undefined],
      ['b', 'kept', undefined],
      ['c', 'refused', 'pdf-password'],
    ]);
  });

  test('what was there already or was refused is not compared', () => {
    const places = ['inbox'];
    const twice = advance(filled(1), {
      ...{ type: 'finish', key: 1, undo: [] },
      outcome: { outcome: 'duplicate', places, scan: 'scan-1' },
    });
    expect(twice.items.filter(isUncompared)).toEqual([]);
  });

  test('a refused file can be tried again, as a batch of its own', () => {
    const refused = advance(filled(1), {
      type: 'refuse',
      key: 1,
      problem: { code: 'file-timeout', params: { file: '0.jpg', seconds: 30 } },
    });
    const again = advance(refused, { type: 'retry', key: 1 });
    expect(again.items[0]).toMatchObject({ state: 'waiting', problem: null, batch: 2 });
  });

  test('speed and time left follow from the files that are done', () => {
    const { bytesPerSecond, secondsLeft } = measure(keep(keep(filled(6), 1), 2), 3000);
    expect(bytesPerSecond).toBe(1_000_000);
    expect(secondsLeft).toBe(4);
  });

  test('every file is counted in exactly one state, whatever happens', () => {
    const event = fc.record({
      kind: fc.constantFrom('keep', 'refuse', 'cancel', 'retry', 'start'),
      key: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let queue = filled(9);
        for (const { kind, key } of events) {
          if (kind === 'keep') queue = keep(queue, key);
          else if (kind === 'cancel') queue = advance(queue, { type: 'cancel' });
          else if (kind === 'start') queue = advance(queue, { type: 'start', key, now: 1 });
          else if (kind === 'retry') queue = advance(queue, { type: 'retry', key });
          else
            queue = advance(queue, {
              type: 'refuse',
              key,
              problem: { code: 'file-empty', params: { file: '' } },
            });
        }
        const { total, count } = measure(queue, 5000);
        expect(total).toBe(9);
        expect(Object.values(count).reduce((sum, one) => sum + one, 0)).toBe(9);
      }),
    );
  });
});
