// `npm start` as a person meets it: the sample as a page, closed with Ctrl+C; and a runtime that cannot start.

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { runElectron } from '../../electron/start/run-electron.ts';
import { enter } from '../loopback/visitor.ts';

const root = resolve(import.meta.dirname, '../..');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guibao-story-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Started = { child: ChildProcess; said: () => string };

function start(words: string[], environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['electron/start.mjs', ...words], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder, LANG: 'zh_CN.UTF-8', LC_ALL: '', LC_MESSAGES: '', ...environment },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (piece: Buffer) => {
      text += piece.toString('utf8');
    });
  }
  return { child, said: () => text };
}

const addressIn = (text: string): string | undefined =>
  /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(text)?.[0];

/** Settles with the printed address, or fails with everything that was said. */
async function untilAddress({ child, said }: Started): Promise<string> {
  while (child.exitCode === null) {
    const address = addressIn(said());
    if (address) return address;
    await Promise.race([
      once(child.stdout as NonNullable<ChildProcess['stdout']>, 'data'),
      once(child, 'close'),
    ]);
  }
  throw new Error(`it ended with ${child.exitCode}:\n${said()}`);
}

async function end(child: ChildProcess): Promise<number | null> {
  const closed = once(child, 'close');
  // npm hands Ctrl+C on to what already got it from the terminal.
  child.kill('SIGINT');
  child.kill('SIGINT');
  await closed;
  return child.exitCode;
}

describe('npm start', () => {
  test('the sample opens as a page, and Ctrl+C removes it without a trace', async () => {
    const started = start(['--sample', '--page', '--no-open']);
    const visitor = await enter(await untilAddress(started));
    const claims = (await visitor.call('claim.list', {})) as { value: { invoiceCount: number }[] };
    expect(claims.value[0]?.invoiceCount).toBeGreaterThan(1);
    expect((await visitor.get('/')).text).toContain('<div id="root">');
    expect(readdirSync(folder).filter((name) => name.startsWith('guibao-sample-'))).toHaveLength(1);
    expect(started.said()).toContain('样例');
    expect(await end(started.child)).toBe(0);
    expect(readdirSync(folder).filter((name) => name.startsWith('guibao-sample-'))).toEqual([]);
  });

  test('a named vault is made, kept, and freed; a second start over it is told who holds it', async () => {
    const vault = join(folder, '妈妈 的 📄');
    const first = start(['--vault', vault, '--page', '--no-open']);
    await untilAddress(first);
    const second = start(['--vault', vault, '--page', '--no-open']);
    await once(second.child, 'close');
    expect(second.child.exitCode).toBe(1);
    expect(second.said()).not.toMatch(/ at .*\.ts:\d/);
    expect(await end(first.child)).toBe(0);
    openVault(vault, { access: 'write', way: 'page' }).close();
  });

  test.skipIf(process.platform !== 'linux')(
    'where there is no display it says so in one line and opens the page',
    async () => {
      const started = start(['--vault', join(folder, 'v'), '--no-open'], {
        DISPLAY: '',
        WAYLAND_DISPLAY: '',
        LANG: 'C',
      });
      await untilAddress(started);
      expect(
        started
          .said()
          .split('\n')
          .filter((line) => line.includes('no display')),
      ).toHaveLength(1);
      expect(await end(started.child)).toBe(0);
    },
  );

  test('a wrong option ends it with 2 and the usage', async () => {
    const started = start(['--nonsense']);
    await once(started.child, 'close');
    expect(started.child.exitCode).toBe(2);
    expect(started.said()).toContain('npm start -- [--sample]');
  });
});

describe("Electron's program", () => {
  /** Stands in for the runtime: a script that does one thing. */
  function program(text: string): string {
    const file = join(folder, 'electron');
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return file;
  }

  test('is given the program and the vault, and its end is told', async () => {
    const told = join(folder, 'told');
    const file = program(`echo "$1|$GUIBAO_VAULT" > "${told}"; exit 0`);
    expect(await runElectron(file, root, '/some vault')).toEqual({ failed: false, code: 0 });
    expect(readFileSync(told, 'utf8').trim()).toBe(`${root}|/some vault`);
  });

  test('that ends with a problem of its own is not tried as a page', async () => {
    expect(await runElectron(program('exit 1'), root, folder)).toEqual({ failed: false, code: 1 });
  });

  test.each(['exit 127', 'kill -TRAP $$'])('that cannot start (%s) gives way to the page', async (text) => {
    expect(await runElectron(program(text), root, folder)).toMatchObject({ failed: true });
  });

  test('that is not there gives way to the page', async () => {
    expect(existsSync(join(folder, 'missing'))).toBe(false);
    expect(await runElectron(join(folder, 'missing'), root, folder)).toMatchObject({ failed: true });
  });
});
