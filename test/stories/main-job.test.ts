// The whole job in a real browser: an empty vault, a person, two visits with invoices, eight files dropped, a claim, the
// preview, the saved PDF; then the same job through the command line, which must give the same packet, byte for byte.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { runGuibao } from '../command-line/run-guibao.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir } from '../support/screens.ts';
import { type StoryPaper, writeStoryPapers } from '../support/story-papers.ts';

const person = {
  name: '王秀兰',
  citizenId: '532800195001010027',
  place: '532800',
  phone: '13900000000',
  bank: '样例银行景洪支行',
  account: '6200000000000000018',
};
const visits = [
  { date: '2026-01-13', hospital: '昆明市滇缘医院', code: '53060125', number: '0026011387', yuan: '478.70' },
  { date: '2026-02-10', hospital: '昆明市金碧医院', code: '53060125', number: '0026021042', yuan: '340.85' },
];
const total = '819.55';
const capitals = '捌佰壹拾玖元伍角伍分';
const sourcePages = 9;

const dir = mkdtempSync(join(tmpdir(), 'guibao-story-'));
const pictures = resolve(import.meta.dirname, '../../.cache/story');
const now = new Date('2026-03-02T10:00:00');
const open: { browser?: Browser; organizer?: OpenPage; page?: Page; why: string } = { why: '' };
let papers: [StoryPaper[], StoryPaper[]];
const saved = join(dir, 'saved by the browser.pdf');

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  papers = await writeStoryPapers(join(dir, '文件 和 papers 📁'));
  const browser = await openBrowser();
  if (typeof browser === 'string') {
    open.why = browser;
    return;
  }
  const organizer = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, now: () => now });
  const page = await openOrganizer(browser, organizer.address);
  page.setDefaultTimeout(15_000);
  Object.assign(open, { browser, organizer, page });
}, 120_000);

afterAll(async () => {
  await open.browser?.close();
  await open.organizer?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function addPerson(page: Page): Promise<void> {
  await page.getByRole('link', { name: '添加参保人' }).click();
  await page.getByLabel('姓名', { exact: true }).fill(person.name);
  await page.getByLabel('身份证号').fill(person.citizenId);
  await page.getByLabel('手机号').fill(person.phone);
  await page.getByLabel('参保地代码').fill(person.place);
  await page.getByLabel('开户银行').fill(person.bank);
  await page.getByLabel('银行账号').fill(person.account);
  await page.keyboard.press('Control+s');
  await page.getByText('已添加').first().waitFor();
}

async function dropFiles(page: Page, paper: StoryPaper): Promise<void> {
  const bytes = readFileSync(paper.path).toString('base64');
  const transfer = await page.evaluateHandle(
    ({ bytes, name }) => {
      const data = new DataTransfer();
      const array = Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0));
      data.items.add(new File([array], name));
      return data;
    },
    { bytes, name: basename(paper.path) },
  );
  const slot = page.locator(`[data-slot="${paper.kind}"]`);
  await slot.dispatchEvent('dragover', { dataTransfer: transfer });
  await slot.dispatchEvent('drop', { dataTransfer: transfer });
  await slot.locator('.sheet-filled').waitFor();
}

async function logVisit(page: Page, visit: (typeof visits)[number], files: StoryPaper[]): Promise<void> {
  await goTo(page, '#/visits/new');
  const day = page.getByLabel('就诊日期');
  await day.fill(visit.date);
  await day.press('Enter');
  await page.getByLabel('医院', { exact: true }).fill(visit.hospital);
  await page.getByLabel('票据代码').fill(visit.code);
  await page.getByLabel('票据号码').fill(visit.number);
  await page.getByLabel('金额（元）').fill(visit.yuan);
  await page.keyboard.press('Control+s');
  await page.getByText('都保存好了').waitFor();
  for (const paper of files) await dropFiles(page, paper);
  await page.getByText('材料齐了').waitFor();
}

const poppler = (tool: string, ...words: string[]): string | undefined => {
  const run = spawnSync(tool, words, { encoding: 'utf8' });
  return run.error ? undefined : `${run.status}\n${run.stdout}${run.stderr}`;
};

describe('the main job', () => {
  test('in the browser, from an empty vault to a saved PDF', async (context) => {
    const { page } = open;
    if (!page) return context.skip(open.why);
    await page.screenshot({ path: join(pictures, '1 first run.png') });
    await addPerson(page);
    await logVisit(page, visits[0] as (typeof visits)[number], papers[0]);
    await page.screenshot({ path: join(pictures, '2 visit.png'), fullPage: true });
    await logVisit(page, visits[1] as (typeof visits)[number], papers[1]);
    await goTo(page, '#/claims');
    await page.getByRole('button', { name: '新建报销包' }).first().click();
    await page.getByRole('button', { name: '建好，去预览' }).click();
    await page.getByText('已核对，PDF 没有问题').waitFor({ timeout: 60_000 });
    await page.screenshot({ path: join(pictures, '3 preview.png') });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /保存 PDF/ }).click();
    await (await download).saveAs(saved);
    expect((await download).suggestedFilename()).toBe('2026-王秀兰-01.pdf');
    expect(readFileSync(saved).subarray(0, 5).toString()).toBe('%PDF-');
  }, 180_000);

  test('everything is there after closing and opening again', async (context) => {
    const { browser, organizer } = open;
    if (!browser || !organizer) return context.skip(open.why);
    await organizer.close();
    const again = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, now: () => now });
    Object.assign(open, { organizer: again });
    const page = await openOrganizer(browser, again.address);
    await goTo(page, '#/visits');
    await page
      .getByText(visits[0]?.hospital ?? '')
      .first()
      .waitFor();
    await page
      .getByText(visits[1]?.hospital ?? '')
      .first()
      .waitFor();
    expect(await page.getByText('2026-王秀兰-01').count()).toBeGreaterThan(0);
  }, 60_000);

  test('the saved PDF is sound and says what it must, for readers that are not ours', async (context) => {
    if (!open.page) return context.skip(open.why);
    const check = poppler('qpdf', '--check', saved);
    const info = poppler('pdfinfo', saved);
    const text = poppler('pdftotext', '-layout', saved, '-');
    const outline = poppler('qpdf', '--json', '--json-key=outlines', saved);
    if (!check || !info || !text || !outline) return context.skip('qpdf and poppler-utils are not installed');
    expect(check).toMatch(/^0\n/);
    expect(info).toMatch(new RegExp(`Pages:\\s+${sourcePages + 1}\\b`));
    const spoken = text.replace(/\s/g, '');
    for (const wanted of [person.name, ...visits.map(({ hospital }) => hospital), total, capitals]) {
      expect(spoken).toContain(wanted);
    }
    const titles = JSON.stringify(JSON.parse(outline.slice(outline.indexOf('{'))).outlines);
    for (const paper of ['发票', '费用清单', '处方', '门诊病历']) {
      expect(titles.split(paper).length - 1, paper).toBeGreaterThanOrEqual(2);
    }
    for (const { date } of visits) expect(titles).toContain(date);
  });

  test('through the command line the same job gives the same packet, byte for byte', async (context) => {
    if (!open.page) return context.skip(open.why);
    const vault = join(dir, 'vault of the command line');
    const ask = async (...words: string[]) => {
      const run = await runGuibao([...words, '--vault', vault, '--json', '--lang', 'zh-CN']);
      expect(run.code, `${words.join(' ')}: ${run.out}${run.err}`).toBe(0);
      return JSON.parse(run.out);
    };
    await ask('init');
    const { person: added } = await ask(
      ...['person', 'add', '--name', person.name, '--citizen-id', person.citizenId, '--phone', person.phone],
      ...['--insured-place-code', person.place, '--insured-place', '云南省西双版纳傣族自治州'],
      ...['--payee', person.name, '--bank', person.bank, '--account', person.account],
    );
    const ids: string[] = [];
    for (const [at, visit] of visits.entries()) {
      const made = await ask(
        'visit',
        'add',
        '--person',
        added.id,
        '--hospital',
        visit.hospital,
        '--date',
        visit.date,
      );
      ids.push(made.visit.id);
      await ask(
        ...['invoice', 'add', '--visit', made.visit.id, '--code', visit.code, '--number', visit.number],
        ...['--date', visit.date, '--total', visit.yuan],
      );
      for (const paper of papers[at as 0 | 1])
        await ask('attach', made.visit.id, '--kind', paper.kind, paper.path);
    }
    const title = '2026 年门诊慢特病';
    const { claim } = await ask(
      'claim',
      'create',
      '--person',
      added.id,
      ...ids.flatMap((id) => ['--visit', id]),
      '--title',
      title,
    );
    const out = join(dir, 'by the command line.pdf');
    const report = await ask('claim', 'export', claim.id, '--out', out);
    expect(report.pages).toBe(sourcePages + 1);
    const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
    expect(report.sha256).toBe(hash(out));
    expect(hash(out)).toBe(hash(saved));
  }, 180_000);

  test('beside the open page the command line reads the same data and may not write', async (context) => {
    const { organizer } = open;
    if (!organizer) return context.skip(open.why);
    const vault = join(dir, 'vault');
    const listed = await runGuibao(['visit', 'list', '--vault', vault, '--json']);
    expect(listed.code).toBe(0);
    expect(
      JSON.parse(listed.out)
        .map((visit: { date: string }) => visit.date)
        .sort(),
    ).toEqual(visits.map(({ date }) => date));
    const refused = await runGuibao(['person', 'add', '--name', '李国强', '--vault', vault, '--json']);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.out).problem.code).toBe('vault-in-use');
  }, 60_000);
});
