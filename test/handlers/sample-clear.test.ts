// Taking the sample out of a vault while a file is just coming in: the file is in the copy that is kept.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { keepInThread } from '../../electron/database/keeper.ts';
import { markAsSample } from '../../electron/database/setting.ts';
import { setDesk } from './desk.ts';

test('a file that is being kept while the sample is cleared is in the copy', async () => {
  const desk = setDesk();
  markAsSample(desk.vault.db);
  const path = desk.file('新的.jpg', 'x'.repeat(5_000_000));
  const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
  const keeping = keepInThread(desk.vault, {
    ...{
      path,
      sha256,
      name: '新的.jpg',
      fileName: '新的.jpg',
      mediaType: 'image/jpeg',
      pages: [],
      looks: [],
    },
    ...{ source: { way: 'page', name: '新的.jpg' }, time: desk.context.now().toISOString() },
  });
  const { copy } = await desk.ask('sample.clear', {});
  expect(await keeping).toBe('kept');
  const kept = new Database(copy, { readonly: true });
  expect(kept.prepare('SELECT id FROM scan').pluck().all()).toEqual([sha256]);
  kept.close();
});

test('clearing the sample is nothing that an undo may do', async () => {
  const desk = setDesk();
  markAsSample(desk.vault.db);
  expect(await desk.refusal('undo.apply', { steps: [{ call: 'sample.clear', input: {} }] })).toEqual({
    code: 'not-allowed',
    params: { what: 'sample.clear' },
  });
});
