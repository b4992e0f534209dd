// Every screen of the organizer as an address, and how to look at it: language, text size, light or dark.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Settings } from '../../shared/domain.ts';

const root = resolve(import.meta.dirname, '../..');
export const rendererDir = resolve(root, 'out/renderer');
const axeSource = readFileSync(resolve(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

export type Look = Pick<Settings, 'language' | 'textSize' | 'theme'>;
export const looks: Look[] = [
  { language: 'zh-CN', textSize: 'normal', theme: 'light' },
  { language: 'en', textSize: 'normal', theme: 'light' },
  { language: 'zh-CN', textSize: 'large', theme: 'light' },
  { language: 'en', textSize: 'large', theme: 'dark' },
];

/** A page at the organizer's address, once its first screen is there. */
export async function openOrganizer(
  browser: Browser,
  address: string,
  size = { width: 1280, height: 800 },
): Promise<Page> {
  const page = await browser.newPage({ viewport: size, acceptDownloads: true, locale: 'zh-CN' });
  await page.goto(address);
  await page.getByRole('navigation').waitFor();
  return page;
}

/** Goes to a screen by its hash address and waits until nothing loads any more. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.waitForTimeout(250);
  await page.waitForLoadState('networkidle');
}

export type Violation = { id: string; impact: string; nodes: string[] };

/** What axe-core finds serious or critical on the open screen. */
export async function seriousViolations(page: Page): Promise<Violation[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    type Found = { id: string; impact?: string | null; nodes: { html: string }[] };
    const axe = (window as unknown as { axe: { run: (what: object) => Promise<{ violations: Found[] }> } })
      .axe;
    const { violations } = await axe.run({ resultTypes: ['violations'] } as object);
    return violations
      .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
      .map((violation) => ({
        id: violation.id,
        impact: violation.impact ?? '',
        nodes: violation.nodes.map((node) => node.html.slice(0, 200)),
      }));
  });
}
