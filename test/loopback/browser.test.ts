// The loopback page in a real browser: its policy holds, and a page from elsewhere gets nothing.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import { openBrowser } from '../support/browser.ts';

let folder = '';
let page: OpenPage;
let browser: Browser | string;
let elsewhere: Server;

const INDEX = `<!doctype html><meta name="csp-nonce" content="__NONCE__"><title>page</title>
<style nonce="__NONCE__">body { color: rgb(1, 2, 3) }</style><style>body { background: rgb(9, 9, 9) }</style>
<script>globalThis.inlineRan = true;</script><script type="module" src="./main.js"></script>`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guibao-browser-'));
  writeFileSync(join(folder, 'index.html'), INDEX);
  writeFileSync(join(folder, 'main.js'), 'globalThis.moduleRan = true;');
  page = await openPage({ vaultDir: join(folder, 'vault'), rendererDir: folder });
  elsewhere = createServer((_, reply) =>
    reply.setHeader('content-type', 'text/html').end('<title>elsewhere</title>'),
  );
  await new Promise<void>((settle) => elsewhere.listen(0, '127.0.0.1', settle));
  browser = await openBrowser();
});
afterAll(async () => {
  if (typeof browser !== 'string') await browser?.close();
  elsewhere.close();
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A tab in which the page was opened by its address, or the reason why there is no browser. */
async function openTab(skip: (reason: string) => void): Promise<Page> {
  if (typeof browser === 'string') {
    skip(browser);
    throw new Error(browser);
  }
  const tab = await (await browser.newContext()).newPage();
  await tab.goto(page.address);
  return tab;
}

const origin = (): string => new URL(page.address).origin;

describe('the loopback page in a browser', () => {
  test('the address opens it, the token leaves the address, and it can be used again', async (context) => {
    const tab = await openTab((reason) => context.skip(reason));
    expect(tab.url()).toBe(`${origin()}/`);
    await tab.reload();
    expect(await tab.title()).toBe('page');
    await tab.goto(page.address);
    expect(tab.url()).toBe(`${origin()}/`);
    expect(await tab.evaluate(() => document.cookie)).toBe('');
  });

  test('own modules and styles run, foreign and inline ones do not', async (context) => {
    const tab = await openTab((reason) => context.skip(reason));
    const seen = await tab.evaluate(async () => ({
      moduleRan: 'moduleRan' in globalThis,
      inlineRan: 'inlineRan' in globalThis,
      color: getComputedStyle(document.body).color,
      background: getComputedStyle(document.body).backgroundColor,
      outside: await fetch('https://example.com/').then(
        () => true,
        () => false,
      ),
    }));
    expect(seen).toEqual({
      moduleRan: true,
      inlineRan: false,
      color: 'rgb(1, 2, 3)',
      background: 'rgba(0, 0, 0, 0)',
      outside: false,
    });
  });

  test('a call and an upload from the page itself are answered', async (context) => {
    const tab = await openTab((reason) => context.skip(reason));
    const answers = await tab.evaluate(async () => {
      const post = async (path: string, body: BodyInit) =>
        (await fetch(path, { method: 'POST', body })).json() as Promise<{ ok: boolean }>;
      return [await post('/call/person.list', '{}'), await post('/vault/intake?name=a.jpg', new Blob(['x']))];
    });
    expect(answers[0]).toEqual({ ok: true, value: [] });
    expect(answers[1]).toMatchObject({ ok: true, value: { outcome: 'refused' } });
  });

  test('a page on another port of this machine, which shares the cookie, gets nothing', async (context) => {
    const tab = await openTab((reason) => context.skip(reason));
    await tab.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const seen = await tab.evaluate(async (target) => {
      const attempt = (path: string, init: RequestInit) =>
        fetch(target + path, { credentials: 'include', ...init }).then(
          (reply) => (reply.type === 'opaque' ? 'opaque' : `status ${reply.status}`),
          () => 'failed',
        );
      const frame = document.createElement('iframe');
      frame.src = `${target}/`;
      const framed = new Promise<string>((settle) => {
        frame.onload = () => settle(frame.contentDocument ? 'readable' : 'closed');
      });
      document.body.append(frame);
      return {
        read: await attempt('/main.js', {}),
        call: await attempt('/call/person.list', { method: 'POST', body: '{}' }),
        blind: await attempt('/main.js', { mode: 'no-cors' }),
        framed: await framed,
      };
    }, origin());
    expect(seen).toEqual({ read: 'failed', call: 'failed', blind: 'failed', framed: 'closed' });
  });
});
