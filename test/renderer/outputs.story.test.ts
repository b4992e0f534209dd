// More outputs in a real browser over the sample: sheets read back, portal files, the ZIP, and choices that change the packet
// the same way on the command line.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { isMeant } from '../../renderer/screens/claims/claim-filter.ts';
import type { CallInput, CallName, CallOutput, ClaimDetail } from '../../shared/calls.ts';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { runGuibao } from '../command-line/run-guibao.ts';
import { openBrowser } from '../support/browser.ts';
import { rendererDir, seriousViolations } from '../support/screens.ts';

const require = createRequire(import.meta.url);
const dir = mkdtempSync(join(tmpdir(), 'guibao-outputs-'));
const vaultDir = join(dir, 'vault');
const pictures = resolve(import.meta.dirname, '../../.cache/outputs');
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;
let claim: ClaimDetail;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

async function readBack(bytes: Uint8Array) {
  const pdfium = await openPdfium(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));
  return pdfium.open(bytes);
}

async function download(click: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const waiting = page.waitForEvent('download', { timeout: 60_000 });
  await click();
  const got = await waiting;
  const path = join(dir, `${Math.random()}`);
  await got.saveAs(path);
  return { name: got.suggestedFilename(), bytes: new Uint8Array(readFileSync(path)) };
}

const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const look = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`) });
const drawer = () => page.getByRole('dialog', { name: '更多输出' });
const card = (kind: string) => drawer().locator(`[data-sheet="${kind}"]`);

async function guibao(...words: string[]) {
  const run = await runGuibao([...words, '--vault', vaultDir, '--json', '--lang', 'zh-CN']);
  expect(run.code, run.out + run.err).toBe(0);
}

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir, rendererDir, sample: true });
  page = await (browser as Browser).newPage({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    locale: 'zh-CN',
  });
  page.setDefaultTimeout(30_000);
  claim = (await ask('claim.list', {}))[0] as ClaimDetail;
  await page.goto(new URL(`/#/claims/${claim.claim.id}`, open.address).href);
  await page.goto(open.address);
  await page.getByRole('navigation').first().waitFor();
  await page.goto(new URL(`/#/claims/${claim.claim.id}`, open.address).href);
  await page.locator('.proof').getByText('已核对，PDF 没有问题').waitFor();
  await page.getByRole('button', { name: '更多输出…' }).click();
  await drawer().waitFor();
}, 180_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

test('a claim is found by its number, a name, and what the code on its cover says', () => {
  const detail = {
    claim: { number: '2026-王秀兰-01', title: '门诊慢特病' },
    person: { name: '王秀兰' },
  } as ClaimDetail;
  for (const typed of [
    '',
    '王秀',
    '慢特',
    '2026-王秀兰-01',
    'guibao:claim:2026-王秀兰-01',
    ' GUIBAO:CLAIM:2026-王秀兰-01 ',
  ])
    expect(isMeant(detail, typed), typed).toBe(true);
  for (const typed of ['guibao:claim:2026-王秀兰-0', 'guibao:claim:2026-王秀兰-011', '李'])
    expect(isMeant(detail, typed), typed).toBe(false);
});

describe.skipIf(!works)(works ? 'more outputs in the browser' : `skipped: ${browser}`, () => {
  test('the counter sheet says who, where to and how much, and the command line gives the same bytes', async () => {
    await look('1 sheets');
    await card('counter').getByLabel('去哪里').fill('西双版纳州医保中心');
    await card('counter').getByRole('button', { name: '看一看' }).click();
    await card('counter').locator('canvas').first().waitFor();
    await look('2 counter');
    const { bytes, name } = await download(() =>
      card('counter').getByRole('button', { name: '保存' }).click(),
    );
    expect(name).toBe(`${claim.claim.number}-窗口办理单.pdf`);
    const document = await readBack(bytes);
    expect(document.pageCount).toBe(1);
    for (const wanted of [claim.person.name, '西双版纳州医保中心', '819.55'])
      expect(document.text(0).replace(/\s/g, '')).toContain(wanted);
    const out = join(dir, 'counter.pdf');
    await guibao('packet', 'sheet', 'counter', claim.claim.id, '--out', out);
    expect(hash(readFileSync(out))).toBe(hash(bytes));
  }, 240_000);

  test('paste sheets and invoices side by side are made and read back', async () => {
    const paste = await download(() => card('paste').getByRole('button', { name: '保存' }).click());
    const document = await readBack(paste.bytes);
    expect(document.text(0).replace(/\s/g, '')).toContain('票据粘贴单');
    await card('n-up').getByText('4 张').click();
    const gathered = await download(() => card('n-up').getByRole('button', { name: '保存' }).click());
    expect((await readBack(gathered.bytes)).pageCount).toBe(1);
    await card('n-up').locator('canvas').first().waitFor();
    await card('n-up').scrollIntoViewIfNeeded();
    await look('3 side by side');
    expect((await ask('claim.options', { id: claim.claim.id })).sheets.perSheet).toBe(4);
  }, 240_000);

  test('the safe portal profile gives files under its limit, and the ZIP of them opens', async () => {
    await drawer().getByText('网上提交和备份').click();
    await drawer().getByRole('button', { name: '做出来' }).click();
    await drawer()
      .getByText(/^做好了，\d+ 个文件$/)
      .waitFor({ timeout: 120_000 });
    await drawer().getByText('每一页怎么样').click();
    await look('4 portal');
    const { bytes } = await download(() => drawer().getByRole('button', { name: '全部保存（ZIP）' }).click());
    const files = unzipSync(bytes);
    expect(Object.keys(files).filter((name) => name.endsWith('.jpg')).length).toBe(8);
    for (const file of Object.values(files)) expect(file.length).toBeLessThanOrEqual(2_000_000);
    const out = join(dir, 'portal');
    await guibao('claim', 'portal', claim.claim.id, '--profile', 'safe', '--out', out);
    for (const [name, file] of Object.entries(files))
      expect(hash(readFileSync(join(out, name))), name).toBe(hash(file));
  }, 240_000);

  test('what a site asks is written down in the window, used at once, known to the command line, and taken back', async () => {
    await drawer().getByRole('button', { name: '另加一项' }).click();
    const form = drawer().getByRole('group', { name: '网站的要求' });
    await form.getByLabel('叫什么名字').fill('景洪网厅');
    await form.getByLabel('每种材料一个 PDF').uncheck();
    await form.getByLabel('每个文件不超过（MB）').first().fill('0.4');
    await form.getByRole('button', { name: '加上“姓名”' }).click();
    await form.getByRole('button', { name: '加一个位置' }).click();
    expect(await form.getByRole('button', { name: '保存这项要求' }).isDisabled()).toBe(true);
    await form.getByLabel('位置的名字').fill('发票');
    await form.getByLabel('放哪些材料').click();
    await page.locator('.ant-select-dropdown').getByText('发票', { exact: true }).first().click();
    await page.keyboard.press('Escape');
    await form.getByLabel('在哪里看到的').fill('2026 年 11 月电话问的');
    await form.getByLabel('最多几个文件').fill('1');
    await page.keyboard.press('Escape');
    await page.mouse.click(20, 400);
    expect(await form.getByLabel('叫什么名字').inputValue()).toBe('景洪网厅');
    await drawer()
      .getByRole('button', { name: /关闭|Close/ })
      .first()
      .click();
    await page.getByText('现在离开，刚才填的内容就丢了。').waitFor();
    await look('4 asked before leaving');
    await page.getByRole('button', { name: '留下继续填' }).click();
    await page.getByText('现在离开，刚才填的内容就丢了。').waitFor({ state: 'detached' });
    expect(await form.getByLabel('叫什么名字').inputValue()).toBe('景洪网厅');
    await look('4 editor');
    expect(await seriousViolations(page)).toEqual([]);
    await form.getByRole('button', { name: '保存这项要求' }).click();
    await drawer().getByText('景洪网厅（自己加的）').first().waitFor();
    const kept = (await ask('portal.list', {})).at(-1);
    expect(kept).toMatchObject({
      id: 'own-1',
      source: 'office',
      outputs: ['jpg-per-page'],
      maxFileBytes: 400_000,
      namePattern: '{serial}-{date}-{hospital}-{paper}-{page}-{person}',
      slots: [{ title: '发票', kinds: ['invoice'], maxFiles: 1, maxFileBytes: null }],
    });
    await drawer().getByRole('button', { name: '做出来' }).click();
    await drawer().getByText('“发票”要放 2 个文件，最多 1 个').waitFor({ timeout: 120_000 });
    await look('4 refused');
    await drawer().getByRole('button', { name: '改这项要求' }).click();
    await drawer().getByRole('button', { name: '删除这项要求' }).click();
    await drawer().getByText('稳妥：每页一张 JPG，另附 PDF').first().waitFor();
    expect(await ask('portal.list', {})).toHaveLength(4);
    // What came of the other profile is not shown under this one.
    expect(await drawer().getByText('“发票”要放 2 个文件，最多 1 个').count()).toBe(0);
  }, 240_000);

  test('the ZIP of all originals is the one of the command line', async () => {
    const { bytes } = await download(() => drawer().getByRole('button', { name: '保存 ZIP' }).click());
    expect(Object.keys(unzipSync(bytes))).toContain('index.html');
    const out = join(dir, 'twin.zip');
    await guibao('claim', 'zip', claim.claim.id, '--out', out);
    expect(hash(readFileSync(out))).toBe(hash(bytes));
  }, 240_000);

  test('choices change the packet, the preview rebuilds, and the command line gives the same bytes', async () => {
    await drawer().getByText('报销包里加什么').click();
    for (const name of ['加一页材料核对表', '每一部分前加一页隔页', '封面上印二维码，扫了能找到这个报销包'])
      await drawer().getByLabel(name).check();
    await look('5 choices');
    await drawer().getByRole('button', { name: '以后都这样' }).click();
    await drawer().getByText('和您通常的选择一样').waitFor();
    expect(await ask('options.usual', {})).toMatchObject({ asked: true, packet: { dividers: true } });
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page
      .locator('.proof')
      .getByText(/^12 页，一页不少$/)
      .waitFor();
    await page.locator('.proof').getByText('已核对，PDF 没有问题').waitFor();
    await look('6 packet');
    const { bytes } = await download(() => page.getByRole('button', { name: /保存 PDF/ }).click());
    const out = join(dir, 'packet.pdf');
    await guibao('claim', 'export', claim.claim.id, '--out', out);
    expect(hash(readFileSync(out))).toBe(hash(bytes));
  }, 120_000);

  test('in English, large and narrow, nothing is wider than the window', async () => {
    await ask('settings.set', { language: 'en', textSize: 'large' });
    await page.reload();
    await page.getByRole('button', { name: 'More outputs…' }).click();
    for (const part of ['Separate sheets', 'Upload and backup', 'What goes into the packet']) {
      await page.getByText(part, { exact: true }).click();
      await page.waitForTimeout(400);
      const wide = await page
        .locator('.ant-drawer-body')
        .evaluate((body) => body.scrollWidth - body.clientWidth);
      await look(`7 large ${part}`);
      expect(wide, part).toBeLessThanOrEqual(1);
    }
  }, 60_000);
});
