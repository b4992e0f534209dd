// Remembers in the vault's folder where a file is being written, so that the next start can clear away what a killed program
// left in a folder of the user's.

import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isOwnerGone, OWNER, removeLeftovers } from './write-file-whole.ts';

const NOTE = /^[0-9a-f]{16}\.json$/;
const folderOf = (vaultDir: string): string => join(vaultDir, 'writing');

/** Notes that `path` is being written; call what it answers with once that is over. A vault that cannot be written has no notes. */
export async function noteWriting(vaultDir: string, path: string): Promise<() => Promise<void>> {
  const note = join(folderOf(vaultDir), `${OWNER}${randomBytes(2).toString('hex')}.json`);
  try {
    await mkdir(folderOf(vaultDir), { recursive: true, mode: 0o700 });
    await writeFile(note, JSON.stringify({ folder: dirname(path) }), { mode: 0o600 });
  } catch {
    return async () => {};
  }
  return () => rm(note, { force: true });
}

async function readNote(path: string): Promise<string | undefined> {
  try {
    const { folder } = JSON.parse(await readFile(path, 'utf8')) as { folder?: unknown };
    return typeof folder === 'string' ? folder : undefined;
  } catch {
    return undefined;
  }
}

/** Clears the folders noted by programs that are gone. Never throws: a folder that is gone has nothing to clear. */
export async function removeWritingLeftovers(vaultDir: string): Promise<void> {
  const names = await readdir(folderOf(vaultDir)).catch(() => []);
  for (const name of names.filter((one) => NOTE.test(one) && isOwnerGone(one.slice(0, 12)))) {
    const note = join(folderOf(vaultDir), name);
    const folder = await readNote(note);
    if (folder) await removeLeftovers(folder);
    await rm(note, { force: true }).catch(() => undefined);
  }
}
