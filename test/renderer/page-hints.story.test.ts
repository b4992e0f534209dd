// Hints in a real browser: at the paper in words, in its card with a picture of where, as frames over the large view.

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

const dir = mkdtempSync(join(tmpdir(), 'guibao-hints-'));
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

/** A photograph with a burnt-out spot in its upper left part. */
async function photographWithGlare(): Promise<string> {
  const photo = await takeHandPhoto(drawPaper(3, 1), 5, 2200);
  const { width, height } = await sharp(photo).metadata();
  const spot = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><circle cx="${width * 0.35}" cy="${height * 0.3}" r="${width * 0.15}" fill="#fff"/></svg>`,
  );
  const dimmed = await sharp(photo).linear(0.85, 0).toBuffer();
  const path = join(dir, 'glare.jpg');
  writeFileSync(
    path,
    await sharp(dimmed)
      .composite([{ input: spot }])
      .jpeg()
      .toBuffer(),
  );
  return path;
}

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(20_000);
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(`hints on pages ${works ? '' : `(skipped: ${browser})`}`, () => {
  test('a burnt-out spot is named at the paper, shown in its card, and framed in the large view', async () => {
    const [visit] = await ask('visit.list', {});
    if (!visit) throw new Error('the sample has no visit');
    const target = { visitId: visit.id, kind: 'discharge-summary' as const };
    const { scan } = await ask('scan.add', { path: await photographWithGlare(), target });
    const findings = (await ask('scan.get', { id: scan ?? '' })).scan.pages[0]?.findings ?? [];
    const seen = findings.find(({ code }) => code === 'glare');
    expect(findings.filter(({ box }) => box)).toEqual([seen]);
    await goTo(page, `#/visits/${visit.id}`);
    const slot = page.locator('[data-slot="discharge-summary"]');
    const hint = slot.getByText('有反光');
    await hint.scrollIntoViewIfNeeded();
    await hint.hover();
    const frame = page.locator('.page-hint-card .page-frame');
    await expect.poll(() => frame.count()).toBe(1);
    await expect.poll(async () => (await frame.boundingBox())?.width ?? 0).toBeGreaterThan(20);
    if (screens) await page.screenshot({ path: join(screens, 'hint-card.png') });
    await page.mouse.move(5, 5);
    await slot.locator('.sheet-filled').click();
    const large = page.locator('.viewer-stage .page-frame');
    await expect.poll(() => large.count()).toBe(1);
    const shown = page.locator('.viewer-stage img');
    await expect.poll(async () => (await shown.boundingBox())?.width ?? 0).toBeGreaterThan(100);
    await page.waitForTimeout(600);
    if (screens) await page.screenshot({ path: join(screens, 'hint-viewer.png') });
    const [picture, place] = [await shown.boundingBox(), await large.boundingBox()];
    if (!picture || !place || !seen?.box) throw new Error('nothing is shown');
    const left = (place.x - picture.x) / picture.width;
    const top = (place.y - picture.y) / picture.height;
    expect(Math.abs(left - seen.box.x)).toBeLessThan(0.02);
    expect(Math.abs(top - seen.box.y)).toBeLessThan(0.02);
  });

  test('who has looked says so at the claim or at the page, and asks for the hint again', async () => {
    const [visit] = await ask('visit.list', {});
    if (!visit) throw new Error('the sample has no visit');
    const made = { personId: visit.personId, visitIds: [visit.id] };
    const claimId = visit.claim?.id ?? (await ask('claim.create', made)).claim.id;
    await page.keyboard.press('Escape');
    const papers = `#/claims/${claimId}?view=papers`;
    await goTo(page, papers);
    const line = page.locator('.board-line').filter({ hasText: '可能看不清' }).first();
    await line.scrollIntoViewIfNeeded();
    if (screens) await page.screenshot({ path: join(screens, 'board-finding-zh.png') });
    await line.getByRole('button', { name: /其实看得清/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('img').waitFor();
    await page.waitForLoadState('networkidle');
    await page.waitForTimeout(600);
    if (screens) await page.screenshot({ path: join(screens, 'look-zh.png') });
    const before = (await ask('claim.readiness', { id: claimId })).findings;
    await dialog.getByRole('button', { name: '我看过了，看得清' }).click();
    const confirmed = page.locator('.board-line').filter({ hasText: '说看得清' });
    await confirmed.first().waitFor();
    const after = (await ask('claim.readiness', { id: claimId })).findings;
    const graveness = (all: typeof after) => all.filter(({ severity }) => severity !== 'advice').length;
    expect(graveness(after)).toBe(graveness(before) - 1);
    await confirmed.first().scrollIntoViewIfNeeded();
    if (screens) await page.screenshot({ path: join(screens, 'board-confirmed-zh.png') });

    await goTo(page, `#/visits/${visit.id}`);
    const slot = page.locator('[data-slot="discharge-summary"]');
    const hint = slot.getByText('看过，看得清', { exact: true });
    await hint.scrollIntoViewIfNeeded();
    await hint.hover();
    const card = page.locator('.page-hint-card');
    await card.getByText(/日你看过/).waitFor();
    await page.waitForTimeout(400);
    if (screens) await page.screenshot({ path: join(screens, 'hint-confirmed-zh.png') });
    await card.getByRole('button', { name: '再提醒我' }).click();
    await slot.getByText('有反光').waitFor();
    expect((await ask('claim.readiness', { id: claimId })).findings).toEqual(before);

    if (!screens) return;
    await ask('settings.set', { language: 'en', textSize: 'large' });
    await page.reload();
    await goTo(page, papers);
    const english = page.locator('.board-line').filter({ hasText: 'may not be readable' }).first();
    await english.scrollIntoViewIfNeeded();
    await page.screenshot({ path: join(screens, 'board-finding-en-large.png') });
    await english.getByRole('button', { name: /Readable after all/ }).click();
    await page.waitForTimeout(1200);
    await page.screenshot({ path: join(screens, 'look-en-large.png') });
    await page.keyboard.press('Escape');
    await goTo(page, `#/visits/${visit.id}`);
    const chip = slot.locator('.page-hint');
    await chip.scrollIntoViewIfNeeded();
    await chip.hover();
    await page.waitForTimeout(900);
    await page.screenshot({ path: join(screens, 'hint-en-large.png') });
  });
});
