// Who gets past the gate of the loopback page.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Knock, openGate } from '../../electron/loopback/gate.ts';

const gate = openGate(4321);
const session = gate.cookie.split(';')[0] ?? '';
const origin = 'http://127.0.0.1:4321';
const knock = (change: Partial<Knock> = {}, headers: Knock['headers'] = {}): Knock => ({
  method: 'GET',
  url: '/',
  ...change,
  headers: { host: '127.0.0.1:4321', cookie: session, ...headers },
});
const refused = (reason: string) => ({ kind: 'refuse', reason });

describe('the gate of the loopback page', () => {
  test('the token in the address is exchanged, again and again', () => {
    const shown = knock({ url: `/?token=${gate.token}` }, { cookie: '' });
    expect(gate.judge(shown)).toEqual({ kind: 'enter' });
    expect(gate.judge(shown)).toEqual({ kind: 'enter' });
  });

  test('token and cookie are 256 random bits, different from each other and from gate to gate', () => {
    const other = openGate(4321);
    const value = session.split('=')[1] ?? '';
    expect(Buffer.from(gate.token, 'base64url')).toHaveLength(32);
    expect(Buffer.from(value, 'base64url')).toHaveLength(32);
    expect(new Set([gate.token, value, other.token]).size).toBe(3);
  });

  test('the cookie cannot be read by scripts nor sent from other sites, and is bound to the port', () => {
    expect(gate.cookie).toMatch(/^guibao-4321=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
  });

  test('with the cookie a request passes, without it or with another it does not', () => {
    expect(gate.judge(knock())).toEqual({ kind: 'pass' });
    expect(gate.judge(knock({}, { cookie: `a=b; ${session}; c=d` }))).toEqual({ kind: 'pass' });
    expect(gate.judge(knock({}, { cookie: '' }))).toEqual(refused('cookie'));
    expect(gate.judge(knock({}, { cookie: 'guibao-4321=' }))).toEqual(refused('cookie'));
    expect(gate.judge(knock({}, { cookie: `guibao-4321=${gate.token}` }))).toEqual(refused('cookie'));
  });

  test('any other token is refused, even beside a good cookie', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(text !== gate.token);
        const url = `/?token=${encodeURIComponent(text)}`;
        expect(gate.judge(knock({ url }))).toEqual(refused('token'));
      }),
    );
  });

  test('a foreign or missing Host is refused: no other name leads here', () => {
    for (const host of [
      'evil.example',
      '127.0.0.1',
      '127.0.0.1:4322',
      'localhost',
      'localhost:4321.evil.example',
      '',
    ]) {
      expect(gate.judge(knock({}, { host }))).toEqual(refused('host'));
    }
    expect(gate.judge({ method: 'GET', url: '/', headers: { cookie: session } })).toEqual(refused('host'));
    expect(gate.judge(knock({}, { host: 'localhost:4321' }))).toEqual({ kind: 'pass' });
  });

  test('a foreign Origin or site is refused, also for the token', () => {
    for (const foreign of [
      'https://evil.example',
      'http://127.0.0.1:9999',
      'null',
      'http://localhost:4321',
    ]) {
      expect(gate.judge(knock({}, { origin: foreign }))).toEqual(refused('origin'));
    }
    for (const site of ['cross-site', 'same-site']) {
      expect(gate.judge(knock({}, { 'sec-fetch-site': site }))).toEqual(refused('site'));
      const shown = knock({ url: `/?token=${gate.token}` }, { 'sec-fetch-site': site });
      expect(gate.judge(shown)).toEqual(refused('site'));
    }
    for (const site of ['same-origin', 'none']) {
      expect(gate.judge(knock({}, { 'sec-fetch-site': site }))).toEqual({ kind: 'pass' });
    }
  });

  test('POST needs the own Origin; the token is not taken by POST; other methods are refused', () => {
    expect(gate.judge(knock({ method: 'POST' }))).toEqual(refused('no-origin'));
    expect(gate.judge(knock({ method: 'POST' }, { origin }))).toEqual({ kind: 'pass' });
    const posted = knock({ method: 'POST', url: `/?token=${gate.token}` }, { origin, cookie: '' });
    expect(gate.judge(posted)).toEqual(refused('cookie'));
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'CONNECT', 'TRACE']) {
      expect(gate.judge(knock({ method }, { origin }))).toEqual(refused('method'));
    }
  });

  test('an address that is not a path is refused', () => {
    expect(gate.judge(knock({ url: 'http://evil.example/' }))).toEqual(refused('address'));
    expect(gate.judge(knock({ url: '*' }))).toEqual(refused('address'));
  });
});
