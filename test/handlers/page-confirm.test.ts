// A person's word that a page can be read: it ends the alarm for the page as it is now, and only for that.

import { expect, test } from 'vitest';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { noEdit } from '../../shared/page-edit.ts';
import type { PageFinding } from '../../shared/page-findings.ts';
import { setDesk } from './desk.ts';

const strong = (code: PageFinding['code']): PageFinding => ({
  ...{ code, severity: 'strong', box: null, measure: 0 },
});

async function openList() {
  const desk = setDesk();
  const { ask, file, vault, addPerson, addVisit } = desk;
  const visit = await addVisit((await addPerson()).id);
  const { claim } = await ask('claim.create', { personId: visit.personId, visitIds: [visit.id] });
  const target = { visitId: visit.id, kind: 'itemized-list' as const };
  const scan = (await ask('scan.add', { path: file('清单.tif'), target })).scan ?? '';
  savePageLooks(vault.db, scan, [
    { findings: [strong('blurred')], fingerprint: null },
    { findings: [strong('nearly-blank')], fingerprint: null },
  ]);
  const [paper] = (await ask('visit.get', { id: visit.id })).papers;
  const [page, second] = paper?.pages ?? [];
  if (!paper || !page || !second) throw new Error('no pages');
  const seen = async () =>
    (await ask('claim.get', { id: claim.id })).findings
      .filter(({ code }) => code.startsWith('scan-'))
      .map(({ code, severity, params }) => [code, severity, params.page]);
  const count = async () => {
    const { verdict } = await ask('claim.readiness', { id: claim.id });
    return verdict.kind === 'fix' ? verdict.count : 0;
  };
  return { ...desk, visit, scan, paper, page, second, seen, count };
}

const blurred = ['scan-unreadable', 'likely-returned', 1];
const blank = ['scan-blank', 'likely-returned', 2];

test('what a person looked at is advice with its day, and the verdict counts it no more', async () => {
  const { ask, scan, page, seen, count } = await openList();
  expect(await seen()).toEqual([blurred, blank]);
  const before = await count();
  const { confirmation, undo } = await ask('page.confirm', { page, confirmed: true });
  expect(confirmation).toMatchObject({ turn: 0, edit: '', codes: ['blurred'] });
  expect(await seen()).toEqual([blank, ['scan-confirmed', 'advice', 1]]);
  expect(await count()).toBe(before - 1);
  expect((await ask('scan.get', { id: scan })).scan.pages.map(({ confirmed }) => confirmed)).toEqual([
    [confirmation],
    undefined,
  ]);
  await ask('undo.apply', { steps: undo });
  expect(await seen()).toEqual([blurred, blank]);
  expect(await count()).toBe(before);
});

test('taking it back shows the hint again, and undo of that brings the same day and the same words back', async () => {
  const { ask, scan, page, seen } = await openList();
  const { confirmation } = await ask('page.confirm', { page, confirmed: true });
  const { undo } = await ask('page.confirm', { page, confirmed: false });
  expect(await seen()).toEqual([blurred, blank]);
  await ask('undo.apply', { steps: undo });
  expect((await ask('scan.get', { id: scan })).scan.pages[0]?.confirmed).toEqual([confirmation]);
});

test('a page that is turned or tidied, or seen with another trouble, is asked about anew', async () => {
  const { ask, vault, scan, paper, page, second, seen } = await openList();
  await ask('page.confirm', { page, confirmed: true });
  const confirmed = ['scan-confirmed', 'advice', 1];
  const show = (change: object) =>
    ask('paper.set-pages', { id: paper.id, pages: [{ ...page, ...change }, second] });
  await show({ turn: 90 });
  expect(await seen()).toEqual([blurred, blank]);
  await show({ edit: { ...noEdit, mirrored: true } });
  expect(await seen()).toEqual([blurred, blank]);
  await show({});
  expect(await seen()).toEqual([blank, confirmed]);
  savePageLooks(vault.db, scan, [{ findings: [strong('blurred'), strong('glare')], fingerprint: null }]);
  expect(await seen()).toEqual([blurred, blank]);
});

test('the same page taken anew is another scan, and nothing was said about it', async () => {
  const { ask, file, vault, visit, paper, page, second, seen } = await openList();
  await ask('page.confirm', { page, confirmed: true });
  const target = { visitId: visit.id, kind: 'other' as const };
  const anew = (await ask('scan.add', { path: file('重拍.tif'), target })).scan ?? '';
  expect(anew).not.toBe(page.scan);
  savePageLooks(vault.db, anew, [{ findings: [strong('blurred')], fingerprint: null }]);
  await ask('paper.set-pages', { id: paper.id, pages: [{ ...page, scan: anew }, second] });
  expect((await seen()).filter(([code]) => code === 'scan-confirmed')).toEqual([]);
});

test('where nothing was seen there is nothing to say, and a page that no scan has is refused', async () => {
  const { ask, refusal, vault, scan, page } = await openList();
  savePageLooks(vault.db, scan, [{ findings: [], fingerprint: null }]);
  expect(await ask('page.confirm', { page, confirmed: true })).toEqual({ confirmation: null, undo: [] });
  expect(await ask('page.confirm', { page, confirmed: false })).toEqual({ confirmation: null, undo: [] });
  expect((await refusal('page.confirm', { page: { ...page, page: 9 }, confirmed: true })).code).toBe(
    'not-found',
  );
});
