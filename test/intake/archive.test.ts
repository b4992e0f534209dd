// ZIPs, e-invoice files, passwords and look-alikes through the calls, with a real vault and a real workshop.

import { readdirSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { listMembers, unpackMember } from '../../electron/engine/archive.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { CallOutput } from '../../electron/handlers/context.ts';
import { makeFolder, markedPicture, putFile } from '../engine/made-files.ts';
import { writeZip } from '../fuzz/write-zip.ts';
import { setDesk } from '../handlers/desk.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'fine';
};

function openDesk() {
  const desk = setDesk();
  const context = { ...desk.context, workshop };
  const add = async (path: string, more: object = {}) => {
    const told = await answer(context, 'scan.add', { path, ...more });
    if (!told.ok) throw new Error(told.problem.code);
    return told.value as CallOutput<'scan.add'>;
  };
  return { ...desk, add };
}

const jpeg = () => markedPicture().jpeg().toBuffer();
const xml = Buffer.from('<?xml version="1.0"?><EInvoice/>');

describe('an archive', () => {
  test('gives each file inside an outcome of its own', async () => {
    const { add, ask } = openDesk();
    const inner = writeZip([{ name: 'x.jpg', bytes: await jpeg() }]);
    const zip = writeZip([
      { name: '发票/1.jpg', bytes: await jpeg() },
      { name: '.DS_Store', bytes: Buffer.from('x') },
      { name: 'letter.txt', bytes: Buffer.from('a letter to read') },
      { name: 'inner.zip', bytes: inner },
    ]);
    const { outcome, members } = await add(putFile(makeFolder(), 'all.zip', zip));
    expect(outcome).toBe('kept');
    expect(members.map(({ file, outcome, problem }) => [file, outcome, problem?.params.type])).toEqual([
      ['all.zip/发票/1.jpg', 'kept', undefined],
      ['all.zip/letter.txt', 'refused', 'TXT'],
      ['all.zip/inner.zip', 'refused', 'ZIP'],
    ]);
    expect((await ask('inbox.list', {})).map(({ scan }) => scan.fileName)).toEqual(['1.jpg']);
  });

  test('is opened although it holds an e-invoice or a document, packed or not, or a picture named like one', async () => {
    const { add } = openDesk();
    const ofd = writeZip([{ name: 'OFD.xml', bytes: xml }]);
    const office = writeZip([{ name: '[Content_Types].xml', bytes: xml }]);
    const zip = writeZip([
      { name: '发票.ofd', bytes: ofd, stored: true },
      { name: '说明.docx', bytes: office, stored: true },
      { name: 'OFD.xml.jpg', bytes: await jpeg() },
    ]);
    const { members } = await add(putFile(makeFolder(), '批量下载.zip', zip));
    expect(
      members.map(({ file, outcome, mediaType, problem }) => [file, outcome, mediaType ?? problem?.code]),
    ).toEqual([
      ['批量下载.zip/发票.ofd', 'kept', 'application/ofd'],
      ['批量下载.zip/说明.docx', 'refused', 'file-type-unsupported'],
      ['批量下载.zip/OFD.xml.jpg', 'kept', 'image/jpeg'],
    ]);
  });

  test('inside another, or packed in a way that is not known, has to be unpacked by hand', async () => {
    const { add } = openDesk();
    const inner = writeZip([{ name: 'x.jpg', bytes: await jpeg() }]);
    const rare = { name: 'rare.jpg', bytes: await jpeg(), claims: { method: 14 } };
    const { members } = await add(
      putFile(makeFolder(), 'all.zip', writeZip([{ name: 'inner.zip', bytes: inner }, rare])),
    );
    expect(members.map(({ file, problem }) => [file, problem?.code])).toEqual([
      ['all.zip/inner.zip', 'archive-unsupported'],
      ['all.zip/rare.jpg', 'archive-unsupported'],
    ]);
  });

  test('with nothing in it is told so', async () => {
    const { add } = openDesk();
    const { problem } = await add(putFile(makeFolder(), 'empty.zip', writeZip([])));
    expect(problem?.code).toBe('archive-empty');
  });

  test('gives nothing of what systems leave behind, and no name leads out of it', async () => {
    const bytes = await jpeg();
    const left = ['desktop.ini', 'Thumbs.db', '~$a.docx', '.a/b.jpg', '__MACOSX/a.jpg', 'folder/'];
    const names = [...left, '../../a.jpg', '/etc/b.jpg', 'C:\\c.jpg'];
    const { add } = openDesk();
    const folder = makeFolder();
    const { members } = await add(
      putFile(folder, 'all.zip', writeZip(names.map((name) => ({ name, bytes })))),
    );
    expect(members.map(({ file }) => file)).toEqual([
      'all.zip/../../a.jpg',
      'all.zip//etc/b.jpg',
      'all.zip/C:/c.jpg',
    ]);
    expect(readdirSync(folder)).toEqual(['all.zip']);
  });

  test('that would unpack to too much is refused by its headers', () => {
    const bytes = Buffer.alloc(1000);
    const claim = (size: number) => writeZip([{ name: 'a', bytes, claims: { size } }]);
    expect(codeOf(() => listMembers(claim(2_000_000_000)))).toBe('archive-too-large');
    expect(codeOf(() => listMembers(claim(190 * 1024 * 1024)))).toBe('archive-too-large');
    const many = writeZip(Array.from({ length: 501 }, (_, at) => ({ name: `${at}`, bytes })));
    expect(codeOf(() => listMembers(many))).toBe('archive-too-many');
    expect(codeOf(() => listMembers(writeZip([])))).toBe('archive-empty');
    const locked = writeZip([{ name: 'a', bytes, claims: { flags: 1 } }]);
    expect(codeOf(() => listMembers(locked))).toBe('archive-password');
  });

  test('that lies about a file does not give it out', () => {
    for (const claims of [{ size: 10 }, { size: 2000 }, { crc: 1 }]) {
      const zip = writeZip([{ name: 'a', bytes: Buffer.alloc(1000), claims }]);
      const [member] = listMembers(zip);
      expect(() => member && unpackMember(zip, member)).toThrow();
    }
  });

  test('from Chinese Windows has its names read as GB 18030', () => {
    const name = new Uint8Array([0xb7, 0xa2, 0xc6, 0xb1]);
    expect(listMembers(writeZip([{ name, bytes: Buffer.alloc(5) }]))[0]?.name).toBe('发票');
    // C3 AB is 毛 in GB 18030 and ë in UTF-8, which a Mac would have written.
    const doubtful = { name: new Uint8Array([0xc3, 0xab]), bytes: Buffer.alloc(5) };
    expect(listMembers(writeZip([doubtful]))[0]?.name).toBe('毛');
    expect(listMembers(writeZip([{ ...doubtful, claims: { madeBy: 3 } }]))[0]?.name).toBe('ë');
    expect(listMembers(writeZip([{ ...doubtful, claims: { flags: 0x800 } }]))[0]?.name).toBe('ë');
  });
});

test('an e-invoice in XML stands beside its paper, never as a page, and can be taken back', async () => {
  const { add, ask, addPerson, addVisit } = openDesk();
  const visit = await addVisit((await addPerson()).id);
  const target = { visitId: visit.id, kind: 'invoice' };
  const path = putFile(makeFolder(), 'a.xml', xml);
  const { outcome, pages, places, undo } = await add(path, { target });
  expect([outcome, pages, places]).toEqual(['kept', [], [`${visit.id}/invoice`]]);
  const detail = await ask('visit.get', { id: visit.id });
  expect(detail.papers).toEqual([]);
  expect(detail.attachments.map(({ kind, scan }) => [kind, scan.fileName])).toEqual([['invoice', 'a.xml']]);
  expect((await add(path, { target })).outcome).toBe('duplicate');
  await ask('undo.apply', { steps: undo });
  expect((await ask('visit.get', { id: visit.id })).attachments).toEqual([]);
});

test('a PDF that asks for its password opens with it; a copy that needs none is kept beside the original', async () => {
  const { add, vault } = openDesk();
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 200]);
  pdf.encrypt({ userPassword: '010027', ownerPassword: 'owner', permissions: {} });
  const path = putFile(makeFolder(), 'locked.pdf', await pdf.save({ useObjectStreams: false }));
  expect((await add(path)).problem?.code).toBe('pdf-password');
  expect((await add(path, { password: 'no' })).problem?.code).toBe('pdf-password-wrong');
  const { outcome, scan } = await add(path, { password: '010027' });
  expect(outcome).toBe('kept');
  const copy = vault.db.prepare('SELECT bytes FROM scan_readable_copy WHERE scan_id = ?').pluck().get(scan);
  const reopened = await workshop.inspect(putFile(makeFolder(), 'open.pdf', copy as Buffer), 'open.pdf');
  expect(reopened.pages).toMatchObject([{ width: 300, height: 200 }]);
});

test('a page compressed again is known again; the answer moves it and can be taken back', async () => {
  const { add, ask, addPerson, addVisit } = openDesk();
  const lines = Array.from(
    { length: 45 },
    (_, line) =>
      `<text x="80" y="${90 + line * 34}" font-size="24">${line * 7919} ${'一二三四五六七八九'.slice(0, (line % 7) + 2)} ${line * line}</text>`,
  ).join('');
  const page = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="100%" height="100%" fill="#fff"/>${lines}</svg>`,
  );
  const folder = makeFolder();
  const first = await add(putFile(folder, 'a.png', await sharp(page).png().toBuffer()));
  const visit = await addVisit((await addPerson()).id);
  const again = await sharp(page).jpeg({ quality: 50 }).toBuffer();
  const target = { visitId: visit.id, kind: 'prescription' };
  const second = await add(putFile(folder, 'b.jpg', again), { target });
  expect(second.lookAlikes).toMatchObject([
    { page: 0, earlier: { scan: first.scan, page: 0 }, places: ['inbox'] },
  ]);
  const pages = async () => (await ask('visit.get', { id: visit.id })).papers.flatMap((paper) => paper.pages);
  const pair = { scan: second.scan ?? '', page: 0, earlier: { scan: first.scan ?? '', page: 0 } };
  const { undo } = await ask('scan.answer-look-alike', { ...pair, answer: 'use-earlier' });
  expect(await pages()).toEqual([{ scan: first.scan, page: 0, turn: 0 }]);
  await ask('undo.apply', { steps: undo });
  expect(await pages()).toEqual([{ scan: second.scan, page: 0, turn: 0 }]);
});
