// A retiree from Xishuangbanna living in Kunming, one year of monthly visits with faults: the board finds exactly these, each is
// mended, the claim is handed in, returned, supplemented and paid in part, and the year adds up.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';
import { type Ask, askOf, drawPaper, now, office, seedFaults, seedYear, type Year } from './board-year.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-board-'));
const pictures = resolve(import.meta.dirname, '../../.cache/board');
const open: { browser?: Browser; organizer?: OpenPage; page?: Page; why: string } = { why: '' };
let year: Year;
let ask: Ask;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  const browser = await openBrowser();
  if (typeof browser === 'string') {
    open.why = browser;
    return;
  }
  const organizer = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, now: () => now });
  ask = askOf(organizer.context);
  year = await seedYear(organizer.context, join(dir, 'scans'));
  const page = await openOrganizer(browser, organizer.address, { width: 1024, height: 700 });
  page.setDefaultTimeout(15_000);
  Object.assign(open, { browser, organizer, page });
}, 120_000);

afterAll(async () => {
  await open.browser?.close();
  await open.organizer?.close();
  rmSync(dir, { recursive: true, force: true });
});

const verdict = (page: Page, words: string) =>
  page.getByRole('heading', { level: 2, name: words, exact: true }).waitFor();

async function home(page: Page): Promise<void> {
  await goTo(page, '#/');
  await page.locator('.board-verdict').waitFor();
}

/** Marks of what stands in the way, unlike advice. */
const grave = '.board-dot-blocks, .board-dot-likely-returned';

/** The board, the list of claims and the claim itself give one verdict. */
async function sameEverywhere(page: Page, words: string, short: string): Promise<void> {
  await home(page);
  await verdict(page, words);
  await goTo(page, '#/claims');
  await page.locator('.claim-row .tag', { hasText: short }).waitFor();
  await goTo(page, `#/claims/${year.claimId}?view=papers`);
  await page.getByRole('heading', { level: 1, name: words, exact: true }).waitFor();
}

/** Chooses a file for the open visit's slot, as a person does by its button. */
async function give(page: Page, kind: string, file: string): Promise<void> {
  const slot = page.locator(`[data-slot="${kind}"]`);
  const chooser = page.waitForEvent('filechooser');
  await slot.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(file);
  await slot.locator('.sheet-filled img').waitFor();
}

/** The line of the board that says this. */
const lineOf = (page: Page, words: string | RegExp) => page.locator('.board-line', { hasText: words });

async function fillDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.fill(day);
  await field.press('Enter');
}

describe('a year of visits', () => {
  test('is ready while nothing is wrong, and what is not known is said', async (context) => {
    const { page } = open;
    if (!page) return context.skip(open.why);
    await home(page);
    await verdict(page, '可以带回去交了');
    await page.getByText('期限不知道').first().waitFor();
    expect(await page.locator(grave).count()).toBe(0);
    expect(await page.getByRole('link', { name: '预览和打印报销包' }).count()).toBe(1);
  });

  test('shows exactly the seeded faults, each with its place and its rule', async (context) => {
    const { page, organizer } = open;
    if (!page || !organizer) return context.skip(open.why);
    await seedFaults(organizer.context, year);
    await page.reload();
    await verdict(page, '还差 6 样，补齐就能交');
    for (const words of [
      '缺处方',
      '差 0.10 元',
      /发票 0026006101/,
      /高血压的认定已在 9 月 30 日 ?到期/,
      '急诊没有急诊证明',
      /不在备案期内/,
    ])
      expect(await lineOf(page, words).count(), String(words)).toBe(1);
    // These and no other: all else on the board is advice.
    expect(
      await page
        .locator('.board-line')
        .filter({ has: page.locator(grave) })
        .count(),
    ).toBe(6);
    expect(await lineOf(page, '缺处方').textContent()).toContain('四川某县门诊费用报销办事指南');
    await sameEverywhere(page, '还差 6 样，补齐就能交', '差 6 样');
    await home(page);
    expect(await seriousViolations(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'faults.png') });
  });

  test('becomes ready as each fault is mended', async (context) => {
    const { page } = open;
    if (!page) return context.skip(open.why);
    // The printed total was misread: typed again where the difference is shown.
    await page.getByRole('textbox', { name: /清单上印的合计/ }).fill('350.50');
    await page.keyboard.press('Enter');
    await verdict(page, '还差 5 样，补齐就能交');
    // The filing did begin in January.
    await page.getByRole('link', { name: /^去填备案/ }).click();
    await fillDay(page, '从哪天起', '2026-01-01');
    await page.locator('.record-form').getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存备案').first().waitFor();
    await home(page);
    await verdict(page, '还差 4 样，补齐就能交');
    // The approval was renewed.
    await page.getByRole('link', { name: /^去填认定/ }).click();
    await fillDay(page, '到哪天止', '2027-12-31');
    await page.locator('.record-form').getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存认定').first().waitFor();
    await home(page);
    await verdict(page, '还差 3 样，补齐就能交');
    // The prescription was found: its button leads to the very slot, the file goes in there.
    await lineOf(page, '缺处方').getByRole('link', { name: /^去补/ }).click();
    await give(page, 'prescription', await drawPaper(join(dir, '三月的处方.jpg'), 20));
    expect(page.url()).toContain(`${year.visits[2]}?paper=prescription`);
    await home(page);
    await verdict(page, '还差 2 样，补齐就能交');
    await lineOf(page, '急诊没有急诊证明').getByRole('link', { name: /^去补/ }).click();
    await give(page, 'emergency-proof', await drawPaper(join(dir, '急诊证明.jpg'), 27));
    await home(page);
    await verdict(page, '还差 1 样，补齐就能交');
    // The number of July was June's, typed once too often.
    await lineOf(page, /发票 0026006101/)
      .getByRole('link', { name: /^去看/ })
      .click();
    await page.getByRole('textbox', { name: '票据号码', exact: true }).fill('0026007101');
    await page.locator('.visit-foot').getByRole('button', { name: '保存' }).click();
    await page.getByText('都保存好了').waitFor();
    await home(page);
    await sameEverywhere(page, '可以带回去交了', '可以交');
  });
});

/** Opens the small form of a step by its button. */
async function begin(page: Page, act: string): Promise<void> {
  await page.locator('.life-next').getByRole('button', { name: act, exact: true }).click();
  await page.locator('.life-form').waitFor();
}
async function record(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: '记下这一步' }).click();
  await page.locator('.life-status', { hasText: status }).waitFor({ timeout: 60_000 });
}

describe('the claim of that year', () => {
  test('is handed in with its packet, returned, supplemented and paid in part', async (context) => {
    const { page } = open;
    if (!page) return context.skip(open.why);
    await goTo(page, `#/claims/${year.claimId}?view=life`);
    await begin(page, '交上去了');
    await page.getByLabel('哪个窗口或单位').fill(office);
    await page.getByLabel('回执编号').fill('JH-2026-0088');
    await record(page, '已经交上去');
    await page.getByText(/存有报销包：\d+ 页/).waitFor();
    await begin(page, '退回来了');
    await page.getByRole('button', { name: '记下这一步' }).click();
    await page.getByText('请至少选一个退回的原因').waitFor();
    await page.getByRole('checkbox', { name: '缺盖章' }).check();
    await page.getByRole('button', { name: '再加一样' }).click();
    await page.getByLabel('原话或备注').fill('1 月的发票补盖收费章');
    await record(page, '被退回了');
    await page.getByRole('heading', { name: '退回的原因和要补的材料' }).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'returned.png') });
    await begin(page, '补交了');
    await record(page, '已补交');
    await begin(page, '结果出来了');
    await page.getByLabel('金额', { exact: true }).fill('3000');
    await record(page, '已核定');
    await begin(page, '钱到了');
    await page.getByLabel('金额', { exact: true }).fill('2500.50');
    await record(page, '钱到了');
    await page.getByText('到账比核定的少 499.50 元').waitFor();
    await page.getByText('乙类先自付按多少比例扣的').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'paid.png') });
  });

  test('adds up in the yearly view', async (context) => {
    const { page } = open;
    if (!page) return context.skip(open.why);
    const { people } = await ask('report.year', { personId: year.personId, year: 2026 });
    const [row] = people;
    expect(row?.paidFen).toBe(250_050);
    expect(row?.spentFen).toBe(
      (row?.settledFen ?? 0) +
        (row?.paidFen ?? 0) +
        (row?.openFen ?? 0) +
        (row?.unclaimedFen ?? 0) +
        (row?.selfFen ?? 0),
    );
    await goTo(page, '#/yearly?year=2026');
    await page.locator('.year-sums', { hasText: '2,500.50' }).waitFor();
    const shown = await page.locator('.year-sums dd').allTextContents();
    const fen = shown.map((text) => Math.round(Number(text.replace(/[^\d.]/g, '')) * 100));
    const [spent = 0, ...parts] = fen.slice(0, -1);
    expect(spent).toBe(parts.reduce((sum, part) => sum + part, 0));
    expect(fen).toEqual(expect.arrayContaining([row?.spentFen, row?.paidFen]));
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出表格（CSV）' }).click();
    expect((await download).suggestedFilename()).toMatch(/2026\.csv$/);
    expect(await seriousViolations(page)).toEqual([]);
    await page.screenshot({ path: join(pictures, 'year.png') });
  });
});
