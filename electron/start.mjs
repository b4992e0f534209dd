#!/usr/bin/env node
// `npm start`: checks the Node it runs on, in words an old Node can read, then hands over to start.ts.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('./start.ts', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isGoodEnough = major > 22 || (major === 22 && minor >= 18);

if (isGoodEnough) {
  await import('./start.ts');
} else {
  const binary = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const own = fileURLToPath(new URL(`../node_modules/node/${binary}`, import.meta.url));
  if (existsSync(own)) {
    // The child gets Ctrl+C itself and closes in its own time; this process only waits for it.
    process.on('SIGINT', () => {});
    process.exitCode = spawnSync(own, [start, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1;
  } else {
    process.stderr.write(
      `归报需要 Node 22.18 或更新的版本，这里是 ${process.versions.node}。请在本文件夹运行 npm ci（会带来合适的 Node），再运行 npm start。\n` +
        `Guibao needs Node 22.18 or newer; this is ${process.versions.node}. Run npm ci in this folder (it brings a fitting Node), then npm start.\n`,
    );
    process.exitCode = 1;
  }
}
