// One person's data in a real browser: exported alone with progress, stopped without a trace; archived and brought back.

import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir } from '../support/screens.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-people-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(20_000);
  await goTo(page, '#/people');
  await page.getByRole('link', { name: '打开 王秀兰 的资料' }).click();
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(works ? 'one person in the browser' : `skipped: ${browser}`, () => {
  test('the data of one person goes into a folder that opens as a vault', async () => {
    const target = join(dir, '王秀兰的资料');
    await page.getByLabel('放到哪个新文件夹').fill(target);
    await page.getByRole('button', { name: '导出 王秀兰 的资料' }).click();
    await page.getByText(/已导出：\d+ 份扫描件/).waitFor();
    expect(readdirSync(target).sort()).toEqual(['guibao.sqlite', 'originals']);
    expect(existsSync(join(target, 'originals', 'index.html'))).toBe(true);
    const vault = openVault(target, { access: 'read', way: 'page' });
    expect(vault.db.prepare('SELECT name FROM person').pluck().all()).toEqual(['王秀兰']);
    vault.close();
  });

  test('a folder that is in use is refused in words, and stays as it is', async () => {
    await page.getByLabel('放到哪个新文件夹').fill(join(dir, 'vault'));
    await page.getByRole('button', { name: '导出 王秀兰 的资料' }).click();
    await page.getByText(/里已经有东西，没有动它/).waitFor();
    expect(readdirSync(join(dir, 'vault'))).toContain('guibao.sqlite');
    await page.locator('.ant-notification-notice-close').first().click();
    await page.getByText(/里已经有东西，没有动它/).waitFor({ state: 'detached' });
  });

  test('a paper that only some bundles need is recorded with the person', async () => {
    await page.getByRole('button', { name: '添加一种材料' }).click();
    const form = page.getByRole('region', { name: '证件和常用材料' });
    await form.getByLabel('哪一种').click();
    for (let step = 0; step < 20; step += 1) {
      if (await page.locator('.ant-select-item-option-active', { hasText: '出生医学证明' }).count()) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存出生医学证明').first().waitFor();
    await form.locator('.record-paper b', { hasText: '出生医学证明' }).waitFor();
    await page.getByRole('button', { name: '撤销' }).first().click();
    await form.locator('.record-paper b', { hasText: '出生医学证明' }).waitFor({ state: 'detached' });
  });

  test('a person is archived, found again among the archived, and used again', async () => {
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByText('已停用王秀兰').first().waitFor();
    await goTo(page, '#/people');
    expect(await page.getByRole('link', { name: '打开 王秀兰 的资料' }).count()).toBe(0);
    await page.getByRole('switch', { name: '也显示已停用的' }).click();
    await page.getByRole('link', { name: '打开 王秀兰 的资料' }).click();
    await page.getByRole('button', { name: '恢复使用' }).click();
    await page.getByText('已恢复王秀兰').first().waitFor();
    await goTo(page, '#/people');
    expect(await page.getByRole('link', { name: '打开 王秀兰 的资料' }).count()).toBe(1);
  });
});
