// Keeps the bytes of a packet in the vault, so that the very file that was handed in can be shown years later.

import { createHash } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Problem } from '../../shared/problems.ts';
import { getClaim } from '../database/claim.ts';
import { inTransaction } from '../database/statement.ts';
import { getKeptPacket, keepPacket } from '../database/submission.ts';
import { limits } from '../engine/limits.ts';
import type { Handler } from './context.ts';

export const keepPacketFile: Handler<'packet.keep'> = async ({ vault: { db }, workshop, now }, input) => {
  getClaim(db, input.claimId);
  const name = basename(input.path);
  const bytes = await readPdf(input.path, name);
  const { pages } = await workshop.inspect(input.path, name);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return inTransaction(db, () => {
    keepPacket(db, { sha256, pageCount: pages.length, bytes, keptAt: now().toISOString() });
    return getKeptPacket(db, sha256);
  });
};

/** Throws `path-unreadable`, `file-is-folder`, `file-too-large`, `file-type-unsupported`. */
async function readPdf(path: string, file: string): Promise<Buffer> {
  const unreadable = (error: unknown) =>
    new Problem('path-unreadable', { path, reason: error instanceof Error ? error.message : '' });
  const facts = await stat(path).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (facts.isDirectory()) throw new Problem('file-is-folder', { file });
  if (facts.size > limits.fileBytes) throw new Problem('file-too-large', { file, limit: '200 MB' });
  const handle = await open(path, 'r');
  try {
    const bytes = await handle.readFile();
    if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-')
      throw new Problem('file-type-unsupported', { file, type: bytes.length === 0 ? 'empty' : '?' });
    return bytes;
  } finally {
    await handle.close();
  }
}
