// In a real browser: hints follow an edit, their card is reached by keyboard, pages move to other visits and to the inbox, and
// a page is edited where the packet's preview shows it. The pictures are kept in .cache/screens to be looked at.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { drawPaper } from '../bench/drawn-papers.ts';
import { takeHandPhoto } from '../bench/hand-photo.ts';
import { personFields, visitFields } from '../handlers/desk.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, looks, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/screens');
const dir = mkdtempSync(join(tmpdir(), 'guibao-moved-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;
let visitId = '';
let otherId = '';
let claimId = '';

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}

const picture = (name: string) => page.screenshot({ path: join(pictures, `moved-${name}.png`) });
const papersOf = async (id: string) => (await ask('visit.get', { id })).papers;
const pagesOf = async (id: string, kind: string) =>
  (await papersOf(id)).find((paper) => paper.kind === kind)?.pages ?? [];
const slot = (kind: string) => page.locator(`[data-slot="${kind}"]`);
const editor = () => page.getByRole('dialog').filter({ has: page.locator('.page-edit-sides') });
const chip = (kind: string) => slot(kind).locator('button.page-hint');

async function openMenu(kind: string, item: string): Promise<void> {
  await slot(kind).getByRole('button', { name: '这一页的更多操作' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function use(): Promise<void> {
  await editor().getByRole('button', { name: '用这个样子' }).click();
  await editor().waitFor({ state: 'detached' });
}

async function add(kind: 'invoice' | 'itemized-list', name: string, bytes: Buffer): Promise<void> {
  writeFileSync(join(dir, name), bytes);
  await ask('scan.add', { path: join(dir, name), target: { visitId, kind } });
}

beforeAll(async () => {
  if (!works) return;
  mkdirSync(pictures, { recursive: true });
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir });
  const { person } = await ask('person.save', { id: null, fields: personFields });
  const visitOn = async (date: string, hospital: string) =>
    (await ask('visit.save', { id: null, fields: visitFields(person.id, { date, hospital }) })).visit.id;
  visitId = await visitOn('2026-03-05', '昆明医科大学第一附属医院');
  otherId = await visitOn('2026-04-20', '云南省中医医院');
  await visitOn('2026-05-11', '昆明市延安医院');
  const photo = await takeHandPhoto(drawPaper(3, 1), 12, 2400);
  await add('invoice', 'dark.jpg', await sharp(photo).linear(0.33, 0).jpeg().toBuffer());
  for (const fill of [1, 2, 3])
    await add('itemized-list', `${fill}.jpg`, await takeHandPhoto(drawPaper(5, fill), 20 + fill, 1800));
  claimId = (await ask('claim.create', { personId: person.id, visitIds: [visitId] })).claim.id;
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(20_000);
  await goTo(page, `#/visits/${visitId}`);
}, 180_000);

afterAll(async () => {
  if (works) await (browser as Browser).close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(works ? 'hints, moves and the preview' : `skipped: ${browser}`, () => {
  test('a dark page has its hint, loses it when it is made clear, and has it again as it came', async () => {
    await chip('invoice').filter({ hasText: '太暗' }).waitFor();
    await openMenu('invoice', '修整这一页…');
    await editor().getByRole('button', { name: '变清楚' }).click();
    await use();
    await chip('invoice').filter({ hasText: '太暗' }).waitFor({ state: 'detached' });
    expect((await pagesOf(visitId, 'invoice'))[0]?.edit?.enhance).toBe('paper');
    await openMenu('invoice', '修整这一页…');
    await editor().getByRole('button', { name: '还原' }).click();
    await use();
    await chip('invoice').filter({ hasText: '太暗' }).waitFor();
  });

  test('the card of a hint is entered with Enter and left with Esc or Tab; in the large view Esc closes the card alone', async () => {
    const button = chip('invoice');
    const card = page.getByRole('dialog', { name: /^提示：/ });
    expect(
      await slot('invoice')
        .getByRole('button', { name: /^提示：.*太暗/ })
        .count(),
    ).toBe(1);
    await button.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => card.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await seriousViolations(page)).toEqual([]);
    await picture('hint-card');
    await page.keyboard.press('Tab');
    const word = card.getByRole('button', { name: '我看过了，看得清' });
    expect(await word.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await expect.poll(() => card.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await card.waitFor({ state: 'hidden' });
    await slot('invoice').locator('.sheet-filled').click();
    const viewer = page.locator('.viewer');
    // An opening dialog takes the focus once.
    await expect.poll(() => viewer.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    await page.locator('.viewer .ant-zoom-enter, .ant-zoom-appear').waitFor({ state: 'detached' });
    await viewer.locator('button.page-hint').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => card.evaluate((one) => one === document.activeElement)).toBe(true);
    await picture('hint-viewer');
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await viewer.locator('.viewer-stage').isVisible()).toBe(true);
    // The card takes an Esc as long as it fades away.
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape');
        return viewer.locator('.viewer-stage').count();
      })
      .toBe(0);
  });

  test('two pages go to another visit that is searched for, and undo brings them back', async () => {
    const before = await papersOf(visitId);
    await openMenu('itemized-list', '移到别的就诊、收件箱…');
    const dialog = page.getByRole('dialog').filter({ has: page.locator('.move-pages-where') });
    await dialog.getByRole('button', { name: '第 3 页' }).click();
    const search = dialog.getByRole('combobox', { name: '移到哪次就诊？' });
    await search.click();
    await search.fill('中医');
    await expect.poll(() => page.locator('.ant-select-item-option').count()).toBe(1);
    await page.waitForTimeout(400);
    await picture('search');
    await page.keyboard.press('Enter');
    await picture('dialog');
    expect(await seriousViolations(page)).toEqual([]);
    await dialog.getByRole('button', { name: '2 页移过去' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('.ant-message').getByText('云南省中医医院').waitFor();
    const [first, second, third] = before.find(({ kind }) => kind === 'itemized-list')?.pages ?? [];
    expect(await pagesOf(visitId, 'itemized-list')).toEqual([second]);
    expect(await pagesOf(otherId, 'itemized-list')).toEqual([first, third]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => papersOf(visitId)).toEqual(before);
    expect(await papersOf(otherId)).toEqual([]);
  });

  test('a whole paper goes back to the inbox, its hints are read there by keyboard, and undo puts it back', async () => {
    const before = await papersOf(visitId);
    await openMenu('invoice', '移到别的就诊、收件箱…');
    await page.getByRole('button', { name: '放回收件箱' }).click();
    await page.locator('.ant-message').getByText('已放回收件箱').waitFor();
    expect((await ask('inbox.list', {})).map(({ scan }) => scan.fileName)).toEqual(['dark.jpg']);
    await goTo(page, '#/inbox');
    const option = page.getByRole('option');
    await expect.poll(() => option.getAttribute('aria-label')).toMatch(/dark\.jpg.*太暗/);
    await page.locator('.inbox-hints button.page-hint').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: /^提示：/ }).waitFor();
    await picture('inbox-hint');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect.poll(() => papersOf(visitId)).toEqual(before);
    expect(await ask('inbox.list', {})).toEqual([]);
  });

  test('a page in the packet’s preview is edited with E, the packet comes back at that page, and undo works there', async () => {
    await goTo(page, `#/claims/${claimId}?view=preview`);
    await page.getByText(/^第 \d+ 页，共 \d+ 页$/).waitFor();
    const row = page.locator('.page-button').filter({ hasText: '清单' }).first();
    await row.click();
    const at = await page.getByText(/^第 \d+ 页，共 \d+ 页$/).textContent();
    const picturesBefore = await page.locator('.page-canvas').screenshot();
    await page.keyboard.press('e');
    await editor().waitFor();
    await editor().getByRole('button', { name: '左右翻转' }).click();
    await picture('preview-editor');
    await use();
    await expect.poll(async () => (await pagesOf(visitId, 'itemized-list'))[0]?.edit?.mirrored).toBe(true);
    // Undo knows of it once the message is there.
    await page.locator('.ant-message').getByText('已修整这一页').waitFor();
    await page.locator('.packet-stale').waitFor({ state: 'detached' });
    await page.locator('.proof').getByText('已核对').first().waitFor();
    await expect.poll(() => page.getByText(/^第 \d+ 页，共 \d+ 页$/).textContent()).toBe(at);
    await expect
      .poll(async () => (await page.locator('.page-canvas').screenshot()).equals(picturesBefore))
      .toBe(false);
    await picture('preview-edited');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await pagesOf(visitId, 'itemized-list'))[0]?.edit).toBeUndefined();
    await page.getByRole('button', { name: '这一页' }).click();
    await page.getByRole('menuitem', { name: /修整这一页/ }).click();
    await editor().getByRole('button', { name: '拆成两页' }).click();
    await use();
    await expect.poll(async () => (await pagesOf(visitId, 'itemized-list')).length).toBe(4);
    await page.locator('.ant-message').getByText('已拆成两页').waitFor();
    const pages = Number(at?.match(/共 (\d+) 页/)?.[1]);
    await page.getByText(new RegExp(`共 ${pages + 1} 页$`)).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await pagesOf(visitId, 'itemized-list')).length).toBe(3);
  });

  test('what is taken back under the open editor or move dialog never makes another page the one that is meant', async () => {
    await goTo(page, `#/visits/${visitId}`);
    const before = await pagesOf(visitId, 'itemized-list');
    const [first, second, third] = before;
    await openMenu('itemized-list', '往后移');
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual([second, first, third]);
    const undo = page.locator('.ant-message').getByRole('button', { name: '撤销' }).last();
    await undo.waitFor();
    await openMenu('itemized-list', '修整这一页…');
    await editor().getByRole('button', { name: '左右翻转' }).click();
    await page.keyboard.press('Control+z');
    expect(await pagesOf(visitId, 'itemized-list')).toEqual([second, first, third]);
    await undo.click();
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual(before);
    await use();
    await expect
      .poll(async () => (await pagesOf(visitId, 'itemized-list')).map(({ edit }) => edit?.mirrored === true))
      .toEqual([true, false, false]);
    await page.locator('.ant-message').getByText('已修整这一页').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual(before);

    // The second page goes one back, which is undone under the dialog.
    await slot('itemized-list').locator('.strip-page').nth(1).click();
    await openMenu('itemized-list', '往前移');
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual([second, first, third]);
    await undo.waitFor();
    await openMenu('itemized-list', '移到别的就诊、收件箱…');
    const toInbox = page.getByRole('button', { name: '放回收件箱' });
    await toInbox.waitFor();
    await page.keyboard.press('Control+z');
    expect(await pagesOf(visitId, 'itemized-list')).toEqual([second, first, third]);
    await undo.click();
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual(before);
    await toInbox.click();
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual([first, third]);
    await page.locator('.ant-message').getByText('已放回收件箱').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => pagesOf(visitId, 'itemized-list')).toEqual(before);
  });

  test('pressing on while older pages are still on their way loses no turn, and no page the phone sent meanwhile', async () => {
    const held = { reading: Promise.withResolvers<void>(), writing: Promise.withResolvers<void>() };
    const before = await pagesOf(visitId, 'itemized-list');
    const turned = async () => (await pagesOf(visitId, 'itemized-list'))[0]?.turn;
    const turnRight = slot('itemized-list').getByRole('button', { name: '向右转' });
    await slot('itemized-list').locator('.strip-page').nth(0).click();
    let readings = 0;
    await page.route('**/call/visit.get', async (route) => {
      const response = await route.fetch();
      readings += 1;
      await held.reading.promise;
      await route.fulfill({ response }).catch(() => undefined);
    });
    await turnRight.click();
    await expect.poll(turned).toBe(90);
    await expect.poll(() => readings).toBeGreaterThan(0);
    await add('itemized-list', 'phone.jpg', await takeHandPhoto(drawPaper(5, 2), 77, 1200));
    await page.route('**/call/paper.set-pages', async (route) => {
      await held.writing.promise;
      await route.continue();
    });
    await turnRight.click();
    held.reading.resolve();
    await page.waitForTimeout(400);
    await turnRight.click();
    held.writing.resolve();
    await expect.poll(turned).toBe(270);
    const after = await pagesOf(visitId, 'itemized-list');
    expect(after.map(({ scan }) => scan).slice(0, -1)).toEqual(before.map(({ scan }) => scan));
    expect(after).toHaveLength(before.length + 1);
    await page.unrouteAll({ behavior: 'wait' });
    const [paper] = (await ask('visit.get', { id: visitId })).papers.filter(
      ({ kind }) => kind === 'itemized-list',
    );
    await ask('paper.set-pages', { id: paper?.id ?? '', pages: before });
    await goTo(page, '#/inbox');
    await goTo(page, `#/visits/${visitId}`);
  });

  test('in every language, text size and colour the dialogs can be used', async () => {
    for (const look of looks) {
      await ask('settings.set', look);
      await goTo(page, `#/visits/${visitId}`);
      await page.reload();
      const name = `${look.language}-${look.textSize}-${look.theme}`;
      const trigger = slot('itemized-list').locator('.slot-tools .ant-dropdown-trigger');
      await trigger.click();
      const away = page.getByRole('menuitem', { name: /^(移到别的就诊|Move to another visit)/ });
      // In sight as the menu opens, without scrolling it.
      const [shown, menu] = [await away.boundingBox(), await page.locator('.slot-menu').boundingBox()];
      expect((shown?.y ?? 9999) + (shown?.height ?? 0)).toBeLessThanOrEqual(
        (menu?.y ?? 0) + (menu?.height ?? 0),
      );
      await away.click();
      await page.locator('.move-pages-where').waitFor();
      await page.waitForTimeout(500);
      await picture(name);
      expect(await seriousViolations(page)).toEqual([]);
      const inside = await page.locator('.move-pages .ant-modal-footer').boundingBox();
      expect((inside?.y ?? 9999) + (inside?.height ?? 0)).toBeLessThanOrEqual(800);
      await page.keyboard.press('Escape');
      await page.locator('.move-pages-where').waitFor({ state: 'detached' });
    }
  });
});
