// Notifications with Electron replaced at the boundary and a real vault: told once, switched off, a click opens the claim.

import { beforeEach, expect, test, vi } from 'vitest';
import { type NoticeDesk, tellDeadlines } from '../../electron/window/notify.ts';
import { type Desk, setDesk } from '../handlers/desk.ts';
import { NotificationDouble } from './electron-double.ts';

beforeEach(() => {
  NotificationDouble.shown = [];
  NotificationDouble.supported = true;
});

const open = vi.fn();
const noticeDesk = { Notification: NotificationDouble, open } as unknown as NoticeDesk;
const tell = (desk: Desk) => tellDeadlines(desk.context, noticeDesk);

/** A claim sent back, with so many days to bring what is missing; today is 1 July 2026. */
async function setReturned(desk: Desk, until: string, name = '王秀兰', number = '0000000001') {
  const person = await desk.addPerson({ name, citizenId: '', insuredPlaceCode: '' });
  const visit = await desk.addVisit(person.id);
  await desk.addInvoice(visit.id, { number });
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const fields = {
    ...{ claimId: claim.id, payer: 'basic' as const, office: '', channel: '' as const, receiptNumber: '' },
    ...{ wanted: [], amountFen: null, note: '' },
  };
  await desk.ask('claim-event.add', {
    fields: { ...fields, step: 'handed-in', on: '2026-06-01', reasons: [], until: '' },
  });
  await desk.ask('claim-event.add', {
    fields: { ...fields, step: 'returned', on: '2026-06-20', reasons: ['stamp-missing'], until },
  });
  return claim;
}

test('a day that comes near is told once, with the claim to open on a click', async () => {
  const desk = setDesk();
  const claim = await setReturned(desk, '2026-07-05');
  expect(await tell(desk)).toBe(1);
  const [shown] = NotificationDouble.shown;
  expect(shown?.wish).toEqual({
    title: '还有 4 天 · 最后一天补材料',
    body: `王秀兰 · ${claim.number} · 2026-07-05`,
  });
  shown?.emit('click');
  expect(open).toHaveBeenLastCalledWith(`#/claims/${claim.id}?view=life`);
  expect(await tell(desk)).toBe(0);
  expect(NotificationDouble.shown).toHaveLength(1);
});

test('switched off, nothing is told and nothing counts as told', async () => {
  const desk = setDesk();
  await setReturned(desk, '2026-07-05');
  await desk.ask('settings.set', { notices: 'off', language: 'en' });
  expect(await tell(desk)).toBe(0);
  await desk.ask('settings.set', { notices: 'on' });
  expect(await tell(desk)).toBe(1);
  expect(NotificationDouble.shown[0]?.wish.title).toMatch(/^4 days left · /);
});

test('a system without notifications takes none', async () => {
  const desk = setDesk();
  await setReturned(desk, '2026-07-01');
  NotificationDouble.supported = false;
  expect(await tell(desk)).toBe(0);
  NotificationDouble.supported = true;
  expect(await tell(desk)).toBe(1);
  expect(NotificationDouble.shown[0]?.wish.title).toMatch(/^今天是最后一天/);
});

test('many at once are told in three', async () => {
  const desk = setDesk();
  for (const [at, name] of ['甲', '乙', '丙', '丁', '戊'].entries())
    await setReturned(desk, '2026-07-20', name, `000000001${at}`);
  expect(await tell(desk)).toBe(5);
  expect(NotificationDouble.shown.map(({ wish }) => wish.title)).toEqual([
    '还有 19 天 · 最后一天补材料',
    '还有 19 天 · 最后一天补材料',
    '还有 3 个日子快到了',
  ]);
});
