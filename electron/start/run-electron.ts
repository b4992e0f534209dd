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

/** How the window ended. `failed`: it could not open at all, so the page may try. */
export type WindowEnd = { failed: boolean; code: number };

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const OPENING_MS = 15_000;

/** Runs the built program of `root` with Electron until its window is closed. */
export function runElectron(electron: string, root: string, vaultDir: string): Promise<WindowEnd> {
  return new Promise((settle) => {
    const began = Date.now();
    const environment = { ...process.env, GUIBAO_VAULT: vaultDir };
    const child = spawn(electron, [root], { stdio: 'inherit', env: environment });
    let isStopped = false;
    const stop = () => {
      isStopped = true;
      child.kill('SIGTERM');
    };
    for (const signal of signals) process.on(signal, stop);
    const forget = () => {
      for (const signal of signals) process.off(signal, stop);
    };
    child.on('error', () => {
      forget();
      settle({ failed: true, code: 1 });
    });
    child.on('close', (code, signal) => {
      forget();
      // A missing system library ends it with 127, a sandbox that the system does not allow with a signal.
      const couldNotOpen = !isStopped && (signal !== null || code === 127) && Date.now() - began < OPENING_MS;
      settle({ failed: couldNotOpen, code: isStopped ? 0 : (code ?? 1) });
    });
  });
}
