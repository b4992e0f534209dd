// Files the system hands to the program: dropped on its icon, or opened with it. Kept until the window asks for them.

import { existsSync } from 'node:fs';
import { isAbsolute, resolve } from 'node:path';
import type { App } from 'electron';

export type HandedFiles = {
  /** Absolute paths, each once; the list is empty afterwards. */
  take: () => string[];
  /** What a start of the program was called with, in the folder it was called from. */
  addWords: (words: readonly string[], folder: string) => void;
};

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
      // Before the files stands the program, and while it is developed the folder of its sources.
      const given = words.slice(app.isPackaged ? 1 : 2).filter((word) => !word.startsWith('-'));
      add(given.map((word) => resolve(folder, word)).filter((path) => existsSync(path)));
    },
  };
}
