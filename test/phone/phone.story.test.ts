// From the phone in a real browser of a phone's size: three photos into a paper of a visit, seen to arrive on the desktop.
// The pictures of both pages are kept in .cache/screens to be looked at.

import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/screens');
const PHONE = { width: 390, height: 844 };
const complaints: string[] = [];
let folder = '';
let browser: Browser | string;
let organizer: OpenPage;
let desktop: Page;
let visitId = '';

const ask = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
  const told = await answer(organizer.context, name, input);
  if (!told.ok) throw new Error(JSON.stringify(told.problem));
  return told.value as CallOutput<N>;
};
const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });

async function photograph(name: string, shade: number): Promise<string> {
  const lines = Array.from(
    { length: 14 },
    (_, line) =>
      `<rect x="70" y="${90 + line * 62}" width="${240 + ((line * 137 + shade) % 300)}" height="20"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="750" height="1000"><rect width="750" height="1000" fill="rgb(250,${shade},230)"/>${lines.join('')}</svg>`;
  const path = join(folder, name);
  writeFileSync(path, await sharp(Buffer.from(drawing)).jpeg().toBuffer());
  return path;
}

/** A phone of its own: no cookies, its own language. */
async function takePhone(locale: 'zh-CN' | 'en-US'): Promise<Page> {
  if (typeof browser === 'string') throw new Error(browser);
  const context = await browser.newContext({
    viewport: PHONE,
    locale,
    hasTouch: true,
    isMobile: true,
    deviceScaleFactor: 2,
  });
  const page = await context.newPage();
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

const dialog = () => desktop.getByRole('dialog');
async function readAddress(): Promise<string> {
  await dialog().locator('svg.phone-qr').waitFor();
  await dialog().locator('summary').click();
  const address = (await dialog().locator('code').textContent()) ?? '';
  await dialog().locator('summary').click();
  return address;
}

/** What a camera reads from the code on the screen. */
async function scanCode(): Promise<string> {
  const shot = await dialog().locator('svg.phone-qr').screenshot();
  const { data, info } = await sharp(shot).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

beforeAll(async () => {
  browser = await openBrowser();
  if (typeof browser === 'string') return;
  mkdirSync(pictures, { recursive: true });
  folder = mkdtempSync(join(tmpdir(), 'guibao-phone-'));
  organizer = await openPage({
    vaultDir: join(folder, 'vault'),
    rendererDir,
    sample: true,
    lan: () => [
      { address: '127.0.0.1', name: 'WLAN' },
      { address: '127.0.0.2', name: 'eth0' },
    ],
  });
  const lacking = (await ask('visit.list', {})).find(({ missing }) =>
    missing.flat().includes('prescription'),
  );
  const any = (await ask('visit.list', {}))[0];
  visitId = (lacking ?? any)?.id ?? '';
  desktop = await openOrganizer(browser, organizer.address);
});
afterAll(async () => {
  if (typeof browser !== 'string') await browser?.close();
  await organizer?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const pagesOf = async (kind: string) =>
  (await ask('visit.get', { id: visitId })).papers
    .filter((paper) => paper.kind === kind)
    .flatMap(({ pages }) => pages);

describe('photos from the phone', () => {
  test('three photos go into the paper the dialog names, with a tick on the phone and a picture on the desktop', async ({
    skip,
  }) => {
    if (typeof browser === 'string') return skip(browser);
    await goTo(desktop, `#/visits/${visitId}`);
    const slot = desktop.locator('[data-slot="prescription"]');
    const before = (await pagesOf('prescription')).length;
    await slot.getByRole('button', { name: '用手机拍' }).click();
    const address = await readAddress();
    await desktop.waitForTimeout(300);
    await picture(desktop, 'phone-dialog');
    expect(await seriousViolations(desktop)).toEqual([]);
    expect(await scanCode()).toBe(address);

    const phone = await takePhone('zh-CN');
    await phone.goto(address);
    await phone.getByText('拍照', { exact: true }).waitFor();
    await picture(phone, 'phone-page-zh');
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    const files = [
      await photograph('image.jpg', 240),
      await photograph('IMG_2.jpg', 200),
      await photograph('IMG_3.jpg', 160),
    ];
    await phone.locator('input[capture]').setInputFiles(files);
    await expect.poll(() => phone.locator('li.stored').count(), { timeout: 30_000 }).toBe(3);
    await picture(phone, 'phone-page-zh-done');
    expect(await phone.locator('#sum').textContent()).toBe('已存好 3 张，共 3 张');

    await expect.poll(() => dialog().locator('.phone-kept').count(), { timeout: 60_000 }).toBe(3);
    expect(await pagesOf('prescription')).toHaveLength(before + 3);
    await desktop.waitForTimeout(500);
    await picture(desktop, 'phone-dialog-arrived');
    expect(await seriousViolations(desktop)).toEqual([]);

    await dialog().getByRole('button', { name: '撤回最后一张' }).click();
    await expect.poll(async () => (await pagesOf('prescription')).length).toBe(before + 2);
    await desktop.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    await desktop.getByText('手机传来 2 份').waitFor();
    await expect.poll(() => slot.locator('.slot-count').textContent()).toContain(String(before + 2));

    await desktop.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await pagesOf('prescription')).length).toBe(before);

    // The window is closed: the phone can send nothing more, and says what to do.
    await phone.locator('input[capture]').setInputFiles([await photograph('late.jpg', 120)]);
    await phone.getByText('连不上电脑了').waitFor();
    await picture(phone, 'phone-page-zh-gone');
  }, 60_000);

  test('a file that is no paper is refused on the phone with the reason, and the inbox takes the others; in English too', async ({
    skip,
  }) => {
    if (typeof browser === 'string') return skip(browser);
    await goTo(desktop, '#/inbox');
    const before = (await ask('inbox.list', {})).length;
    await desktop.getByRole('button', { name: '用手机拍' }).click();
    const phone = await takePhone('en-US');
    await phone.goto(await readAddress());
    await picture(phone, 'phone-page-en');
    const bad = join(folder, 'notes.pdf');
    writeFileSync(bad, 'not a paper at all');
    await phone
      .locator('input')
      .nth(2)
      .setInputFiles([bad, await photograph('IMG_9.jpg', 90)]);
    await phone.locator('li.failed').waitFor();
    await phone.locator('li.stored').waitFor();
    expect(await phone.locator('li.failed').textContent()).toContain('notes.pdf');
    await picture(phone, 'phone-page-en-done');
    await expect.poll(() => dialog().locator('.phone-arrival').count()).toBe(2);
    expect(await ask('inbox.list', {})).toHaveLength(before + 1);

    // A second phone learns that the code is used.
    const second = await takePhone('zh-CN');
    await second.goto(phone.url());
    await second.getByText('这个二维码已经用过了').waitFor();
    await dialog()
      .getByRole('button', { name: /换一个码/ })
      .click();
    await second.goto(await readAddress());
    await second.getByText('收件箱').waitFor();
    await desktop.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(complaints.filter((line) => !/403|404|ERR_CONNECTION/.test(line))).toEqual([]);
  }, 60_000);

  const heic = resolve(import.meta.dirname, '../../../shared/samples/heif_pillow/spatial_photo.heic');
  test(`an upload that breaks off is sent again by itself; a photo as iPhones make them is stored (sample ${existsSync(heic) ? 'here' : 'skipped: not here'})`, async ({
    skip,
  }) => {
    if (typeof browser === 'string') return skip(browser);
    await goTo(desktop, '#/inbox');
    const before = (await ask('inbox.list', {})).length;
    await desktop.getByRole('button', { name: '用手机拍' }).click();
    const phone = await takePhone('zh-CN');
    await phone.goto(await readAddress());
    let broken = 0;
    await phone.route(/\?name=/, (route) => {
      broken += 1;
      return broken <= 2 ? route.abort('connectionreset') : route.continue();
    });
    await phone.locator('input[capture]').setInputFiles([await photograph('IMG_77.jpg', 71)]);
    await phone.getByText('网络断了一下').first().waitFor();
    await picture(phone, 'phone-page-zh-again');
    await phone.locator('li.stored').waitFor();
    expect(broken).toBe(3);
    await expect.poll(async () => (await ask('inbox.list', {})).length).toBe(before + 1);
    const found = existsSync(heic);
    await phone
      .locator('input')
      .nth(2)
      .setInputFiles([found ? heic : await photograph('IMG_78.jpg', 81)]);
    await expect.poll(() => phone.locator('li.stored').count(), { timeout: 60_000 }).toBe(2);
    const last = (await ask('inbox.list', {})).at(-1);
    expect(last?.scan.mediaType).toBe(found ? 'image/heic' : 'image/jpeg');
    await desktop.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
  }, 120_000);

  test('large text fits, and a computer without a network is told what to do', async ({ skip }) => {
    if (typeof browser === 'string') return skip(browser);
    await ask('settings.set', { textSize: 'large' });
    await desktop.reload();
    await desktop.getByRole('navigation').waitFor();
    await goTo(desktop, '#/inbox');
    await desktop.getByRole('button', { name: '用手机拍' }).click();
    await readAddress();
    await picture(desktop, 'phone-dialog-large');
    await dialog().locator('summary').click();
    await desktop.waitForTimeout(200);
    await picture(desktop, 'phone-dialog-large-help');
    expect(await dialog().evaluate((element) => element.scrollWidth <= element.clientWidth + 1)).toBe(true);
    await desktop.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    organizer.context.lan = () => [];
    await desktop.getByRole('button', { name: '用手机拍' }).click();
    await dialog().getByText('电脑现在没有连上家里的网络').waitFor();
    await picture(desktop, 'phone-dialog-no-network');
    await desktop.keyboard.press('Escape');
    await ask('settings.set', { textSize: 'normal' });
  }, 60_000);
});

test('a folder is chosen in the settings by its path, and what comes into it is listed', async ({ skip }) => {
  if (typeof browser === 'string') return skip(browser);
  const scans = join(folder, 'scans');
  mkdirSync(scans);
  await desktop.reload();
  await desktop.getByRole('navigation').waitFor();
  await goTo(desktop, '#/settings');
  const card = desktop.locator('section.card', { hasText: '扫描仪文件夹' });
  await card.getByLabel('文件夹', { exact: true }).fill(scans);
  await card.getByRole('button', { name: '开始自动收' }).click();
  await card.getByText('正在自动收').waitFor();
  writeFileSync(join(scans, 'broken.pdf'), 'nothing');
  await photograph('scans/scan 1.jpg', 33);
  await card.getByText('已进收件箱').waitFor({ timeout: 60_000 });
  await card.getByText('没能收进来', { exact: true }).waitFor({ timeout: 60_000 });
  await card.scrollIntoViewIfNeeded();
  await picture(desktop, 'settings-watch');
  expect(await seriousViolations(desktop)).toEqual([]);
  await card.getByRole('button', { name: '不再自动收' }).click();
  await card.getByRole('button', { name: '开始自动收' }).waitFor();
}, 60_000);
