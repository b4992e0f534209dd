// The HTTP server of the loopback page: 127.0.0.1 only, every request past the gate, replies by serveAddress.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { guardHeaders, refusal } from '../addresses/replies.ts';
import { type AddressBook, serveAddress } from '../addresses/serve-address.ts';
import { reportBug } from '../files/bug-log.ts';
import { loopbackWords } from '../words/loopback.ts';
import { type Gate, openGate, type Verdict } from './gate.ts';

export type LoopbackServer = { address: string; port: number; close: () => Promise<void> };

function toRequest(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  const hasBody = incoming.method === 'POST';
  return new Request(`http://${incoming.headers.host}${incoming.url}`, {
    method: incoming.method ?? 'GET',
    headers,
    ...(hasBody ? { body: Readable.toWeb(incoming) as unknown as ReadableStream, duplex: 'half' } : {}),
  });
}

async function sendReply(reply: Response, outgoing: ServerResponse, withBody: boolean): Promise<void> {
  outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
  if (!reply.body || !withBody) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(reply.body as NodeReadableStream), outgoing);
}

function strangerReply(): Response {
  const parts = Object.values(loopbackWords).map(
    (words) => `<h1>${words.strangerTitle}</h1><p>${words.strangerText}</p>`,
  );
  return new Response(`<!doctype html><meta charset="utf-8"><title>Guibao</title>${parts.join('')}`, {
    status: 403,
    headers: {
      ...guardHeaders,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    },
  });
}

/** The reply to what did not get past the gate, or null when it did. */
function replyAtGate(gate: Gate, verdict: Verdict, incoming: IncomingMessage): Response | null {
  if (verdict.kind === 'pass') return null;
  if (verdict.kind === 'enter') {
    return new Response(null, {
      status: 303,
      headers: { ...guardHeaders, location: '/', 'set-cookie': gate.cookie },
    });
  }
  const isPerson = incoming.method === 'GET' && (incoming.headers.accept ?? '').includes('text/html');
  if (isPerson && (verdict.reason === 'cookie' || verdict.reason === 'token')) return strangerReply();
  return refusal('not-allowed', { what: verdict.reason });
}

async function handle(book: AddressBook, gate: Gate, incoming: IncomingMessage, outgoing: ServerResponse) {
  const { method = '', url = '', headers } = incoming;
  const turnedAway = replyAtGate(gate, gate.judge({ method, url, headers }), incoming);
  if (turnedAway) {
    outgoing.setHeader('connection', 'close');
    await sendReply(turnedAway, outgoing, method !== 'HEAD');
    return;
  }
  await sendReply(await serveAddress(book, toRequest(incoming)), outgoing, method !== 'HEAD');
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', fail);
      settle((server.address() as AddressInfo).port);
    });
  });
}

/** Serves `book` on 127.0.0.1; `port` 0 lets the system choose. The address carries the token. */
export async function startLoopbackServer(book: AddressBook, port = 0): Promise<LoopbackServer> {
  let gate: Gate | null = null;
  const server = createServer(
    { requestTimeout: 10 * 60_000, maxHeaderSize: 16_384 },
    (incoming, outgoing) => {
      if (!gate) {
        outgoing.destroy();
        return;
      }
      handle(book, gate, incoming, outgoing).catch((error: unknown) => {
        // A reader that went away in the middle of a picture is no bug.
        if (!outgoing.destroyed && !incoming.destroyed) reportBug(error);
        outgoing.destroy();
      });
    },
  );
  const chosen = await listen(server, port);
  gate = openGate(chosen);
  const close = () =>
    new Promise<void>((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${chosen}/?token=${gate.token}`, port: chosen, close };
}
