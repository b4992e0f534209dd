// One person's data alone: everything of that person is there, and no byte of another.

import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { findClaimOptions } from '../../electron/database/claim-options.ts';
import { copiedTables, leftBehind } from '../../electron/database/copy-person.ts';
import { openVault } from '../../electron/database/open.ts';
import { OWNER } from '../../electron/files/write-file-whole.ts';
import { closeWaysIn } from '../../electron/handlers/ways-in.ts';
import { type Desk, personFields, setDesk, temporaryFolder } from './desk.ts';

const other = {
  name: '欧阳慕贤',
  citizenId: '110101195301010035',
  phone: '13700001111',
  bankAccount: '6222777766665555',
  insuredPlaceCode: '110105',
};
const secrets = [
  ...[other.name, other.citizenId, other.phone, other.bankAccount],
  ...['朝阳某医院', '别人的原件', 'other-packet', '别人的备案', '别人的药'],
];

/** A person with a visit, papers, filing, hospital, claim and a packet that was handed in. */
async function fillPerson(
  desk: Desk,
  mark: { person: object; hospital: string; bytes: string; note: string },
) {
  const person = await desk.addPerson(mark.person);
  const visit = await desk.addVisit(person.id, { hospital: mark.hospital, note: mark.note });
  const number = mark.hospital === '朝阳某医院' ? '0000000077' : '0000000001';
  const lines = [{ name: mark.note, category: '', quantity: '1', unit: '', amountFen: 26840 }];
  await desk.addInvoice(visit.id, { number, lines });
  const target = { visitId: visit.id, kind: 'invoice' as const };
  const name = `${mark.bytes}.tif`;
  await desk.ask('scan.add', { path: desk.file(name, `${mark.bytes}的字节`), target });
  await desk.ask('filing.save', {
    id: null,
    fields: {
      ...{ personId: person.id, category: 'long-term-resident', from: '2025-01-01', to: '' },
      ...{ cityCode: '530100', cityName: '昆明市', hospitals: [mark.hospital], waitingDays: null },
      ...{ how: 'app', proofId: null, note: `${mark.note}的备案` },
    },
  });
  await desk.ask('hospital.save', {
    id: null,
    fields: {
      ...{ name: mark.hospital, aliases: [], grade: 'tertiary', code: '', cityCode: '', cityName: '' },
      designated: true,
    },
  });
  const { claim } = await desk.ask('claim.create', { personId: person.id, visitIds: [visit.id] });
  const path = desk.file(
    '包.pdf',
    `%PDF-1.7 ${mark.bytes} ${mark.note === '别人' ? 'other-packet' : 'own-packet'}`,
  );
  const { sha256 } = await desk.ask('packet.keep', { claimId: claim.id, path });
  await desk.ask('claim-event.add', {
    fields: {
      ...{ claimId: claim.id, step: 'handed-in', on: '2026-04-01', payer: 'basic', office: mark.hospital },
      ...{ channel: '', receiptNumber: '', reasons: [], wanted: [], until: '', amountFen: null, note: '' },
    },
    packet: sha256,
  });
  return { person, visit, claim };
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

test('the vault and files of one person hold nothing of another, in no byte and no free page', async () => {
  const desk = setDesk();
  await fillPerson(desk, { person: other, hospital: '朝阳某医院', bytes: '别人的原件', note: '别人' });
  const own = await fillPerson(desk, { person: {}, hospital: '昆明医院', bytes: '自己的原件', note: '自己' });
  await desk.ask('scan.add', { path: desk.file('等着.tif', '别人的原件二') });
  const dir = join(temporaryFolder(), '王秀兰 的资料');
  const told = await desk.ask('person.export', { id: own.person.id, dir, language: 'zh-CN' });
  expect(told).toEqual({ dir, scans: 1, visits: 1, claims: 1 });
  const files = filesUnder(dir);
  expect(files.map((path) => path.slice(dir.length + 1)).sort()).toEqual([
    'guibao.sqlite',
    'originals/0001 2026-03-05 昆明医院 发票.tif',
    'originals/index.html',
  ]);
  const bytes = Buffer.concat(files.map((path) => readFileSync(path)));
  const names = files.join('\n');
  for (const secret of secrets) {
    expect(bytes.includes(secret), secret).toBe(false);
    expect(bytes.includes(Buffer.from(secret, 'utf16le')), secret).toBe(false);
    expect(names).not.toContain(secret);
  }
  for (const kept of ['王秀兰', personFields.citizenId, '自己的原件的字节', 'own-packet', '自己的备案'])
    expect(bytes.includes(kept), kept).toBe(true);
  const vault = openVault(dir, { access: 'write', way: 'page' });
  expect(vault.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(vault.db.pragma('freelist_count', { simple: true })).toBe(0);
  expect(vault.db.prepare('SELECT count(*) FROM person').pluck().get()).toBe(1);
  const versions = vault.db.prepare('SELECT packet_sha256 FROM submission').pluck().all();
  expect(versions).toHaveLength(1);
  vault.close();
});

test('what was chosen for the packets of a person goes along, of others nothing', async () => {
  const desk = setDesk();
  const theirs = await fillPerson(desk, { person: other, hospital: '朝阳某医院', bytes: 'b', note: '别人' });
  const own = await fillPerson(desk, { person: {}, hospital: '昆明医院', bytes: 'a', note: '自己' });
  const choose = async (id: string, copyWording: string) => {
    const { own: _, ...plain } = await desk.ask('claim.options', { id });
    const options = { ...plain, packet: { ...plain.packet, checklist: true, copyWording } };
    return (await desk.ask('claim.set-options', { id, options })).options;
  };
  const options = await choose(own.claim.id, '与原件一致');
  await choose(theirs.claim.id, '别人的说法');
  const dir = join(temporaryFolder(), 'out');
  await desk.ask('person.export', { id: own.person.id, dir });
  const vault = openVault(dir, { access: 'read', way: 'page' });
  expect(findClaimOptions(vault.db, own.claim.id)).toEqual(options);
  expect(vault.db.prepare('SELECT count(*) FROM setting').pluck().get()).toBe(1);
  vault.close();
});

test('every table is either copied or left behind on purpose', () => {
  const { db } = setDesk().vault;
  const tables = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name")
    .pluck()
    .all();
  expect([...copiedTables, ...leftBehind].sort()).toEqual(tables);
});

test('a folder with something in it, and a person who is not there, are refused and nothing is left behind', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const folder = temporaryFolder();
  writeFileSync(join(folder, '别动我.txt'), '');
  const used = await desk.refusal('person.export', { id: person.id, dir: folder });
  expect(used).toEqual({ code: 'folder-not-empty', params: { dir: folder } });
  const base = temporaryFolder();
  const gone = await desk.refusal('person.export', { id: 'person-0000000000', dir: join(base, 'a') });
  expect(gone.code).toBe('not-found');
  mkdirSync(join(base, 'empty'));
  await desk.ask('person.export', { id: person.id, dir: join(base, 'empty') });
  expect(readdirSync(base)).toEqual(['empty']);
  expect(readdirSync(folder)).toEqual(['别动我.txt']);
});

test('an original is written once and named by its first paper; the index page escapes what people typed', async () => {
  const desk = setDesk();
  const person = await desk.addPerson({ name: '<b>王&兰' });
  const first = await desk.addVisit(person.id, { date: '2026-01-02', hospital: '<script>医/院\\:' });
  const second = await desk.addVisit(person.id, { date: '2026-02-02' });
  const path = desk.file('一.tif', 'same');
  for (const visit of [first, second])
    await desk.ask('scan.add', { path, target: { visitId: visit.id, kind: 'prescription' } });
  const dir = join(temporaryFolder(), 'out');
  await desk.ask('person.export', { id: person.id, dir, language: 'en' });
  expect(readdirSync(join(dir, 'originals')).sort()).toEqual([
    '0001 2026-01-02 script医院 Prescription.tif',
    'index.html',
  ]);
  const page = readFileSync(join(dir, 'originals/index.html'), 'utf8');
  expect(page).toContain('&lt;script&gt;医/院\\:');
  expect(page).not.toContain('<script>');
  expect(page.match(/href="0001/g)).toHaveLength(2);
});

/** A person with so many originals that the export takes several breaths. */
async function fillMany(desk: Desk) {
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  for (let at = 0; at < 12; at += 1) {
    const path = desk.file(`${at}.tif`, String.fromCharCode(97 + at).repeat(400_000));
    await desk.ask('scan.add', { path, target: { visitId: visit.id, kind: 'medical-record' } });
  }
  return { person, visit };
}

test('an export says how far it is, is stopped when asked to, and then leaves nothing behind', async () => {
  const desk = setDesk();
  const { person } = await fillMany(desk);
  const base = temporaryFolder();
  const dir = join(base, 'out');
  const asked = desk.refusal('person.export', { id: person.id, dir });
  const state = () => desk.ask('person.export-state', { dir });
  await expect.poll(async () => (await state()).done, { interval: 1 }).toBeGreaterThan(0);
  const { running, done, total } = await state();
  expect([running, total]).toEqual([true, 2 * 12 * 400_000]);
  expect(done).toBeLessThan(total);
  expect((await desk.refusal('person.export', { id: person.id, dir })).code).toBe('folder-not-empty');
  await desk.ask('person.export-cancel', { dir });
  expect(await asked).toEqual({ code: 'cancelled', params: {} });
  expect(readdirSync(base)).toEqual([]);
  expect(await state()).toEqual({ running: false, done: 0, total: 0 });
});

test('a program that ends in the middle of an export leaves nothing of it behind', async () => {
  const desk = setDesk();
  const { person } = await fillMany(desk);
  const base = temporaryFolder();
  const dir = join(base, 'out');
  const asked = desk.refusal('person.export', { id: person.id, dir });
  await expect
    .poll(async () => (await desk.ask('person.export-state', { dir })).done, { interval: 1 })
    .toBeGreaterThan(0);
  await closeWaysIn(desk.context);
  expect(readdirSync(base)).toEqual([]);
  expect((await asked).code).toBe('cancelled');
});

test('what is put into the empty folder during an export stays there, and the export is refused', async () => {
  const desk = setDesk();
  const { person } = await fillMany(desk);
  const base = temporaryFolder();
  const dir = join(base, 'out');
  mkdirSync(dir);
  const asked = desk.refusal('person.export', { id: person.id, dir });
  await expect
    .poll(async () => (await desk.ask('person.export-state', { dir })).done, { interval: 1 })
    .toBeGreaterThan(0);
  writeFileSync(join(dir, '别动我.txt'), '');
  expect(await asked).toEqual({ code: 'folder-not-empty', params: { dir } });
  expect(readdirSync(base)).toEqual(['out']);
  expect(readdirSync(dir)).toEqual(['别动我.txt']);
});

test('work goes on while a person is exported, and the export is of the moment it began', async () => {
  const desk = setDesk();
  const { person, visit } = await fillMany(desk);
  const dir = join(temporaryFolder(), 'out');
  const asked = desk.ask('person.export', { id: person.id, dir });
  await expect
    .poll(async () => (await desk.ask('person.export-state', { dir })).done, { interval: 1 })
    .toBeGreaterThan(0);
  await desk.addVisit(person.id, { date: '2026-04-01' });
  await desk.ask('visit.remove', { id: visit.id });
  expect(await asked).toMatchObject({ scans: 12, visits: 1 });
  expect(readdirSync(join(dir, 'originals'))).toHaveLength(13);
});

test('what a killed program left of an export is cleared by the next one, and what a living one makes is not', async () => {
  const desk = setDesk();
  const person = await desk.addPerson();
  const folder = temporaryFolder();
  const dead = join(folder, `.guibao-${OWNER.slice(0, 4)}7ffffff0abcd.part`);
  const living = join(folder, `.guibao-${OWNER}abcd.part`);
  for (const part of [dead, living]) mkdirSync(join(part, 'originals'), { recursive: true });
  writeFileSync(join(dead, 'guibao.sqlite'), 'half');
  await desk.ask('person.export', { id: person.id, dir: join(folder, '资料') });
  expect(readdirSync(folder).sort()).toEqual([basename(living), '资料']);
  expect(readdirSync(join(desk.context.vault.dir, 'writing'))).toEqual([]);
});
