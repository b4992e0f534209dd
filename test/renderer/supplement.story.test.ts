// Papers come back from the office: what was asked for is added, the supplement is looked at, saved, and frozen byte for byte.
// Then it is paid in part: the difference is explained, the originals are found, and the rest goes to the next payer.

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput, ClaimDetail } from '../../shared/calls.ts';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, rendererDir, seriousViolations } from '../support/screens.ts';

const require = createRequire(import.meta.url);
const dir = mkdtempSync(join(tmpdir(), 'guibao-supplement-'));
const pictures = resolve(import.meta.dirname, '../../.cache/supplement');
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;
let detail: ClaimDetail;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

const look = (name: string) => page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const pdfium = await openPdfium(readFileSync(require.resolve('@embedpdf/pdfium/pdfium.wasm')));
  const document = pdfium.open(bytes);
  const texts = Array.from({ length: document.pageCount }, (_, at) => document.text(at).replace(/\s+/g, ''));
  document.close();
  return texts;
}

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  page = await (browser as Browser).newPage({
    viewport: { width: 1280, height: 800 },
    acceptDownloads: true,
    locale: 'zh-CN',
  });
  page.setDefaultTimeout(60_000);
  const claims = await ask('claim.list', {});
  detail = claims.find(({ claim }) => claim.status === 'draft') ?? (claims[0] as ClaimDetail);
  await page.goto(open.address);
  await page.getByRole('navigation').first().waitFor();
}, 180_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

const begin = async (act: string) => {
  await page.locator('.life-next').getByRole('button', { name: act, exact: true }).click();
  await page.locator('.life-form').waitFor();
};
const record = async (status: string) => {
  await page.getByRole('button', { name: '记下这一步' }).click();
  await page.locator('.life-status', { hasText: status }).waitFor();
};

describe.skipIf(!works)(works ? 'a supplement in the browser' : `skipped: ${browser}`, () => {
  test('while nothing is new the screen says what to do first', async () => {
    await goTo(page, `#/claims/${detail.claim.id}?view=life`);
    await begin('交上去了');
    await page.getByLabel('哪个窗口或单位').fill('景洪市医保中心');
    await page.getByLabel('回执编号').fill('JH-2026-0417');
    await record('已经交上去');
    await begin('退回来了');
    await page.getByRole('checkbox', { name: '缺材料' }).check();
    await page.getByRole('button', { name: '再加一样' }).click();
    await page.locator('.life-wanted-row').waitFor();
    await page.getByLabel('原话或备注').fill('第一次的转诊单没有交');
    await record('被退回了');
    await page.getByRole('heading', { name: '补件包' }).waitFor();
    await look('1 returned');
    expect(await seriousViolations(page)).toEqual([]);
  }, 120_000);

  test('a new and an exchanged paper appear with their pictures, and only they are in the packet', async () => {
    const [visit] = detail.visits;
    if (!visit) throw new Error('the sample claim has no visit');
    const picture = (name: string, background: string) =>
      sharp({ create: { width: 900, height: 1200, channels: 3, background } })
        .jpeg()
        .toFile(join(dir, name))
        .then(() => join(dir, name));
    const referral = await picture('转诊单.jpg', '#dcd');
    const list = await picture('清单补页.jpg', '#cdd');
    await ask('scan.add', { path: referral, target: { visitId: visit.id, kind: 'referral' } });
    await ask('scan.add', { path: list, target: { visitId: visit.id, kind: 'itemized-list' } });
    await page.reload();
    await page.locator('.life-supplement [data-change="added"]', { hasText: '转诊' }).waitFor();
    await page.locator('.life-supplement [data-change="changed"]', { hasText: '清单' }).waitFor();
    await look('2 something new');
    await page.locator('.life-supplement').getByRole('link', { name: '看补件包' }).click();
    await page.locator('.proof').getByText('已核对，PDF 没有问题').waitFor();
    // The invoice was asked for by name and is the same as before: it goes once more.
    await page.getByText('补件包（3 样材料）').waitFor();
    await look('3 preview');
    expect(await seriousViolations(page)).toEqual([]);
  }, 120_000);

  test('is saved under its own name and kept byte for byte by the step', async () => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: '保存 PDF' }).first().click();
    const got = await waiting;
    expect(got.suggestedFilename()).toBe(`${detail.claim.number}-补件1.pdf`);
    const path = join(dir, 'saved.pdf');
    await got.saveAs(path);
    const bytes = new Uint8Array(readFileSync(path));
    const [reply = '', ...papers] = await textsOf(bytes);
    for (const told of ['补件说明', 'JH-2026-0417', '景洪市医保中心', '缺材料', '第一次的转诊单没有交'])
      expect(reply).toContain(told);
    const { papers: sent } = await ask('claim.supplement', { id: detail.claim.id });
    expect(papers.length).toBe(sent.reduce((sum, paper) => sum + paper.pages.length, 0));
    await goTo(page, `#/claims/${detail.claim.id}?view=life`);
    await begin('补交了');
    await record('已补交');
    const { versions } = await ask('claim.versions', { id: detail.claim.id });
    expect(versions[1]?.packet?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(versions[0]?.packet?.sha256).not.toBe(versions[1]?.packet?.sha256);
    await page.locator('.life-version').first().getByText('补件').waitFor();
    await page.locator('.life-versions').scrollIntoViewIfNeeded();
    await look('4 versions');
  }, 120_000);

  test('the whole packet is one choice away', async () => {
    await goTo(page, `#/claims/${detail.claim.id}?view=preview`);
    await page.locator('.proof').getByText('已核对，PDF 没有问题').waitFor();
    expect(await page.locator('.packet-choice').count()).toBe(0);
  }, 120_000);

  test('what was paid is set beside the estimate, part by part, with questions to ask', async () => {
    await goTo(page, `#/claims/${detail.claim.id}?view=life`);
    await begin('结果出来了');
    await page.getByLabel('金额', { exact: true }).fill('300');
    await record('已核定');
    await begin('钱到了');
    await page.getByLabel('金额', { exact: true }).fill('280');
    await record('钱到了');
    await page.getByText('到账比核定的少 20.00 元').waitFor();
    const rows = page.locator('.estimate-buckets tbody tr');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(7);
    const told = (await ask('claim.estimate', { id: detail.claim.id })).paid;
    expect(told?.paidFen).toBe(28_000);
    const questions = page.locator('.estimate-paid .life-questions li');
    expect(await questions.count()).toBe(told?.buckets.filter((bucket) => bucket.ask).length);
    await page.locator('.estimate-paid').scrollIntoViewIfNeeded();
    await look('5 paid beside expected');
    expect(await seriousViolations(page)).toEqual([]);
  }, 120_000);

  test('where each original is can be said for all at once, and taken back', async () => {
    const places = async () =>
      new Set(
        (await ask('paper-facts.list', { claimId: detail.claim.id })).map(({ originalAt }) => originalAt),
      );
    expect(await places()).toEqual(new Set(['home']));
    await page.getByRole('button', { name: '全部交给了医保' }).click();
    await page.getByText('已记下原件在哪里').first().waitFor();
    expect(await places()).toEqual(new Set(['office']));
    await page.getByRole('button', { name: '撤销' }).last().click();
    await expect.poll(places, { timeout: 30_000 }).toEqual(new Set(['home']));
  }, 120_000);

  test('the rest goes to the next payer with the settlement sheet, and never more than is left', async () => {
    const next = page.locator('.life-next-payer');
    await next.getByText('还没放进来').waitFor();
    const link = next.getByRole('link', { name: '放入结算单' });
    expect(await link.getAttribute('href')).toContain('paper=settlement-sheet');
    const [visit] = detail.visits;
    if (!visit) throw new Error('the sample claim has no visit');
    const sheet = join(dir, '结算单.png');
    await sharp({ create: { width: 300, height: 400, channels: 3, background: '#eef' } })
      .png()
      .toFile(sheet);
    await ask('scan.add', { path: sheet, target: { visitId: visit.id, kind: 'settlement-sheet' } });
    await page.reload();
    await next.getByText('已放好').waitFor();
    await next.getByRole('button', { name: '向下一个付款方申请' }).click();
    await page.locator('.life-form').waitFor();
    await page.getByLabel('谁来付').click();
    await page.getByTitle('商业保险').click();
    await page.getByLabel('申请金额').fill('99999');
    await page.getByRole('button', { name: '记下这一步' }).click();
    await page
      .getByText(/元超过了还没报销的/)
      .first()
      .waitFor();
    await page.getByLabel('申请金额').fill('');
    await record('已经交上去');
    const { events, money } = await ask('claim.life', { id: detail.claim.id });
    expect(events.at(-1)).toMatchObject({ payer: 'commercial', amountFen: money.leftFen });
    expect((await ask('claim.versions', { id: detail.claim.id })).versions).toHaveLength(3);
  }, 120_000);

  test('the year says why papers came back, and from where', async () => {
    await goTo(page, `#/yearly?year=${(await ask('session.about', {})).today.slice(0, 4)}`);
    await page.getByRole('heading', { name: '哪里退回过、为什么' }).waitFor();
    await page.getByRole('row', { name: /景洪市医保中心.*缺材料.*1/ }).waitFor();
  }, 120_000);
});
