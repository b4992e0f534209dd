// Pages that go to another paper, another visit or back to the inbox: with what was changed about them, and back by undo.

import { expect, test } from 'vitest';
import { noEdit } from '../../shared/page-edit.ts';
import { setDesk } from './desk.ts';

/** A visit with an invoice of two files of two pages each, and another visit. */
async function fill() {
  const desk = setDesk();
  const { ask, file, addPerson, addVisit } = desk;
  const { id: personId } = await addPerson();
  const [visit, other] = [await addVisit(personId), await addVisit(personId, { date: '2026-04-01' })];
  const target = { visitId: visit.id, kind: 'invoice' as const };
  const scans = [];
  for (const name of ['a.tif', 'b.tif'])
    scans.push((await ask('scan.add', { path: file(name), target })).scan);
  const papersOf = async (id: string) => (await ask('visit.get', { id })).papers;
  const [paper] = await papersOf(visit.id);
  if (!paper) throw new Error('no paper');
  const pages = paper.pages.map((page, at) =>
    at === 1 ? { ...page, turn: 90 as const, edit: { ...noEdit, mirrored: true } } : page,
  );
  await ask('paper.set-pages', { id: paper.id, pages });
  const shown = async () => ({
    papers: [...(await papersOf(visit.id)), ...(await papersOf(other.id))],
    inbox: await ask('inbox.list', {}),
    trash: await ask('trash.list', {}),
  });
  return { ...desk, visit, other, paper: { ...paper, pages }, scans, shown };
}

test('several pages go to another visit as they are, and undo brings them back', async () => {
  const { ask, other, paper, shown } = await fill();
  const before = await shown();
  const wish = { id: paper.id, positions: [1, 2], visitId: other.id, kind: 'prescription' as const };
  const { from, to, undo } = await ask('paper.move-pages', wish);
  expect(from.pages).toEqual([paper.pages[0], paper.pages[3]]);
  expect([to.visitId, to.kind, to.pages]).toEqual([other.id, 'prescription', paper.pages.slice(1, 3)]);
  expect((await shown()).trash).toEqual([]);
  await ask('undo.apply', { steps: undo });
  expect(await shown()).toEqual(before);
});

test('a whole paper keeps its name and its form in the other visit; pages joining another paper take its form', async () => {
  const { ask, other, paper, shown } = await fill();
  const all = paper.pages.map((_, at) => at);
  const { to: named } = await ask('paper.move-pages', {
    ...{ id: paper.id, positions: all, visitId: paper.visitId, kind: 'other' },
  });
  await ask('paper.describe', { id: named.id, title: '化验单', form: 'copy' });
  const before = await shown();
  const { to, undo } = await ask('paper.move-pages', {
    ...{ id: named.id, positions: all, visitId: other.id, kind: 'other' },
  });
  expect([to.title, to.form, to.pages]).toEqual(['化验单', 'copy', paper.pages]);
  await ask('undo.apply', { steps: undo });
  expect(await shown()).toEqual(before);
  await ask('paper.attach', { visitId: other.id, kind: 'invoice', pages: [paper.pages[0] ?? failing()] });
  const { to: joined } = await ask('paper.move-pages', {
    ...{ id: named.id, positions: [0], visitId: other.id, kind: 'invoice' },
  });
  expect(joined.form).toBe('original');
});

const failing = (): never => {
  throw new Error('no page');
};

test('pages go back to the inbox with their turns and edits, each to its own scan, and undo takes them out again', async () => {
  const { ask, paper, scans, shown } = await fill();
  const before = await shown();
  expect(before.inbox).toEqual([]);
  const { from, items, undo } = await ask('paper.to-inbox', { id: paper.id, positions: [1, 2] });
  expect(from.pages).toEqual([paper.pages[0], paper.pages[3]]);
  expect(items.map(({ scan, pages }) => [scan.id, pages])).toEqual([
    [scans[0], [paper.pages[1]]],
    [scans[1], [paper.pages[2]]],
  ]);
  const more = await ask('paper.to-inbox', { id: paper.id, positions: [0] });
  expect(more.items.map(({ pages }) => pages)).toEqual([[paper.pages[1], paper.pages[0]]]);
  await ask('undo.apply', { steps: more.undo });
  await ask('undo.apply', { steps: undo });
  expect(await shown()).toEqual(before);
});

test('what waited in the inbox before waits with all its pages again once everything is taken back', async () => {
  const { ask, file, other, shown } = await fill();
  await ask('scan.add', { path: file('c.tif') });
  const before = await shown();
  const ids = before.inbox.map(({ id }) => id);
  const given = await ask('inbox.assign', { ids, visitId: other.id, kind: 'invoice' });
  const { id = '' } = given.paper ?? {};
  const back = await ask('paper.to-inbox', { id, positions: [1] });
  expect(back.items[0]?.pages.map(({ page }) => page)).toEqual([1]);
  await ask('undo.apply', { steps: back.undo });
  await ask('undo.apply', { steps: given.undo });
  expect(await shown()).toEqual(before);
});

test('pages that are not there are refused, and nothing is moved', async () => {
  const { refusal, paper, shown } = await fill();
  const before = await shown();
  expect((await refusal('paper.to-inbox', { id: paper.id, positions: [0, 9] })).code).toBe('input-invalid');
  expect((await refusal('paper.to-inbox', { id: 'paper-0000000000', positions: [0] })).code).toBe(
    'not-found',
  );
  expect(await shown()).toEqual(before);
});

test('a page that came since the paper was last seen stays, whatever is done to the others and whatever is taken back', async () => {
  const { ask, file, visit, paper } = await fill();
  const target = { visitId: visit.id, kind: 'invoice' as const };
  const pagesNow = async () => (await ask('visit.get', { id: visit.id })).papers[0]?.pages ?? [];
  const first = await ask('scan.add', { path: file('c.tif'), target });
  const later = await ask('scan.add', { path: file('d.tif'), target });
  const arrived = (await pagesNow()).slice(paper.pages.length);
  const rest = paper.pages.slice(1);
  const { undo } = await ask('paper.set-pages', { id: paper.id, pages: rest, seen: paper.pages });
  expect(await pagesNow()).toEqual([...rest, ...arrived]);
  await ask('undo.apply', { steps: undo });
  expect(await pagesNow()).toEqual([...paper.pages, ...arrived]);
  // Out of turn: what the later one brought is not meant by it.
  await ask('undo.apply', { steps: first.undo });
  expect((await pagesNow()).map(({ scan }) => scan)).toEqual([
    ...paper.pages.map(({ scan }) => scan),
    ...arrived.filter(({ scan }) => scan === later.scan).map(({ scan }) => scan),
  ]);
});
