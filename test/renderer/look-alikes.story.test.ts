// The question about a page that looks like an earlier one, in a real browser: large, side by side, with frames where they differ.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { drawPaper } from '../bench/drawn-papers.ts';
import { takeHandPhoto } from '../bench/hand-photo.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-alike-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
/** Where the pictures go, to be looked at; nowhere when not set. */
const screens = process.env.GUIBAO_SCREENS;
const lan = () => [{ address: '127.0.0.1', name: 'WLAN' }];
let open: OpenPage;
let page: Page;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

const smallNote = () =>
  sharp({ create: { width: 600, height: 800, channels: 3, background: '#f4f2ee' } })
    .jpeg()
    .toBuffer();

const newestRemoved = async () => (await ask('trash.list', {})).at(0)?.scan.id;

async function drop(path: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 640, y: 780, data });
  await session.detach();
}

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true, lan });
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(60_000);
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(
  `a page that looks like an earlier one ${works ? '' : `(skipped: ${browser})`}`,
  () => {
    test('is shown large beside it, turned alike and moved together; using the earlier one leaves the inbox and can be undone', async () => {
      const [visit] = await ask('visit.list', {});
      if (!visit) throw new Error('the sample has no visit');
      const earlier = join(dir, '六月.jpg');
      writeFileSync(earlier, await takeHandPhoto(drawPaper(4, 1), 7, 2000));
      await ask('scan.add', { path: earlier, target: { visitId: visit.id, kind: 'discharge-summary' } });
      const again = join(dir, '又拍的.jpg');
      writeFileSync(again, await takeHandPhoto(drawPaper(4, 1), 1007, 2000));
      await goTo(page, '#/inbox');
      await drop(again);
      const panel = page.locator('.intake-panel');
      await panel.getByRole('button', { name: '放大比一比' }).first().waitFor();
      if (screens) await page.screenshot({ path: join(screens, 'alike-panel.png') });
      await panel.getByRole('button', { name: '放大比一比' }).last().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText(/没看出大的不一样|看起来不一样/).waitFor();
      await expect.poll(() => dialog.locator('img').count()).toBe(2);
      if (screens) await page.screenshot({ path: join(screens, 'alike-large.png') });
      const [left, right] = await dialog.locator('.intake-compare-pane').all();
      if (!left || !right) throw new Error('two pages were expected');
      await dialog.getByRole('button', { name: /放大$/ }).click();
      await left.hover();
      await page.mouse.wheel(0, 300);
      await expect.poll(() => right.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(50);
      if (screens) await page.screenshot({ path: join(screens, 'alike-zoomed.png') });
      expect(await seriousViolations(page)).toEqual([]);
      const waiting = (await ask('inbox.list', {})).length;
      await dialog.getByRole('button', { name: '是，用以前那张' }).click();
      await expect.poll(async () => (await ask('inbox.list', {})).length).toBe(waiting - 1);
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
      await page.getByText('改用以前放的那张').waitFor();
      await page.keyboard.press('Control+z');
      await expect.poll(async () => (await ask('inbox.list', {})).length).toBe(waiting);
      // Taken back it is an open question again.
      await panel.getByRole('button', { name: '不是，两张都留' }).click();
      await panel.waitFor({ state: 'detached' });
    });

    test('files are said to be in before they are compared, which can be left out', async () => {
      const waiting = (await ask('inbox.list', {})).length;
      const held = Promise.withResolvers<void>();
      await page.route('**/call/scan.look-alikes', async (route) => {
        await held.promise;
        await route.continue();
      });
      const path = join(dir, '七月.jpg');
      writeFileSync(path, await smallNote());
      await goTo(page, '#/inbox');
      await drop(path);
      const panel = page.locator('.intake-panel');
      await panel.getByText('正在看有没有和以前重样的：0 / 1').waitFor();
      expect(await ask('inbox.list', {})).toHaveLength(waiting + 1);
      if (screens) await page.screenshot({ path: join(screens, 'alike-comparing.png') });
      expect(await seriousViolations(page)).toEqual([]);
      await panel.getByRole('button', { name: '不用看了' }).click();
      await panel.waitFor({ state: 'detached' });
      held.resolve();
      await page.unrouteAll({ behavior: 'wait' });
    });

    test('a photo from the phone that looks like an earlier one is asked about in the window', async () => {
      await goTo(page, '#/inbox');
      await page.getByRole('button', { name: '用手机拍' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('summary').click();
      const address = (await dialog.locator('code').textContent()) ?? '';
      const phone = await (browser as Browser).newPage();
      await phone.goto(address);
      const path = join(dir, 'IMG_2210.jpg');
      const again = await sharp(await readFile(join(dir, '又拍的.jpg')))
        .rotate(3, { background: '#8a7860' })
        .jpeg()
        .toBuffer();
      writeFileSync(path, again);
      await phone.locator('input[type=file]').first().setInputFiles(path);
      await phone.locator('.stored').first().waitFor();
      await phone.close();
      await page.keyboard.press('Escape');
      await expect.poll(() => dialog.count()).toBe(0);
      const panel = page.locator('.intake-panel');
      await panel
        .getByText(/很像，是同一张吗/)
        .first()
        .waitFor();
      if (screens) await page.screenshot({ path: join(screens, 'alike-phone.png') });
      await panel.getByRole('button', { name: '不是，两张都留' }).first().click();
      await panel.waitFor({ state: 'detached' });
      await expect.poll(() => ask('scan.to-compare', {})).toEqual([]);
    });

    test('a question that was only closed, and one that never came up, are asked when the program is open again', async () => {
      const again = await sharp(await readFile(join(dir, '又拍的.jpg')))
        .rotate(-4, { background: '#8a7860' })
        .jpeg()
        .toBuffer();
      const path = join(dir, 'IMG_2211.jpg');
      writeFileSync(path, again);
      const question = page
        .locator('.intake-panel')
        .getByText(/很像，是同一张吗/)
        .first();
      await goTo(page, '#/inbox');
      await drop(path);
      await question.waitFor();
      await page.getByRole('button', { name: '关闭这张结果表' }).click();
      await question.waitFor({ state: 'detached' });
      await page.reload();
      await question.waitFor();
      const before = (await ask('inbox.list', {})).length;
      await page.reload();
      await question.waitFor();
      await page.getByRole('button', { name: '是，用以前那张' }).click();
      await expect.poll(async () => (await ask('inbox.list', {})).length).toBe(before - 1);
      await expect.poll(() => ask('scan.to-compare', {})).toEqual([]);
    });

    test('a file that is taken back takes its question along; one that could not be compared is tried when the program is open again', async () => {
      const shoot = async (name: string, degrees: number) => {
        const again = await sharp(await readFile(join(dir, '又拍的.jpg')))
          .rotate(degrees, { background: '#8a7860' })
          .jpeg()
          .toBuffer();
        const path = join(dir, name);
        writeFileSync(path, again);
        return path;
      };
      const panel = page.locator('.intake-panel');
      const question = panel.getByText(/很像，是同一张吗/).first();
      await goTo(page, '#/inbox');
      await drop(await shoot('IMG_2212.jpg', 5));
      await question.waitFor();
      await page.keyboard.press('Control+z');
      await panel.waitFor({ state: 'detached' });
      await ask('trash.restore', { scan: (await newestRemoved()) ?? '' });
      await page.reload();
      await question.waitFor();
      await panel.getByRole('button', { name: '不是，两张都留' }).click();
      await panel.waitFor({ state: 'detached' });

      await page.route('**/call/scan.look-alikes', (route) => route.abort());
      await drop(await shoot('IMG_2213.jpg', -6));
      await expect.poll(() => ask('scan.to-compare', {})).toHaveLength(1);
      await page.getByText('IMG_2213.jpg').waitFor();
      await panel.waitFor({ state: 'detached' });
      await page.unrouteAll({ behavior: 'wait' });
      await page.reload();
      await question.waitFor();
      await panel.getByRole('button', { name: '是，用以前那张' }).click();
      await expect.poll(() => ask('scan.to-compare', {})).toEqual([]);
    });
  },
);
