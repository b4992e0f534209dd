// Which files of a watched folder could be whole: real files, all levels, without the half-written ones of other programs.

import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftBehind } from '../../shared/left-behind.ts';

export type FoundFile = { path: string; size: number; modified: number };

const DEEPEST = 4;
const MOST_FILES = 20_000;
const partial = /\.(part|partial|tmp|temp|crdownload|download|filepart|opdownload|!ut|lock|swp)$/i;

export const isCandidate = (name: string): boolean =>
  !partial.test(name) && !isLeftBehind(name) && !name.endsWith('~');

/** Throws the system's error when the folder itself cannot be read; what vanishes meanwhile is passed over. */
export async function listFolder(folder: string): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  const enter = async (at: string, depth: number, entries: Dirent[]): Promise<void> => {
    for (const entry of entries.sort((a, b) => byName.compare(a.name, b.name))) {
      if (found.length >= MOST_FILES || !isCandidate(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory() && depth < DEEPEST) {
        await enter(path, depth + 1, await readdir(path, { withFileTypes: true }).catch(() => []));
      } else if (entry.isFile()) {
        const facts = await stat(path).catch(() => null);
        if (facts) found.push({ path, size: facts.size, modified: facts.mtimeMs });
      }
    }
  };
  await enter(folder, 1, await readdir(folder, { withFileTypes: true }));
  return found;
}

/** 2.jpg before 10.jpg. */
const byName = new Intl.Collator('zh-CN', { numeric: true });
