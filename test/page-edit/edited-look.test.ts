// The hints of an edited page are those of the page as it prints: seen on the edited picture, at the pixels that are left of it.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { savePageLooks } from '../../electron/database/page-look.ts';
import { openWorkshop, type Workshop } from '../../electron/engine/workshop.ts';
import { answer } from '../../electron/handlers/answer.ts';
import type { Context } from '../../electron/handlers/context.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import type { PaperPage } from '../../shared/domain.ts';
import { noEdit, type PageEdit } from '../../shared/page-edit.ts';
import { drawPaper } from '../bench/drawn-papers.ts';
import { takeHandPhoto } from '../bench/hand-photo.ts';
import { personFields, visitFields } from '../handlers/desk.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-edited-look-'));
const workshop = openWorkshop();
let looked = 0;
const counting: Workshop = {
  ...workshop,
  lookEdited: (...wish) => {
    looked += 1;
    return workshop.lookEdited(...wish);
  },
};
let context: Context;
let visitId: string;
let claim: string;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(context, name, input);
  if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
  return reply.value as CallOutput<N>;
}

beforeAll(async () => {
  const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'test', create: true });
  context = { vault, workshop: counting, way: 'command-line', now: () => new Date('2026-03-05T06:07:08Z') };
  const { person } = await ask('person.save', { id: null, fields: personFields });
  visitId = (await ask('visit.save', { id: null, fields: visitFields(person.id) })).visit.id;
  claim = (await ask('claim.create', { personId: person.id, visitIds: [visitId] })).claim.id;
});
afterAll(async () => {
  await workshop.close();
  context.vault.close();
  rmSync(dir, { recursive: true, force: true });
});

const { width, height, rgba } = drawPaper(3, 1);
/** A page of A4 at 200 dpi. */
const scanOf = () =>
  sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .resize({ width: 1654, height: 2339, fit: 'fill' });

let files = 0;
async function add(bytes: Uint8Array, name: string): Promise<PaperPage> {
  files += 1;
  const path = join(dir, `${files}-${name}`);
  writeFileSync(path, bytes);
  const { scan } = await ask('scan.add', { path, target: null });
  if (!scan) throw new Error(`${name} was not kept`);
  return { scan, page: 0, turn: 0 };
}
const look = async (page: PaperPage, edit: Partial<PageEdit> = {}, turn: PaperPage['turn'] = 0) => {
  const changed = Object.keys(edit).length > 0 ? { edit: { ...noEdit, ...edit } } : {};
  return (await ask('page.look', { page: { ...page, ...changed, turn } })).findings;
};
const dpiOf = async (...wish: Parameters<typeof look>) =>
  (await look(...wish)).find(({ code }) => code === 'low-resolution')?.measure;

test('that its file holds further pictures is said of an edited page too', async () => {
  const page = await add(await scanOf().jpeg().toBuffer(), 'burst.jpg');
  const more = { code: 'more-pictures', severity: 'hint', box: null, measure: 2 } as const;
  savePageLooks(context.vault.db, page.scan, [{ findings: [more], fingerprint: null }]);
  expect(await look(page)).toEqual([more]);
  expect(await look(page, { mirrored: true }, 90)).toEqual([more]);
});

test('a quarter of a page that fills A4 has half its resolution; an upright half is as high as the page was', async () => {
  const page = await add(await scanOf().png().toBuffer(), 'a4.png');
  expect(await dpiOf(page)).toBeUndefined();
  expect(await dpiOf(page, { crop: [0.25, 0.25, 0.5, 0.5] })).toBe(100);
  expect(await dpiOf(page, { crop: [0.3, 0.3, 0.4, 0.4] })).toBe(80);
  // Upright halves of it are as high as the page; lying on a sheet that is turned they are wider.
  expect(await dpiOf(page, { half: 'left' })).toBeUndefined();
  expect(await dpiOf(page, { half: 'top' })).toBe(142);
  expect(await dpiOf(page, { half: 'top', crop: [0, 0, 0.5, 1] })).toBe(100);
  // Pulled straight, the stretched side counts: its lower side has 0.4 of the page's width.
  const slanted: PageEdit['corners'] = [
    [0.1, 0.3],
    [0.9, 0.3],
    [0.7, 0.7],
    [0.3, 0.7],
  ];
  const straight = await dpiOf(page, { corners: slanted });
  expect(straight).toBeGreaterThan(78);
  expect(straight).toBeLessThan(96);
});

test('a scanned page of a PDF keeps the resolution of its scan, however fine the edited picture is drawn', async () => {
  const pdf = await PDFDocument.create();
  const scan = await pdf.embedPng(
    await scanOf().resize({ width: 1323, height: 1871, fit: 'fill' }).png().toBuffer(),
  );
  pdf.addPage([595, 842]).drawImage(scan, { width: 595, height: 842 });
  const scanned = await add(await pdf.save(), 'scanned.pdf');
  expect(await dpiOf(scanned)).toBeUndefined();
  const quarter = await dpiOf(scanned, { crop: [0.25, 0.25, 0.5, 0.5] });
  expect(Math.abs((quarter ?? 0) - 80)).toBeLessThan(2);
  const written = await PDFDocument.create();
  const sheet = written.addPage([595, 842]);
  for (let line = 0; line < 40; line += 1)
    sheet.drawText('2026 7919 12345.67', { x: 60, y: 780 - line * 18 });
  const letters = await add(await written.save(), 'letters.pdf');
  expect(await dpiOf(letters, { crop: [0.1, 0.1, 0.6, 0.6] })).toBeUndefined();
  expect(await dpiOf(letters, { crop: [0.1, 0.1, 0.4, 0.4] })).toBe(120);
});

test('a dark page that was made clear is dark no more, and one cut through its writing says so', async () => {
  const dark = await sharp(await takeHandPhoto(drawPaper(3, 1), 12, 2400))
    .linear(0.33, 0)
    .jpeg({ quality: 90 })
    .toBuffer();
  const page = await add(dark, 'dark.jpg');
  const codes = async (edit: Partial<PageEdit>) => (await look(page, edit)).map(({ code }) => code);
  expect(await codes({})).toContain('too-dark');
  expect(await codes({ mirrored: true })).toContain('too-dark');
  expect(await codes({ enhance: 'paper' })).not.toContain('too-dark');
  const clean = await add(await scanOf().png().toBuffer(), 'cut.png');
  expect((await look(clean)).map(({ code }) => code)).not.toContain('touches-edge');
  expect((await look(clean, { crop: [0.3, 0, 0.7, 1] })).map(({ code }) => code)).toContain('touches-edge');
});

test('a hint is placed on the edited picture', async () => {
  const photo = await takeHandPhoto(drawPaper(3, 1), 12, 2400);
  const { width: wide = 0, height: high = 0 } = await sharp(photo).metadata();
  const spot = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}"><defs><radialGradient id="g">
     <stop offset="0.55" stop-color="#fff"/><stop offset="1" stop-color="#fff" stop-opacity="0"/></radialGradient></defs>
     <circle cx="${wide * 0.35}" cy="${high * 0.4}" r="${wide * 0.13}" fill="url(#g)"/></svg>`,
  );
  const page = await add(
    await sharp(photo)
      .composite([{ input: spot }])
      .jpeg({ quality: 95 })
      .toBuffer(),
    'glare.jpg',
  );
  const middle = async (edit: Partial<PageEdit>) => {
    const box = (await look(page, edit)).find(({ code }) => code === 'glare')?.box;
    return box ? [box.x + box.width / 2, box.y + box.height / 2] : [];
  };
  const [x = 0, y = 0] = await middle({});
  expect(x).toBeCloseTo(0.35, 1);
  const [mirroredX = 0, mirroredY = 0] = await middle({ mirrored: true });
  expect(mirroredX).toBeCloseTo(1 - x, 1);
  expect(mirroredY).toBeCloseTo(y, 1);
  const [cutX = 0, cutY = 0] = await middle({ crop: [0.05, 0.1, 0.9, 0.85] });
  expect(cutX).toBeCloseTo((x - 0.05) / 0.9, 1);
  expect(cutY).toBeCloseTo((y - 0.1) / 0.85, 1);
});

test('it is looked at once for all who ask; the claim judges what prints, and resetting gives back what was seen before', async () => {
  const page = await add(await scanOf().blur(9).png().toBuffer(), 'blurred.png');
  const { paper } = await ask('paper.attach', { visitId, kind: 'invoice', pages: [page] });
  const ofScans = async () =>
    (await ask('claim.get', { id: claim })).findings
      .filter(({ code }) => code.startsWith('scan-'))
      .map(({ code, params }) => [code, params.trouble ?? '']);
  const before = await ofScans();
  expect(before).toEqual([['scan-unreadable', 'blurred']]);
  const edit: PageEdit = { ...noEdit, crop: [0.02, 0.02, 0.3, 0.3], mirrored: true };
  looked = 0;
  const versions = [{ turn: 90 as const, edit }];
  const { undo } = await ask('page.edit', { paperId: paper.id, position: 0, versions });
  expect((await ofScans())[0]?.[0]).toBe('scan-unreadable');
  await ask('claim.readiness', { id: claim });
  await ask('person.board', { personId: (await ask('claim.get', { id: claim })).claim.personId });
  const seen = (await ask('page.look', { page: { ...page, turn: 90, edit } })).findings;
  expect(seen.map(({ code }) => code)).toEqual(expect.arrayContaining(['low-resolution']));
  expect(looked).toBe(1);
  await ask('undo.apply', { steps: undo });
  expect(await ofScans()).toEqual(before);
});

test('a person’s word is about the page as it is shown: another edit asks anew, the old one back knows it again', async () => {
  const page = await add(await scanOf().blur(8).png().toBuffer(), 'word.png');
  const edit: PageEdit = { ...noEdit, crop: [0, 0, 0.9, 1] };
  const other: PageEdit = { ...noEdit, crop: [0, 0, 0.8, 1] };
  const said = async (change: Partial<PaperPage>) =>
    (await ask('page.look', { page: { ...page, ...change } })).confirmation?.codes;
  await ask('page.confirm', { page, confirmed: true });
  expect(await said({})).toContain('blurred');
  expect(await said({ edit })).toBeUndefined();
  const { undo } = await ask('page.confirm', { page: { ...page, edit }, confirmed: true });
  expect(await said({ edit })).toContain('blurred');
  expect(await said({ edit: other })).toBeUndefined();
  expect(await said({ edit, turn: 180 })).toBeUndefined();
  expect(await said({})).toContain('blurred');
  await ask('undo.apply', { steps: undo });
  expect(await said({ edit })).toBeUndefined();
});

test('the halves of a page have hints and words of their own', async () => {
  const blank = { create: { width: 1100, height: 1600, channels: 3 as const, background: '#fff' } };
  const left = await scanOf().resize(1100, 1600, { fit: 'fill' }).png().toBuffer();
  const sheet = await sharp({ create: { ...blank.create, width: 2200 } })
    .composite([{ input: left, left: 0, top: 0 }])
    .png()
    .toBuffer();
  const page = await add(sheet, 'double.png');
  const codes = async (half: PageEdit['half']) => (await look(page, { half })).map(({ code }) => code);
  expect(await codes('left')).not.toContain('nearly-blank');
  expect(await codes('right')).toContain('nearly-blank');
  const right = { ...page, edit: { ...noEdit, half: 'right' as const } };
  await ask('page.confirm', { page: right, confirmed: true });
  expect((await ask('page.look', { page: right })).confirmation?.codes).toContain('nearly-blank');
  const other = { ...page, edit: { ...noEdit, half: 'left' as const } };
  expect((await ask('page.look', { page: other })).confirmation).toBeNull();
});

test('a page that no scan has is refused', async () => {
  const page = await add(await scanOf().resize(300).png().toBuffer(), 'small.png');
  const reply = await answer(context, 'page.look', { page: { ...page, page: 3 } });
  expect(reply).toMatchObject({ ok: false, problem: { code: 'not-found' } });
});
