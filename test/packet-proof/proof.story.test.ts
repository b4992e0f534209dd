// The window's own proof in a real browser: an odd PDF climbs the ladder, the list shows every page beside its original, and
// the saved bytes are those of the command line.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument, PDFName, rgb } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { runGuibao } from '../command-line/run-guibao.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { openBrowser } from '../support/browser.ts';
import { rendererDir } from '../support/screens.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-proof-'));
const vaultDir = join(dir, 'vault');
const pictures = resolve(import.meta.dirname, '../../.cache/proof');
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;
let claimId: string;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

/** A form whose value is drawn by whoever opens it: a copy of its objects would lose it. */
async function drawForm(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const sheet = document.addPage([400, 560]);
  sheet.drawRectangle({ x: 40, y: 420, width: 200, height: 60, color: rgb(0.2, 0.2, 0.2) });
  const field = document.getForm().createTextField('total');
  field.addToPage(sheet, { x: 40, y: 200, width: 300, height: 60 });
  field.setText('4,812.60');
  const again = await PDFDocument.load(await document.save());
  for (const one of again.getForm().getFields())
    for (const widget of one.acroField.getWidgets()) widget.dict.delete(PDFName.of('AP'));
  again.getForm().acroForm.dict.set(PDFName.of('NeedAppearances'), again.context.obj(true));
  return again.save({ updateFieldAppearances: false });
}

async function drawPhoto(): Promise<Uint8Array> {
  const ink =
    '<svg width="1200" height="1600"><rect x="80" y="80" width="700" height="300" fill="#224"/><rect x="80" y="500" width="1000" height="40" fill="#445"/></svg>';
  const paper = sharp({ create: { width: 1200, height: 1600, channels: 3, background: '#f4f2ea' } });
  const upright = await paper
    .composite([{ input: Buffer.from(ink) }])
    .png()
    .toBuffer();
  return sharp(upright).rotate(90).withMetadata({ orientation: 8 }).jpeg().toBuffer();
}

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir, rendererDir, now: () => new Date('2026-04-02T10:00:00') });
  const { person } = await ask('person.save', { id: null, fields: personFields });
  const { visit } = await ask('visit.save', { id: null, fields: visitFields(person.id) });
  const files = [
    ['发票.jpg', await drawPhoto(), 'invoice'],
    ['清单.pdf', await drawForm(), 'itemized-list'],
  ] as const;
  for (const [name, bytes, kind] of files) {
    writeFileSync(join(dir, name), bytes);
    await ask('scan.add', {
      path: join(dir, name),
      fileName: name,
      target: { visitId: visit.id, kind },
      password: '',
    });
  }
  const { claim } = await ask('claim.create', { personId: person.id, visitIds: [visit.id], title: '' });
  claimId = claim.id;
  page = await (browser as Browser).newPage({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    locale: 'zh-CN',
  });
  page.setDefaultTimeout(40_000);
  await page.goto(open.address);
  await page.getByRole('navigation').first().waitFor();
}, 180_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

const rows = () => page.locator('.proof-row');

describe.skipIf(!works)(works ? 'the proof in the browser' : `skipped: ${browser}`, () => {
  test('a form whose values a copy would lose is put in as a picture, and the list says so beside its original', async () => {
    await page.goto(new URL(`/#/claims/${claimId}?view=preview`, open.address).href);
    await page.locator('.proof').getByText('2 页逐页和原件比过，一样').waitFor();
    await page
      .locator('.proof')
      .getByText(/第 \d 页按图片放进去/)
      .waitFor();
    await page.getByRole('button', { name: '逐页看：和原件对照' }).click();
    await page.getByRole('dialog', { name: '每一页和原件对照' }).waitFor();
    const form = rows().filter({ hasText: '清单.pdf' });
    await form.getByText('按图片放进去，清晰度够印').waitFor();
    await form.getByText('和原件一样', { exact: true }).waitFor();
    const photo = rows().filter({ hasText: '发票.jpg' });
    for (const held of ['在，而且只有一次', '位置、方向都对', '不是空白', '和原件一样'])
      await photo.getByText(held, { exact: true }).waitFor();
    const original = photo.locator('img');
    await expect
      .poll(() => original.evaluate((image: HTMLImageElement) => image.naturalHeight > image.naturalWidth))
      .toBe(true);
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(pictures, '1 list.png') });
    await page.keyboard.press('Escape');
    await page.getByRole('dialog', { name: '每一页和原件对照' }).waitFor({ state: 'hidden' });
  });

  test('the saved bytes are those that the command line writes and proves', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: /保存 PDF/ }).click();
    await page.getByRole('button', { name: '仍然导出' }).click();
    const path = join(dir, 'page.pdf');
    await (await waiting).saveAs(path);
    const out = join(dir, 'line.pdf');
    const words = ['claim', 'export', claimId, '--out', out, '--allow-incomplete'];
    const run = await runGuibao([...words, '--vault', vaultDir, '--json', '--lang', 'zh-CN']);
    expect(run.code, run.out + run.err).toBe(0);
    const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
    expect(hash(path)).toBe(hash(out));
    const { proof } = JSON.parse(run.out);
    expect(
      proof.manifest.pages.flatMap((one: { sources: { how: string }[] }) =>
        one.sources.map(({ how }) => how),
      ),
    ).toEqual(['copied', 'drawn']);
  });

  const inList = async () =>
    (await page.locator('.page-button-name').allInnerTexts()).map((text) => text.replace(/^\d+ /, ''));
  const settled = () => page.locator('.proof[aria-busy="false"]').waitFor();

  test('a page moves by key and by dragging, the packet is built anew, and undo brings the order back', async () => {
    const before = await inList();
    const invoice = page.locator('.page-button', { hasText: '发票' });
    await invoice.click();
    await invoice.press('Alt+ArrowDown');
    await page.getByText('换好位置了').first().waitFor();
    await expect.poll(inList).toEqual([before[0], '费用清单', '发票', ...before.slice(3)]);
    await settled();
    const [from, to] = await Promise.all(
      ['发票', '费用清单'].map((name) => page.locator('.page-button', { hasText: name }).boundingBox()),
    );
    await page.mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 20);
    await page.mouse.down();
    await page.mouse.move((to?.x ?? 0) + 60, (to?.y ?? 0) + 30, { steps: 6 });
    await page.locator('[data-drop="before"]').waitFor();
    await page.screenshot({ path: join(pictures, '2 dragging.png') });
    await page.mouse.up();
    await expect.poll(inList).toEqual(before);
    await settled();
    await page.keyboard.press('Control+z');
    await expect.poll(inList).toEqual([before[0], '费用清单', '发票', ...before.slice(3)]);
    await settled();
    await page.keyboard.press('Control+z');
    await expect.poll(inList).toEqual(before);
  });

  test('a page is left out with a reason, listed with a way back, and named in the manifest', async () => {
    await settled();
    await page.locator('.page-button', { hasText: '费用清单' }).click();
    await page.getByRole('button', { name: '这一页' }).click();
    await page.getByRole('menuitem', { name: '不放这一页…' }).click();
    const sheet = page.getByRole('dialog', { name: '这一页不放进材料包' });
    await sheet.waitFor();
    expect(await sheet.getByRole('button', { name: '不放', exact: true }).isDisabled()).toBe(true);
    await sheet.getByText('和这次报销无关').click();
    await page.screenshot({ path: join(pictures, '3 reason.png') });
    await sheet.getByRole('button', { name: '不放', exact: true }).click();
    await page.locator('.left-out').getByText('理由：和这次报销无关').waitFor();
    await page.locator('.proof').getByText('有意不放的 1 页，理由只留在归报里，不交出去').waitFor();
    await settled();
    await page.screenshot({ path: join(pictures, '4 left out.png') });
    const out = join(dir, 'left out.pdf');
    const words = ['claim', 'export', claimId, '--out', out, '--allow-incomplete'];
    const run = await runGuibao([...words, '--vault', vaultDir, '--json', '--lang', 'zh-CN']);
    expect(run.code, run.out + run.err).toBe(0);
    const { proof, leftOut } = JSON.parse(run.out);
    expect(leftOut).toEqual([{ file: '清单.pdf', page: 1, reason: '和这次报销无关' }]);
    expect(proof.manifest.leftOut).toBe(1);
    expect(readFileSync(out).toString('latin1')).not.toContain('excluded');
    await page.getByRole('button', { name: '放回去' }).click();
    await page.locator('.left-out').waitFor({ state: 'detached' });
    await page.locator('.proof').getByText('2 页逐页和原件比过，一样').waitFor();
  });

  test('printing asks for sides and shows what will be printed', async () => {
    await settled();
    await page.getByRole('button', { name: '打印' }).click();
    const sheet = page.getByRole('dialog', { name: '打印材料包' });
    await sheet.getByText('A4，竖向，按 100% 打印').waitFor();
    await sheet.getByText(/5 页 · 5 张纸/).waitFor();
    await sheet.getByText('双面（沿长边翻页）').click();
    await sheet.getByText(/每次就诊从新的一张纸开始/).waitFor();
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(pictures, '5 print.png') });
    await sheet.getByRole('button', { name: /取\s*消/ }).click();
    await sheet.waitFor({ state: 'hidden' });
  });
});
