// What is taken out of its place is listed with the place, and goes back to it; nothing that is kept is in neither.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noEdit, type PageEdit } from '../../shared/page-edit.ts';
import { type Desk, setDesk } from './desk.ts';

const crop: PageEdit = { ...noEdit, crop: [0.1, 0.1, 0.5, 0.5] };

/** Its clock moves on by a second each time it is looked at. */
function setRunningDesk(): Desk {
  const desk = setDesk();
  let second = 0;
  desk.context.now = () => new Date(2026, 6, 1, 12, 0, second++);
  return desk;
}

async function fill(desk: Desk) {
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  const add = async (name: string) => {
    const target = { visitId: visit.id, kind: 'invoice' as const };
    const { scan } = await desk.ask('scan.add', { path: desk.file(name), target });
    return scan ?? '';
  };
  const scans = [await add('one.tif'), await add('two.tif')];
  const paper = (await desk.ask('visit.get', { id: visit.id })).papers[0];
  if (!paper) throw new Error('no paper');
  return { person, visit, scans, paper };
}

const papersOf = async (desk: Desk, id: string) => (await desk.ask('visit.get', { id })).papers;

test('a page taken out of a paper is listed with its place and goes back there as it was', async () => {
  const desk = setDesk();
  const { visit, paper } = await fill(desk);
  const edited = paper.pages.map((page, at) =>
    at === 1 ? { ...page, turn: 90 as const, edit: crop } : page,
  );
  await desk.ask('paper.set-pages', { id: paper.id, pages: edited });
  await desk.ask('paper.set-pages', { id: paper.id, pages: edited.filter((_, at) => at !== 1) });
  const [entry, ...others] = await desk.ask('trash.list', {});
  expect(others).toEqual([]);
  expect(entry?.pages).toEqual([edited[1]]);
  expect(entry?.origin).toMatchObject({
    kind: 'paper',
    placeId: paper.id,
    visitId: visit.id,
    ownerRemoved: false,
    paperKind: 'invoice',
    personName: '王秀兰',
    hospital: '昆明医科大学第一附属医院',
    date: '2026-03-05',
  });
  expect(entry?.removedAt).toBe(desk.context.now().toISOString());
  const { undo, places } = await desk.ask('trash.restore', { scan: entry?.scan.id ?? '' });
  expect(places).toEqual([`${visit.id}/invoice`]);
  expect((await papersOf(desk, visit.id))[0]?.pages).toEqual(edited);
  expect(await desk.ask('trash.list', {})).toEqual([]);
  await desk.ask('undo.apply', { steps: undo });
  expect(await desk.ask('trash.list', {})).toEqual([entry]);
});

test('the halves of a page that was cut in two leave together and come back together, from papers, inbox and visits', async () => {
  const desk = setRunningDesk();
  const { visit, paper } = await fill(desk);
  const left: PageEdit = { ...noEdit, crop: [0, 0, 0.5, 1] };
  const right: PageEdit = { ...noEdit, crop: [0.5, 0, 0.5, 1] };
  const halves = [left, right].map((edit) => ({ turn: 0 as const, edit }));
  const cut = await desk.ask('page.edit', { paperId: paper.id, position: 1, versions: halves });
  const { pages } = cut.paper;
  expect(pages).toHaveLength(5);
  const scan = pages[1]?.scan ?? '';
  await desk.ask('paper.set-pages', { id: paper.id, pages: pages.filter((_, at) => at !== 1 && at !== 2) });
  const [entry] = await desk.ask('trash.list', {});
  expect(entry?.pages).toEqual(pages.slice(1, 3));
  await desk.ask('trash.restore', { scan });
  expect((await papersOf(desk, visit.id))[0]?.pages).toEqual(pages);

  await desk.ask('visit.remove', { id: visit.id });
  expect((await desk.ask('trash.list', {})).flatMap((one) => one.pages)).toHaveLength(5);
  await desk.ask('trash.restore', { scan, to: 'inbox' });
  const [item] = await desk.ask('inbox.list', {});
  expect(item?.pages).toEqual(pages.slice(0, 3));
  await desk.ask('inbox.remove', { ids: [item?.id ?? ''] });
  await desk.ask('trash.restore', { scan });
  expect((await desk.ask('inbox.list', {}))[0]?.pages).toEqual(pages.slice(0, 3));
});

test('a page that is also elsewhere, or only moved, is not among the removed', async () => {
  const desk = setDesk();
  const { visit, paper } = await fill(desk);
  await desk.ask('paper.move-pages', {
    id: paper.id,
    positions: [0],
    visitId: visit.id,
    kind: 'prescription',
  });
  expect(await desk.ask('trash.list', {})).toEqual([]);
  const prescription = (await papersOf(desk, visit.id)).find(({ kind }) => kind === 'prescription');
  await desk.ask('paper.set-pages', { id: prescription?.id ?? '', pages: [] });
  const [entry] = await desk.ask('trash.list', {});
  expect(entry?.origin).toMatchObject({
    kind: 'paper',
    placeId: prescription?.id,
    paperKind: 'prescription',
  });
});

test('removing the visit lists its pages and files; putting one back brings the visit back', async () => {
  const desk = setDesk();
  const { visit, scans } = await fill(desk);
  const before = await papersOf(desk, visit.id);
  await desk.ask('visit.remove', { id: visit.id });
  const entries = await desk.ask('trash.list', {});
  expect(entries.map(({ scan, origin }) => [scan.id, origin.kind, origin.ownerRemoved]).sort()).toEqual(
    scans.map((scan) => [scan, 'paper', true]).sort(),
  );
  const { undo } = await desk.ask('trash.restore', { scan: scans[0] ?? '' });
  expect(await papersOf(desk, visit.id)).toEqual(before);
  expect(await desk.ask('trash.list', {})).toEqual([]);
  await desk.ask('undo.apply', { steps: undo });
  expect(await desk.ask('trash.list', {})).toEqual(entries);
});

test('a scan removed from the inbox goes back to the inbox; so does one whose place is not known', async () => {
  const desk = setDesk();
  await desk.ask('scan.add', { path: desk.file('waiting.tif') });
  const [item] = await desk.ask('inbox.list', {});
  if (!item) throw new Error('no item');
  const pages = item.pages.map((page) => ({ ...page, turn: 180 as const }));
  await desk.ask('inbox.set-pages', { id: item.id, pages });
  await desk.ask('inbox.remove', { ids: [item.id] });
  const [entry] = await desk.ask('trash.list', {});
  expect(entry).toMatchObject({ pages, origin: { kind: 'inbox', placeId: item.id } });
  await desk.ask('trash.restore', { scan: item.scan.id });
  expect(await desk.ask('inbox.list', {})).toEqual([{ ...item, pages }]);

  await desk.ask('inbox.remove', { ids: [item.id] });
  desk.vault.db.exec('DELETE FROM inbox_page; DELETE FROM inbox_item; DELETE FROM page_left');
  const [unknown] = await desk.ask('trash.list', {});
  expect(unknown).toMatchObject({ removedAt: null, origin: { kind: 'unknown' } });
  await desk.ask('trash.restore', { scan: item.scan.id });
  expect((await desk.ask('inbox.list', {}))[0]?.scan.id).toBe(item.scan.id);
});

test('some pages of a scan can be put into the inbox; the others join them later', async () => {
  const desk = setDesk();
  const { paper, scans } = await fill(desk);
  await desk.ask('paper.set-pages', { id: paper.id, pages: [] });
  const scan = scans[1] ?? '';
  await desk.ask('trash.restore', { scan, pages: [1], to: 'inbox' });
  expect((await desk.ask('inbox.list', {})).map((item) => item.pages)).toEqual([
    [{ scan, page: 1, turn: 0 }],
  ]);
  const { undo } = await desk.ask('trash.restore', { scan, to: 'inbox' });
  expect((await desk.ask('inbox.list', {}))[0]?.pages.map(({ page }) => page)).toEqual([1, 0]);
  await desk.ask('undo.apply', { steps: undo });
  expect((await desk.ask('inbox.list', {}))[0]?.pages.map(({ page }) => page)).toEqual([1]);
  expect(await desk.refusal('trash.restore', { scan, pages: [1] })).toMatchObject({ code: 'not-found' });
  expect(await desk.refusal('trash.restore', { scan: 'f'.repeat(64) })).toMatchObject({ code: 'not-found' });
});

test('a page taken out of a standing paper, and one of a removed standing paper, go back', async () => {
  const desk = setRunningDesk();
  const { person, paper, scans } = await fill(desk);
  await desk.ask('paper.set-pages', { id: paper.id, pages: [] });
  const pages = scans.map((scan) => ({ scan, page: 0, turn: 0 as const }));
  const fields = { personId: person.id, kind: 'bank-card' as const, title: '', expires: '', pages };
  const { standingPaper } = await desk.ask('standing-paper.save', { id: null, fields });
  const { id } = standingPaper;
  await desk.ask('standing-paper.save', { id, fields: { ...fields, pages: pages.slice(1) } });
  await desk.ask('standing-paper.remove', { id });
  const entries = await desk.ask('trash.list', {});
  const cards = entries.filter(({ origin }) => origin.kind === 'standing');
  expect(cards.map(({ origin }) => [origin.placeId, origin.ownerRemoved])).toEqual([
    [id, true],
    [id, true],
  ]);
  // The page that was still in the removed paper comes back with it.
  await desk.ask('trash.restore', { scan: scans[0] ?? '', pages: [0] });
  expect((await desk.ask('standing-paper.list', {}))[0]?.pages).toEqual(pages);
});

test('what was of a person who is no longer there comes back into the inbox, not to where nobody sees it', async () => {
  const desk = setRunningDesk();
  const { person, visit, paper, scans } = await fill(desk);
  await desk.ask('paper.set-pages', { id: paper.id, pages: paper.pages.slice(2) });
  const pages = [{ scan: scans[0] ?? '', page: 0, turn: 0 as const }];
  const fields = { personId: person.id, kind: 'bank-card' as const, title: '', expires: '', pages };
  const { standingPaper } = await desk.ask('standing-paper.save', { id: null, fields });
  await desk.ask('standing-paper.remove', { id: standingPaper.id });
  await desk.ask('visit.remove', { id: visit.id });
  await desk.ask('person.remove', { id: person.id });
  const before = await desk.ask('trash.list', {});
  for (const scan of scans) expect((await desk.ask('trash.restore', { scan })).places).toEqual(['inbox']);
  expect(await desk.ask('trash.list', {})).toEqual([]);
  const waiting = (await desk.ask('inbox.list', {})).flatMap((item) => item.pages);
  expect(waiting).toHaveLength(before.flatMap((entry) => entry.pages).length);
});

test('whatever is done, each page that is kept is in a place or among the removed, never in both', async () => {
  const step = fc.record({
    act: fc.constantFrom('drop', 'move', 'remove-visit', 'restore', 'to-inbox', 'assign', 'remove-item'),
    at: fc.nat(7),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const desk = setRunningDesk();
      const { visit, scans } = await fill(desk);
      for (const { act, at } of steps) {
        const removed = await desk.ask('trash.list', {});
        const waiting = await desk.ask('inbox.list', {});
        const { visit: now, papers } = await desk.ask('visit.get', { id: visit.id });
        const entry = removed[at % Math.max(1, removed.length)];
        const item = waiting[at % Math.max(1, waiting.length)];
        const paper = papers[at % Math.max(1, papers.length)];
        const kind = 'prescription' as const;
        if (act === 'drop' && paper && !now.removed)
          await desk.ask('paper.set-pages', { id: paper.id, pages: paper.pages.filter((_, n) => n !== at) });
        if (act === 'move' && paper && !now.removed)
          await desk.ask('paper.move-pages', { id: paper.id, positions: [0], visitId: visit.id, kind });
        if (act === 'remove-visit' && !now.removed) await desk.ask('visit.remove', { id: visit.id });
        if (act === 'restore' && entry) await desk.ask('trash.restore', { scan: entry.scan.id });
        if (act === 'to-inbox' && entry)
          await desk.ask('trash.restore', { scan: entry.scan.id, to: 'inbox' });
        if (act === 'assign' && item && !now.removed)
          await desk.ask('inbox.assign', { ids: [item.id], visitId: visit.id, kind });
        if (act === 'remove-item' && item) await desk.ask('inbox.remove', { ids: [item.id] });
      }
      const key = ({ scan, page }: { scan: string; page: number }) => `${scan}/${page}`;
      const { visit: now, papers } = await desk.ask('visit.get', { id: visit.id });
      const placed = new Set([
        ...(now.removed ? [] : papers.flatMap(({ pages }) => pages.map(key))),
        ...(await desk.ask('inbox.list', {})).flatMap(({ pages }) => pages.map(key)),
      ]);
      const removed = (await desk.ask('trash.list', {})).flatMap(({ pages }) => pages.map(key));
      expect(removed.filter((one) => placed.has(one))).toEqual([]);
      expect([...placed, ...removed].sort()).toEqual(
        scans.flatMap((scan) => [0, 1].map((page) => key({ scan, page }))).sort(),
      );
    }),
    { numRuns: 40 },
  );
});
