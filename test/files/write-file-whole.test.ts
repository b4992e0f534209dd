// A file is written as a whole or not at all.

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileWhole } from '../../electron/files/write-file-whole.ts';
import { Problem } from '../../shared/problems.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guibao-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text, 'utf8');

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const thrown = await work.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(Problem);
  return thrown as Problem;
}

describe('writing a file as a whole', () => {
  test('makes a new file under a name with spaces, Chinese and emoji', async () => {
    const path = join(folder, '报销 材料 📄.pdf');
    await writeFileWhole(path, bytes('新'));
    expect(readFileSync(path, 'utf8')).toBe('新');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('replaces an old file, piece by piece, and keeps its permissions', async () => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'a much longer old file');
    chmodSync(path, 0o640);
    async function* pieces() {
      yield bytes('one ');
      yield bytes('two');
    }
    await writeFileWhole(path, pieces());
    expect(readFileSync(path, 'utf8')).toBe('one two');
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('follows a link instead of replacing it', async () => {
    const target = join(folder, 'target.pdf');
    const link = join(folder, 'link.pdf');
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    await writeFileWhole(link, bytes('new'));
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('new');
  });

  test('leaves the old file as it was when the source fails in the middle', async () => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'old');
    async function* pieces(): AsyncGenerator<Uint8Array> {
      yield bytes('half of a new');
      throw new Error('the page went away');
    }
    await expect(writeFileWhole(path, pieces())).rejects.toThrow('the page went away');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.pdf']);
  });

  test('names the path and the reason when the folder is missing or the path is a folder', async () => {
    const missing = join(folder, 'nowhere', 'a.pdf');
    const one = await problemOf(writeFileWhole(missing, bytes('x')));
    expect(one.toFact()).toEqual({ code: 'path-unwritable', params: { path: missing, reason: 'ENOENT' } });
    const two = await problemOf(writeFileWhole(folder, bytes('x')));
    expect(two.toFact()).toEqual({ code: 'path-unwritable', params: { path: folder, reason: 'EISDIR' } });
  });

  test('sweeps up what a killed write left a day ago, and nothing else', async () => {
    const old = join(folder, '.guibao-0123456789abcdef.part');
    const fresh = join(folder, '.guibao-fedcba9876543210.part');
    const other = join(folder, '.guibao-notes.part');
    const longAgo = new Date(Date.now() - 25 * 60 * 60 * 1000);
    for (const path of [old, fresh, other]) writeFileSync(path, 'x');
    for (const path of [old, other]) utimesSync(path, longAgo, longAgo);
    await writeFileWhole(join(folder, 'a.pdf'), bytes('x'));
    expect([old, fresh, other].map((path) => existsSync(path))).toEqual([false, true, true]);
  });

  test('a process killed in the middle leaves the old file as it was', async () => {
    const path = join(folder, 'a.pdf');
    writeFileSync(path, 'old');
    const module = new URL('../../electron/files/write-file-whole.ts', import.meta.url).href;
    const script = `
      import { writeFileWhole } from ${JSON.stringify(module)};
      async function* endless() {
        for (;;) { yield new Uint8Array(65536); process.stdout.write('.'); }
      }
      await writeFileWhole(${JSON.stringify(path)}, endless());`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test('a full disk is told as such and leaves the old file as it was', async (context) => {
    const mount = join(folder, 'small');
    mkdirSync(mount);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', mount], { stdio: 'ignore' });
    } catch {
      context.skip('a full disk needs the right to mount a small file system, which is not there');
    }
    try {
      const path = join(mount, 'a.pdf');
      writeFileSync(path, 'old');
      const problem = await problemOf(writeFileWhole(path, new Uint8Array(1024 * 1024)));
      expect(problem.toFact()).toEqual({ code: 'disk-full', params: { path } });
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(mount)).toEqual(['a.pdf']);
    } finally {
      execFileSync('umount', [mount]);
    }
  });
});
