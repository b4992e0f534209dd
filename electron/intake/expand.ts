// Turns what a person dropped, files and folders, into a list of files.

import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isLeftBehind } from '../../shared/left-behind.ts';

/** 2.jpg before 10.jpg; Chinese by pinyin. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/**
 * What was named by itself stays, in its order; a folder becomes the files in it, all levels, in order of name.
 * A path that cannot be read stays in the list, so that its refusal is seen and nothing is passed over in silence;
 * `onLeftBehind` is told what was passed over because systems and programs leave it in folders.
 */
export async function expandPaths(
  paths: string[],
  onLeftBehind: (path: string) => void = () => {},
): Promise<string[]> {
  const walk: Walk = { found: new Set(), entered: new Set(), onLeftBehind };
  for (const path of paths) await expandInto(walk, path);
  return [...walk.found];
}

type Walk = { found: Set<string>; entered: Set<string>; onLeftBehind: (path: string) => void };

async function expandInto(walk: Walk, path: string): Promise<void> {
  const { found, entered, onLeftBehind } = walk;
  const facts = await stat(path).catch((): Stats | null => null);
  if (!facts?.isDirectory()) {
    found.add(path);
    return;
  }
  const real = await realpath(path);
  if (entered.has(real)) return;
  entered.add(real);
  const names = await readdir(path).catch((): string[] | null => null);
  if (names === null) {
    found.add(path);
    return;
  }
  for (const name of names.sort(byName.compare)) {
    if (isLeftBehind(name)) onLeftBehind(join(path, name));
    else await expandInto(walk, join(path, name));
  }
}
