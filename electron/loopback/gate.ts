// Who may ask the loopback page: whoever showed the token, from this machine's own page, and nobody else.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type Knock = { method: string; url: string; headers: IncomingHttpHeaders };
/** `enter`: the token was shown, hand out the cookie; `pass`: serve it; `refuse`: with the reason for the log. */
export type Verdict = { kind: 'enter' } | { kind: 'pass' } | { kind: 'refuse'; reason: string };

export type Gate = {
  token: string;
  /** For the header Set-Cookie. Cookies know no ports, so the port is part of the name. */
  cookie: string;
  judge: (knock: Knock) => Verdict;
};

const secret = (): string => randomBytes(32).toString('base64url');

/** Compares in a time that tells nothing, not even the length. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}

function cookieValues(headers: IncomingHttpHeaders, name: string): string[] {
  return (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
}

function tokenOf(url: string): string | null {
  return url.startsWith('/?') ? new URLSearchParams(url.slice(2)).get('token') : null;
}

/** The reason a request cannot be from the page's own origin, or null. */
function foreignReason(knock: Knock, port: number): string | null {
  const { host, origin } = knock.headers;
  const site = knock.headers['sec-fetch-site'];
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'host';
  if (origin !== undefined && origin !== `http://${host}`) return 'origin';
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'site';
  if (!['GET', 'HEAD', 'POST'].includes(knock.method)) return 'method';
  if (knock.method === 'POST' && origin === undefined) return 'no-origin';
  if (!knock.url.startsWith('/')) return 'address';
  return null;
}

/** A gate for the server on `port`, with a token and a cookie of 256 random bits each that live as long as it does. */
export function openGate(port: number): Gate {
  const token = secret();
  const session = secret();
  const name = `guibao-${port}`;
  const judge = (knock: Knock): Verdict => {
    const reason = foreignReason(knock, port);
    if (reason) return { kind: 'refuse', reason };
    const shown = tokenOf(knock.url);
    if (shown !== null && knock.method === 'GET') {
      return isSame(shown, token) ? { kind: 'enter' } : { kind: 'refuse', reason: 'token' };
    }
    const known = cookieValues(knock.headers, name).some((value) => isSame(value, session));
    return known ? { kind: 'pass' } : { kind: 'refuse', reason: 'cookie' };
  };
  return { token, cookie: `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`, judge };
}
