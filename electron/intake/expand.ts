// Turns what a person dropped, files and folders, into a list of files.

import type { Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that systems and programs leave in folders; nobody means to hand them in. */
const leftBehind = new Set(
  [
    'Thumbs.db',
    'ehthumbs.db',
    'desktop.ini',
    'Icon\r',
    '__MACOSX',
    '$RECYCLE.BIN',
    'System Volume Information',
  ].map((name) => name.toLowerCase()),
);
const isLeftBehind = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || leftBehind.has(name.toLowerCase());

/** 2.jpg before 10.jpg; Chinese by pinyin. */
const byName = new Intl.Collator('zh-CN', { numeric: true });

/**
 * What was named by itself stays, in its order; a folder becomes the files in it, all levels, in order of name.
 * A path that cannot be read stays in the list, so that its refusal is seen and nothing is passed over in silence.
 */
export async function expandPaths(paths: string[]): Promise<string[]> {
  const found = new Set<string>();
  const entered = new Set<string>();
  for (const path of paths) await expandInto(found, entered, path);
  return [...found];
}

async function expandInto(found: Set<string>, entered: Set<string>, path: string): Promise<void> {
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
  const wanted = names.filter((name) => !isLeftBehind(name)).sort(byName.compare);
  for (const name of wanted) await expandInto(found, entered, join(path, name));
}
