// Opens the desktop window for `npm start` and waits until it is closed.

import { spawn } from 'node:child_process';
import { openVault } from '../database/open.ts';
import { openWorkshop } from '../engine/workshop.ts';
import { writeSample } from '../sample/write-sample.ts';

/** Fills an empty vault with the sample before the window opens it. */
export async function fillWithSample(vaultDir: string): Promise<void> {
  const vault = openVault(vaultDir, { access: 'write', way: 'command-line', create: true });
  const workshop = openWorkshop();
  try {
    await writeSample({ vault, workshop, way: 'command-line', now: () => new Date() });
  } finally {
    await workshop.close();
    vault.close();
  }
}

/** Runs the built program of `root` with Electron; gives its exit code. */
export function runElectron(electron: string, root: string, vaultDir: string): Promise<number> {
  return new Promise((settle, fail) => {
    const environment = { ...process.env, GUIBAO_VAULT: vaultDir };
    const child = spawn(electron, [root], { stdio: 'inherit', env: environment });
    const stop = () => child.kill('SIGTERM');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop);
    child.on('error', fail);
    child.on('close', (code) => settle(code ?? 1));
  });
}
