// Visits in a real browser over a real vault: log, drop, paste, reorder, turn, undo, the same invoice twice, a bad file.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { openBrowser } from '../support/browser.ts';
import { rendererDir } from '../support/screens.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-visits-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  page = await (browser as Browser).newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(20_000);
  await page.goto(open.address);
  await page.getByRole('navigation').first().getByRole('link', { name: '就诊' }).click();
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

type Given = { name: string; colour: string | null };

/** Drops or pastes pictures made in the page; without a colour the file is empty. */
async function give(event: 'drop' | 'paste', files: Given[], selector: string): Promise<void> {
  await page.evaluate(
    async ({ event, files, selector }) => {
      const data = new DataTransfer();
      for (const { name, colour } of files) {
        const canvas = new OffscreenCanvas(300, 420);
        const pen = canvas.getContext('2d');
        if (!pen) throw new Error('no canvas');
        pen.fillStyle = colour ?? 'white';
        pen.fillRect(0, 0, 300, 420);
        const parts = colour === null ? [] : [await canvas.convertToBlob({ type: 'image/png' })];
        data.items.add(new File(parts, name, { type: 'image/png' }));
      }
      const target = selector === 'window' ? document.body : document.querySelector(selector);
      const init = { bubbles: true, cancelable: true };
      target?.dispatchEvent(
        event === 'drop'
          ? new DragEvent('drop', { ...init, dataTransfer: data })
          : new ClipboardEvent('paste', { ...init, clipboardData: data }),
      );
    },
    { event, files, selector },
  );
}

const visitId = (): string => page.url().split('/visits/')[1] ?? '';
const pagesOf = async (kind: string) =>
  (await ask('visit.get', { id: visitId() })).papers.find((paper) => paper.kind === kind)?.pages ?? [];

/** Waits until the strip shows what is kept: a hand does not grab a page in the blink in which it moves. */
async function waitForStrip(): Promise<void> {
  const kept = (await pagesOf('prescription')).map(({ scan, turn }) => `${scan} ${turn}`);
  const shown = () =>
    page.getByRole('group', { name: '处方的各页' }).evaluate((strip) =>
      [...strip.querySelectorAll('img')].map((image) => {
        const address = new URL(image.src);
        return `${address.pathname.split('/')[3]} ${address.searchParams.get('turn')}`;
      }),
    );
  await expect.poll(shown).toEqual(kept);
}

describe.skipIf(!works)(works ? 'visits in the browser' : `skipped: ${browser}`, () => {
  test('a visit is logged by keyboard, the amount as people type it', async () => {
    await page.locator('[data-row="0"]').focus();
    await page.keyboard.press('n');
    await page.getByRole('combobox', { name: '医院' }).fill('昆明市延安医院');
    await page.getByLabel('票据代码').fill('53060125');
    await page.getByLabel('票据号码').fill('0012345678');
    await page.getByLabel('金额（元）').fill('１,234.5');
    await page.getByText('壹仟贰佰叁拾肆元伍角整').waitFor();
    await page.keyboard.press('Control+s');
    await page.waitForURL(/visits\/visit-/);
    const { visit, invoices } = await ask('visit.get', { id: visitId() });
    expect(visit.hospital).toBe('昆明市延安医院');
    expect(invoices.map(({ totalFen, issueDate }) => [totalFen, issueDate])).toEqual([[123450, visit.date]]);
  });

  test('dropped pictures become the pages of the paper, in order of name', async () => {
    await give(
      'drop',
      [
        { name: '2.png', colour: 'green' },
        { name: '1.png', colour: 'blue' },
      ],
      '[data-slot="prescription"]',
    );
    const strip = page.getByRole('group', { name: '处方的各页' }).getByRole('button');
    await expect.poll(() => strip.count()).toBe(2);
    const scans = (await ask('visit.get', { id: visitId() })).scans;
    const names = (await pagesOf('prescription')).map(
      ({ scan }) => scans.find(({ id }) => id === scan)?.fileName,
    );
    expect(names).toEqual(['1.png', '2.png']);
  });

  test('pages are reordered by keyboard and by undo put back', async () => {
    const before = await pagesOf('prescription');
    const strip = page.getByRole('group', { name: '处方的各页' }).getByRole('button');
    await strip.first().focus();
    await page.keyboard.press('Alt+ArrowRight');
    await page.getByText('已换顺序').first().waitFor();
    expect((await pagesOf('prescription'))[0]?.scan).toBe(before[1]?.scan);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => await pagesOf('prescription')).toEqual(before);
  });

  test('a page is reordered by dragging it', async () => {
    const before = await pagesOf('prescription');
    const strip = page.getByRole('group', { name: '处方的各页' }).getByRole('button');
    await waitForStrip();
    await strip.first().hover();
    const to = await strip.nth(1).boundingBox();
    if (!to) throw new Error('the strip is not shown');
    await page.mouse.down();
    await page.mouse.move(to.x + 22, to.y + 25, { steps: 12 });
    await page.mouse.up();
    await expect.poll(async () => (await pagesOf('prescription'))[0]?.scan).toBe(before[1]?.scan);
  });

  test('a page is turned and turned back', async () => {
    const slot = page.locator('[data-slot="prescription"]');
    await slot.getByRole('button', { name: '向右转' }).click();
    await page.getByText('已转动').first().waitFor();
    expect((await pagesOf('prescription')).filter(({ turn }) => turn === 90)).toHaveLength(1);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await pagesOf('prescription')).filter(({ turn }) => turn !== 0))
      .toHaveLength(0);
  });

  test('a page is dragged to another paper', async () => {
    const strip = page.getByRole('group', { name: '处方的各页' }).getByRole('button');
    await waitForStrip();
    await strip.nth(1).hover();
    const to = await page.locator('[data-slot="itemized-list"] .sheet').boundingBox();
    if (!to) throw new Error('the papers are not shown');
    await page.mouse.down();
    await page.mouse.move(to.x + 60, to.y + 60, { steps: 12 });
    await page.mouse.up();
    await expect.poll(async () => (await pagesOf('itemized-list')).length).toBe(1);
    expect(await pagesOf('prescription')).toHaveLength(1);
  });

  test('pasting without a chosen paper asks which it is', async () => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await give('paste', [{ name: 'image.png', colour: 'red' }], 'window');
    await page.getByRole('dialog').getByRole('button', { name: '门诊病历' }).waitFor();
    await page.keyboard.press('4');
    await expect.poll(async () => (await pagesOf('medical-record')).length).toBe(1);
  });

  test('a bad file among good ones is explained and stops nothing; a known one is said to be known', async () => {
    await give(
      'drop',
      [
        { name: 'a.png', colour: 'orange' },
        { name: 'empty.png', colour: null },
        { name: 'z.png', colour: 'pink' },
        { name: 'same.png', colour: 'red' },
      ],
      '[data-slot="invoice"]',
    );
    const panel = page.getByRole('region', { name: /^(正在放入文件|文件放好了|有文件没能放入)$/ });
    await panel.getByText('没能放入', { exact: true }).waitFor();
    await panel.getByRole('button', { name: '再试一次' }).waitFor();
    await expect.poll(async () => (await pagesOf('invoice')).length).toBeGreaterThanOrEqual(2);
    await panel.getByRole('button', { name: '关闭这张结果表' }).click();
  });

  test('the same invoice again is named, and can be kept on purpose', async () => {
    const first = visitId();
    await page.getByRole('button', { name: '照这次再记一次' }).click();
    await page.getByRole('heading', { level: 1, name: /^记一次就诊/ }).waitFor();
    await page.getByLabel('票据代码').fill('53060125');
    await page.getByLabel('票据号码').fill('0012345678');
    await page.getByLabel('金额（元）').fill('1234.50');
    await page.getByRole('button', { name: '保存' }).click();
    const dialog = page.getByRole('dialog', { name: '这张发票好像已经记过了' });
    await dialog.getByText('昆明市延安医院').waitFor();
    await dialog.getByRole('button', { name: '不是同一张，两张都留' }).click();
    await page.waitForURL(/visits\/visit-/);
    const { invoices } = await ask('visit.get', { id: visitId() });
    expect(visitId()).not.toBe(first);
    expect(invoices.map(({ twinAccepted }) => twinAccepted)).toEqual([true]);
  });

  test('unsaved words are not lost by a slip to another screen', async () => {
    await page.getByLabel('备注').fill('还没存');
    await page.getByRole('link', { name: '首页' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '留下继续填' }).click();
    expect(await page.getByLabel('备注').inputValue()).toBe('还没存');
    await page.keyboard.press('Control+s');
    await page.getByText('都保存好了').waitFor();
  });

  test('a waiting scan is given to a visit by a digit', async () => {
    await page.getByRole('link', { name: '收件箱' }).click();
    const before = await ask('inbox.list', {});
    await page.getByRole('option').first().click();
    await page.getByRole('combobox', { name: '属于哪次就诊？' }).fill('滇缘');
    await page.keyboard.press('Enter');
    await page.getByRole('option').first().focus();
    await page.keyboard.press('3');
    await expect.poll(async () => (await ask('inbox.list', {})).length).toBe(before.length - 1);
  });

  test('files dropped outside a paper go to the inbox, all of them', async () => {
    const files = Array.from({ length: 12 }, (_, index) => ({
      name: `${index}.png`,
      colour: `hsl(${index * 30} 50% 50%)`,
    }));
    await give('drop', files, 'window');
    await expect.poll(async () => (await ask('inbox.list', {})).length).toBeGreaterThanOrEqual(12);
  });
});
