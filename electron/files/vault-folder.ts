// Where the vault is when nobody says: GUIBAO_VAULT, else the user's own data folder.

import { join, resolve } from 'node:path';
import envPaths from 'env-paths';

/** The vault's folder as an absolute path. */
export function usualVaultFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const wanted = environment.GUIBAO_VAULT;
  return wanted ? resolve(wanted) : join(envPaths('guibao', { suffix: '' }).data, 'vault');
}
