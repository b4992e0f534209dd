// One function that serves every address of shared/addresses.ts and the renderer's files, for the window and the loopback page.

import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { takeInBody } from './intake.ts';
import { type OutgoingDesk, takeOutgoing } from './outgoing.ts';
import { serveProgramFile, serveRendererFile } from './renderer-files.ts';
import { answerReply, failureReply, refusal } from './replies.ts';
import { readJson } from './request-body.ts';
import { keepSubmission, serveSubmission } from './submission.ts';
import { serveCompact, serveOriginal, servePicture, servePrintable, serveRescue } from './vault-bytes.ts';

export type AddressBook = {
  context: Context;
  /** Folder of the built renderer. */
  rendererDir: string;
  /** Calls by address; the window calls through its preload instead. */
  callsByAddress: boolean;
  /** The window's; the loopback page leaves saving and printing to the browser. */
  outgoing: OutgoingDesk | null;
};

type Place = (book: AddressBook, request: Request, url: URL) => Promise<Response>;

const CALL_LIMIT = 5 * 1024 * 1024;

/** The parts of the path behind a prefix, decoded. */
const partsAfter = (url: URL, prefix: string): string[] =>
  url.pathname.slice(prefix.length).split('/').map(decodeURIComponent);

const places: { method: 'GET' | 'POST'; prefix: string; serve: Place }[] = [
  {
    method: 'POST',
    prefix: '/call/',
    serve: async ({ context, callsByAddress }, request, url) => {
      const name = url.pathname.slice('/call/'.length);
      if (!callsByAddress) return refusal('not-allowed', { what: url.pathname });
      const input = await readJson(request, CALL_LIMIT);
      return answerReply(await answer(context, name, input));
    },
  },
  {
    method: 'POST',
    prefix: '/vault/intake',
    serve: async ({ context }, request, url) =>
      answerReply(await takeInBody(context, request, url.searchParams)),
  },
  {
    method: 'POST',
    prefix: '/vault/submission',
    serve: async ({ context }, request, url) =>
      answerReply(await keepSubmission(context, request, url.searchParams)),
  },
  {
    method: 'GET',
    prefix: '/vault/submission/',
    serve: ({ context }, _, url) => serveSubmission(context, partsAfter(url, '/vault/submission/')),
  },
  {
    method: 'POST',
    prefix: '/vault/outgoing',
    serve: async ({ outgoing }, request, url) =>
      outgoing
        ? answerReply(await takeOutgoing(outgoing, request, url))
        : refusal('not-allowed', { what: url.pathname }),
  },
  {
    method: 'GET',
    prefix: '/vault/picture/',
    serve: ({ context }, _, url) =>
      servePicture(context, partsAfter(url, '/vault/picture/'), url.searchParams),
  },
  {
    method: 'GET',
    prefix: '/vault/printable/',
    serve: ({ context }, _, url) =>
      servePrintable(context, partsAfter(url, '/vault/printable/'), url.searchParams),
  },
  {
    method: 'GET',
    prefix: '/vault/rescue/',
    serve: ({ context }, _, url) => serveRescue(context, partsAfter(url, '/vault/rescue/'), url.searchParams),
  },
  {
    method: 'GET',
    prefix: '/vault/compact/',
    serve: ({ context }, _, url) =>
      serveCompact(context, partsAfter(url, '/vault/compact/'), url.searchParams),
  },
  {
    method: 'GET',
    prefix: '/vault/original/',
    serve: ({ context }, _, url) => serveOriginal(context, partsAfter(url, '/vault/original/')),
  },
  { method: 'GET', prefix: '/program/', serve: (_, __, url) => serveProgramFile(url.pathname) },
  {
    method: 'GET',
    prefix: '/',
    serve: ({ rendererDir }, _, url) => serveRendererFile(rendererDir, decodeURIComponent(url.pathname)),
  },
];

function findPlace(method: string, path: string): Place | null {
  const wanted = method === 'HEAD' ? 'GET' : method;
  return places.find((place) => place.method === wanted && path.startsWith(place.prefix))?.serve ?? null;
}

/**
 * The reply to one request. It always settles: a problem becomes an Answer with its code, a bug is written down and becomes
 * the code `bug` with its number. Who may ask at all is decided before, by the window's scheme and the loopback page's gate.
 */
export async function serveAddress(book: AddressBook, request: Request): Promise<Response> {
  try {
    const url = new URL(request.url);
    const place = findPlace(request.method, url.pathname);
    if (!place) return refusal('not-allowed', { what: `${request.method} ${url.pathname}` });
    return await place(book, request, url);
  } catch (error) {
    if (error instanceof URIError) return refusal('input-invalid', { field: 'address', reason: '%' });
    return failureReply(error);
  }
}
