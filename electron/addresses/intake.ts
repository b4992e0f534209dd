// A file that comes as the body of a request: put down in the vault's folder, taken in by scan.add, removed again.

import { randomBytes } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Answer } from '../../shared/calls.ts';
import { intakeOrder } from '../../shared/intake-order.ts';
import { Problem } from '../../shared/problems.ts';
import { writingProblem } from '../files/write-file-whole.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { enterLine } from '../intake/line.ts';
import { limitedPieces, piecesOf } from './request-body.ts';

/** Bytes of one file; intake itself refuses at the same figure. */
export const FILE_LIMIT = 200 * 1024 * 1024;

const folderOf = (context: Context): string => join(context.vault.dir, 'incoming');

/**
 * Removes what a program that was killed in the middle of an upload left in the vault's folder. What another program still holds
 * open, as a PDF viewer on Windows does, waits for the next start and never keeps this one from starting.
 */
export async function removeIncomingLeftovers(context: Context): Promise<void> {
  if (!context.vault.writable) return;
  await rm(folderOf(context), { recursive: true, force: true }).catch(() => undefined);
}

async function putDown(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    throw writingProblem(error, path);
  });
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece).catch((error: unknown) => {
        throw writingProblem(error, path);
      });
    }
  } finally {
    await file.close();
  }
}

/** Puts the body of `request` down as a file, hands its path to `use`, and removes it again. */
async function withBody(
  context: Context,
  request: Request,
  fileName: string,
  use: (path: string) => Promise<Answer<unknown>>,
): Promise<Answer<unknown>> {
  if (!context.vault.writable) throw new Problem('vault-read-only', { dir: context.vault.dir });
  const tooMuch = () => new Problem('file-too-large', { file: fileName, limit: '200 MB' });
  const path = join(folderOf(context), randomBytes(12).toString('hex'));
  try {
    await putDownBody(path, request, tooMuch);
    return await use(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** Writes the body of a request to `path`, at most FILE_LIMIT bytes of it. */
export async function putDownBody(path: string, request: Request, tooMuch: () => Problem): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw writingProblem(error, folder);
  });
  await putDown(path, limitedPieces(piecesOf(request), FILE_LIMIT, tooMuch));
}

/** Takes in the body of `request`, whose address says the file's name and, where known, the visit and kind of paper. */
export async function takeInBody(
  context: Context,
  request: Request,
  query: URLSearchParams,
): Promise<Answer<unknown>> {
  const fileName = basename((query.get('name') ?? '').replaceAll('\\', '/')) || 'file';
  const password = query.get('password') ?? '';
  const target = query.has('visit') ? { visitId: query.get('visit'), kind: query.get('kind') } : null;
  const order = query.has('ticket') ? { ticket: query.get('ticket'), behind: query.get('behind') } : null;
  const lookAlikes = query.get('alike') === 'later' ? 'later' : 'now';
  // In line before its bytes are here; what breaks off on the way lets the next one pass.
  const place = enterLine(context.vault, intakeOrder.safeParse(order).data ?? null);
  try {
    return await withBody(context, request, fileName, (path) =>
      answer(context, 'scan.add', { path, fileName, target, password, order, lookAlikes }),
    );
  } finally {
    place.leave();
  }
}
