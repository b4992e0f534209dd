// Watches one folder: a file that has come to rest is taken in once; the folder itself is only ever read.

import { createHash } from 'node:crypto';
import { createReadStream, type FSWatcher, watch } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IntakeOutcome } from '../../shared/calls.ts';
import { Problem, type ProblemFact } from '../../shared/problems.ts';
import { rememberWatchedFiles, type WatchedFile } from '../database/watched-file.ts';
import { reportBug } from '../files/bug-log.ts';
import type { Context } from '../handlers/context.ts';
import { addScan } from '../handlers/scan.ts';
import { type FoundFile, listFolder } from './list-folder.ts';

export type WatchPace = {
  /** How long a file must stay the same, in size and time of change. */
  restMs: number;
  /** An empty file is usually one that a program has only just begun. */
  emptyRestMs: number;
  /** Between two looks at the whole folder; changes that the system reports are looked at sooner. */
  rescanMs: number;
};
export const usualPace: WatchPace = { restMs: 2_000, emptyRestMs: 60_000, rescanMs: 15_000 };

export type FolderWatch = {
  folder: string;
  problem: () => ProblemFact | null;
  /** Files that lie there and are not taken up yet. */
  waiting: () => number;
  /** Settles when everything at rest now has been taken up. */
  lookNow: () => Promise<void>;
  /** Settles when the file in hand is done. */
  stop: () => Promise<void>;
};

export type WatchWish = {
  folder: string;
  pace?: WatchPace;
  /** What is remembered, by path; grows as files are taken up. */
  known: Map<string, WatchedFile>;
  onTaken?: (file: WatchedFile) => void;
};

/** Troubles of the vault or the machine, not of the file: it is tried again. */
const passing = new Set([
  'disk-full',
  'cancelled',
  'bug',
  'vault-in-use',
  'vault-read-only',
  'vault-damaged',
]);
/** A file that may not be read stays refused until it changes; a network drive that did not answer is asked again. */
const isPassing = ({ code, params }: { code: string; params: Record<string, string | number> }): boolean =>
  passing.has(code) ||
  (code === 'path-unreadable' && !['EACCES', 'EPERM', 'not-a-file'].includes(String(params.reason)));
const held = new Set(['EBUSY', 'EAGAIN', 'ETXTBSY', 'ENOENT']);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
const same = (a: FoundFile, b: { size: number; modified: number }): boolean =>
  a.size === b.size && a.modified === b.modified;

/** True while another program keeps the file to itself (Windows), or it has gone. */
async function isHeld(path: string): Promise<boolean> {
  try {
    await (await open(path, 'r')).close();
    return false;
  } catch (error) {
    return held.has(codeOf(error));
  }
}

async function digest(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

export function watchFolder(context: Context, wish: WatchWish): FolderWatch {
  const { folder, known, pace = usualPace } = wish;
  const resting = new Map<string, FoundFile & { since: number }>();
  let problem: ProblemFact | null = null;
  let stopped = false;
  let watcher: FSWatcher | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let again = false;

  const remember = (
    found: FoundFile,
    { outcome, problem }: Pick<IntakeOutcome, 'outcome' | 'problem'>,
    sha256: string,
  ) => {
    const at = context.now().toISOString();
    const file: WatchedFile = { ...found, sha256, outcome, problem, at };
    rememberWatchedFiles(context.vault.db, [file]);
    known.set(file.path, file);
    wish.onTaken?.(file);
  };

  const takeUp = async (found: FoundFile): Promise<void> => {
    const sha256 = await digest(found.path).catch(() => '');
    if (stopped) return;
    const earlier = [...known.values()].find((file) => sha256 !== '' && file.sha256 === sha256);
    if (earlier && (earlier.outcome === 'kept' || earlier.outcome === 'duplicate')) {
      remember(found, { outcome: 'duplicate', problem: null }, sha256);
      return;
    }
    const told = await addScan(context, {
      path: found.path,
      fileName: basename(found.path),
      target: null,
      password: '',
      order: null,
      lookAlikes: 'later',
    });
    if (told.problem && (stopped || isPassing(told.problem))) return;
    const after = await stat(found.path).catch(() => null);
    // It was written on while it was read: the refusal is of half a file, so the whole one gets its turn.
    if (told.problem && (!after || !same(found, { size: after.size, modified: after.mtimeMs }))) return;
    remember(found, told, told.scan ?? sha256);
  };

  const isAtRest = async (found: FoundFile, now: number): Promise<boolean> => {
    const before = resting.get(found.path);
    if (!before || !same(found, before)) {
      resting.set(found.path, { ...found, since: now });
      return false;
    }
    if (now - before.since < (found.size === 0 ? pace.emptyRestMs : pace.restMs)) return false;
    return !(await isHeld(found.path));
  };

  const look = async (): Promise<void> => {
    const files = await listFolder(folder).catch((error: unknown) => {
      problem = new Problem('path-unreadable', { path: folder, reason: codeOf(error) }).toFact();
      return null;
    });
    if (!files) return listen(false);
    problem = null;
    listen(true);
    const open = files.filter((found) => {
      const file = known.get(found.path);
      return !file || !same(found, file);
    });
    const there = new Set(open.map(({ path }) => path));
    for (const path of resting.keys()) if (!there.has(path)) resting.delete(path);
    for (const found of open) {
      if (stopped) return;
      if (!(await isAtRest(found, performance.now()))) continue;
      await takeUp(found);
      const file = known.get(found.path);
      if (file && same(found, file)) resting.delete(found.path);
      else resting.set(found.path, { ...found, since: performance.now() });
    }
  };

  const lookOnce = (): Promise<void> => {
    if (looking) {
      again = true;
      return looking;
    }
    looking = look()
      .catch((error: unknown) => {
        if (!stopped) reportBug(error);
      })
      .finally(() => {
        looking = null;
        plan(again ? 0 : resting.size > 0 ? Math.min(pace.restMs / 2, pace.rescanMs) : pace.rescanMs);
        again = false;
      });
    return looking;
  };

  const plan = (delay: number): void => {
    if (timer) clearTimeout(timer);
    if (stopped) return;
    timer = setTimeout(() => void lookOnce(), delay);
    timer.unref();
  };

  // Where the system cannot report changes (some network drives), the slow look is enough.
  const listen = (there: boolean): void => {
    if (!there || stopped) {
      watcher?.close();
      watcher = null;
      return;
    }
    if (watcher) return;
    try {
      watcher = watch(folder, { persistent: false }, () => plan(Math.min(200, pace.restMs)));
      watcher.on('error', () => {
        watcher?.close();
        watcher = null;
      });
    } catch {
      watcher = null;
    }
  };

  void lookOnce();
  return {
    folder,
    problem: () => problem,
    waiting: () => resting.size,
    lookNow: lookOnce,
    stop: async () => {
      stopped = true;
      listen(false);
      if (timer) clearTimeout(timer);
      await looking;
    },
  };
}
