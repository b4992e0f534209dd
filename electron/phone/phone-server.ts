// The server a phone reaches: bound to one private address, two things to ask for, everything else refused.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { explainProblem } from '../../shared/words/problems.ts';
import { FILE_LIMIT, takeInBody } from '../addresses/intake.ts';
import { guardHeaders } from '../addresses/replies.ts';
import { reportBug } from '../files/bug-log.ts';
import type { Context } from '../handlers/context.ts';
import { languageOfPhone, phoneWords } from '../words/phone.ts';
import { openPhoneGate, type PhoneGate } from './gate.ts';
import { isPrivateAddress } from './lan.ts';
import { turnAwayPage, uploadPage } from './page.ts';
import { nameOfUpload, type PhoneDelivery, readDelivery } from './upload.ts';

export type PhoneServer = { url: string; isConnected: () => boolean; close: () => Promise<void> };
export type PhoneServerWish = {
  address: string;
  /** Where the pictures go, in the words of the phone's language. */
  into: (language: 'zh-CN' | 'en') => string;
  target: { visitId: string; kind: string } | null;
  onKnock: () => void;
  /** +1 when a file begins to come, -1 when it is settled. */
  onSending: (change: 1 | -1) => void;
  onDelivery: (delivery: PhoneDelivery) => void;
};

/** Tried first, so that a firewall's rule made once holds the next time; any free one else. */
const USUAL_PORT = 45_210;
const MOST_UPLOADS = 300;
const MOST_AT_ONCE = 4;

type Desk = {
  context: Context;
  gate: PhoneGate;
  wish: PhoneServerWish;
  uploads: { begun: number; open: number };
};

const plainReply = (status: number, value: unknown): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { ...guardHeaders, 'content-type': 'application/json; charset=utf-8' },
  });

/** Why an upload is not even begun, as a status, or null. */
function refuseUpload({ uploads }: Desk, incoming: IncomingMessage): number | null {
  const length = incoming.headers['content-length'];
  if (length === undefined || !/^\d+$/.test(length)) return 411;
  if (Number(length) > FILE_LIMIT) return 413;
  if (uploads.begun >= MOST_UPLOADS || uploads.open >= MOST_AT_ONCE) return 429;
  return null;
}

async function receive(desk: Desk, incoming: IncomingMessage): Promise<Response> {
  const { context, wish, uploads } = desk;
  const language = languageOfPhone(incoming.headers['accept-language']);
  const words = phoneWords[language];
  const status = refuseUpload(desk, incoming);
  if (status !== null) {
    const why = status === 429 ? words.tooMany : words.tooLarge;
    return plainReply(status, { outcome: 'refused', why });
  }
  uploads.begun += 1;
  uploads.open += 1;
  wish.onSending(1);
  try {
    const given = new URL(incoming.url ?? '', 'http://phone').searchParams.get('name') ?? '';
    const name = nameOfUpload(given, words.photo, uploads.begun);
    // The phone's tick does not wait for a question that only the window can ask.
    const query = new URLSearchParams({ name, alike: 'later' });
    if (wish.target) {
      query.set('visit', wish.target.visitId);
      query.set('kind', wish.target.kind);
    }
    const body = Readable.toWeb(incoming) as unknown as ReadableStream;
    const request = new Request('http://phone/', { method: 'POST', body, duplex: 'half' } as RequestInit);
    const delivery = await readDelivery(takeInBody(context, request, query), name, () => incoming.complete);
    // A file that broke off in the middle is sent again by the phone: nothing was kept, nothing is told.
    if (!delivery) return plainReply(400, { outcome: 'refused' });
    wish.onDelivery(delivery);
    const why = delivery.problem ? explainProblem(delivery.problem, language) : '';
    return plainReply(200, { outcome: delivery.outcome, why });
  } finally {
    uploads.open -= 1;
    wish.onSending(-1);
  }
}

async function reply(desk: Desk, incoming: IncomingMessage): Promise<Response> {
  const { gate, wish } = desk;
  const { method = '', url = '', headers } = incoming;
  const language = languageOfPhone(headers['accept-language']);
  const from = incoming.socket.remoteAddress ?? '';
  // Loopback is this very machine, which a test or a curious owner may use.
  if (!isPrivateAddress(from) && !/^(::ffff:)?127\./.test(from)) return plainReply(403, { refused: 'from' });
  const verdict = gate.judge({ method, url, headers, from });
  if (verdict.kind === 'refuse') {
    return verdict.reason === 'token' && method === 'GET'
      ? turnAwayPage(404, language, false)
      : plainReply(verdict.status, { refused: verdict.reason });
  }
  if (verdict.kind === 'used') return turnAwayPage(403, language, true);
  wish.onKnock();
  if (verdict.kind === 'upload') return receive(desk, incoming);
  const page = uploadPage(language, wish.into(language));
  if (verdict.kind === 'enter') page.headers.set('set-cookie', gate.cookie);
  return page;
}

async function handle(desk: Desk, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const answer = await reply(desk, incoming);
  const body = Buffer.from(await answer.arrayBuffer());
  // What was not read to its end cannot be followed by another request on the same line.
  if (!incoming.complete) outgoing.setHeader('connection', 'close');
  outgoing.writeHead(answer.status, {
    ...Object.fromEntries(answer.headers),
    'content-length': body.byteLength,
  });
  outgoing.end(body);
  // The rest of a refused body is read for a moment, so that the phone hears the reason, and then cut off.
  if (!incoming.complete) {
    incoming.resume();
    setTimeout(() => incoming.destroy(), 2_000).unref();
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((settle, fail) => {
    server.once('error', fail);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', fail);
      settle((server.address() as AddressInfo).port);
    });
  });
}

/** Listens on `wish.address` until `close`, which waits for what is being stored. Throws the system's error when the address is gone or may not be used. */
export async function startPhoneServer(context: Context, wish: PhoneServerWish): Promise<PhoneServer> {
  let desk: Desk | null = null;
  const inHand = new Set<Promise<void>>();
  const limits = {
    requestTimeout: 10 * 60_000,
    headersTimeout: 10_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 8_192,
  };
  const server = createServer(limits, (incoming, outgoing) => {
    if (!desk) {
      outgoing.destroy();
      return;
    }
    const work = handle(desk, incoming, outgoing)
      .catch((error: unknown) => {
        if (!outgoing.destroyed && !incoming.destroyed) reportBug(error);
        outgoing.destroy();
      })
      .finally(() => inHand.delete(work));
    inHand.add(work);
  });
  // A client that asks first whether it may send ("expect: 100-continue") is judged before it sends anything.
  server.on('checkContinue', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (Number(incoming.headers['content-length'] ?? 0) <= FILE_LIMIT) outgoing.writeContinue();
    server.emit('request', incoming, outgoing);
  });
  server.maxConnections = 16;
  const port = await listenOn(server, wish.address, USUAL_PORT).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error;
    return listenOn(server, wish.address, 0);
  });
  const gate = openPhoneGate(`${wish.address}:${port}`);
  desk = { context, gate, wish, uploads: { begun: 0, open: 0 } };
  const close = async () => {
    await new Promise<void>((settle) => {
      server.close(() => settle());
      server.closeAllConnections();
    });
    await Promise.all(inHand);
  };
  return { url: `http://${wish.address}:${port}/${gate.token}`, isConnected: gate.isBound, close };
}
