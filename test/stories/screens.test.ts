// Every screen in both languages, normal and large text, light and dark: nothing serious for axe-core, nothing wider than
// the window, no error in the console. The pictures are kept in .cache/screens to be looked at.

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer } from '../../electron/handlers/answer.ts';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { openBrowser } from '../support/browser.ts';
import { goTo, looks, openOrganizer, rendererDir, seriousViolations } from '../support/screens.ts';

const pictures = resolve(import.meta.dirname, '../../.cache/screens');
const found: { browser?: Browser; organizer?: OpenPage; page?: Page; why: string } = { why: '' };
const complaints: string[] = [];
let vaultDir = '';
let screens: { name: string; hash: string }[] = [];

beforeAll(async () => {
  const browser = await openBrowser();
  if (typeof browser === 'string') {
    found.why = browser;
    return;
  }
  mkdirSync(pictures, { recursive: true });
  vaultDir = mkdtempSync(join(tmpdir(), 'guibao-screens-'));
  const organizer = await openPage({
    vaultDir,
    rendererDir,
    sample: true,
    now: () => new Date('2026-03-02T10:00:00'),
  });
  const page = await openOrganizer(browser, organizer.address);
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  Object.assign(found, { browser, organizer, page });
  const ask = async <T>(name: string, input: unknown): Promise<T> => {
    const reply = await answer(organizer.context, name, input);
    if (!reply.ok) throw new Error(JSON.stringify(reply.problem));
    return reply.value as T;
  };
  const [claim] = await ask<{ claim: { id: string } }[]>('claim.list', {});
  const visits = await ask<{ id: string; missing: unknown[] }[]>('visit.list', {});
  const [person] = await ask<{ id: string }[]>('person.list', {});
  const complete = visits.find((visit) => visit.missing.length === 0);
  const incomplete = visits.find((visit) => visit.missing.length > 0);
  screens = [
    { name: 'home', hash: '#/' },
    { name: 'visits', hash: '#/visits' },
    { name: 'visit', hash: `#/visits/${complete?.id}` },
    { name: 'visit-incomplete', hash: `#/visits/${incomplete?.id}` },
    { name: 'visit-new', hash: `#/visits/new?person=${person?.id}` },
    { name: 'inbox', hash: '#/inbox' },
    { name: 'removed', hash: '#/inbox/removed' },
    { name: 'claims', hash: '#/claims' },
    { name: 'claim', hash: `#/claims/${claim?.claim.id}` },
    { name: 'people', hash: '#/people' },
    { name: 'person', hash: `#/people/${person?.id}` },
    { name: 'claim-life', hash: `#/claims/${claim?.claim.id}?view=life` },
    { name: 'errands', hash: `#/errands/${person?.id}` },
    { name: 'yearly', hash: '#/yearly' },
    { name: 'packs', hash: '#/packs' },
    { name: 'pack', hash: '#/packs/532800' },
    { name: 'settings', hash: '#/settings' },
  ];
}, 120_000);

afterAll(async () => {
  await found.browser?.close();
  await found.organizer?.close();
  if (vaultDir) rmSync(vaultDir, { recursive: true, force: true });
});

describe('every screen', () => {
  for (const look of looks) {
    test(`in ${look.language}, ${look.textSize} text, ${look.theme}`, async (context) => {
      const { page, organizer } = found;
      if (!page || !organizer) return context.skip(found.why);
      await answer(organizer.context, 'settings.set', look);
      await page.reload();
      const troubles: string[] = [];
      for (const { name, hash } of screens) {
        await goTo(page, hash);
        if (name === 'claim') await page.waitForTimeout(4_000);
        await page.screenshot({
          path: join(pictures, `${name}.${look.language}.${look.textSize}.${look.theme}.png`),
        });
        for (const violation of await seriousViolations(page)) {
          troubles.push(`${name}: ${violation.id} (${violation.impact}) ${violation.nodes.join(' | ')}`);
        }
        const tooWide = await page.evaluate(
          () => document.documentElement.scrollWidth > window.innerWidth + 1,
        );
        if (tooWide) troubles.push(`${name}: wider than the window`);
      }
      expect(troubles).toEqual([]);
      expect(complaints).toEqual([]);
    }, 180_000);
  }
});
