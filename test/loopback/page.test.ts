// The loopback page over a real vault: what it serves, and what it keeps from everybody else.

import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenPage, openPage } from '../../electron/loopback/open-page.ts';
import {
  fontAddress,
  intakeAddress,
  originalAddress,
  outgoingAddress,
  pdfiumAddress,
  pictureAddress,
  printableAddress,
} from '../../shared/addresses.ts';
import { ask, enter, type Visitor } from './visitor.ts';

let folder = '';
let vaultDir = '';
let page: OpenPage;
let visitor: Visitor;

const INDEX = '<!doctype html><meta name="csp-nonce" content="__NONCE__" /><div id="root"></div>';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guibao-page-'));
  vaultDir = join(folder, '妈妈 的 vault');
  const rendererDir = join(folder, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  mkdirSync(join(vaultDir, 'incoming'), { recursive: true });
  writeFileSync(join(vaultDir, 'incoming', 'left-behind'), 'x');
  writeFileSync(join(rendererDir, 'index.html'), INDEX);
  writeFileSync(join(rendererDir, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  page = await openPage({ vaultDir, rendererDir });
  visitor = await enter(page.address);
});
afterAll(async () => {
  await page.close();
  rmSync(folder, { recursive: true, force: true });
});

const picture = (red: number): Promise<Buffer> =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: { r: red, g: 40, b: 40 } } })
    .jpeg()
    .toBuffer();

type Kept = { ok: true; value: { outcome: string; scan: string } };
async function upload(name: string, bytes: Uint8Array): Promise<Kept['value']> {
  const reply = await visitor.post(intakeAddress(name, null), bytes);
  const answer = JSON.parse(reply.text) as Kept;
  expect(answer).toMatchObject({ ok: true });
  return answer.value;
}

/** What the vault's folder holds beside its own files. */
const incoming = (): string[] => {
  try {
    return readdirSync(join(vaultDir, 'incoming'));
  } catch {
    return [];
  }
};

describe('entering', () => {
  test('the address is of this machine only and carries the token', () => {
    expect(page.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
  });

  test('the token gives the cookie and leads to the page, and does so again', async () => {
    const path = page.address.replace(/^http:\/\/[^/]+/, '');
    for (const _ of [1, 2]) {
      const reply = await ask(visitor.port, { path });
      expect(reply.status).toBe(303);
      expect(reply.headers.location).toBe('/');
      expect(reply.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Strict/);
    }
  });

  test('without the cookie nothing is served, neither page nor call nor picture nor upload', async () => {
    for (const path of ['/', '/assets/main.js', pictureAddress('0'.repeat(64), 0, 200), fontAddress]) {
      expect((await ask(visitor.port, { path })).status).toBe(403);
    }
    const headers = { origin: `http://127.0.0.1:${visitor.port}` };
    for (const path of ['/call/person.list', intakeAddress('a.jpg', null)]) {
      const reply = await ask(visitor.port, { method: 'POST', path, headers, body: '{}' });
      expect(reply.status).toBe(403);
      expect(JSON.parse(reply.text)).toEqual({
        ok: false,
        problem: { code: 'not-allowed', params: { what: 'cookie' } },
      });
    }
  });

  test('a person who comes without the token is told what to do, in both languages', async () => {
    const reply = await ask(visitor.port, { path: '/', headers: { accept: 'text/html' } });
    expect(reply.status).toBe(403);
    expect(reply.text).toContain('完整的地址');
    expect(reply.text).toContain('full address');
  });

  test('a foreign Host, Origin or site is refused even with the cookie', async () => {
    expect((await visitor.get('/', { host: `evil.example:${visitor.port}` })).status).toBe(403);
    expect((await visitor.get('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const forged = await visitor.post('/call/person.list', '{}', { origin: 'https://evil.example' });
    expect(forged.status).toBe(403);
  });
});

describe('the page and its files', () => {
  test('the page has a strict policy and a nonce of its own each time', async () => {
    const replies = [await visitor.get('/'), await visitor.get('/index.html')];
    const nonces = replies.map((reply) => /content="([^"]+)"/.exec(reply.text)?.[1] ?? '');
    expect(new Set(nonces).size).toBe(2);
    replies.forEach((reply, at) => {
      const policy = String(reply.headers['content-security-policy']).split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval'");
      expect(policy).toContain(`style-src 'self' 'nonce-${nonces[at]}'`);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'none'");
      expect(policy.join()).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
      expect(reply.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
    });
  });

  test('files of the renderer and of the program are served with their types', async () => {
    const script = await visitor.get('/assets/main.js');
    expect(script.headers['content-type']).toMatch('text/javascript');
    const font = await visitor.get(fontAddress);
    expect(font.headers['content-type']).toBe('font/ttf');
    expect(font.bytes.subarray(0, 4)).toEqual(Buffer.from([0, 1, 0, 0]));
    const wasm = await visitor.get(pdfiumAddress);
    expect(wasm.headers['content-type']).toBe('application/wasm');
    expect(wasm.bytes.subarray(0, 4).toString('latin1')).toBe('\0asm');
  });

  test.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/..\\secret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/%00/secret.txt',
    '/%ff',
    '/program/../secret.txt',
    '/program/package.json',
    '/vault/original/..%2f..%2fsecret.txt',
  ])('%s leads nowhere', async (path) => {
    const reply = await visitor.get(path);
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    expect(reply.text).not.toMatch(/^secret|at .*\.ts/);
  });

  test('HEAD gives the headers only', async () => {
    const cookieless = await ask(visitor.port, { method: 'HEAD', path: '/' });
    expect(cookieless.status).toBe(403);
    expect(cookieless.bytes).toHaveLength(0);
  });
});

describe('calls', () => {
  test('a call writes into the vault and another reads it', async () => {
    const fields = {
      name: '王秀兰',
      citizenId: '',
      scheme: 'employee',
      standing: 'retired',
      insuredPlaceCode: '',
      insuredPlaceName: '',
      livingPlaceName: '昆明',
      phone: '',
      socialSecurityCard: '',
      payeeName: '',
      bankName: '',
      bankAccount: '',
      note: '',
    };
    expect(await visitor.call('person.save', { id: null, fields })).toMatchObject({ ok: true });
    expect(await visitor.call('person.list', {})).toMatchObject({ ok: true, value: [{ name: '王秀兰' }] });
    expect(await visitor.call('session.about', {})).toMatchObject({ ok: true, value: { way: 'page' } });
  });

  test.each(['no.such-call', '__proto__', 'constructor', 'toString', ''])(
    'the unknown call %j is refused',
    async (name) => {
      expect(await visitor.call(name, {})).toMatchObject({ ok: false, problem: { code: 'unknown-call' } });
    },
  );

  test('what is not JSON, or not what the call takes, is refused with a code', async () => {
    const broken = await visitor.post('/call/person.list', '{"a":');
    expect(broken.status).toBe(400);
    expect(JSON.parse(broken.text)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
    expect(await visitor.call('person.get', { id: 7 })).toMatchObject({
      ok: false,
      problem: { code: 'input-invalid' },
    });
    expect(await visitor.call('person.list', [])).toMatchObject({
      ok: false,
      problem: { code: 'input-invalid' },
    });
  });

  test('a body over 5 MB is refused, and the reason arrives', async () => {
    const reply = await visitor.post('/call/person.list', `{"a":"${'x'.repeat(6 * 1024 * 1024)}"}`);
    expect(reply.status).toBe(400);
    expect(JSON.parse(reply.text)).toMatchObject({ ok: false, problem: { code: 'input-invalid' } });
  });

  test('a call by GET, and saving a packet on this machine, are not there', async () => {
    expect((await visitor.get('/call/person.list')).status).toBe(404);
    expect((await visitor.post(outgoingAddress({ name: 'a.pdf', bytes: 4 }), '')).status).toBe(403);
  });
});

describe('scans', () => {
  test('an upload is kept, shown as a picture, printable, and given back as it came', async () => {
    const bytes = await picture(200);
    const { outcome, scan } = await upload('../发票 📷.jpg', bytes);
    expect(outcome).toBe('kept');
    const shown = await visitor.get(pictureAddress(scan, 0, 100, 90));
    expect(shown.headers['content-type']).toBe('image/webp');
    expect(shown.headers['cache-control']).toBe('private, max-age=31536000, immutable');
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'webp', width: 67, height: 100 });
    const printable = await visitor.get(printableAddress(scan, 0));
    expect(printable.headers['content-type']).toBe('image/jpeg');
    expect(printable.bytes.equals(bytes)).toBe(true);
    const original = await visitor.get(originalAddress(scan));
    expect(original.bytes.equals(bytes)).toBe(true);
    expect(original.headers['content-security-policy']).toMatch(/^sandbox/);
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent('发票 📷.jpg')}`;
    expect(original.headers['content-disposition']).toBe(disposition);
    expect(incoming()).toEqual([]);
  });

  test('the same file again is told as a duplicate', async () => {
    const bytes = await picture(10);
    expect((await upload('a.jpg', bytes)).outcome).toBe('kept');
    expect((await upload('b.jpg', bytes)).outcome).toBe('duplicate');
  });

  test('an empty and a broken upload are refused with a reason and leave nothing behind', async () => {
    for (const body of ['', 'this is no picture']) {
      const reply = await visitor.post(intakeAddress('a.jpg', null), body);
      const answer = JSON.parse(reply.text);
      const problem = answer.ok ? answer.value.problem : answer.problem;
      expect(problem.code).toMatch(/^file-/);
      expect(incoming()).toEqual([]);
    }
  });

  test('an upload over 200 MB is read to its end and refused by name', async () => {
    async function* endless() {
      const piece = new Uint8Array(4 * 1024 * 1024);
      for (let at = 0; at < 51; at += 1) yield piece;
    }
    const reply = await visitor.post(intakeAddress('大文件.pdf', null), endless());
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text)).toMatchObject({
      ok: false,
      problem: { code: 'file-too-large', params: { file: '大文件.pdf' } },
    });
    expect(incoming()).toEqual([]);
  });

  test.each([
    pictureAddress('0'.repeat(64), 0, 200),
    pictureAddress('x', 0, 200),
    `/vault/picture/${'0'.repeat(64)}/0?edge=9`,
    `/vault/picture/${'0'.repeat(64)}/0?edge=1e3`,
    `/vault/picture/${'0'.repeat(64)}/-1?edge=200`,
    `/vault/picture/${'0'.repeat(64)}/0?edge=200&turn=45`,
    '/vault/picture/',
    printableAddress('0'.repeat(64), 0),
    originalAddress('0'.repeat(64)),
  ])('%s is refused and not kept by the browser', async (path) => {
    const reply = await visitor.get(path);
    expect([400, 404]).toContain(reply.status);
    expect(reply.headers['cache-control']).toBe('no-store');
  });
});
