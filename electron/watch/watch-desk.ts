// The watched folder of one vault: what was chosen, begun with the program, ended with it.

import { realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, resolve, sep } from 'node:path';
import { Problem } from '../../shared/problems.ts';
import type { WatchArrival, WatchState } from '../../shared/ways-in-calls.ts';
import { readSetting, writeSetting } from '../database/setting.ts';
import { inTransaction } from '../database/statement.ts';
import type { Vault } from '../database/vault.ts';
import { listWatchedFiles, rememberWatchedFiles, type WatchedFile } from '../database/watched-file.ts';
import type { Context } from '../handlers/context.ts';
import { listFolder } from './list-folder.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

const SHOWN = 20;
const running = new WeakMap<Vault, { watch: FolderWatch; known: Map<string, WatchedFile> }>();

const chosenFolder = ({ db }: Vault) => readSetting(db, 'watch-folder') ?? '';
const isOn = ({ db }: Vault) => readSetting(db, 'watch-on') === 'yes';
export const knownFiles = ({ db }: Vault) => new Map(listWatchedFiles(db).map((file) => [file.path, file]));

/** Begins where a folder is chosen and turned on; a vault open for reading only watches nothing. */
export function startWatching(context: Context): void {
  const { vault } = context;
  const folder = chosenFolder(vault);
  if (!vault.writable || folder === '' || !isOn(vault) || running.has(vault)) return;
  const known = knownFiles(vault);
  running.set(vault, { watch: watchFolder(context, { folder, known }), known });
}

/** Waits for the file in hand, so that the vault can be closed after. */
export async function stopWatching(vault: Vault): Promise<void> {
  const { watch } = running.get(vault) ?? {};
  running.delete(vault);
  await watch?.stop();
}

const inside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);

/** The folder as it is really called. Throws `path-unreadable`, and `not-allowed` for the vault's own folder. */
export async function checkFolder({ dir }: Vault, typed: string): Promise<string> {
  const wanted = typed.trim();
  if (!isAbsolute(wanted)) throw new Problem('path-unreadable', { path: wanted, reason: 'ENOENT' });
  const folder = await realpath(resolve(wanted)).catch(() => {
    throw new Problem('path-unreadable', { path: wanted, reason: 'ENOENT' });
  });
  if (!(await stat(folder)).isDirectory())
    throw new Problem('path-unreadable', { path: wanted, reason: 'ENOTDIR' });
  const own = await realpath(dir);
  if (inside(folder, own) || inside(own, folder)) throw new Problem('not-allowed', { what: wanted });
  return folder;
}

/** What lies there already is remembered as left alone. */
async function leaveExisting({ vault, now }: Context, folder: string): Promise<void> {
  const known = knownFiles(vault);
  const at = now().toISOString();
  const files = (await listFolder(folder)).filter(({ path }) => !known.has(path));
  rememberWatchedFiles(
    vault.db,
    files.map((file) => ({ ...file, sha256: '', outcome: 'left' as const, problem: null, at })),
  );
}

export async function setWatch(
  context: Context,
  wish: { folder: string; on: boolean; existing: 'take' | 'leave' },
): Promise<WatchState> {
  const { vault } = context;
  const before = chosenFolder(vault);
  // Turning off must work for a folder that is gone.
  const folder = wish.on ? await checkFolder(vault, wish.folder) : wish.folder.trim() || before;
  if (wish.on && folder !== before && wish.existing === 'leave') await leaveExisting(context, folder);
  await stopWatching(vault);
  inTransaction(vault.db, () => {
    writeSetting(vault.db, 'watch-folder', folder);
    writeSetting(vault.db, 'watch-on', wish.on ? 'yes' : '');
  });
  startWatching(context);
  await running.get(vault)?.watch.lookNow();
  return readWatch(vault);
}

export function readWatch(vault: Vault): WatchState {
  const folder = chosenFolder(vault);
  const { watch, known } = running.get(vault) ?? {};
  const files = [...(known ?? knownFiles(vault)).values()].filter(
    ({ path, outcome }) => outcome !== 'left' && inside(path, folder),
  );
  const arrivals = files
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, SHOWN)
    .map(
      ({ path, at, outcome, problem }) => ({ file: basename(path), at, outcome, problem }) as WatchArrival,
    );
  return {
    folder,
    on: isOn(vault),
    problem: watch?.problem() ?? null,
    waiting: watch?.waiting() ?? 0,
    arrivals,
    refused: files.filter(({ outcome }) => outcome === 'refused').length,
  };
}
