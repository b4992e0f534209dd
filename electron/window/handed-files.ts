// Files the system hands to the program: dropped on its icon, or opened with it. Kept until the window asks for them.

import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { App } from 'electron';

export type HandedFiles = {
  /** Absolute paths, each once; the list is empty afterwards. */
  take: () => string[];
  /** What a start of the program was called with, in the folder it was called from. */
  addWords: (words: readonly string[], folder: string) => void;
};

/** Desktops of Linux may name a file by its address. */
function pathOfWord(word: string): string {
  try {
    return word.startsWith('file:') ? fileURLToPath(word) : word;
  } catch {
    return word;
  }
}

/** `onHanded` is told when there is something to ask for. macOS may hand files over before the program is ready. */
export function collectHandedFiles(app: App, onHanded: () => void): HandedFiles {
  let waiting: string[] = [];
  const add = (paths: readonly string[]) => {
    if (paths.length === 0) return;
    waiting = [...new Set([...waiting, ...paths])];
    onHanded();
  };
  app.on('open-file', (event, path) => {
    event.preventDefault();
    if (isAbsolute(path)) add([path]);
  });
  return {
    take: () => {
      const paths = waiting;
      waiting = [];
      return paths;
    },
    addWords: (words, folder) => {
      // Before the files stands the program, and while it is developed the folder of its sources; Chromium puts words of its own between.
      const given = words.filter((word) => !word.startsWith('-')).slice(app.isPackaged ? 1 : 2);
      add(given.map((word) => resolve(folder, pathOfWord(word))).filter((path) => existsSync(path)));
    },
  };
}
