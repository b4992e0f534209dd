#!/usr/bin/env node
// `guibao`: checks the Node it runs on, in words an old Node can read, then hands over to the command line.

import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import nodeModule from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isGoodEnough = major > 22 || (major === 22 && minor >= 18);

/** The built command line, unless a source has changed since or a part of it is gone; null where there is none. */
function findBuilt() {
  const root = new URL('../', import.meta.url);
  const isUnchanged = ([file, size, changed]) => {
    const found = statSync(new URL(file, root), { throwIfNoEntry: false });
    return found?.size === size && Math.trunc(found.mtimeMs) === changed;
  };
  try {
    const built = new URL('out/command-line/', root);
    const { sources, parts } = JSON.parse(readFileSync(new URL('sources.json', built), 'utf8'));
    const isWhole = ([file, size]) =>
      statSync(new URL(file, built), { throwIfNoEntry: false })?.size === size;
    return sources.every(isUnchanged) && parts.every(isWhole) ? new URL('main.js', built).href : null;
  } catch {
    return null;
  }
}

/** Where compiled code is kept, made when it is not there; null for an account without a home, or one that takes no folders. */
function findCache() {
  const { platform, env } = process;
  try {
    const usual = () => join(homedir(), platform === 'darwin' ? 'Library/Caches' : '.cache');
    const caches = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME || usual();
    if (!caches) return null;
    const folders = [caches, join(caches, 'guibao'), join(caches, 'guibao', 'compiled')];
    // One by one: where a file system answers as if the folder above were missing, Node's own way to make all never ends.
    for (const folder of folders) if (!existsSync(folder)) mkdirSync(folder);
    return folders[2] ?? null;
  } catch {
    return null;
  }
}

/** From run to run, for this process and the ones it starts; where it cannot be kept nothing is lost. */
function keepCompiledCode() {
  if (process.env.NODE_COMPILE_CACHE) return;
  const folder = findCache();
  if (!folder) return;
  nodeModule.enableCompileCache?.(folder);
  process.env.NODE_COMPILE_CACHE = folder;
}

/** The sources stand in for a build that does not load; what is wrong with the sources themselves is thrown. */
function loadCommandLine() {
  const built = findBuilt();
  return built
    ? import(built).catch(() => import('./command-line/main.ts'))
    : import('./command-line/main.ts');
}

/**
 * Runs it in another Node, which ends in its own time and answers its exit code. A signal meant for this process goes on to it.
 * Ctrl+C in a terminal reaches it as well: SIGINT goes on as SIGTERM, as a second SIGINT would end it at once. Windows has no
 * signals that ask; there the console tells both.
 */
function handOver(node, words) {
  const child = spawn(node, words, { stdio: 'inherit' });
  const pass = () => process.platform !== 'win32' && child.kill('SIGTERM');
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, pass);
  return new Promise((settle) => {
    child.on('error', () => settle(3));
    child.on('close', (code) => settle(code === null ? 3 : code));
  });
}

if (isGoodEnough) {
  keepCompiledCode();
  const { runCommandLine } = await loadCommandLine();
  process.exitCode = await runCommandLine(process.argv.slice(2));
} else {
  const binary = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const own = fileURLToPath(new URL(`../node_modules/node/${binary}`, import.meta.url));
  if (existsSync(own)) {
    const self = fileURLToPath(import.meta.url);
    process.exitCode = await handOver(own, [self, ...process.argv.slice(2)]);
  } else {
    process.stderr.write(
      `归报需要 Node 22.18 或更新的版本，这里是 ${process.versions.node}。请在归报的文件夹里运行 npm ci（会带来合适的 Node），再试一次。\n` +
        `Guibao needs Node 22.18 or newer; this is ${process.versions.node}. Run npm ci in Guibao's folder (it brings a fitting Node), then try again.\n`,
    );
    process.exitCode = 1;
  }
}
