// Reads a given file whole, after looking at what it is and how large.

import { opendir, readFile, stat } from 'node:fs/promises';
import { Problem } from '../../shared/problems.ts';
import { limits } from './limits.ts';

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/** Throws 'path-unreadable', 'file-is-folder', 'file-empty', 'file-too-large'. Symbolic links are followed. */
export async function readGivenFile(path: string, fileName: string): Promise<Buffer> {
  try {
    const facts = await stat(path);
    if (facts.isDirectory()) {
      // A folder that may not be looked into is told so: choosing what is inside is no remedy there.
      await (await opendir(path)).close();
      throw new Problem('file-is-folder', { file: fileName });
    }
    if (!facts.isFile()) throw new Problem('path-unreadable', { path, reason: 'not-a-file' });
    checkSize(facts.size, fileName);
    const bytes = await readFile(path);
    checkSize(bytes.length, fileName);
    return bytes;
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('path-unreadable', { path, reason: reasonOf(error) });
  }
}

function checkSize(byteLength: number, fileName: string): void {
  if (byteLength === 0) throw new Problem('file-empty', { file: fileName });
  if (byteLength > limits.fileBytes) {
    throw new Problem('file-too-large', { file: fileName, limit: `${limits.fileBytes / 1024 / 1024} MB` });
  }
}
