// The real window, where Electron's program is on this machine: it opens, answers, keeps what was entered.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron } from 'playwright-core';
import { expect, test } from 'vitest';
import { build, isBuilt } from '../../electron/start/build.ts';
import { findElectron, hasDisplay } from '../../electron/start/electron-runtime.ts';

const root = resolve(import.meta.dirname, '../..');

type Guibao = { call: (name: string, input: unknown) => Promise<unknown> };

test('the window opens over an empty vault, answers calls, and has no power of its own', async (context) => {
  const electron = findElectron(root);
  if (!electron) context.skip("Electron's program is not on this machine (node_modules/electron/dist)");
  if (!hasDisplay()) context.skip('this machine has no display for a window');
  if (!isBuilt(root)) expect(await build(root)).toBeNull();
  const folder = mkdtempSync(join(tmpdir(), 'guibao-electron-'));
  const environment = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const sandboxSwitch = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const program = await _electron.launch({
    executablePath: electron as string,
    args: [...sandboxSwitch, `--user-data-dir=${join(folder, 'user')}`, root],
    env: { ...Object.fromEntries(environment), GUIBAO_VAULT: join(folder, 'vault') },
  });
  try {
    const window = await program.firstWindow();
    await window.waitForSelector('#root > *');
    expect(window.url()).toMatch(/^guibao:\/\/app\//);
    const about = await window.evaluate(() =>
      (globalThis as unknown as { guibao: Guibao }).guibao.call('session.about', {}),
    );
    expect(about).toMatchObject({ ok: true, value: { way: 'window', writable: true } });
    const powers = await window.evaluate(() =>
      ['require', 'process', 'module'].filter((name) => name in globalThis),
    );
    expect(powers).toEqual([]);
    expect(existsSync(join(folder, 'vault', 'guibao.sqlite'))).toBe(true);
  } finally {
    await program.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
