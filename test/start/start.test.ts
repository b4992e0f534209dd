// The parts of `npm start` that decide something.

import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSources, isBuilt } from '../../electron/start/build.ts';
import { findElectron, hasDisplay } from '../../electron/start/electron-runtime.ts';
import { readStartOptions } from '../../electron/start/options.ts';
import { startWords, terminalLanguage } from '../../electron/words/start.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'guibao-start-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

describe('the options of npm start', () => {
  test('nothing said: the window over the usual vault, and a browser may open', () => {
    expect(readStartOptions([])).toEqual({ sample: false, vault: null, page: false, port: 0, open: true });
  });

  test('everything said', () => {
    const read = readStartOptions(['--vault', '/家/妈妈 的', '--page', '--port', '8080', '--no-open']);
    expect(read).toMatchObject({ page: true, port: 8080, open: false });
    expect(read.vault).toMatch(/家.妈妈 的$/);
  });

  test.each([
    [['--nonsense']],
    [['--port', 'x']],
    [['--port', '70000']],
    [['--port=-1']],
    [['stray']],
    [['--sample', '--vault', '/a']],
  ])('%j is refused', (words) => {
    expect(() => readStartOptions(words)).toThrow();
  });
});

describe('a stale build is never run', () => {
  beforeEach(() => {
    for (const room of ['electron', 'renderer', 'shared']) put(`${room}/a.ts`, `export const a = '${room}';`);
    for (const file of ['main/main.js', 'preload/preload.cjs', 'renderer/index.html']) put(`out/${file}`, '');
    put('out/sources.sha256', hashSources(root));
  });

  test('the same sources count as built, also in another folder', () => {
    expect(isBuilt(root)).toBe(true);
    const copy = mkdtempSync(join(tmpdir(), 'guibao-copy-'));
    cpSync(root, copy, { recursive: true });
    expect(hashSources(copy)).toBe(hashSources(root));
    rmSync(copy, { recursive: true });
  });

  test('a changed, a new, a renamed or a removed source asks for a new build', () => {
    put('shared/a.ts', 'export const a = 2;');
    expect(isBuilt(root)).toBe(false);
    put('shared/a.ts', "export const a = 'shared';");
    expect(isBuilt(root)).toBe(true);
    put('renderer/screens/b.tsx', '');
    expect(isBuilt(root)).toBe(false);
    rmSync(join(root, 'renderer/screens'), { recursive: true });
    put('shared/b.ts', "export const a = 'shared';");
    rmSync(join(root, 'shared/a.ts'));
    expect(isBuilt(root)).toBe(false);
  });

  test('a missing result or a changed lockfile asks for a new build', () => {
    put('package-lock.json', '{}');
    expect(isBuilt(root)).toBe(false);
    rmSync(join(root, 'package-lock.json'));
    rmSync(join(root, 'out/main/main.js'));
    expect(isBuilt(root)).toBe(false);
  });
});

describe('where there is no window', () => {
  test('Linux without a display has none; other systems always have one', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
  });

  test('the runtime is found where the package keeps it, or where the user says', () => {
    expect(findElectron(root, {})).toBeNull();
    put('node_modules/electron/path.txt', 'electron');
    expect(findElectron(root, {})).toBeNull();
    put('node_modules/electron/dist/electron', '');
    expect(findElectron(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'));
    put('elsewhere/electron', '');
    const named = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') };
    expect(findElectron(root, named)).toBe(join(root, 'elsewhere/electron'));
  });

  test('the terminal is spoken to in its language, and every reason is one line', () => {
    expect(terminalLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
    expect(terminalLanguage({ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' })).toBe('en');
    expect(terminalLanguage({})).toBe('en');
    for (const words of Object.values(startWords)) {
      expect(words.noDisplay).not.toContain('\n');
      expect(words.noWindow).not.toContain('\n');
    }
  });
});
