// Files that leave for a place of the user's or for a printer: they come in pieces, each with its SHA-256, never as one message.

import { createHash, randomBytes } from 'node:crypto';
import { OUTGOING_PIECE, type OutgoingWish } from '../../shared/addresses.ts';
import type { Answer } from '../../shared/calls.ts';
import { Problem } from '../../shared/problems.ts';
import { reportBug } from '../files/bug-log.ts';
import { openPieceQueue, type PieceQueue } from '../files/piece-queue.ts';
import { limitedPieces, piecesOf } from './request-body.ts';

/** What becomes of the pieces; what it throws is told to whoever sends them. */
export type OutgoingWork = (pieces: AsyncIterable<Uint8Array>) => Promise<unknown>;
type Way = (wish: OutgoingWish) => Promise<OutgoingWork>;
export type OutgoingWays = { save: Way; print: Way };

type Job = {
  queue: PieceQueue;
  working: Promise<unknown>;
  bytes: number;
  received: number;
  /** One piece after the other, whatever the order in which they arrive. */
  busy: boolean;
  timer: NodeJS.Timeout;
};
export type OutgoingDesk = { ways: OutgoingWays; jobs: Map<string, Job>; idleMilliseconds: number };

/** A page that was closed in the middle sends nothing more: its half file is let go. */
const IDLE_MILLISECONDS = 5 * 60 * 1000;
const MOST_JOBS = 8;
const LARGEST = 8 * 1024 ** 3;

export const openOutgoing = (ways: OutgoingWays, idleMilliseconds = IDLE_MILLISECONDS): OutgoingDesk => ({
  ways,
  jobs: new Map(),
  idleMilliseconds,
});

const invalid = (field: string, reason: string) => new Problem('input-invalid', { field, reason });

function readWhole(query: URLSearchParams, field: string, most: number): number {
  const text = query.get(field) ?? '';
  const value = /^\d{1,13}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw invalid(field, `0-${most}`);
}

function readWish(query: URLSearchParams): OutgoingWish {
  const file = { name: query.get('name') ?? '', bytes: readWhole(query, 'bytes', LARGEST) };
  const sides = query.get('sides');
  if (sides === null) return file;
  if (sides !== 'single' && sides !== 'long-edge') throw invalid('sides', 'single, long-edge');
  return { ...file, print: { sides, copies: Math.max(1, readWhole(query, 'copies', 99)) } };
}

async function begin(desk: OutgoingDesk, wish: OutgoingWish): Promise<{ id: string }> {
  if (desk.jobs.size >= MOST_JOBS) throw new Problem('not-allowed', { what: 'outgoing' });
  const work = await (wish.print ? desk.ways.print(wish) : desk.ways.save(wish));
  const queue = openPieceQueue();
  const working = work(queue.pieces);
  // What went wrong is told with the next piece, or at the end.
  working.catch(queue.stop);
  const id = randomBytes(12).toString('hex');
  const job = { queue, working, bytes: wish.bytes, received: 0, busy: false };
  desk.jobs.set(id, { ...job, timer: wait(desk, id) });
  return { id };
}

function wait(desk: OutgoingDesk, id: string): NodeJS.Timeout {
  const timer = setTimeout(() => void cancel(desk, id).catch(reportBug), desk.idleMilliseconds);
  timer.unref();
  return timer;
}

function findJob(desk: OutgoingDesk, id: string): Job {
  const job = desk.jobs.get(id);
  if (!job) throw new Problem('not-found', { what: 'outgoing', id });
  clearTimeout(job.timer);
  return job;
}

async function take(desk: OutgoingDesk, id: string, request: Request, query: URLSearchParams) {
  const job = findJob(desk, id);
  try {
    const at = readWhole(query, 'at', LARGEST);
    if (at !== job.received || job.busy) throw invalid('at', String(job.received));
    job.busy = true;
    const parts: Uint8Array[] = [];
    const tooMuch = () => invalid('body', `> ${OUTGOING_PIECE} bytes`);
    for await (const part of limitedPieces(piecesOf(request), OUTGOING_PIECE, tooMuch)) parts.push(part);
    const piece = Buffer.concat(parts);
    const sha256 = createHash('sha256').update(piece).digest('hex');
    if (sha256 !== query.get('sha256')) throw invalid('sha256', sha256);
    if (job.received + piece.length > job.bytes) throw invalid('bytes', String(job.bytes));
    // A writer that failed has let the piece go; what it failed with is the reason to tell.
    await job.queue.push(piece).catch(async (error: unknown) => {
      await job.working;
      throw error;
    });
    job.received += piece.length;
    return { received: job.received };
  } catch (error) {
    await cancel(desk, id);
    throw error;
  } finally {
    job.busy = false;
    if (desk.jobs.has(id)) job.timer = wait(desk, id);
  }
}

async function finish(desk: OutgoingDesk, id: string): Promise<unknown> {
  const job = findJob(desk, id);
  if (job.received !== job.bytes) {
    await cancel(desk, id);
    throw invalid('bytes', `${job.received} / ${job.bytes}`);
  }
  job.queue.end();
  try {
    return await job.working;
  } finally {
    desk.jobs.delete(id);
  }
}

async function cancel(desk: OutgoingDesk, id: string): Promise<unknown> {
  const job = findJob(desk, id);
  desk.jobs.delete(id);
  job.queue.fail(new Problem('cancelled'));
  await job.working.catch(() => undefined);
  return {};
}

/** Answers of the addresses below /vault/outgoing; problems become Answers, anything else is thrown. */
export async function takeOutgoing(desk: OutgoingDesk, request: Request, url: URL): Promise<Answer<unknown>> {
  const [id, step] = url.pathname.slice('/vault/outgoing/'.length).split('/');
  const act = (): Promise<unknown> => {
    if (!id) return begin(desk, readWish(url.searchParams));
    if (step === 'piece') return take(desk, id, request, url.searchParams);
    if (step === 'finish') return finish(desk, id);
    if (step === 'cancel') return cancel(desk, id);
    throw new Problem('not-allowed', { what: url.pathname });
  };
  try {
    return { ok: true, value: await act() };
  } catch (error) {
    if (error instanceof Problem) return { ok: false, problem: error.toFact() };
    throw error;
  }
}
