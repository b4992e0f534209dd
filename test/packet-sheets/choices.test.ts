// What a vault remembers: what portals take, and what every packet is made with. Everything written can be taken back.

import { expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { packetOptions, sheetOptions } from '../../shared/packet-options.ts';
import { portalFields, shippedProfiles } from '../../shared/portal-profile.ts';
import { type Desk, setDesk, visitFields } from '../handlers/desk.ts';

const fields = portalFields.parse({
  title: { 'zh-CN': '景洪市网厅' },
  source: 'office',
  basis: { 'zh-CN': '2026 年 11 月电话问的' },
  asOf: '2026-11-20',
  outputs: ['jpg-per-page'],
  maxFileBytes: 1_500_000,
  maxFiles: 20,
  longEdge: 1800,
  namePattern: '{serial}-{paper}',
  slots: [{ title: '病历', kinds: ['medical-record'], maxFiles: 3 }],
});

const list = (desk: Desk) => desk.ask('portal.list', {});
const settingsOf = ({ vault }: Desk) => vault.db.prepare('SELECT * FROM setting ORDER BY name').all();

test('a vault lists the profiles of the program, then its own, and takes back every change', async () => {
  const desk = setDesk();
  const empty = settingsOf(desk);
  expect((await list(desk)).map(({ id, shipped, changed }) => [id, shipped, changed])).toEqual(
    shippedProfiles.map(({ id }) => [id, true, false]),
  );
  const made = await desk.ask('portal.save', { id: null, fields });
  expect(made.profile).toMatchObject({ ...fields, id: 'own-1', shipped: false, changed: false });
  const again = await desk.ask('portal.save', { id: null, fields });
  expect(again.profile.id).toBe('own-2');
  const changed = await desk.ask('portal.save', {
    id: 'pdf-2',
    fields: { ...portalFields.parse(shippedProfiles[2]), maxFileBytes: 3_000_000 },
  });
  expect(changed.profile).toMatchObject({ shipped: true, changed: true, maxFileBytes: 3_000_000 });
  const removed = await desk.ask('portal.remove', { id: 'own-1' });
  expect((await list(desk)).map(({ id }) => id)).toEqual([...shippedProfiles.map(({ id }) => id), 'own-2']);
  for (const { undo } of [removed, changed, again, made]) await desk.ask('undo.apply', { steps: undo });
  expect(settingsOf(desk)).toEqual(empty);
});

test('a profile that is not understood hides no other, and a name in use is not given twice', async () => {
  const desk = setDesk();
  desk.vault.db.prepare('INSERT INTO setting VALUES (\'portal-profile:own-1\', \'{"from":"later"}\')').run();
  expect(await list(desk)).toHaveLength(shippedProfiles.length);
  expect((await desk.ask('portal.save', { id: null, fields })).profile.id).toBe('own-2');
});

test('what another edition of the program stored is put aside when something is saved over it', async () => {
  const desk = setDesk();
  const { db } = desk.vault;
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const later = '{"from":"later"}';
  const names = ['claim-options-usual', `claim-options:${claim.id}`, 'portal-profile:safe'];
  for (const name of names) db.prepare('INSERT INTO setting VALUES (?, ?)').run(name, later);
  const { asked: _, ...usual } = await desk.ask('options.usual', {});
  const options = { ...usual, packet: { ...usual.packet, checklist: !usual.packet.checklist } };
  const saved = await desk.ask('portal.save', { id: 'safe', fields });
  await desk.ask('claim.set-options', { id: claim.id, options });
  await desk.ask('options.set-usual', { options });
  await desk.ask('options.set-usual', { options: { ...options, packet: usual.packet } });
  const aside = () => db.prepare('SELECT name FROM setting WHERE value = ? ORDER BY name').pluck().all(later);
  expect(aside()).toEqual(names.map((name) => `other-edition:${name}`).sort());
  expect((await desk.ask('claim.options', { id: claim.id })).packet).toEqual(options.packet);
  await desk.ask('claim.forget-options', { id: claim.id });
  expect((await desk.ask('claim.options', { id: claim.id })).own).toBe(false);
  // A profile of which nothing is understood hides nothing: it stands in its place again, and nothing takes it away.
  await desk.ask('undo.apply', { steps: saved.undo });
  await desk.ask('portal.remove', { id: 'safe' });
  expect(aside()).toContain('portal-profile:safe');
  expect((await list(desk)).find(({ id }) => id === 'safe')?.changed).toBe(false);
});

test('a choice that this version understands whole is not put aside', async () => {
  const desk = setDesk();
  const { asked: _, ...options } = await desk.ask('options.usual', {});
  await desk.ask('options.set-usual', { options });
  await desk.ask('options.set-usual', {
    options: { ...options, packet: { ...options.packet, checklist: !options.packet.checklist } },
  });
  expect(settingsOf(desk)).toHaveLength(1);
});

test('limits that make no sense are refused with their field', async () => {
  const desk = setDesk();
  for (const wrong of [
    { maxFileBytes: 10 },
    { outputs: [] },
    { namePattern: '{date}' },
    { asOf: 'yesterday' },
    { slots: [{ title: '', kinds: [] }] },
  ]) {
    const reply = await answer(desk.context, 'portal.save', { id: null, fields: { ...fields, ...wrong } });
    expect(reply.ok, JSON.stringify(wrong)).toBe(false);
  }
  expect(await list(desk)).toHaveLength(shippedProfiles.length);
});

test('the usual choice holds for every claim without its own, and a claim can follow it again', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const { visit } = await desk.ask('visit.save', { id: null, fields: visitFields(person.id) });
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const { id } = claim;
  const chosen = (more: object) => ({
    packet: packetOptions.parse(more),
    sheets: sheetOptions.parse({ perSheet: 4 }),
  });
  expect(await desk.ask('options.usual', {})).toMatchObject({ asked: false });
  expect((await desk.ask('claim.plan', { id })).options).toBeUndefined();
  const usual = await desk.ask('options.set-usual', { options: chosen({ checklist: true }) });
  expect(await desk.ask('options.usual', {})).toMatchObject({ asked: true, packet: { checklist: true } });
  expect((await desk.ask('claim.plan', { id })).options).toMatchObject({ checklist: true, dividers: false });
  expect(await desk.ask('claim.options', { id })).toMatchObject({ own: false, sheets: { perSheet: 4 } });
  const own = await desk.ask('claim.set-options', { id, options: chosen({ dividers: true }) });
  expect((await desk.ask('claim.plan', { id })).options).toMatchObject({ checklist: false, dividers: true });
  expect((await desk.ask('claim.options', { id })).own).toBe(true);
  const forgot = await desk.ask('claim.forget-options', { id });
  expect((await desk.ask('claim.plan', { id })).options).toMatchObject({ checklist: true, dividers: false });
  await desk.ask('undo.apply', { steps: forgot.undo });
  expect((await desk.ask('claim.options', { id })).packet.dividers).toBe(true);
  await desk.ask('undo.apply', { steps: own.undo });
  expect((await desk.ask('claim.options', { id })).own).toBe(false);
  await desk.ask('undo.apply', { steps: usual.undo });
  expect((await desk.ask('claim.plan', { id })).options).toBeUndefined();
});
