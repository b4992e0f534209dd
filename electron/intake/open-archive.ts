// Lays the files of a ZIP into a folder of their own for a while, one after another, so that each is taken in like any file.

import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../shared/problems.ts';
import type { Workshop } from '../engine/workshop.ts';
import { writingProblem } from '../files/write-file-whole.ts';

/** `name` is `archive.zip/inner.jpg`; a member that cannot be unpacked has a problem in place of a path. */
export type LaidOut = { name: string; path: string } | { name: string; problem: Problem };

/** The second is how an archive begins that has nothing in it. */
const ZIP = ['PK\x03\x04', 'PK\x05\x06'];

/** By its first bytes; what kind of ZIP it is (an office file, an OFD) is told by looking into it. */
export async function startsLikeZip(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null);
  if (!file) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && ZIP.includes(buffer.toString('latin1'));
  } catch {
    return false;
  } finally {
    await file.close();
  }
}

export const isArchive = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'file-type-unsupported' && error.params.type === 'ZIP';

/** One level is opened: an archive inside an archive is told as such, the rest stays as it is. */
export const asInnerProblem = (problem: Problem): Problem =>
  isArchive(problem) ? new Problem('archive-unsupported', problem.params) : problem;

export type Archive = { path: string; name: string; parent: string };

/**
 * Each member in turn; its file is gone when the next is asked for, and the folder (inside `parent`) at the end.
 * Throws the Problems of the archive itself.
 */
export async function* layOutArchive(workshop: Workshop, archive: Archive): AsyncGenerator<LaidOut> {
  const { path, name, parent } = archive;
  const members = await workshop.listArchive(path, name);
  await mkdir(parent, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw writingProblem(error, parent);
  });
  const folder = await mkdtemp(join(parent, 'archive-'));
  try {
    for (const [serial, member] of members.entries()) {
      const full = `${name}/${member.name.replaceAll('\\', '/')}`;
      const inner = join(folder, String(serial));
      try {
        const bytes = await workshop.unpack(path, full, member);
        await writeFile(inner, bytes, { mode: 0o600 }).catch((error: unknown) => {
          throw writingProblem(error, inner);
        });
      } catch (error) {
        if (!(error instanceof Problem) || error.code === 'disk-full') throw error;
        yield { name: full, problem: error };
        continue;
      }
      yield { name: full, path: inner };
      await rm(inner, { force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
