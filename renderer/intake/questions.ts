// Which files of the queue are still to be held against earlier pages, and the questions about those that look like one. Pure.

import type { LookAlike } from '../../shared/calls.ts';
import { blankItem, isPending, isUncompared, type Queue, stateOf } from './queue-item.ts';

export type ToCompare = { scan: string; fileName: string };

export const scansAskedAbout = ({ items }: Queue): string[] =>
  items.flatMap((item) => (item.scan && isPending(item) ? [item.scan] : []));

/**
 * What the vault wants compared. What is not in the list came by another way: it is of no run, and nothing of it is taken back
 * here. What was settled and is to be compared again was taken back; what is not to be compared any more was settled elsewhere.
 */
export function takeUp(queue: Queue, files: readonly ToCompare[], except: ReadonlySet<string>): Queue {
  const wanted = new Set(files.map(({ scan }) => scan));
  const here = new Set<string>();
  const items = queue.items.map((item) => {
    const { scan, state } = item;
    if (!scan || state !== 'kept') return item;
    const open = isPending(item);
    if (!wanted.has(scan)) return open && item.listed ? { ...item, ...settled } : item;
    const first = !here.has(scan);
    here.add(scan);
    const again = first && !open && !except.has(scan);
    return again ? { ...item, ...settled, compared: false, listed: true } : { ...item, listed: true };
  });
  const others = files.filter(({ scan }) => !here.has(scan) && !except.has(scan));
  const added = others.map(({ fileName, scan }, index) => ({
    ...blankItem({ name: fileName, size: 0, source: null }),
    ...stateOf({ outcome: 'kept', places: [], scan, toCompare: true }),
    key: queue.nextKey + index,
    batch: 0,
    aside: true,
    listed: true,
  }));
  return { ...queue, items: [...items, ...added], nextKey: queue.nextKey + others.length };
}

const settled = { compared: true, lookAlikes: [] as LookAlike[] };

/** The same file on two papers, or dropped once more, is asked about once. */
export function noteCompared(queue: Queue, scan: string, lookAlikes: LookAlike[]): Queue {
  const first = queue.items.find((item) => item.scan === scan && isUncompared(item));
  return {
    ...queue,
    items: queue.items.map((item) => {
      if (item.scan !== scan || item.state !== 'kept') return item;
      return item === first
        ? { ...item, compared: true, lookAlikes, comparedAs: queue.comparedCount }
        : { ...item, ...settled };
    }),
    comparedCount: queue.comparedCount + 1,
  };
}

/**
 * Where a page made way for the earlier one, what looked like that page is held against the others once more. A scan is held once
 * more too when its last question is answered: another of its answers may have been taken back meanwhile.
 */
export function noteAnswered(queue: Queue, answer: { scan: string; page: number; replaced: boolean }): Queue {
  const { scan, page, replaced } = answer;
  const items = queue.items.map((item) => {
    if (item.scan === scan) {
      const open = item.lookAlikes.filter((alike) => alike.page !== page);
      const last = item.lookAlikes.length > 0 && open.length === 0;
      return { ...item, lookAlikes: open, compared: item.compared && !last };
    }
    const gone = item.lookAlikes.some(({ earlier }) => earlier.scan === scan && earlier.page === page);
    return replaced && gone ? { ...item, ...settled, compared: false } : item;
  });
  return { ...queue, items };
}
