// `npm test`: what the tests need is made first, then every test runs once. Extra words go to the test runner.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (script: string, words: string[]): number =>
  spawnSync(process.execPath, [`${root}node_modules/${script}`, ...words], { cwd: root, stdio: 'inherit' })
    .status ?? 1;

process.exit(
  run('vitest/vitest.mjs', ['run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2)]),
);
