// Claims in a real browser over the sample: make one, look at its packet, save it with a gap, read the saved file back.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { openBrowser } from '../support/browser.ts';
import { rendererDir } from '../support/screens.ts';

const require = createRequire(import.meta.url);
const dir = mkdtempSync(join(tmpdir(), 'guibao-claims-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

async function openSaved(path: string) {
  const pdfium = await openPdfium(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));
  return pdfium.open(readFileSync(path));
}

const goto = (to: string) => page.goto(new URL(`/#${to}`, open.address).href);
const proof = (text: string | RegExp) => page.locator('.proof').getByText(text);

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  page = await (browser as Browser).newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(open.address);
  await page.getByRole('navigation').first().waitFor();
}, 180_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(works ? 'a claim in the browser' : `skipped: ${browser}`, () => {
  test('the complete claim shows its packet, checked from its bytes, and keys turn its pages', async () => {
    const [detail] = await ask('claim.list', {});
    await goto(`/claims/${detail?.claim.id}`);
    await page.getByRole('heading', { name: '可以带回去交了' }).waitFor();
    await proof('已核对，PDF 没有问题').waitFor();
    await proof(/^9 页，一页不少$/).waitFor();
    await page.getByText('第 1 页，共 9 页').waitFor();
    await page.keyboard.press('PageDown');
    await page.getByText('第 2 页，共 9 页').waitFor();
    await page.keyboard.press('End');
    await page.getByText('第 9 页，共 9 页').waitFor();
    await page.keyboard.press('Home');
    await page.getByText('第 1 页，共 9 页').waitFor();
  });

  test('saving hands over the PDF that was checked, and the claim becomes exported until that is undone', async () => {
    const saved = page.waitForEvent('download');
    await page.keyboard.press('Control+e');
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/^2026-王秀兰-01\.pdf$/);
    const path = join(dir, 'saved.pdf');
    await download.saveAs(path);
    const document = await openSaved(path);
    expect(document.pageCount).toBe(9);
    const cover = document.text(0).replace(/\s/g, '');
    for (const wanted of ['王秀兰', '819.55', '捌佰壹拾玖元伍角伍分']) expect(cover).toContain(wanted);
    const status = async () => (await ask('claim.list', {}))[0]?.claim.status;
    await expect.poll(status).toBe('exported');
    await page.locator('.ant-message').getByRole('button', { name: '撤销' }).click();
    await expect.poll(status).toBe('draft');
  });

  test('another order is built anew and shown', async () => {
    const [detail] = await ask('claim.list', {});
    await goto(`/claims/${detail?.claim.id}?view=papers`);
    await page.getByText('同一种材料放一起').click();
    await page.getByText('预览和核对').click();
    await page.locator('.page-section', { hasText: '处方' }).waitFor();
    await proof('已核对，PDF 没有问题').waitFor();
  });

  test('a new claim lacks a prescription: saving asks first, the gap is marked in the file', async () => {
    await goto('/claims');
    await page.getByRole('button', { name: '新建报销包' }).click();
    await page.getByText('1 次就诊').waitFor();
    await page.getByRole('button', { name: '建好，去预览' }).click();
    await page.getByRole('heading', { name: '还差 1 样，补齐就能交' }).waitFor();
    await page.getByRole('link', { name: /^去补.*处方/ }).waitFor();
    await page.getByRole('button', { name: '保存 PDF' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/缺处方/).waitFor();
    await dialog.getByRole('button', { name: '先去补' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '保存 PDF' }).click();
    const saved = page.waitForEvent('download').catch(async (error: unknown) => {
      throw new Error(`nothing was saved; the page says: ${await page.locator('body').textContent()}`, {
        cause: error,
      });
    });
    await dialog.getByRole('button', { name: '仍然导出' }).click();
    const path = join(dir, 'gap.pdf');
    await (await saved).saveAs(path);
    const document = await openSaved(path);
    const texts = Array.from({ length: document.pageCount }, (_, at) => document.text(at));
    expect(texts.slice(1).some((text) => /处方/.test(text) && /缺/.test(text))).toBe(true);
  });

  test('a removed claim comes back with one press', async () => {
    await goto('/claims');
    const before = (await ask('claim.list', {})).length;
    const [detail] = await ask('claim.list', {});
    await page.getByRole('button', { name: `移除 ${detail?.claim.number}` }).click();
    await expect.poll(async () => (await ask('claim.list', {})).length).toBe(before - 1);
    const said = page.locator('.ant-message-notice', { hasText: '已移除报销包' });
    await said.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => (await ask('claim.list', {})).length).toBe(before);
  });
});
