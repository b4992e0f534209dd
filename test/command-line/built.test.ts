// The built command line runs only while it is made of the sources that lie there.

import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from './run-guibao.ts';

const launcher = fileURLToPath(new URL('../../electron/guibao.mjs', import.meta.url));
let folder: ReturnType<typeof makeFolder>;

const put = (name: string, text: string): void => {
  mkdirSync(dirname(folder.at(name)), { recursive: true });
  writeFileSync(folder.at(name), text);
};
const says = (word: string): string =>
  `export const runCommandLine = async () => { console.log('${word}'); return 0; };`;
const facts = (name: string) => {
  const { size, mtimeMs } = statSync(folder.at(name));
  return [name, size, Math.trunc(mtimeMs)];
};
const run = (): string =>
  execFileSync(process.execPath, [folder.at('electron/guibao.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: folder.at('cache'), LOCALAPPDATA: folder.at('cache') },
  }).trim();

beforeEach(() => {
  folder = makeFolder();
  put('package.json', '{"type":"module"}');
  put('electron/command-line/main.ts', says('source'));
  copyFileSync(launcher, folder.at('electron/guibao.mjs'));
});
afterEach(() => folder.remove());

const build = (): void => {
  put('out/command-line/main.js', says('built'));
  put('out/command-line/lazy.js', 'export {};');
  note();
};
const note = (...more: unknown[]): void => {
  const parts = ['main.js', 'lazy.js'].map((name) => [
    name,
    statSync(folder.at(`out/command-line/${name}`)).size,
  ]);
  const sources = [facts('electron/command-line/main.ts'), ...more];
  put('out/command-line/sources.json', JSON.stringify({ sources, parts }));
};

test('without a build the sources run', () => {
  expect(run()).toBe('source');
});

test('a build of these very sources runs instead of them', () => {
  build();
  expect(run()).toBe('built');
});

test('a source that changed, even to the same size, or is gone, makes the build stale', () => {
  build();
  put('electron/command-line/main.ts', says('change'));
  utimesSync(folder.at('electron/command-line/main.ts'), new Date(), new Date(Date.now() + 5000));
  expect(run()).toBe('change');
  put('electron/command-line/more.ts', 'export {};');
  note(facts('electron/command-line/more.ts'));
  expect(run()).toBe('built');
  note(['electron/gone.ts', 1, 1]);
  expect(run()).toBe('change');
});

test('a build with a part that is gone, cut short or does not load makes way for the sources', () => {
  build();
  put('out/command-line/lazy.js', 'export');
  expect(run()).toBe('source');
  rmSync(folder.at('out/command-line/lazy.js'));
  expect(run()).toBe('source');
  put('out/command-line/lazy.js', 'export {};');
  put('out/command-line/main.js', "import './elsewhere.js';");
  note();
  expect(run()).toBe('source');
});

test('a build that was interrupted is none', () => {
  build();
  put('out/command-line/sources.json', '[["electron/comm');
  expect(run()).toBe('source');
});

test.skipIf(process.platform !== 'linux')(
  'a home that takes no folders, and one that is not there, keep no compiled code and hinder nothing (Linux only)',
  () => {
    const { XDG_CACHE_HOME: _cache, NODE_COMPILE_CACHE: _compiled, ...rest } = process.env;
    for (const home of ['/proc', folder.at('nobody')]) {
      const env = { ...rest, HOME: home };
      const said = execFileSync(process.execPath, [folder.at('electron/guibao.mjs')], {
        encoding: 'utf8',
        env,
        timeout: 60_000,
      });
      expect(said.trim()).toBe('source');
    }
    expect(existsSync(folder.at('nobody'))).toBe(false);
  },
  130_000,
);

test.skipIf(process.platform === 'win32' || process.getuid?.() !== 0)(
  'an account without a home runs it too (only as root, who can become such an account)',
  () => {
    const { XDG_CACHE_HOME: _cache, NODE_COMPILE_CACHE: _compiled, HOME: _home, ...env } = process.env;
    chmodSync(folder.path, 0o755);
    const account = { uid: 54_321, gid: 54_321 };
    const words = [folder.at('electron/guibao.mjs')];
    const said = execFileSync(process.execPath, words, { encoding: 'utf8', env, ...account });
    expect(said.trim()).toBe('source');
  },
);

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test.skipIf(process.platform === 'win32')(
    `${signal} to an old Node reaches the fitting one it started, whose exit code it answers (Windows has no such signals)`,
    async () => {
      put('old.cjs', "Object.defineProperty(process, 'versions', { value: { node: '18.0.0' } });");
      put(
        'electron/command-line/main.ts',
        `export const runCommandLine = () => new Promise((settle) => {
          const busy = setInterval(() => undefined, 1000);
          const stop = () => { clearInterval(busy); console.log('stopped'); settle(7); };
          for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);
          console.log('works');
        });`,
      );
      mkdirSync(folder.at('node_modules/node/bin'), { recursive: true });
      symlinkSync(process.execPath, folder.at('node_modules/node/bin/node'));
      const words = ['--require', folder.at('old.cjs'), folder.at('electron/guibao.mjs')];
      const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
      let out = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        out += text;
        if (out === 'works\n') child.kill(signal);
      });
      const code = await new Promise((settle) => child.on('close', settle));
      expect([out, code]).toEqual(['works\nstopped\n', 7]);
    },
  );
