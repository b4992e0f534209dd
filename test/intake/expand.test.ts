// Folders become their files: all levels, in the order a person reads, without what systems leave behind.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { expandPaths } from '../../electron/intake/expand.ts';

function makeTree(files: string[]): string {
  const root = mkdtempSync(join(tmpdir(), 'guibao-expand-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), 'x');
  }
  return root;
}

test('a folder becomes its files of all levels, 2 before 10', async () => {
  const root = makeTree([
    '10.jpg',
    '2.jpg',
    '1.jpg',
    '第二次/清单.pdf',
    '第二次/深/处方.jpg',
    '第一次/发票.pdf',
  ]);
  const found = (await expandPaths([root])).map((path) => path.slice(root.length + 1));
  expect(found.slice(0, 3)).toEqual(['1.jpg', '2.jpg', '10.jpg']);
  expect(found.slice(3).sort()).toEqual(['第一次/发票.pdf', '第二次/清单.pdf', '第二次/深/处方.jpg'].sort());
});

test('hidden files and what systems leave behind are passed over', async () => {
  const root = makeTree([
    '.DS_Store',
    'Thumbs.db',
    'Desktop.ini',
    '~$letter.docx',
    '.hidden/a.jpg',
    '__MACOSX/b.jpg',
    'a.jpg',
  ]);
  expect(await expandPaths([root])).toEqual([join(root, 'a.jpg')]);
});

test('files named by themselves stay, in their order, each once, even where they cannot be read', async () => {
  const root = makeTree(['b.jpg', 'a.jpg']);
  const [a, b, gone] = [join(root, 'a.jpg'), join(root, 'b.jpg'), join(root, 'gone.jpg')];
  expect(await expandPaths([b, gone, a, b, root])).toEqual([b, gone, a]);
});

test('a folder that leads back to itself is entered once', async () => {
  const root = makeTree(['inner/a.jpg']);
  symlinkSync(root, join(root, 'inner', 'back'));
  expect(await expandPaths([root])).toEqual([join(root, 'inner', 'a.jpg')]);
});

test('an empty folder gives nothing', async () => {
  expect(await expandPaths([makeTree([])])).toEqual([]);
});
