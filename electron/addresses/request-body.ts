// Reads the body of a request with a limit. Too much is read to its end and dropped, so that the reply still arrives.

import { Problem } from '../../shared/problems.ts';

const NOTHING: AsyncIterable<Uint8Array> = { async *[Symbol.asyncIterator]() {} };

export const piecesOf = (request: Request): AsyncIterable<Uint8Array> => request.body ?? NOTHING;

/**
 * The pieces of a body, at most `limit` bytes of them; throws what `tooMuch` makes once the whole body has passed by.
 * A client that is cut off in the middle of sending sees a broken connection instead of the reason.
 */
export async function* limitedPieces(
  pieces: AsyncIterable<Uint8Array>,
  limit: number,
  tooMuch: () => Problem,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.byteLength;
    if (length <= limit) yield piece;
  }
  if (length > limit) throw tooMuch();
}

/** The body as JSON; an empty body is an empty object. Problem `input-invalid` when it is too long or no JSON. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const tooMuch = () => new Problem('input-invalid', { field: 'body', reason: `> ${limit} bytes` });
  const pieces: Uint8Array[] = [];
  for await (const piece of limitedPieces(piecesOf(request), limit, tooMuch)) pieces.push(piece);
  const text = Buffer.concat(pieces).toString('utf8');
  if (text === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('input-invalid', { field: 'body', reason: 'JSON' });
  }
}
