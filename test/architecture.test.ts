// Holds the plan of the rooms: electron -> shared <- renderer, renderer/packet -> shared only, nothing back.

import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|import\s+['"]([^'"]+)['"]/g;

function filesOf(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|mjs)$/.test(file))
    .map((file) => join(room, file).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** A relative import as a path from the root; a package stays what it is. */
function target(file: string, name: string): string {
  if (!name.startsWith('.')) return name;
  return relative(root, resolve(root, dirname(file), name)).replaceAll('\\', '/');
}

const room = (path: string): string =>
  path.startsWith('renderer/packet/') ? 'renderer/packet' : (path.split('/')[0] ?? '');

const nodeModules = new Set(builtinModules);
const isNode = (name: string) => name.startsWith('node:') || nodeModules.has(name);
const isPackage = (name: string, list: string[]) =>
  list.some((wanted) => name === wanted || name.startsWith(`${wanted}/`));

const rules: Record<string, { rooms: string[]; refuse: (name: string) => boolean; door: string }> = {
  shared: {
    rooms: ['shared'],
    refuse: (name) =>
      isNode(name) || isPackage(name, ['react', 'electron', 'better-sqlite3', 'antd', 'pdf-lib']),
    door: 'shared holds only what both processes agree on: move it to electron/ or renderer/',
  },
  'renderer/packet': {
    rooms: ['shared', 'renderer/packet'],
    refuse: (name) => isNode(name) || isPackage(name, ['react', 'antd', 'electron', 'better-sqlite3']),
    door: 'the packet is pages in, PDF bytes out: give it what it needs as an argument',
  },
  renderer: {
    rooms: ['shared', 'renderer/packet', 'renderer'],
    refuse: (name) => isNode(name) || isPackage(name, ['electron', 'better-sqlite3', 'sharp']),
    door: 'the renderer has no disk: add a call to shared/calls.ts and a handler for it',
  },
  electron: {
    rooms: ['shared', 'renderer/packet', 'electron'],
    refuse: (name) => isPackage(name, ['react', 'antd']),
    door: 'electron has no screens: put it in renderer/',
  },
};

describe('the rooms', () => {
  for (const [name, rule] of Object.entries(rules)) {
    test(`${name} imports only through its doors`, () => {
      const files = filesOf(name).filter((file) => room(file) === name);
      expect(files.length).toBeGreaterThan(0);
      const broken = files.flatMap((file) =>
        importsOf(file)
          .map((wanted) => ({ wanted, to: target(file, wanted) }))
          .filter(({ wanted, to }) =>
            wanted.startsWith('.') ? !rule.rooms.includes(room(to)) : rule.refuse(wanted),
          )
          .map(({ wanted }) => `${file} imports ${wanted}: ${rule.door}`),
      );
      expect(broken).toEqual([]);
    });
  }

  test('only the command line of electron/ uses the packet', () => {
    const users = filesOf('electron').filter((file) =>
      importsOf(file).some((wanted) => room(target(file, wanted)) === 'renderer/packet'),
    );
    expect(users.filter((file) => !file.startsWith('electron/command-line/'))).toEqual([]);
  });

  test('better-sqlite3 is opened in electron/database only', () => {
    const users = filesOf('electron').filter((file) => importsOf(file).includes('better-sqlite3'));
    expect(users.filter((file) => !file.startsWith('electron/database/'))).toEqual([]);
  });
});
