// The system's dialog for a folder: the path chosen, or nothing when it was closed.

import type { Dialog } from 'electron';
import { expect, test } from 'vitest';
import { chooseFolder } from '../../electron/window/choose-folder.ts';

const dialogThat = (answer: { canceled: boolean; filePaths: string[] }) => {
  const asked: unknown[] = [];
  const dialog = {
    showOpenDialog: async (...words: unknown[]) => {
      asked.push(words.at(-1));
      return answer;
    },
  } as unknown as Dialog;
  return { dialog, asked };
};

test('gives the folder that was chosen, and asks for folders only', async () => {
  const { dialog, asked } = dialogThat({ canceled: false, filePaths: ['/home/wang/scans'] });
  expect(await chooseFolder(dialog, null, '选一个文件夹')).toBe('/home/wang/scans');
  expect(asked).toEqual([{ title: '选一个文件夹', properties: ['openDirectory', 'createDirectory'] }]);
});

test('gives nothing when the dialog was closed', async () => {
  expect(await chooseFolder(dialogThat({ canceled: true, filePaths: ['/x'] }).dialog, null, '')).toBe('');
});
