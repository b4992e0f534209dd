// Whether a place to save is one of the vault's own files, which nothing may be written over.

import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../../shared/problems.ts';

/** The path with links followed as far as it exists: two names of one file compare equal. */
export function truePath(path: string): string {
  const full = resolve(path);
  if (existsSync(full)) return realpathSync(full);
  const folder = dirname(full);
  return existsSync(folder) ? join(realpathSync(folder), basename(full)) : full;
}

/** Copies that were kept before a sample was cleared are the vault's own as well; some file systems ignore case. */
const OWN = /^(guibao|derived|before-clearing)[.-]/i;

/** The vault's own files are never a place to save. Throws export-same-file. */
export function refuseVaultFile(out: string, vaultDir: string): void {
  const path = truePath(out);
  if (dirname(path) === truePath(vaultDir) && OWN.test(basename(path)))
    throw new Problem('export-same-file', { path: out });
}
