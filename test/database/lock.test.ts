// One writer a vault, across real processes; a process that is killed leaves neither a lock nor half a scan.

import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { listScanIds } from '../../electron/database/scan.ts';
import { checkVault } from '../../electron/handlers/vault.ts';
import { Problem } from '../../shared/problems.ts';
import { setDesk, temporaryFolder } from '../handlers/desk.ts';

const program = join(import.meta.dirname, 'child.ts');

async function startChild(dir: string, task: string): Promise<{ child: ChildProcess; told: string[] }> {
  const child = fork(program, [dir, task], { stdio: 'inherit', execArgv: [] });
  const told: string[] = [];
  child.on('message', (text) => told.push(String(text)));
  await once(child, 'message');
  return { child, told };
}

async function kill(child: ChildProcess): Promise<void> {
  const end = once(child, 'exit');
  child.kill('SIGKILL');
  await end;
}

function problemOf(work: () => unknown): Problem {
  try {
    work();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('not refused');
}

test('a second writer is refused and told who holds the vault, a reader is served, a killed holder holds nothing', async () => {
  const dir = join(temporaryFolder(), '账本 📁');
  const { child } = await startChild(dir, 'hold');
  const refused = problemOf(() => openVault(dir, { access: 'write', way: 'page' }));
  expect(refused.code).toBe('vault-in-use');
  expect(refused.params).toMatchObject({ dir, way: 'window', pid: child.pid });
  const reader = openVault(dir, { access: 'read', way: 'command-line' });
  expect(reader.writable).toBe(false);
  reader.close();
  await kill(child);
  const writer = openVault(dir, { access: 'write', way: 'page' });
  expect(writer.writable).toBe(true);
  writer.close();
});

test('two writers in one program are refused too, and closing gives the place back', () => {
  const { vault } = setDesk();
  const wish = { access: 'write', way: 'page' } as const;
  expect(problemOf(() => openVault(vault.dir, wish)).code).toBe('vault-in-use');
  expect(problemOf(() => openVault(vault.dir, wish)).code).toBe('vault-in-use');
  vault.close();
  openVault(vault.dir, wish).close();
});

test('a program killed while it takes in scans loses none that it had acknowledged, twenty times', async () => {
  const dir = join(temporaryFolder(), 'vault');
  const acknowledged: string[] = [];
  for (let round = 0; round < 20; round += 1) {
    const { child, told } = await startChild(dir, 'fill');
    await setTimeout(5 + Math.random() * 60);
    await kill(child);
    acknowledged.push(...told.filter((text) => text.length === 64));
    const desk = setDesk(dir);
    expect(await checkVault(desk.context, {})).toMatchObject({ ok: true, troubles: [] });
    const there = new Set(listScanIds(desk.vault.db));
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([]);
    desk.vault.close();
  }
  expect(acknowledged.length).toBeGreaterThan(20);
});
