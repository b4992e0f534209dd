// Writes a file as a whole or not at all: a neighbour first, synced, then renamed over the old one.

import { createHash, randomBytes } from 'node:crypto';
import { type FileHandle, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { Problem } from '../../shared/problems.ts';

/** Bytes at once, or in pieces as they come. */
export type FileSource = Uint8Array | AsyncIterable<Uint8Array>;

const NEIGHBOUR = /^\.guibao-[0-9a-f]{16}\.part$/;
/** This machine and this process, 12 hex digits: a leftover of a process that is gone can be removed at once. */
const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 4);
export const OWNER = `${MACHINE}${process.pid.toString(16).padStart(8, '0')}`;
const LEFTOVER_AGE_MS = 24 * 60 * 60 * 1000;
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const UNWRITABLE = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'EBUSY',
  'ENAMETOOLONG',
  'ELOOP',
  'EEXIST',
  'EINVAL',
  'EIO',
]);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * What a failed write of `path` means to a user: `disk-full` { path } or `path-unwritable` { path, reason } where reason
 * is the system's code; anything else is given back as it is.
 */
export function writingProblem(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (FULL.has(code)) return new Problem('disk-full', { path });
  if (UNWRITABLE.has(code)) return new Problem('path-unwritable', { path, reason: code });
  return error;
}

async function writePieces(file: FileHandle, source: FileSource): Promise<void> {
  if (source instanceof Uint8Array) {
    await file.writeFile(source);
    return;
  }
  for await (const piece of source) await file.writeFile(piece);
}

/** The rename itself must survive a power cut; Windows cannot open a folder and needs no such step. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** `owner` is 12 hex digits, as OWNER. False for another machine's: nobody here can know. */
export function isOwnerGone(owner: string): boolean {
  if (owner.slice(0, 4) !== MACHINE) return false;
  try {
    process.kill(Number.parseInt(owner.slice(4), 16), 0);
    return false;
  } catch (error) {
    return codeOf(error) === 'ESRCH';
  }
}

/** Where something is made that takes the place of a file or folder in `folder` once it is whole. */
export const neighbourIn = (folder: string): string =>
  join(folder, `.guibao-${OWNER}${randomBytes(2).toString('hex')}.part`);

/** A process killed while writing leaves its neighbour behind; one of a dead process or older than a day belongs to nobody. */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => NEIGHBOUR.test(name));
  for (const name of names) {
    const path = join(folder, name);
    const age = await stat(path).then(
      (facts) => Date.now() - facts.mtimeMs,
      () => 0,
    );
    if (isOwnerGone(name.slice(8, 20)) || age > LEFTOVER_AGE_MS)
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
  }
}

/**
 * Writes `source` to `path`. Until the last step the old file is untouched; after it the new one is whole and on disk.
 * A link is followed, the permissions of an old file are kept.
 * `prove` is given the finished neighbour before it takes the old file's place; what it throws leaves the old file.
 * Problems: `disk-full`, `path-unwritable` (see `writingProblem`). What `source` throws is thrown on.
 */
export async function writeFileWhole(
  path: string,
  source: FileSource,
  prove?: (neighbour: string) => Promise<void>,
): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const old = await stat(target).catch(() => null);
  if (old?.isDirectory()) throw new Problem('path-unwritable', { path, reason: 'EISDIR' });
  const folder = dirname(target);
  await removeLeftovers(folder);
  const neighbour = neighbourIn(folder);
  try {
    const file = await open(neighbour, 'wx', old ? old.mode & 0o777 : 0o666);
    try {
      await writePieces(file, source);
      await file.sync();
    } finally {
      await file.close();
    }
    await prove?.(neighbour);
    await rename(neighbour, target);
    await syncFolder(folder);
  } catch (error) {
    await rm(neighbour, { force: true }).catch(() => undefined);
    throw writingProblem(error, path);
  }
}
