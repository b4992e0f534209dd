// A page photographed upside down, in a real browser: one button in the hint's card turns it right, undo brings the hint back.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
import { goTo, openOrganizer, rendererDir } from '../support/screens.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-upright-'));
const browser = await openBrowser();
/** Where the pictures go, to be looked at; nowhere when not set. */
const screens = process.env.GUIBAO_SCREENS;
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

const shoot = async (name: string) => {
  if (screens) await page.screenshot({ path: join(screens, `${name}.png`) });
};

async function addUpsideDown(name: string, turn: number): Promise<string> {
  const photo = await takeHandPhoto(drawPaper(3, 1), turn, 2200);
  const path = join(dir, name);
  writeFileSync(path, await sharp(photo).rotate(turn).jpeg().toBuffer());
  return path;
}

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(30_000);
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(`upside down ${works ? '' : `(skipped: ${browser})`}`, () => {
  test('the hint at the paper turns the page with one button, is gone then, and is back after undo', async () => {
    const [visit] = await ask('visit.list', {});
    if (!visit) throw new Error('the sample has no visit');
    const target = { visitId: visit.id, kind: 'discharge-summary' as const };
    await ask('scan.add', { path: await addUpsideDown('upside-down.jpg', 180), target });
    await goTo(page, `#/visits/${visit.id}`);
    const slot = page.locator('[data-slot="discharge-summary"]');
    const hint = slot.getByText('好像没放正');
    await hint.scrollIntoViewIfNeeded();
    await hint.hover();
    const button = page.getByRole('button', { name: '转正' });
    await button.waitFor();
    await shoot('upright-card');
    await button.click();
    await expect.poll(() => hint.count()).toBe(0);
    const turned = async () =>
      (await ask('visit.get', { id: visit.id })).papers.find(({ kind }) => kind === 'discharge-summary')
        ?.pages[0]?.turn;
    await expect.poll(turned).toBe(180);
    await shoot('upright-turned');
    await page.locator('.ant-message').getByRole('button', { name: '撤销' }).last().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => hint.count()).toBe(1);
    expect(await turned()).toBe(0);
  }, 120_000);

  test('the same for one that waits in the inbox, sideways', async () => {
    await ask('scan.add', { path: await addUpsideDown('sideways.jpg', 90) });
    await goTo(page, '#/inbox');
    await page.locator('.inbox-card', { hasText: 'sideways.jpg' }).click();
    const hint = page.locator('.inbox-hints').getByText('好像没放正');
    await hint.click();
    await page.getByRole('button', { name: '转正' }).waitFor();
    await shoot('upright-inbox');
    await page.getByRole('button', { name: '转正' }).click();
    await expect.poll(() => hint.count()).toBe(0);
    const item = (await ask('inbox.list', {})).find(({ scan }) => scan.fileName === 'sideways.jpg');
    expect(item?.pages[0]?.turn).toBe(270);
    // Two presses, quicker than the first is answered, are two quarters.
    await page.locator('.inbox-preview').click();
    await page.getByLabel('向右转').evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    const turned = async () =>
      (await ask('inbox.list', {})).find(({ id }) => id === item?.id)?.pages[0]?.turn;
    await expect.poll(turned).toBe(90);
    await page.keyboard.press('Escape');
  }, 120_000);
});
