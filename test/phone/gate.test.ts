// The phone's page from outside: what a stranger, a second phone, or a too big file gets.

import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPhoneGate } from '../../electron/phone/gate.ts';
import { findLanAddresses, isPrivateAddress } from '../../electron/phone/lan.ts';
import { closePhone, expire } from '../../electron/phone/phone-desk.ts';
import { nameOfUpload } from '../../electron/phone/upload.ts';
import type { PhoneState } from '../../shared/ways-in-calls.ts';
import { type Desk, setDesk } from '../handlers/desk.ts';
import { ask } from '../loopback/visitor.ts';

let desk: Desk;
let state: PhoneState;
let port = 0;
let path = '';
let host = '';
let cookie = '';
const BYTES = { 'content-type': 'application/octet-stream' };

async function openHere(target: { visitId: string; kind: 'invoice' } | null = null): Promise<PhoneState> {
  desk.context.lan = () => [{ address: '127.0.0.1', name: 'here' }];
  state = await desk.ask('phone.open', { target });
  const url = new URL(state.url);
  [port, path, host] = [Number(url.port), url.pathname, url.host];
  return state;
}

const enter = async () => {
  const reply = await ask(port, { path });
  cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  return reply;
};
const upload = (bytes: string, headers: Record<string, string> = {}, at = `${path}?name=a.jpg`) =>
  ask(port, {
    method: 'POST',
    path: at,
    body: bytes,
    headers: { cookie, ...BYTES, 'content-length': String(bytes.length), ...headers },
  });

beforeEach(async () => {
  desk = setDesk();
  await openHere();
});
afterEach(() => closePhone(desk.vault));

describe('who may ask', () => {
  test('the token has 128 random bits and is another one each time', () => {
    const tokens = new Set(Array.from({ length: 50 }, () => openPhoneGate('10.0.0.1:80').token));
    expect(tokens.size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  test('the first phone gets the page and a cookie, again and again; a second phone is told that the code is used', async () => {
    const first = await enter();
    expect(first.status).toBe(200);
    expect(first.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await ask(port, { path, headers: { cookie } })).status).toBe(200);
    const second = await ask(port, { path, headers: { 'accept-language': 'en' } });
    expect(second.status).toBe(403);
    expect(second.text).toContain('This code has been used');
    expect(second.headers['set-cookie']).toBeUndefined();
    expect((await desk.ask('phone.state', { session: state.session })).connected).toBe(true);
  });

  test('a wrong token gets nothing, with or without the cookie', async () => {
    await enter();
    for (const wrong of [
      '/',
      '/0123456789abcdefghjkmnpqrs',
      `${path}x`,
      `${path}/`,
      `${path}/../x`,
      '/favicon.ico',
    ]) {
      const reply = await ask(port, { path: wrong, headers: { cookie } });
      expect([wrong, reply.status]).toEqual([wrong, 404]);
      expect(reply.text).not.toContain('<input');
      expect((await upload('x', {}, wrong)).status).toBe(404);
    }
    expect(await desk.ask('inbox.list', {})).toEqual([]);
  });

  test('nothing else of the program is reachable', async () => {
    await enter();
    for (const other of ['/call/visit.list', '/vault/intake?name=a', '/index.html', '/vault/original/00']) {
      expect((await ask(port, { path: other, headers: { cookie } })).status).toBe(404);
      expect((await upload('{}', {}, other)).status).toBe(404);
    }
  });

  test.each(['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE'])('%s is refused', async (method) => {
    await enter();
    const reply = await ask(port, { method, path, headers: { cookie } });
    expect(reply.status).toBe(405);
  });

  test('another Host or Origin is refused, so that no other site can lead a browser here', async () => {
    await enter();
    for (const headers of [
      { host: `evil.example:${port}` },
      { host: `localhost:${port}` },
      { origin: 'http://evil.example' },
    ]) {
      expect((await ask(port, { path, headers: { cookie, ...headers } })).status).toBe(403);
      expect((await upload('x', headers)).status).toBe(403);
    }
    expect((await upload('x', { origin: `http://${host}` })).status).toBe(200);
  });

  test('an upload without the cookie, or of a kind that a form can send, is refused', async () => {
    expect((await upload('x', { cookie: '' })).status).toBe(403);
    await enter();
    expect((await upload('x', { cookie: `${cookie.split('=')[0]}=guess` })).status).toBe(403);
    expect((await upload('x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect(await desk.ask('inbox.list', {})).toEqual([]);
  });

  test('whoever knocks too often is turned away', () => {
    let time = 0;
    const gate = openPhoneGate('10.0.0.1:80', () => time);
    const knock = () =>
      gate.judge({ method: 'GET', url: '/x', headers: { host: '10.0.0.1:80' }, from: '10.0.0.9' });
    const verdicts = Array.from({ length: 200 }, knock);
    expect(verdicts.at(-1)).toMatchObject({ kind: 'refuse', status: 429 });
    expect(verdicts.filter((verdict) => verdict.kind === 'refuse' && verdict.status === 404).length).toBe(
      120,
    );
    time += 60_000;
    expect(knock()).toMatchObject({ status: 404 });
  });
});

describe('how much', () => {
  test('a body larger than 200 MB is refused before it is sent', async () => {
    await enter();
    const reply = await new Promise<string>((settle) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `POST ${path}?name=big.jpg HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: ${200 * 1024 * 1024 + 1}\r\n\r\nabc`,
        ),
      );
      socket.once('data', (data) => {
        socket.destroy();
        settle(data.toString());
      });
    });
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('a body of untold length is refused', async () => {
    await enter();
    const reply = await ask(port, {
      method: 'POST',
      path: `${path}?name=a.jpg`,
      body: 'abc',
      headers: { cookie, ...BYTES },
    });
    expect(reply.status).toBe(411);
  });

  test('the dialog closed in the middle of a picture cuts it off, and nothing of it is kept', async () => {
    await enter();
    const ended = new Promise<void>((settle) => {
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(
          `POST ${path}?name=half.jpg HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nhalf`,
        ),
      );
      socket.on('error', () => undefined).on('close', () => settle());
    });
    await expect
      .poll(async () => (await desk.ask('phone.state', { session: state.session })).sending)
      .toBe(1);
    await desk.ask('phone.close', { session: state.session });
    await ended;
    expect(await desk.ask('inbox.list', {})).toEqual([]);
    const incoming = join(desk.vault.dir, 'incoming');
    expect(existsSync(incoming) ? readdirSync(incoming) : []).toEqual([]);
  });

  test('a phone that breaks off in the middle leaves nothing behind', async () => {
    await enter();
    await new Promise<void>((settle) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST ${path}?name=half.jpg HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nhalf`,
          () => socket.destroy(),
        );
      });
      socket.on('close', () => settle());
    });
    await expect
      .poll(async () => (await desk.ask('phone.state', { session: state.session })).sending)
      .toBe(0);
    const { arrivals } = await desk.ask('phone.state', { session: state.session });
    expect(arrivals).toEqual([]);
    expect(await desk.ask('inbox.list', {})).toEqual([]);
  });
});

describe('what arrives', () => {
  test('goes into the inbox, is told with its undo, and the same bytes are told as there already', async () => {
    await enter();
    expect(JSON.parse((await upload('picture')).text)).toEqual({ outcome: 'kept', why: '' });
    expect(JSON.parse((await upload('picture')).text).outcome).toBe('duplicate');
    const { arrivals } = await desk.ask('phone.state', { session: state.session });
    expect(arrivals.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'kept'],
      [2, 'duplicate'],
    ]);
    expect(await desk.ask('inbox.list', {})).toHaveLength(1);
    await desk.ask('undo.apply', { steps: arrivals[0]?.undo ?? [] });
    expect(await desk.ask('inbox.list', {})).toEqual([]);
  });

  test('goes into the paper the dialog named, whatever the phone asks for', async () => {
    const person = await desk.addPerson();
    const visit = await desk.addVisit(person.id);
    const other = await desk.addVisit(person.id, { date: '2026-03-09' });
    await openHere({ visitId: visit.id, kind: 'invoice' });
    const page = await enter();
    expect(page.text).toContain('发票（2026-03-05 就诊）');
    await upload('one', {}, `${path}?name=a.jpg&visit=${other.id}&kind=prescription`);
    const { papers } = await desk.ask('visit.get', { id: visit.id });
    expect(papers.map(({ kind, pages }) => [kind, pages.length])).toEqual([['invoice', 2]]);
    expect((await desk.ask('visit.get', { id: other.id })).papers).toEqual([]);
  });

  test('a picture without a name of its own is numbered, others keep theirs', () => {
    expect(nameOfUpload('image.jpg', '手机照片', 3)).toBe('手机照片 3.jpg');
    expect(nameOfUpload('', '手机照片', 4)).toBe('手机照片 4.jpg');
    expect(nameOfUpload('IMG_2031.HEIC', '手机照片', 5)).toBe('IMG_2031.HEIC');
  });
});

describe('when it ends', () => {
  test('closing ends it at once', async () => {
    await enter();
    await desk.ask('phone.close', { session: state.session });
    await expect(ask(port, { path })).rejects.toThrow();
    const after = await desk.ask('phone.state', { session: state.session });
    expect([after.ended, after.url]).toEqual(['closed', '']);
  });

  test('a newer opening ends the older one, and its token', async () => {
    const before = path;
    await enter();
    await openHere();
    expect(path).not.toBe(before);
    await expect(ask(port, { path: before, headers: { cookie } })).resolves.toMatchObject({ status: 404 });
    expect((await enter()).status).toBe(200);
  });

  test('a quarter of an hour without the phone, or a while without the dialog, ends it; a file on its way does not', () => {
    const minute = 60_000;
    expect(expire({ heardAt: 0, askedAt: 14 * minute, sending: 0 }, 14 * minute)).toBe('');
    expect(expire({ heardAt: 0, askedAt: 16 * minute, sending: 0 }, 16 * minute)).toBe('idle');
    expect(expire({ heardAt: 4 * minute, askedAt: 0, sending: 0 }, 4 * minute)).toBe('forgotten');
    expect(expire({ heardAt: 0, askedAt: 0, sending: 1 }, 20 * minute)).toBe('');
  });

  test('after the time is over the server is gone', async () => {
    let now = Date.UTC(2026, 6, 1);
    desk.context.now = () => new Date(now);
    await openHere();
    now += 16 * 60_000;
    expect((await desk.ask('phone.state', { session: state.session })).ended).not.toBe('');
    await expect(ask(port, { path })).rejects.toThrow();
  });

  test('without a home network it says so and opens nothing', async () => {
    desk.context.lan = () => [];
    const told = await desk.ask('phone.open', { target: null });
    expect([told.ended, told.url, told.addresses]).toEqual(['no-network', '', []]);
  });

  test('an address that is gone is told, not thrown', async () => {
    desk.context.lan = () => [{ address: '10.255.255.254', name: 'gone' }];
    expect((await desk.ask('phone.open', { target: null })).ended).toBe('address-gone');
  });
});

describe('the addresses of this machine', () => {
  test('only private ones count, wireless first, those inside the machine last', () => {
    const one = (address: string, internal = false) => [
      { address, internal, family: 'IPv4' as const, netmask: '255.255.255.0', mac: '', cidr: null },
    ];
    const found = findLanAddresses({
      docker0: one('172.17.0.1'),
      eth0: one('192.168.1.4'),
      lo: one('127.0.0.1', true),
      public0: one('8.8.8.8'),
      wlan0: one('10.0.0.7'),
      linklocal: one('169.254.3.3'),
    });
    expect(found.map(({ address }) => address)).toEqual(['10.0.0.7', '192.168.1.4', '172.17.0.1']);
    expect(
      ['172.15.0.1', '172.32.0.1', '192.169.0.1', '100.64.0.1', 'fe80::1', '10.0.0'].some(isPrivateAddress),
    ).toBe(false);
    expect(isPrivateAddress('::ffff:192.168.3.9')).toBe(true);
  });
});
