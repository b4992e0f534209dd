// A page that lies the wrong way: the hint follows the turn it is shown with, and a person's word about it is kept for that turn.

import { expect, test } from 'vitest';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { setDesk } from './desk.ts';

test('turned right the hint is gone, undo brings it back, and called right as it is it is a confirmed one', async () => {
  const { ask, file, vault, addPerson, addVisit } = setDesk();
  const visit = await addVisit((await addPerson()).id);
  const target = { visitId: visit.id, kind: 'itemized-list' as const };
  const scan = (await ask('scan.add', { path: file('清单.tif'), target })).scan ?? '';
  savePageLooks(vault.db, scan, [
    {
      findings: [{ code: 'not-upright', severity: 'hint', box: null, measure: 180 }],
      fingerprint: null,
    },
  ]);
  const [paper] = (await ask('visit.get', { id: visit.id })).papers;
  const [page] = paper?.pages ?? [];
  if (!paper || !page) throw new Error('no pages');
  const codes = async (turn: 0 | 90 | 180 | 270) =>
    (await ask('page.look', { page: { ...page, turn } })).findings.map(({ code }) => code);
  expect(await codes(0)).toEqual(['not-upright']);
  expect(await codes(90)).toEqual(['not-upright']);
  expect(await codes(180)).toEqual([]);

  const right = { ...page, turn: 180 as const };
  expect((await ask('page.confirm', { page: right, confirmed: true })).confirmation).toBeNull();
  const said = await ask('page.confirm', { page, confirmed: true });
  expect(said.confirmation).toMatchObject({ turn: 0, codes: ['not-upright'] });
  expect((await ask('page.look', { page })).confirmation).toEqual(said.confirmation);
  await ask('undo.apply', { steps: said.undo });
  expect((await ask('page.look', { page })).confirmation).toBeNull();
});
