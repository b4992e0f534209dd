// What is known of a visit and its invoice beyond the print, in a real browser: noted by a click, taken back, used by the check.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import type { CallInput, CallName, CallOutput } from '../../shared/calls.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, openOrganizer, rendererDir } from '../support/screens.ts';

const dir = mkdtempSync(join(tmpdir(), 'guibao-visit-facts-'));
const browser = await openBrowser();
const works = typeof browser !== 'string';
let open: OpenPage;
let page: Page;
let visitId = '';
let invoiceId = '';

async function ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const reply = await answer(open.context, name, input);
  if (!reply.ok) throw new Error(`${name} ${JSON.stringify(reply.problem)}`);
  return reply.value as CallOutput<N>;
}
const factsOfVisit = () => ask('visit-facts.get', { visitId });
const factsOfInvoice = () => ask('invoice-facts.get', { invoiceId });
const codesOnBoard = async () => {
  const { visit } = await ask('visit.get', { id: visitId });
  const { entries } = await ask('person.board', { personId: visit.personId });
  return entries.flatMap(({ findings }) =>
    findings.filter((one) => one.visitId === visitId).map(({ code }) => code),
  );
};

beforeAll(async () => {
  if (!works) return;
  open = await openPage({ vaultDir: join(dir, 'vault'), rendererDir, sample: true });
  const visits = await ask('visit.list', {});
  const chronic = visits.find(({ kind, claim }) => kind === 'chronic-outpatient' && claim === null);
  visitId = (chronic ?? visits[0])?.id ?? '';
  invoiceId = (await ask('invoice.list', { visitId }))[0]?.id ?? '';
  page = await openOrganizer(browser as Browser, open.address);
  page.setDefaultTimeout(20_000);
  await goTo(page, `#/visits/${visitId}`);
}, 120_000);

afterAll(async () => {
  if (works) await browser.close();
  await open?.close();
  rmSync(dir, { recursive: true, force: true });
});

describe.skipIf(!works)(works ? 'facts of a visit in the browser' : `skipped: ${browser}`, () => {
  test('an emergency is noted by one click, asks for its proof, and is taken back', async () => {
    const emergency = page.getByRole('button', { name: '急诊', exact: true });
    await emergency.click();
    await expect.poll(async () => (await factsOfVisit()).situations).toEqual(['emergency']);
    await expect.poll(() => emergency.getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('link', { name: /去放急诊/ }).waitFor();
    expect(await codesOnBoard()).toContain('emergency-proof-missing');
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await factsOfVisit()).situations).toEqual([]);
  });

  test('rare situations are there on demand, and two quick changes do not undo each other', async () => {
    await page.getByRole('button', { name: '更多情况' }).click();
    await page.getByLabel('开的药够吃几天').fill('30');
    await page.getByRole('button', { name: '票据遗失' }).click();
    await page.getByRole('button', { name: '转诊', exact: true }).click();
    await expect
      .poll(async () => await factsOfVisit())
      .toMatchObject({ daysOfSupply: 30, situations: ['lost-invoice', 'referral'] });
  });

  test('a day count that is typed is kept when the screen is left', async () => {
    await page.getByLabel('开的药够吃几天').fill('14');
    await goTo(page, '#/visits');
    await expect.poll(async () => (await factsOfVisit()).daysOfSupply).toBe(14);
    await goTo(page, `#/visits/${visitId}`);
  });

  test('a reversed invoice and what was paid elsewhere are noted and found by the check', async () => {
    await page.getByRole('button', { name: '红冲、换开，或别处报过' }).click();
    await page.getByLabel('票据状态').click();
    await page.getByTitle('被红冲了（医院退费重开）').click();
    await expect.poll(async () => (await factsOfInvoice()).state).toBe('reversed');
    expect(await codesOnBoard()).toContain('invoice-reversed');
    await page.getByLabel('新票的号码').fill('0099887766');
    await page.getByLabel('别处已经报了多少（元）').fill('５0.5');
    await page.getByLabel('谁报的').fill('平安保险');
    await page.getByLabel('谁报的').blur();
    await expect.poll(factsOfInvoice).toMatchObject({
      ...{ state: 'reversed', replacedBy: '0099887766' },
      ...{ paidElsewhereFen: 5050, paidElsewhereBy: '平安保险' },
    });
  });
});
