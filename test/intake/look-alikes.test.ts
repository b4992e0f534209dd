// Look-alikes through the calls, with a real vault and a real workshop: asked once, answered, taken back, and nothing lost.

import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, expect, test, vi } from 'vitest';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { renewFingerprints, startRenewing, stopRenewing } from '../../electron/intake/renew-looks.ts';
import type { PageBox } from '../../shared/page-findings.ts';
import { makeFolder, putFile } from '../engine/made-files.ts';
import { setDesk } from '../handlers/desk.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

function openDesk() {
  const desk = setDesk();
  const context = Object.assign(desk.context, { workshop });
  return { ...desk, context };
}

/** Lines of text that the seed chooses, under a head that all of them share. */
function drawLines(seed: number): Buffer {
  const lines = Array.from(
    { length: 30 },
    (_, line) =>
      `<text x="80" y="${250 + line * 45}" font-size="26">${(line + 3) * 7919 * seed} ${'一二三四五六七八九'.slice(0, ((line * seed) % 7) + 2)} ${(line + seed) ** 3}</text>`,
  ).join('');
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1240" height="1754"><rect width="100%" height="100%" fill="#fff"/><text x="400" y="120" font-size="44">门诊费用明细清单</text>${lines}</svg>`,
  );
}

const png = (seed: number) => sharp(drawLines(seed)).png().toBuffer();
const jpeg = (seed: number) =>
  sharp(drawLines(seed)).resize({ height: 1300 }).jpeg({ quality: 60 }).toBuffer();

async function pdfOf(pictures: Buffer[]): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (const picture of pictures) {
    const image = await pdf.embedPng(picture);
    pdf.addPage([595, 842]).drawImage(image, { x: 0, y: 0, width: 595, height: 842 });
  }
  return Buffer.from(await pdf.save());
}

async function takeBoth() {
  const desk = openDesk();
  const { ask, addPerson, addVisit } = desk;
  const person = await addPerson();
  const [march, june] = [await addVisit(person.id), await addVisit(person.id, { date: '2026-06-02' })];
  const folder = makeFolder();
  const put = async (visitId: string, name: string, bytes: Buffer) =>
    ask('scan.add', { path: putFile(folder, name, bytes), target: { visitId, kind: 'itemized-list' } });
  const earlier = await put(march.id, 'a.png', await png(3));
  const pagesOf = async (id: string) =>
    (await ask('visit.get', { id })).papers.flatMap((paper) => paper.pages.map((page) => ({ ...page })));
  return { ...desk, march, june, put, earlier, pagesOf };
}

test('the earlier page comes as it is turned where it stands; the new one is in the list of removed scans, and undo brings it back as it was', async () => {
  const { ask, put, earlier, june, march, pagesOf } = await takeBoth();
  const [paper] = (await ask('visit.get', { id: march.id })).papers;
  const old = { scan: earlier.scan ?? '', page: 0, turn: 180 as const };
  await ask('paper.set-pages', { id: paper?.id ?? '', pages: [old] });
  const later = await put(june.id, 'b.jpg', await jpeg(3));
  expect(later.lookAlikes).toMatchObject([
    { page: 0, earlier: { scan: earlier.scan, page: 0 }, places: [`${march.id}/itemized-list`] },
  ]);
  const [kept] = (await ask('visit.get', { id: june.id })).papers;
  const tidied = { scan: later.scan ?? '', page: 0, turn: 90 as const };
  await ask('paper.set-pages', { id: kept?.id ?? '', pages: [tidied] });

  const pair = { scan: tidied.scan, page: 0, earlier: { scan: old.scan, page: 0 } };
  const { undo } = await ask('scan.answer-look-alike', { ...pair, answer: 'use-earlier' });
  expect(await pagesOf(june.id)).toEqual([old]);
  expect((await ask('trash.list', {})).map((entry) => entry.scan.id)).toEqual([tidied.scan]);
  expect(await ask('scan.look-alikes', { id: tidied.scan })).toEqual([]);

  await ask('undo.apply', { steps: undo });
  expect(await pagesOf(june.id)).toEqual([tidied]);
  expect(await ask('trash.list', {})).toEqual([]);
  expect(await ask('scan.look-alikes', { id: tidied.scan })).toHaveLength(1);
});

test('a pair is asked about once, in either order; what waited in the inbox leaves it when it is used', async () => {
  const { ask, put, earlier, june, march } = await takeBoth();
  const later = await put(june.id, 'b.jpg', await jpeg(3));
  const [one, other] = [later.scan ?? '', earlier.scan ?? ''];
  expect(await ask('scan.look-alikes', { id: other })).toMatchObject([{ earlier: { scan: one, page: 0 } }]);
  const pair = { scan: one, page: 0, earlier: { scan: other, page: 0 } };
  await ask('scan.answer-look-alike', { ...pair, answer: 'keep-both' });
  for (const id of [one, other]) expect(await ask('scan.look-alikes', { id })).toEqual([]);

  const waiting = await ask('scan.add', {
    path: putFile(makeFolder(), 'c.jpg', await sharp(drawLines(3)).rotate(90).jpeg().toBuffer()),
  });
  expect(waiting.lookAlikes).toHaveLength(1);
  const third = { scan: waiting.scan ?? '', page: 0, earlier: { scan: other, page: 0 } };
  const { undo } = await ask('scan.answer-look-alike', { ...third, answer: 'use-earlier' });
  expect(await ask('inbox.list', {})).toEqual([]);
  await ask('undo.apply', { steps: undo });
  expect(await ask('inbox.list', {})).toHaveLength(1);
  expect((await ask('visit.get', { id: march.id })).papers[0]?.pages).toHaveLength(1);
});

test('files that are asked about later are each held only against those before them', async () => {
  const { ask } = openDesk();
  const folder = makeFolder();
  const add = async (name: string, bytes: Buffer) =>
    ask('scan.add', { path: putFile(folder, name, bytes), lookAlikes: 'later' });
  const one = await add('a.png', await png(3));
  const other = await add('b.jpg', await jpeg(3));
  expect([one.outcome, one.lookAlikes, other.outcome, other.lookAlikes]).toEqual(['kept', [], 'kept', []]);
  const askOf = ({ scan }: typeof one) => ask('scan.look-alikes', { id: scan ?? '', before: true });
  expect(await askOf(one)).toEqual([]);
  expect(await askOf(other)).toMatchObject([{ page: 0, earlier: { scan: one.scan, page: 0 } }]);
});

test('a file that is to be asked about later waits for that in the vault, for as long as it is in use', async () => {
  const { ask, put, june } = await takeBoth();
  const waiting = async () => (await ask('scan.to-compare', {})).map(({ fileName }) => fileName);
  expect(await waiting()).toEqual([]);
  const folder = makeFolder();
  const add = async (name: string, bytes: Buffer) =>
    ask('scan.add', { path: putFile(folder, name, bytes), lookAlikes: 'later' });
  const one = await add('b.jpg', await jpeg(3));
  const other = await add('c.png', await png(5));
  await add('发票.xml', Buffer.from('<?xml version="1.0"?><EInvoice><Header/></EInvoice>'));
  await add('again.jpg', await jpeg(3));
  await put(june.id, 'd.png', await png(7));
  expect(await waiting()).toEqual(['b.jpg', 'c.png']);
  expect([one.toCompare, other.toCompare]).toEqual([true, true]);
  await ask('undo.apply', { steps: other.undo });
  expect(await waiting()).toEqual(['b.jpg']);
  // Not in use now: put back, it is asked about after all.
  await ask('scan.stop-comparing', { scans: [other.scan ?? ''] });
  const [item] = await ask('trash.list', {});
  await ask('trash.restore', { scan: item?.scan.id ?? '' });
  expect(await waiting()).toEqual(['b.jpg', 'c.png']);
  await ask('scan.stop-comparing', { scans: [other.scan ?? ''] });
  expect(await waiting()).toEqual(['b.jpg']);
  await ask('scan.look-alikes', { id: one.scan ?? '', before: true });
  expect(await waiting()).toEqual(['b.jpg']);
  await ask('scan.stop-comparing', { scans: [one.scan ?? ''] });
  expect(await waiting()).toEqual([]);
});

test('of three photos of one paper, one that made way is not put back by the answer to the next', async () => {
  const { ask, put, earlier, june, pagesOf } = await takeBoth();
  const second = await put(june.id, 'b.jpg', await jpeg(3));
  const third = await put(june.id, 'c.jpg', await sharp(drawLines(3)).jpeg({ quality: 50 }).toBuffer());
  const [first = '', one = '', other = ''] = [earlier.scan, second.scan, third.scan].map(
    (scan) => scan ?? '',
  );
  const replace = (scan: string, by: string) =>
    ask('scan.answer-look-alike', {
      ...{ scan, page: 0, earlier: { scan: by, page: 0 } },
      answer: 'use-earlier',
    });
  await replace(one, first);
  await expect(replace(other, one)).rejects.toThrow(/not-found/);
  expect(await ask('scan.look-alikes', { id: other, before: true })).toMatchObject([
    { earlier: { scan: first, page: 0 } },
  ]);
  await replace(other, first);
  expect((await pagesOf(june.id)).map(({ scan }) => scan)).toEqual([first]);
  expect(await ask('scan.look-alikes', { id: other, before: true })).toEqual([]);
});

test('a page that stands nowhere any more is not asked about, though another page of its file does', async () => {
  const { ask, put, june } = await takeBoth();
  const folder = makeFolder();
  const add = (name: string, bytes: Buffer) => ask('scan.add', { path: putFile(folder, name, bytes) });
  const pdf = await pdfOf([await png(11), await png(13)]);
  const whole = await put(june.id, 'two.pdf', pdf);
  const [paper] = (await ask('visit.get', { id: june.id })).papers;
  expect((await add('b.jpg', await jpeg(13))).lookAlikes).toMatchObject([
    { earlier: { scan: whole.scan, page: 1 } },
  ]);
  await ask('paper.set-pages', { id: paper?.id ?? '', pages: (paper?.pages ?? []).slice(0, 1) });
  const later = await add('c.jpg', await sharp(drawLines(13)).jpeg({ quality: 50 }).toBuffer());
  expect(later.lookAlikes.map(({ earlier }) => earlier.scan)).not.toContain(whole.scan);
});

test('two pages laid over each other show how the other is turned and where they differ', async () => {
  const { ask, put, earlier, june } = await takeBoth();
  const changed = drawLines(3)
    .toString()
    .replace(/(y="(880|925|970)" font-size="26">)[^<]*/g, '$1复方甘草口服液 80 盒');
  const stamped = await sharp(Buffer.from(changed)).rotate(90).jpeg().toBuffer();
  const later = await put(june.id, 'b.jpg', stamped);
  const pages = { one: { scan: later.scan ?? '', page: 0 }, other: { scan: earlier.scan ?? '', page: 0 } };
  const { laid } = await ask('scan.compare-pages', pages);
  expect(laid?.turn).toBe(90);
  // The middle of the changed lines, 200 of 1240 across and 925 of 1754 down, turned clockwise by a quarter.
  const [x, y] = [1 - 925 / 1754, 200 / 1240];
  const covers = (box: PageBox | undefined, u: number, v: number) =>
    box !== undefined && box.x < u && u < box.x + box.width && box.y < v && v < box.y + box.height;
  const [first, ...others] = laid?.differences ?? [];
  expect(others).toEqual([]);
  expect(covers(first?.one, x, y)).toBe(true);
  expect(covers(first?.other, x, y)).toBe(true);
  const list = await put(june.id, 'c.png', await png(11));
  expect(list.lookAlikes).toEqual([]);
});

test('a fingerprint of an older kind is taken anew, and the page is known again', async () => {
  const { context, put, earlier, june } = await takeBoth();
  const { db } = context.vault;
  const read = () =>
    db.prepare('SELECT findings, fingerprint FROM page_look WHERE scan_id = ?').get(earlier.scan) as {
      findings: string;
      fingerprint: Buffer;
    };
  const before = read();
  const old = Buffer.alloc(6000, 7);
  old[0] = 2;
  db.prepare('UPDATE page_look SET fingerprint = ? WHERE scan_id = ?').run(old, earlier.scan);
  expect(await renewFingerprints(context, 5)).toBe(false);
  expect(read().findings).toBe(before.findings);
  expect(read().fingerprint[0]).toBe(3);
  const later = await put(june.id, 'b.jpg', await jpeg(3));
  expect(later.lookAlikes).toMatchObject([{ earlier: { scan: earlier.scan, page: 0 } }]);
});

test('a fault while old pages are looked at anew is written down and ends nothing else', async () => {
  const { context } = openDesk();
  const { ask, file, vault } = setDesk();
  const { scan } = await ask('scan.add', { path: file('清单.tif'), target: null });
  const old = Buffer.alloc(6000, 7);
  old[0] = 2;
  savePageLooks(vault.db, scan ?? '', [{ findings: [], fingerprint: old }]);
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const fingerprint = () => Promise.reject(new Error('no room on the disk'));
  startRenewing({ ...context, vault, workshop: { ...workshop, fingerprint } });
  await expect.poll(() => written.mock.calls.join('')).toContain('no room on the disk');
  await stopRenewing(vault);
  written.mockRestore();
});

test('next month’s list with the same lines, another date and another number is not asked about', async () => {
  const { put, june } = await takeBoth();
  const dated = (date: string, number: string) =>
    Buffer.from(
      drawLines(3)
        .toString()
        .replace('</svg>', `<text x="80" y="190" font-size="26">日期 ${date}　单据号 ${number}</text></svg>`),
    );
  const photo = (picture: Buffer) =>
    sharp(picture).rotate(1.5, { background: '#fff' }).jpeg({ quality: 75 }).toBuffer();
  const march = await put(
    june.id,
    'march.png',
    await sharp(dated('2026-03-09', '0061234567')).png().toBuffer(),
  );
  const april = await put(june.id, 'april.jpg', await photo(dated('2026-04-28', '0067658321')));
  expect(april.lookAlikes.map(({ earlier }) => earlier.scan)).not.toContain(march.scan);
  const again = await put(june.id, 'again.jpg', await photo(dated('2026-03-09', '0061234567')));
  expect(again.lookAlikes.map(({ earlier }) => earlier.scan)).toContain(march.scan);
});
