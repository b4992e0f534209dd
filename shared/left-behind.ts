// Files that systems and programs leave in folders: nobody means to hand them in.

const names = new Set([
  'thumbs.db',
  'ehthumbs.db',
  'desktop.ini',
  'icon\r',
  '__macosx',
  '$recycle.bin',
  'system volume information',
  '@eadir',
]);

/** By the last part of a path, of a file or a folder. Hidden ones (and what macOS writes beside each file, `._name`) begin with a dot. */
export const isLeftBehind = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('~$') || names.has(name.toLowerCase());
