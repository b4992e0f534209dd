// Taking in files in a real browser over a real vault: a folder dropped whole, sixty files with cancel, passwords, a file that
// is gone meanwhile. The pictures are kept in .cache/screens to be looked at.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { markedPicture } from '../engine/made-files.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/screens');
const dir = mkdtempSync(join(tmpdir(), 'guibao-intake-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

const at = (name: string) => join(dir, name);
const panel = () => page.locator('.intake-panel');
const names = async (): Promise<string[]> => {
  const told = await answer(open.context, 'inbox.list', {});
  if (!told.ok) throw new Error(told.problem.code);
  return (told.value as { scan: { fileName: string } }[]).map(({ scan }) => scan.fileName).sort();
};

/** What the system does when files are let go over the page: real entries, with folders that can be opened. */
async function drop(...paths: string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 780, data });
  await session.detach();
}

const clear = async () => {
  await panel().getByRole('button', { name: '关闭这张结果表' }).click();
  await panel().waitFor({ state: 'detached' });
};

async function writePhoto(path: string, number: number): Promise<void> {
  const noise = { type: 'gaussian', mean: 120 + number, sigma: 40 } as const;
  const input = { create: { width: 60, height: 60, channels: 3, background: '#fff', noise } } as const;
  writeFileSync(path, await markedPicture().composite([{ input }]).jpeg().toBuffer());
}

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir: at('vault'), rendererDir });
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(30_000);
  await goTo(page, '#/inbox');
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(`taking in files (${works ? 'in Chromium' : `skipped: ${browser}`})`, () => {
  test('a dropped folder brings its files of all levels, without what systems leave behind', async () => {
    mkdirSync(at('三月/里面'), { recursive: true });
    await writePhoto(at('三月/1.jpg'), 0);
    await writePhoto(at('三月/里面/2.jpg'), 1);
    writeFileSync(at('三月/说明.txt'), 'text');
    for (const name of ['Thumbs.db', '.DS_Store', 'desktop.ini', '里面/._2.jpg'])
      writeFileSync(at(`三月/${name}`), 'x');
    await drop(at('三月'));
    await expect.poll(names, { timeout: 60_000 }).toEqual(['1.jpg', '2.jpg']);
    const refused = panel().locator('.intake-refused.intake-item');
    await expect.poll(() => refused.count()).toBe(1);
    expect(await refused.textContent()).toContain('三月/说明.txt');
    await page.screenshot({ path: join(pictures, 'intake-folder.png') });
    const violations = await seriousViolations(page);
    expect(violations.filter(({ nodes }) => nodes.some((node) => node.includes('intake-')))).toEqual([]);
    await clear();
  }, 120_000);

  test('sixty files: what runs is named, with speed and time left; another screen, a second drop, then cancel keeps what is done', async () => {
    mkdirSync(at('many'));
    for (let number = 0; number < 60; number += 1)
      await writePhoto(at(`many/${String(number).padStart(2, '0')}.jpg`), number);
    await writePhoto(at('later.jpg'), 61);
    await drop(at('many'));
    await expect
      .poll(() => panel().locator('.intake-figures').last().textContent())
      .toMatch(/共 60 个.*MB.*还要约/);
    expect(await panel().locator('.intake-name').textContent()).toMatch(/^many\/\d\d\.jpg$/);
    await page.screenshot({ path: join(pictures, 'intake-running.png') });
    await goTo(page, '#/people');
    await drop(at('later.jpg'));
    await expect.poll(() => panel().locator('.intake-figures').last().textContent()).toMatch(/共 61 个/);
    await panel().getByRole('button', { name: '剩下的不放了' }).click();
    await panel().getByRole('heading', { name: '文件放好了' }).waitFor();
    const kept = (await names()).length - 2;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(60);
    const said = (await panel().textContent()) ?? '';
    expect(said).toContain(`放入 ${kept} 个`);
    expect(said).toContain(`${61 - kept} 个没有放入`);
    await page.screenshot({ path: join(pictures, 'intake-cancelled.png') });
    await clear();
    await goTo(page, '#/inbox');
  }, 180_000);

  test('PDFs with a password ask; one that is given opens all it fits, the others are left', async () => {
    for (const [name, password] of [
      ['甲.pdf', '123456'],
      ['乙.pdf', 'abcdef'],
      ['丙.pdf', '123456'],
      ['丁.pdf', '123456'],
    ] as const) {
      const pdf = await PDFDocument.create();
      pdf.setTitle(name);
      pdf.addPage([200, 100]);
      pdf.encrypt({ userPassword: password, ownerPassword: 'owner' });
      writeFileSync(at(name), await pdf.save());
    }
    await drop(...['甲.pdf', '乙.pdf', '丙.pdf', '丁.pdf'].map(at));
    await expect.poll(() => panel().locator('.intake-password').count()).toBe(4);
    const item = panel().locator('.intake-item').filter({ hasText: '甲.pdf' });
    await item.getByLabel('打开密码').fill('000000');
    await item.getByRole('button', { name: '打开', exact: true }).click();
    await expect.poll(() => item.textContent()).toContain('密码不对');
    await page.screenshot({ path: join(pictures, 'intake-password.png') });
    await item.getByLabel('打开密码').fill('123456');
    await item.getByLabel('打开密码').press('Enter');
    for (const name of ['甲.pdf', '丙.pdf', '丁.pdf'])
      await expect.poll(async () => (await names()).includes(name)).toBe(true);
    await expect.poll(() => panel().locator('.intake-password').count()).toBe(1);
    expect(await panel().locator('.intake-refused.intake-item').textContent()).not.toContain('密码不对');
    await clear();
    expect(await names()).not.toContain('乙.pdf');
  }, 120_000);

  test('a file that is gone before its turn is told as that, and the others come in', async () => {
    mkdirSync(at('some'));
    for (let number = 0; number < 6; number += 1) await writePhoto(at(`some/${number}.jpg`), 100 + number);
    await writePhoto(at('some/z gone.jpg'), 120);
    await drop(at('some'));
    rmSync(at('some/z gone.jpg'));
    await panel().getByRole('heading', { name: '有文件没能放入' }).waitFor();
    expect((await names()).filter((name) => /^\d\.jpg$/.test(name)).length).toBeGreaterThanOrEqual(6);
    const refused = await panel().locator('.intake-refused.intake-item').textContent();
    expect(refused).toContain('z gone.jpg');
    expect(refused).toContain('读不了');
    await page.screenshot({ path: join(pictures, 'intake-gone.png') });
    await clear();
  }, 120_000);

  test('a screenshot is pasted into the inbox', async () => {
    const before = (await names()).length;
    await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(300, 420);
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillRect(20, 20, 100, 30);
      const data = new DataTransfer();
      data.items.add(
        new File([await canvas.convertToBlob({ type: 'image/png' })], 'image.png', { type: 'image/png' }),
      );
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: data }),
      );
    });
    await expect.poll(async () => (await names()).length).toBe(before + 1);
    expect(await names()).toContain('image.png');
  }, 60_000);
});
