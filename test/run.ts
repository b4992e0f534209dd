// `npm test`: what the tests need is built first, then every test runs once. Extra words go to the test runner.

import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from '../electron/start/build.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const tally = join(root, '.cache', 'tests.json');

/** Ends with one plain line that any reader of the output can count on. */
function printTally(): void {
  const counts = JSON.parse(readFileSync(tally, 'utf8'));
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped } = counts;
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
}

const trouble = isBuilt(root) ? null : await build(root);
if (trouble) {
  process.stderr.write(trouble);
  process.exit(1);
}
rmSync(tally, { force: true });
const words = ['run', '--config', 'test/vitest.config.ts', '--reporter=default', '--reporter=json'];
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    ...words,
    `--outputFile.json=${tally}`,
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
);
printTally();
process.exit(status ?? 1);
