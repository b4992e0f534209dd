// A visitor of the loopback page who can send any header, unlike fetch.

import { type IncomingHttpHeaders, request } from 'node:http';

export type Reply = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; text: string };
export type Ask = {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: Uint8Array | string | AsyncIterable<Uint8Array>;
};

async function sendBody(
  body: Ask['body'],
  write: (piece: Uint8Array | string) => Promise<void>,
): Promise<void> {
  if (body === undefined) return;
  if (typeof body === 'string' || body instanceof Uint8Array) return await write(body);
  for await (const piece of body) await write(piece);
}

/** Sends one request as it is; the path goes over the wire unchanged. */
export function ask(port: number, { method = 'GET', path, headers = {}, body }: Ask): Promise<Reply> {
  return new Promise((settle, fail) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (reply) => {
      const pieces: Buffer[] = [];
      reply.on('data', (piece: Buffer) => pieces.push(piece));
      reply.on('error', fail);
      reply.on('end', () => {
        const bytes = Buffer.concat(pieces);
        settle({
          status: reply.statusCode ?? 0,
          headers: reply.headers,
          bytes,
          text: bytes.toString('utf8'),
        });
      });
    });
    outgoing.on('error', fail);
    const write = (piece: Uint8Array | string) =>
      new Promise<void>((done, broken) => outgoing.write(piece, (error) => (error ? broken(error) : done())));
    sendBody(body, write).then(() => outgoing.end(), fail);
  });
}

export type Visitor = {
  port: number;
  get: (path: string, headers?: Record<string, string>) => Promise<Reply>;
  post: (path: string, body: Ask['body'], headers?: Record<string, string>) => Promise<Reply>;
  /** The Answer of a call. */
  call: (
    name: string,
    input: unknown,
  ) => Promise<{ ok: boolean; value?: unknown; problem?: { code: string } }>;
};

/** Enters with the token of `address` and keeps the cookie. */
export async function enter(address: string): Promise<Visitor> {
  const url = new URL(address);
  const port = Number(url.port);
  const entered = await ask(port, { path: `/${url.search}` });
  const cookie = entered.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
  const get: Visitor['get'] = (path, headers = {}) => ask(port, { path, headers: { cookie, ...headers } });
  const post: Visitor['post'] = (path, body, headers = {}) =>
    ask(port, {
      method: 'POST',
      path,
      headers: { cookie, origin: url.origin, ...headers },
      body: body ?? '',
    });
  const call: Visitor['call'] = async (name, input) =>
    JSON.parse((await post(`/call/${name}`, JSON.stringify(input))).text);
  return { port, get, post, call };
}
