// One vault, three ways in: the command line, the loopback page and the window's code show the very same data.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openPage } from '../../electron/loopback/open-page.ts';
import type { Answer } from '../../shared/calls.ts';
import { runGuibao } from '../command-line/run-guibao.ts';
import { enter } from '../loopback/visitor.ts';
import { app, electron } from './electron-double.ts';

vi.mock('electron', async () => (await import('./electron-double.ts')).electron);

const folder = mkdtempSync(join(tmpdir(), 'guibao-three-ways-'));
const vaultDir = join(folder, 'vault');
const rendererDir = join(folder, 'renderer');
const questions = ['person.list', 'visit.list', 'claim.list', 'inbox.list'];

beforeAll(() => {
  mkdirSync(rendererDir);
  writeFileSync(join(rendererDir, 'index.html'), '<meta name="csp-nonce" content="__NONCE__" />');
  app.folder = join(folder, 'user');
  vi.stubEnv('GUIBAO_VAULT', vaultDir);
});
afterAll(() => {
  app.emit('will-quit', { preventDefault: () => undefined });
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function askCommandLine(): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const name of questions) {
    const { out } = await runGuibao(['call', name, '{}', '--vault', vaultDir, '--json']);
    answers.push(JSON.parse(out));
  }
  return answers;
}

async function askPage(): Promise<unknown[]> {
  const page = await openPage({ vaultDir, rendererDir });
  try {
    const visitor = await enter(page.address);
    const replies = await Promise.all(questions.map((name) => visitor.call(name, {})));
    return replies.map((reply) => (reply as { ok: true; value: unknown }).value);
  } finally {
    await page.close();
  }
}

async function askWindow(): Promise<unknown[]> {
  const { runWindow } = await import('../../electron/window/run-window.ts');
  await runWindow({ preload: '/out/preload/preload.cjs', rendererDir });
  const answerCall = electron.ipcMain.handlers.get('call') as unknown as (
    event: unknown,
    name: string,
    input: unknown,
  ) => Promise<Answer<unknown>>;
  const senderFrame = { url: 'guibao://app/index.html', parent: null };
  const replies = await Promise.all(questions.map((name) => answerCall({ senderFrame }, name, {})));
  return replies.map((reply) => (reply.ok ? reply.value : reply.problem));
}

test('the command line, the page and the window show the same vault', async () => {
  expect((await runGuibao(['sample', '--vault', vaultDir])).code).toBe(0);
  const byCommandLine = await askCommandLine();
  expect(byCommandLine.map((list) => (list as unknown[]).length)).toEqual([1, 3, 1, 1]);
  expect(await askPage()).toEqual(byCommandLine);
  expect(await askWindow()).toEqual(byCommandLine);
});
