// One packet in the making, seen from the page: a worker of its own that can be ended at any moment.

import type { PacketPlan } from '../../shared/packet-plan.ts';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import { PageCache } from './page-cache.ts';
import type { FromPress, PressPage, PressProgress, PressProof, ToPress } from './press-messages.ts';

export type BuiltPacket = { pdf: Blob; pages: PressPage[]; milliseconds: number };
export type CheckedPacket = PressProof & { milliseconds: number };

export type PressListener = {
  onProgress: (progress: PressProgress) => void;
  onBuilt: (built: BuiltPacket) => void;
  onChecked: (checked: CheckedPacket) => void;
  onFailed: (problem: ProblemFact) => void;
};

export type Press = {
  /** The page's picture, at least `width` device pixels wide if it was asked so; pages count from 1. */
  draw: (page: number, width: number) => Promise<ImageBitmap>;
  /** What is drawn already, whatever its size. */
  drawnAlready: (page: number) => ImageBitmap | undefined;
  /** Called after every new picture; answers with what ends it. */
  onDrawn: (listener: () => void) => () => void;
  end: () => void;
};

type Wish = { resolve: (bitmap: ImageBitmap) => void; reject: (problem: Problem) => void };

/** Starts to build and check at once. Problems of the whole packet go to `onFailed`; those of one drawing reject it. */
export function startPress(plan: PacketPlan, listener: PressListener): Press {
  const worker = new Worker(new URL('./press-worker.ts', import.meta.url), { type: 'module' });
  const cache = new PageCache();
  const wishes = new Map<string, Wish[]>();
  const watchers = new Set<() => void>();
  const send = (message: ToPress) => worker.postMessage(message);

  const settle = (key: string, use: (wish: Wish) => void) => {
    for (const wish of wishes.get(key) ?? []) use(wish);
    wishes.delete(key);
  };
  const take = ({ page, width, bitmap }: Extract<FromPress, { type: 'drawn' }>) => {
    cache.keep(page, width, bitmap);
    settle(`${page}/${width}`, (wish) => wish.resolve(bitmap));
    for (const watcher of watchers) watcher();
  };
  worker.onmessage = ({ data }: MessageEvent<FromPress>) => {
    if (data.type === 'progress') listener.onProgress(data.progress);
    else if (data.type === 'built') {
      cache.clear();
      listener.onBuilt(data);
      for (const watcher of watchers) watcher();
    } else if (data.type === 'checked') listener.onChecked(data);
    else if (data.type === 'failed') listener.onFailed(data.problem);
    else if (data.type === 'drawn') take(data);
    else settle(`${data.page}/${data.width}`, (wish) => wish.reject(problemOf(data.problem)));
  };
  worker.onerror = (event) => listener.onFailed({ code: 'bug', params: { id: event.message || 'press' } });
  send({ type: 'start', plan });

  return {
    draw: (page, width) => {
      const known = cache.find(page, width);
      if (known) return Promise.resolve(known);
      const key = `${page}/${width}`;
      const waiting = wishes.get(key);
      return new Promise((resolve, reject) => {
        if (waiting) waiting.push({ resolve, reject });
        else wishes.set(key, [{ resolve, reject }]);
        // Asked again it comes to the front of the line.
        send({ type: 'draw', page, width });
      });
    },
    drawnAlready: (page) => cache.findAny(page),
    onDrawn: (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    end: () => {
      worker.terminate();
      cache.clear();
    },
  };
}

const problemOf = ({ code, params }: ProblemFact): Problem => new Problem(code, params);
