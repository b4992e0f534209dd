// What was dropped, pasted or chosen, as a flat list of files in order of name: folders are opened, all levels.

import { isLeftBehind } from '../../shared/left-behind.ts';
import { call, inWindow } from '../client.ts';
import type { Arrival } from './queue-item.ts';

const byName = new Intl.Collator('zh-CN', { numeric: true });
const sorted = (files: File[]): File[] =>
  [...files].sort((a, b) => byName.compare(a.webkitRelativePath || a.name, b.webkitRelativePath || b.name));

/** True while files from outside the program are over the page, not a page picture of ours. */
export const carriesFiles = (data: DataTransfer | null): boolean => data?.types.includes('Files') ?? false;

const lastName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
const byBytes = (file: File): Arrival => ({
  name: file.webkitRelativePath || file.name,
  size: file.size,
  source: { file },
});

const fileOfEntry = (entry: FileSystemFileEntry) =>
  new Promise<File>((resolve, reject) => entry.file(resolve, reject));
const nextEntries = (reader: FileSystemDirectoryReader) =>
  new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));

/** What cannot be opened comes along as a file that cannot be read: one of them keeps no other from coming in. */
async function openEntry(entry: FileSystemEntry): Promise<Arrival[]> {
  const name = entry.fullPath.replace(/^\//, '');
  try {
    if (entry.isFile) return [{ ...byBytes(await fileOfEntry(entry as FileSystemFileEntry)), name }];
    const arrivals: Arrival[] = [];
    for (const child of await openFolder(entry as FileSystemDirectoryEntry))
      arrivals.push(...(await openEntry(child)));
    return arrivals;
  } catch {
    return [{ name, size: 0, source: null }];
  }
}

/** A reader hands out its entries in portions and an empty one at the end. */
async function openFolder(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const inside: FileSystemEntry[] = [];
  for (let some = await nextEntries(reader); some.length > 0; some = await nextEntries(reader))
    inside.push(...some.filter(({ name }) => !isLeftBehind(name)));
  return inside.sort((a, b) => byName.compare(a.name, b.name));
}

async function gatherPaths(files: File[]): Promise<Arrival[]> {
  const pathOf = (file: File) => window.guibao?.pathOf(file) ?? '';
  const withPath = files.filter((file) => pathOf(file) !== '');
  // A pasted picture exists only in memory: it goes by its bytes.
  const inMemory = files.filter((file) => pathOf(file) === '').map(byBytes);
  if (withPath.length === 0) return inMemory;
  const sizes = new Map(withPath.map((file) => [pathOf(file), file.size]));
  return [...(await gatherNamed([...sizes.keys()], sizes)), ...inMemory];
}

/** Files and folders by their paths on this machine; a size that is not known counts as nothing. */
export async function gatherNamed(given: string[], sizes = new Map<string, number>()): Promise<Arrival[]> {
  const paths = await call('scan.expand', { paths: given });
  return paths.map((path) => ({ name: lastName(path), size: sizes.get(path) ?? 0, source: { path } }));
}

/** Files from a file chooser or the clipboard. */
export async function gatherFiles(list: Iterable<File>): Promise<Arrival[]> {
  const files = sorted([...list]);
  return inWindow() ? gatherPaths(files) : files.map(byBytes);
}

/** What was dropped. The entries must be taken at once: the browser empties them when the event is over. */
export function gatherDrop(data: DataTransfer): Promise<Arrival[]> {
  if (inWindow()) return gatherPaths(sorted([...data.files]));
  const entries = [...data.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  if (entries.length === 0) return gatherFiles([...data.files]);
  entries.sort((a, b) => byName.compare(a.name, b.name));
  return openAll(entries);
}

async function openAll(entries: FileSystemEntry[]): Promise<Arrival[]> {
  const arrivals: Arrival[] = [];
  for (const entry of entries) arrivals.push(...(await openEntry(entry)));
  return arrivals;
}
