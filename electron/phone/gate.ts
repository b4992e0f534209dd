// Who may ask the phone's page: the first phone that showed the token, for two things only, at a bearable pace.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type PhoneKnock = { method: string; url: string; headers: IncomingHttpHeaders; from: string };
/** `enter`: the first visit, hand out the cookie; `page` and `upload`: a known phone; `used`: the token belongs to another. */
export type PhoneVerdict =
  | { kind: 'enter' | 'page' | 'upload' | 'used' }
  | { kind: 'refuse'; status: number; reason: string };

export type PhoneGate = {
  /** 128 random bits as 26 small letters and digits that cannot be mistaken for each other. */
  token: string;
  /** For Set-Cookie. */
  cookie: string;
  isBound: () => boolean;
  judge: (knock: PhoneKnock) => PhoneVerdict;
};

const KNOCKS_PER_SPELL = 120;
const SPELL_MS = 10_000;
const MOST_VISITORS = 64;

const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';

/** `bytes` as letters of five bits each, the last one filled up. */
function spell(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => LETTERS[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('');
}

/** Compares in a time that tells nothing, not even the length. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

const refuse = (status: number, reason: string): PhoneVerdict => ({ kind: 'refuse', status, reason });

/** Counts knocks by visitor; true when it is too much. */
function openCounter(now: () => number): (from: string) => boolean {
  let began = now();
  const counts = new Map<string, number>();
  return (from) => {
    if (now() - began > SPELL_MS) {
      began = now();
      counts.clear();
    }
    const count = (counts.get(from) ?? 0) + 1;
    if (counts.size < MOST_VISITORS || counts.has(from)) counts.set(from, count);
    else return true;
    return count > KNOCKS_PER_SPELL;
  };
}

/** A gate for the page at `host` (address and port, as in the header Host); it knows one phone for as long as it lives. */
export function openPhoneGate(host: string, now: () => number = Date.now): PhoneGate {
  const token = spell(randomBytes(16));
  const phone = randomBytes(32).toString('base64url');
  const name = `guibao-phone-${host.split(':')[1] ?? ''}`;
  const isTooMuch = openCounter(now);
  let bound = false;

  const knows = (headers: IncomingHttpHeaders): boolean =>
    (headers.cookie ?? '')
      .split(';')
      .map((pair) => pair.trim())
      .some((pair) => pair.startsWith(`${name}=`) && isSame(pair.slice(name.length + 1), phone));

  const judge = ({ method, url, headers, from }: PhoneKnock): PhoneVerdict => {
    if (isTooMuch(from)) return refuse(429, 'pace');
    if (headers.host !== host) return refuse(403, 'host');
    if (headers.origin !== undefined && headers.origin !== `http://${host}`) return refuse(403, 'origin');
    const [path = '', query] = url.split('?');
    if (!path.startsWith('/') || !isSame(path.slice(1), token)) return refuse(404, 'token');
    if (method === 'GET' && query === undefined) {
      if (knows(headers)) return { kind: 'page' };
      if (bound) return { kind: 'used' };
      bound = true;
      return { kind: 'enter' };
    }
    if (method !== 'POST') return refuse(405, 'method');
    if (!knows(headers)) return refuse(403, 'cookie');
    // Another site's page cannot send this kind without asking first, and asking is refused.
    if (headers['content-type'] !== 'application/octet-stream') return refuse(415, 'content-type');
    return { kind: 'upload' };
  };
  return {
    token,
    cookie: `${name}=${phone}; HttpOnly; SameSite=Lax; Path=/`,
    isBound: () => bound,
    judge,
  };
}
