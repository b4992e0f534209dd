// Tries to obtain Electron's runtime, within a bounded time; the package fetches it on first use.

import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PATIENCE_MS = 20_000;

/** True where a window could be shown at all. */
export function hasDisplay(
  environment: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
): boolean {
  if (platform !== 'linux') return true;
  return Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}

/** The runtime that is already on this machine, or null. ELECTRON_OVERRIDE_DIST_PATH is honoured. */
export function findElectron(root: string, environment: NodeJS.ProcessEnv = process.env): string | null {
  const folder = join(root, 'node_modules/electron');
  const named = join(folder, 'path.txt');
  const file = existsSync(named) ? readFileSync(named, 'utf8').trim() : usualFile(process.platform);
  const path = join(environment.ELECTRON_OVERRIDE_DIST_PATH || join(folder, 'dist'), file);
  return existsSync(path) ? path : null;
}

function usualFile(platform: string): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Lets the package fetch its runtime; ended after `patience` milliseconds. */
function fetchElectron(root: string, patience: number): Promise<void> {
  return new Promise((settle) => {
    const child = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], {
      cwd: root,
      stdio: 'ignore',
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    child.on('error', () => settle());
    child.on('close', () => settle());
  });
}

/** Path of Electron's program, fetched when it is not there yet; null where it cannot be had. */
export async function obtainElectron(root: string, patience = PATIENCE_MS): Promise<string | null> {
  const found = findElectron(root);
  if (found || process.env.ELECTRON_OVERRIDE_DIST_PATH) return found;
  await fetchElectron(root, patience);
  return findElectron(root);
}
