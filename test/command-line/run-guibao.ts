// Runs the real command line as a child process, in a folder of its own.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Outcome = { code: number | null; out: string; err: string };

export const launcher = fileURLToPath(new URL('../../electron/guibao.mjs', import.meta.url));

export function runGuibao(words: string[], environment: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const env = { ...process.env, LC_ALL: 'zh_CN.UTF-8', ...environment };
  const child = spawn(process.execPath, [launcher, ...words], { env, cwd: tmpdir() });
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    outcome.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    outcome.err += text;
  });
  child.stdin.end();
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('close', (code) => settle({ ...outcome, code }));
  });
}

export function makeFolder(): { path: string; at: (name: string) => string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'guibao-test-'));
  return {
    path,
    at: (name) => join(path, name),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
