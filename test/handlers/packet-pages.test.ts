// The pages of a claim in another order, or left out: the plan follows, nothing is missing without a word, and all of it goes back.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copiedTables } from '../../electron/database/copy-person.ts';
import { keyOf, movePage, type PacketPageOfClaim, type PageKey } from '../../shared/packet-pages.ts';
import { noEdit } from '../../shared/page-edit.ts';
import { type Desk, setDesk } from './desk.ts';

/** Two visits; every file has two pages. */
async function fill(desk: Desk) {
  const person = await desk.addPerson();
  const [one, two] = [
    await desk.addVisit(person.id, { date: '2026-03-05' }),
    await desk.addVisit(person.id, { date: '2026-03-20' }),
  ];
  for (const visit of [one, two])
    for (const kind of ['invoice', 'itemized-list', 'prescription', 'medical-record'] as const)
      await desk.ask('scan.add', {
        path: desk.file(`${kind}-${visit.date}.tif`),
        fileName: `${kind}.tif`,
        target: { visitId: visit.id, kind },
        password: '',
      });
  const { claim } = await desk.ask('claim.create', {
    personId: person.id,
    visitIds: [one.id, two.id],
    title: '',
  });
  return claim.id;
}

const plannedKinds = async (desk: Desk, id: string) =>
  (await desk.ask('claim.plan', { id })).visits.map(({ papers }) =>
    papers.map(({ kind, pages }) => `${kind} ${pages.map(({ page }) => page + 1).join('')}`),
  );

const usual = ['invoice 12', 'itemized-list 12', 'prescription 12', 'medical-record 12'];

test('a page moves inside its paper, a paper moves past another, and undo brings the usual order back', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  expect(await plannedKinds(desk, id)).toEqual([usual, usual]);
  const pages = await desk.ask('claim.pages', { id });
  expect(pages).toHaveLength(16);
  const inside = await desk.ask('claim.order-pages', { id, order: movePage(pages, 0, 1) ?? [] });
  expect(await plannedKinds(desk, id)).toEqual([['invoice 21', ...usual.slice(1)], usual]);
  const beyond = movePage(inside.pages, 0, 4) ?? [];
  const moved = await desk.ask('claim.order-pages', { id, order: beyond });
  const first = ['itemized-list 12', 'prescription 12', 'invoice 21', 'medical-record 12'];
  expect(await plannedKinds(desk, id)).toEqual([first, usual]);
  await desk.ask('undo.apply', { steps: moved.undo });
  await desk.ask('undo.apply', { steps: inside.undo });
  expect(await plannedKinds(desk, id)).toEqual([usual, usual]);
  expect(await desk.ask('claim.pages', { id })).toEqual(pages);
});

test('a paper that comes later takes its usual place in an order that was arranged', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  const pages = await desk.ask('claim.pages', { id });
  await desk.ask('claim.order-pages', { id, order: movePage(pages, 6, 0) ?? [] });
  const { visits } = await desk.ask('claim.get', { id });
  await desk.ask('scan.add', {
    path: desk.file('second list.tif'),
    fileName: 'second list.tif',
    target: { visitId: visits[0]?.id ?? '', kind: 'diagnosis-certificate' },
    password: '',
  });
  const [first] = await plannedKinds(desk, id);
  expect(first).toEqual(['medical-record 12', ...usual.slice(0, 3), 'diagnosis-certificate 12']);
});

test('a page left out is not planned, is named with its reason, and is in no finding once it is back', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  const pages = await desk.ask('claim.pages', { id });
  const before = await desk.ask('claim.plan', { id });
  const key = keyOf(pages[1] as PacketPageOfClaim);
  const out = await desk.ask('claim.exclude-page', { id, ...key, reason: '空白背面' });
  expect(out.pages[1]).toMatchObject({ excluded: '空白背面' });
  const plan = await desk.ask('claim.plan', { id });
  expect(plan.visits[0]?.papers[0]?.pages).toHaveLength(1);
  expect(plan.excluded).toEqual([
    {
      visit: '1',
      kind: 'invoice',
      title: '',
      scan: key.scan,
      page: 1,
      fileName: 'invoice.tif',
      reason: '空白背面',
    },
  ]);
  const { findings } = await desk.ask('claim.readiness', { id });
  expect(findings.filter(({ code }) => code === 'page-left-out')).toMatchObject([
    {
      severity: 'advice',
      paperKind: 'invoice',
      params: { file: 'invoice.tif', page: 2, reason: '空白背面' },
    },
  ]);
  await desk.ask('undo.apply', { steps: out.undo });
  expect(await desk.ask('claim.plan', { id })).toEqual(before);
});

test('a paper left out with all its pages is a gap again, not silently gone', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  const pages = await desk.ask('claim.pages', { id });
  for (const page of pages.filter(({ visit, kind }) => visit === 0 && kind === 'prescription'))
    await desk.ask('claim.exclude-page', { id, ...keyOf(page), reason: '不是这次的' });
  const [first] = await plannedKinds(desk, id);
  expect(first).toEqual([usual[0], usual[1], 'prescription ', usual[3]]);
  const { findings } = await desk.ask('claim.get', { id });
  const missing = findings.filter(({ code, severity }) => code === 'paper-missing' && severity !== 'advice');
  expect(missing).toMatchObject([{ paperKind: 'prescription' }]);
});

test('a reason is asked for, and pages that are not there are refused', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  const key = keyOf((await desk.ask('claim.pages', { id }))[0] as PacketPageOfClaim);
  expect((await desk.refusal('claim.exclude-page', { id, ...key, reason: '  ' })).code).toBe('input-invalid');
  const lost = { ...key, page: 9 };
  expect((await desk.refusal('claim.exclude-page', { id, ...lost, reason: 'x' })).code).toBe('not-found');
  expect((await desk.refusal('claim.include-page', { id, ...lost })).code).toBe('not-found');
});

/** The first invoice page of the first visit cut in two. */
async function cut(desk: Desk, id: string) {
  const [first] = await desk.ask('claim.pages', { id });
  if (!first) throw new Error('no pages');
  const versions = (['left', 'right'] as const).map((half) => ({
    turn: 0 as const,
    edit: { ...noEdit, half },
  }));
  return desk.ask('page.edit', { paperId: first.paperId, position: first.position, versions });
}
const halvesOf = async (desk: Desk, id: string) =>
  (await desk.ask('claim.plan', { id })).visits[0]?.papers[0]?.pages.map(
    ({ page, edit }) => `${page + 1}${edit?.text ?? ''}`,
  );

test('the halves of a page are moved and left out each by itself', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  await cut(desk, id);
  expect(await halvesOf(desk, id)).toEqual(['1hl', '1hr', '2']);
  const pages = await desk.ask('claim.pages', { id });
  expect(pages.slice(0, 3).map(({ half, position }) => [half, position])).toEqual([
    ['left', 0],
    ['right', 1],
    ['', 2],
  ]);
  await desk.ask('claim.order-pages', { id, order: movePage(pages, 1, 0) ?? [] });
  expect(await halvesOf(desk, id)).toEqual(['1hr', '1hl', '2']);
  const left = (await desk.ask('claim.pages', { id }))[1] as PacketPageOfClaim;
  expect([left.half, left.position]).toEqual(['left', 0]);
  const out = await desk.ask('claim.exclude-page', { id, ...keyOf(left), reason: '空白' });
  expect(await halvesOf(desk, id)).toEqual(['1hr', '2']);
  expect(out.pages.map(({ excluded }) => excluded).filter(Boolean)).toEqual(['空白']);
  await desk.ask('undo.apply', { steps: out.undo });
  expect(await halvesOf(desk, id)).toEqual(['1hr', '1hl', '2']);
});

test('a page left out stays out with both of it when it is cut in two; one half comes back alone', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  const whole = keyOf((await desk.ask('claim.pages', { id }))[0] as PacketPageOfClaim);
  await desk.ask('claim.exclude-page', { id, ...whole, reason: '重复了' });
  await cut(desk, id);
  expect(await halvesOf(desk, id)).toEqual(['2']);
  const { pages, undo } = await desk.ask('claim.include-page', { id, ...whole, half: 'right' });
  expect(pages.slice(0, 3).map(({ half, excluded }) => [half, excluded])).toEqual([
    ['left', '重复了'],
    ['right', ''],
    ['', ''],
  ]);
  expect(await halvesOf(desk, id)).toEqual(['1hr', '2']);
  await desk.ask('undo.apply', { steps: undo });
  expect(await halvesOf(desk, id)).toEqual(['2']);
});

test('a page in its place among others keeps that place when it is cut in two', async () => {
  const desk = setDesk();
  const id = await fill(desk);
  const pages = await desk.ask('claim.pages', { id });
  await desk.ask('claim.order-pages', { id, order: movePage(pages, 0, 1) ?? [] });
  await cut(desk, id);
  expect(await halvesOf(desk, id)).toEqual(['2hl', '2hr', '1']);
});

test('both tables go along when a person is copied', () => {
  expect(copiedTables).toEqual(expect.arrayContaining(['page_order', 'page_excluded']));
});

const arranged = fc
  .array(fc.record({ visit: fc.integer({ min: 0, max: 2 }), paper: fc.integer({ min: 0, max: 3 }) }), {
    minLength: 1,
    maxLength: 24,
  })
  .map((all) =>
    all
      .toSorted((a, b) => a.visit - b.visit || a.paper - b.paper)
      .map(
        ({ visit, paper }, at): PacketPageOfClaim => ({
          ...{ visit, paperId: `paper-${visit}${paper}`, scan: String(at), page: 0, half: '' },
          ...{ position: at, turn: 0 },
          ...{ kind: 'other', title: '', fileName: '', excluded: '' },
        }),
      ),
  );

test('a move loses no page, doubles none, keeps papers whole and visits in their place', () => {
  fc.assert(
    fc.property(arranged, fc.nat(23), fc.nat(23), (pages, from, to) => {
      const order = movePage(pages, from, to);
      if (!order) return;
      const textOf = ({ paperId, scan }: PageKey) => `${paperId}/${scan}`;
      expect(order.map(textOf).toSorted()).toEqual(pages.map(textOf).toSorted());
      const runs = order.map(({ paperId }) => paperId).filter((one, at, all) => one !== all[at - 1]);
      expect(new Set(runs).size).toBe(runs.length);
      const visitsOf = (keys: readonly PageKey[]) => keys.map(({ paperId }) => paperId.slice(0, 7));
      expect(visitsOf(order)).toEqual(visitsOf(pages));
      const alone = pages[from]?.paperId === pages[to]?.paperId;
      if (alone) expect(order[to]?.scan).toBe(pages[from]?.scan);
    }),
    { numRuns: 300 },
  );
});
