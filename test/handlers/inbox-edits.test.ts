// What was turned and left out while a scan waited in the inbox goes along when the same file is dropped onto a paper.

import { expect, test } from 'vitest';
import { setDesk } from './desk.ts';

test('a waiting file that is dropped onto a paper keeps its turns, and loses none of its pages', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  const path = desk.file('一.tif');
  await desk.ask('scan.add', { path });
  const [item] = await desk.ask('inbox.list', {});
  const scan = item?.scan.id ?? '';
  const pages = [{ scan, page: 1, turn: 90 as const }];
  await desk.ask('inbox.set-pages', { id: item?.id ?? '', pages });
  const { undo } = await desk.ask('scan.add', { path, target: { visitId: visit.id, kind: 'invoice' } });
  const [paper] = (await desk.ask('visit.get', { id: visit.id })).papers;
  expect(paper?.pages).toEqual([...pages, { scan, page: 0, turn: 0 }]);
  expect(await desk.ask('inbox.list', {})).toEqual([]);
  await desk.ask('undo.apply', { steps: undo });
  expect((await desk.ask('inbox.list', {}))[0]?.pages).toEqual(pages);
});
