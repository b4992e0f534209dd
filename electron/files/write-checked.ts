// Writes a file as a whole, reads back what lies on the disk before it takes its place, and says what it was.

import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Problem } from '../../shared/problems.ts';
import { writeFileWhole } from './write-file-whole.ts';

export type WrittenFile = { path: string; bytes: number; sha256: string };

async function* watched(
  pieces: AsyncIterable<Uint8Array>,
  seen: { hash: Hash; bytes: number },
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    seen.hash.update(piece);
    seen.bytes += piece.length;
    yield piece;
  }
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array);
  return hash.digest('hex');
}

/** Throws disk-full, path-unwritable, packet-check-failed, and what `pieces` throws; whatever was at `path` is then untouched. */
export async function writeChecked(path: string, pieces: AsyncIterable<Uint8Array>): Promise<WrittenFile> {
  const seen = { hash: createHash('sha256'), bytes: 0 };
  let sha256 = '';
  await writeFileWhole(path, watched(pieces, seen), async (neighbour) => {
    sha256 = seen.hash.digest('hex');
    if ((await hashFile(neighbour)) !== sha256)
      throw new Problem('packet-check-failed', { page: 1, detail: 'sha256' });
  });
  const { size } = await stat(path);
  if (size !== seen.bytes)
    throw new Problem('packet-check-failed', { page: 1, detail: `${size} / ${seen.bytes} B` });
  return { path, bytes: seen.bytes, sha256 };
}
