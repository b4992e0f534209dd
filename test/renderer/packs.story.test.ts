// Rules of a place in a real browser: what an update changed, a rule of one's own with note and day, a file of somebody else's.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putSeenPack } from '../../electron/database/rule-pack-seen.ts';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { shippedPacks } from '../../electron/rules/shipped-packs.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir } from '../support/screens.ts';

const PLACE = '532800';
const dir = mkdtempSync(join(tmpdir(), 'guibao-packs-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}
const ownRules = async () => (await ask('rule-pack.get', { place: PLACE })).overrides;

/** As if this program were a newer one than that which was last open. */
function seeOlder(): void {
  const now = shippedPacks().find(({ place }) => place === PLACE);
  if (!now) throw new Error('no pack');
  const [first] = now.rates;
  const rates = now.rates.map((rule) => (rule === first ? { ...rule, permille: 500 } : rule));
  const older = { ...now, version: '2020-01-01', rates };
  putSeenPack(open.context.vault.db, { place: PLACE, version: older.version, pack: older }, 'then');
}

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  seeOlder();
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(20_000);
  await goTo(page, '#/packs');
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(works ? 'rules of a place in the browser' : `skipped: ${browser}`, () => {
  test('what an update changed is said from the list on, put away when seen, and comes back by undo', async () => {
    const news = page.getByRole('region', { name: '归报附带的规定更新了' });
    await news.getByRole('link', { name: '西双版纳' }).click();
    await news.getByText('50%').waitFor();
    await news.getByText('60%').waitFor();
    await news.getByRole('button', { name: '知道了' }).click();
    await news.waitFor({ state: 'detached' });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+z');
    await news.getByText('50%').waitFor();
  });

  test('every rule on screen says its source, date, grade and level, and whom to ask', async () => {
    await page
      .getByText(/12393 \/ 12333/)
      .first()
      .waitFor();
    const { pack } = await ask('rule-pack.get', { place: PLACE });
    const lines = await page.locator('[data-rule] .board-rule').allInnerTexts();
    expect(lines).toHaveLength(pack.rules.length);
    const dates = pack.rules.map(({ source }) => source.date);
    for (const date of new Set(dates)) expect(lines.join('\n')).toContain(date);
    for (const line of lines) expect(line).toMatch(/A 官方|B |C |自己/);
  });

  test('what was told at the counter is written down in a form, with who said it and when', async () => {
    await page.getByRole('button', { name: '加一条: 要交的材料' }).click();
    const form = page.getByRole('form').filter({ hasText: '写下问到的规定' }).or(page.locator('.rule-form'));
    await form.getByLabel('谁说的、怎么说的').fill('窗口说要户口本');
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存这条规定').first().waitFor();
    expect(await ownRules()).toMatchObject([{ chapter: 'papers', note: '窗口说要户口本' }]);
    await page
      .getByText(/窗口说要户口本/)
      .first()
      .waitFor();
  });

  test('a file of somebody else’s keeps what one wrote, unless the other is chosen', async () => {
    const [own] = await ownRules();
    if (!own) throw new Error('no own rule');
    const { text } = await ask('rule-pack.export', { place: PLACE });
    const shared = JSON.parse(text);
    shared.papers[0].anyOf = [{ kind: 'household-register' }];
    shared.papers.push({ ...shared.papers[0], id: 'own-theirs', anyOf: [{ kind: 'agent-letter' }] });
    const path = join(dir, '同事的规定.json');
    writeFileSync(path, JSON.stringify(shared));
    await goTo(page, '#/packs');
    await page.locator('input[type=file][accept*=json]').setInputFiles(path);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('新的 1 条').waitFor();
    await dialog.getByRole('button', { name: '导入' }).click();
    await page.getByText('已导入 1 条').first().waitFor();
    expect((await ownRules()).map(({ ruleId }) => ruleId)).toEqual([own.ruleId, 'own-theirs']);
    expect((await ownRules())[0]?.rule).toEqual(own.rule);
    await goTo(page, '#/packs');
    await page.locator('input[type=file][accept*=json]').setInputFiles(path);
    await dialog.getByRole('radio', { name: /换成文件里的/ }).click();
    await dialog.getByRole('button', { name: '导入' }).click();
    await expect
      .poll(async () => (await ownRules()).find(({ ruleId }) => ruleId === own.ruleId)?.rule)
      .toMatchObject({ anyOf: [{ kind: 'household-register' }] });
  });
});
