// The packet in a browser's worker: bundled without Node's modules, and the same bytes as in Node.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { buildPacket } from '../../renderer/packet/build.ts';
import { openBrowser } from '../support/browser.ts';
import { font, paper, plan, reply, scanName, source, suppliesOf, visit } from './plans.ts';

const ENTRY = `
import { buildPacket } from ${JSON.stringify(resolve(import.meta.dirname, '../../renderer/packet/build.ts'))};
onmessage = async ({ data }) => {
  const bytes = (base64) => Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
  const scans = new Map(data.scans.map(([scan, base64]) => [scan, bytes(base64)]));
  const pull = async ({ scan }) => scans.get(scan);
  const packet = await buildPacket(data.plan, { font: bytes(data.font), pull });
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', packet.bytes));
  postMessage([...hash].map((one) => one.toString(16).padStart(2, '0')).join(''));
};`;

async function bundle(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'packet-worker-'));
  try {
    writeFileSync(join(dir, 'entry.js'), ENTRY);
    const lib = { entry: join(dir, 'entry.js'), formats: ['es' as const], fileName: () => 'worker.js' };
    const root = resolve(import.meta.dirname, '../..');
    const outDir = join(dir, 'out');
    await build({ configFile: false, logLevel: 'error', root, build: { lib, outDir, emptyOutDir: true } });
    return readFileSync(join(outDir, 'worker.js'), 'utf8');
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');

test('a browser makes the same bytes (skipped where Chromium cannot start)', {
  timeout: 120_000,
}, async (context) => {
  const code = await bundle();
  expect(code).not.toMatch(/from\s*["'](node:|fs|path|buffer|zlib|stream)/);
  const browser = await openBrowser();
  if (typeof browser === 'string') return context.skip(browser);
  try {
    const picture = sharp({ create: { width: 90, height: 60, channels: 4, background: '#cde8' } });
    const scans = new Map([
      [scanName(1), new Uint8Array(await picture.clone().jpeg().toBuffer())],
      [scanName(2), new Uint8Array(await picture.png().toBuffer())],
      [scanName(3), (await buildPacket(plan([visit({})]), suppliesOf(new Map()))).bytes],
    ]);
    const pages = [
      source(scanName(1)),
      source(scanName(2), { form: 'png' }),
      source(scanName(3), { form: 'pdf' }),
    ];
    const whole = plan([visit({ papers: [paper('invoice', pages), paper('prescription', [])] })]);
    const supplement = plan([visit({ papers: [paper('invoice', pages, { change: 'changed' })] })], {
      supplement: reply(),
    });
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    const shared = {
      font: base64(font),
      scans: [...scans].map(([scan, bytes]) => [scan, base64(bytes)]),
    };
    const page = await browser.newPage();
    await page.route('https://packet.test/**', (route) =>
      route.request().url().endsWith('worker.js')
        ? route.fulfill({ contentType: 'text/javascript', body: code })
        : route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('https://packet.test/');
    for (const wanted of [whole, supplement]) {
      const hash = await page.evaluate(
        (input) =>
          new Promise<string>((done, fail) => {
            const worker = new Worker('/worker.js', { type: 'module' });
            worker.onmessage = (event) => done(String(event.data));
            worker.onerror = (event) => fail(new Error(event.message));
            worker.postMessage(input);
          }),
        { ...shared, plan: wanted },
      );
      expect(hash).toBe(await sha256((await buildPacket(wanted, suppliesOf(scans))).bytes));
    }
  } finally {
    await browser.close();
  }
});
