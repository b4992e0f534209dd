// Many photos put into the inbox at once in a real browser: named while they come in, stopped in the middle, and what was said is
// what is there. The picture is kept in .cache/screens to be looked at.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallOutput } from '../../shared/calls.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir } from '../support/screens.ts';

const COUNT = 40;
const pictures = resolve(import.meta.dirname, '../../.cache/screens');
const dir = mkdtempSync(join(tmpdir(), 'guibao-intake-line-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir });
  page = await openOrganizer(browser as Browser, open.address);
  await goTo(page, '#/inbox');
}, 120_000);

afterAll(async () => {
  if (works) await (browser as Browser).close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

async function listInbox(): Promise<CallOutput<'inbox.list'>> {
  const told = await answer(open.context, 'inbox.list', {});
  if (!told.ok) throw new Error(told.problem.code);
  return told.value as CallOutput<'inbox.list'>;
}

/** Bytes of their own for each: `photo-01.jpg` and so on, pasted together. */
async function pastePhotos(): Promise<void> {
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 20 };
  const create = { width: 2400, height: 1800, channels: 3 as const, background: '#fff', noise };
  const jpeg = await sharp({ create }).jpeg({ quality: 60 }).toBuffer();
  await page.evaluate(
    ({ base64, count }) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const clipboardData = new DataTransfer();
      for (let at = 1; at <= count; at += 1) {
        const name = `photo-${String(at).padStart(2, '0')}.jpg`;
        clipboardData.items.add(new File([bytes, `photo ${at}`], name, { type: 'image/jpeg' }));
      }
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    },
    { base64: jpeg.toString('base64'), count: COUNT },
  );
}

describe.skipIf(!works)(works ? 'many photos at once' : `skipped: ${browser}`, () => {
  test('they are named while they come in; stopped in the middle, what was said to be added is there, in order', async () => {
    await pastePhotos();
    const panel = page.getByRole('region', { name: '正在放入文件' });
    await panel.getByText(/^放好 [3-9] 个/).waitFor();
    expect(await panel.textContent()).toMatch(/photo-\d\d\.jpg/);
    await page.screenshot({ path: join(pictures, 'intake-line-running.png') });
    await panel.getByRole('button', { name: '剩下的不放了' }).click();
    const done = page.getByRole('region', { name: '文件放好了' });
    await done.waitFor();
    const text = (await done.textContent()) ?? '';
    const numberIn = (pattern: RegExp) => Number(pattern.exec(text)?.[1]);
    const [kept, left] = [numberIn(/放入 (\d+) 个/), numberIn(/(\d+) 个没有放入/)];
    const names = (await listInbox()).map(({ scan }) => scan.fileName);
    expect(names.length).toBe(COUNT - left);
    expect(names).toEqual(names.map((_, at) => `photo-${String(at + 1).padStart(2, '0')}.jpg`));
    expect(left).toBeGreaterThan(0);
    expect(kept).toBe(names.length);
    await page.screenshot({ path: join(pictures, 'intake-line-stopped.png') });
  }, 240_000);
});
