// The few kinds of replies an address gives: an Answer as JSON, a plain refusal, bytes.

import type { Answer } from '../../shared/calls.ts';
import { Problem, type ProblemCode, type ProblemParams } from '../../shared/problems.ts';
import { reportBug } from '../files/bug-log.ts';

/** Headers of every reply: believe the stated type, tell nobody where the reader came from, stay in one's own window. */
export const guardHeaders: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const STATUS: Partial<Record<ProblemCode, number>> = {
  'input-invalid': 400,
  'not-allowed': 403,
  'not-found': 404,
  'unknown-call': 404,
  'file-too-large': 413,
  bug: 500,
};

/** An Answer as JSON. Its status is 200 unless told otherwise: a problem is part of normal life. */
export function answerReply(answer: Answer<unknown>, status = 200): Response {
  return new Response(JSON.stringify(answer), {
    status,
    headers: { ...guardHeaders, 'content-type': 'application/json; charset=utf-8' },
  });
}

/** A request that is turned away: the problem as an Answer, with the status that says so to a browser. */
export function refusal(code: ProblemCode, params: ProblemParams = {}): Response {
  return answerReply({ ok: false, problem: { code, params } }, STATUS[code] ?? 422);
}

/** What was thrown, as a reply: a problem tells itself, a bug is written down and tells its number only. */
export function failureReply(error: unknown): Response {
  if (error instanceof Problem) return refusal(error.code, error.params);
  return refusal('bug', { id: reportBug(error) });
}

/** Bytes of a kind; `headers` add to or replace those of every reply. */
export function bytesReply(
  bytes: Uint8Array,
  mediaType: string,
  headers: Record<string, string> = {},
): Response {
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...guardHeaders,
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      ...headers,
    },
  });
}
