// Builds the program when its sources differ from those of the last build, so that a stale build is never run.

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['electron', 'renderer', 'shared'];
const SETTINGS = [
  'package-lock.json',
  'package.json',
  'electron.vite.config.ts',
  'command-line.build.ts',
  'tsconfig.base.json',
];
const RESULTS = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'];
const stampOf = (root: string): string => join(root, 'out', 'sources.sha256');

function sourceFiles(root: string): string[] {
  const inRooms = SOURCES.flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const settings = SETTINGS.map((file) => join(root, file)).filter((file) => existsSync(file));
  return [...inRooms, ...settings].sort();
}

/** SHA-256 over names and contents of everything a build is made of. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles(root)) {
    const bytes = readFileSync(file);
    hash.update(`${file.slice(root.length)}\0${bytes.byteLength}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** True when out/ was built from exactly these sources. */
export function isBuilt(root: string): boolean {
  const hasResults = RESULTS.every((file) => existsSync(join(root, 'out', file)));
  return hasResults && existsSync(stampOf(root)) && readFileSync(stampOf(root), 'utf8') === hashSources(root);
}

function runBuild(root: string): Promise<{ ok: boolean; output: string }> {
  return new Promise((settle) => {
    const tool = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
    const child = spawn(process.execPath, [tool, 'build'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (piece: Buffer) => {
      output += piece.toString('utf8');
    });
    child.stderr.on('data', (piece: Buffer) => {
      output += piece.toString('utf8');
    });
    child.on('error', (error) => settle({ ok: false, output: String(error) }));
    child.on('close', (code) => settle({ ok: code === 0, output }));
  });
}

/** Builds into out/ and stamps it. Gives the build's own words when it failed, else null. */
export async function build(root: string): Promise<string | null> {
  const hash = hashSources(root);
  const { ok, output } = await runBuild(root);
  if (!ok) return output;
  writeFileSync(stampOf(root), hash);
  return null;
}
