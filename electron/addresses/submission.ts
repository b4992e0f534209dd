// The packet that is handed in: its bytes come as the body of a request and are kept in the vault; and come back as they were.

import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer } from '../../shared/calls.ts';
import { scanId } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { readPacketBytes } from '../database/submission.ts';
import { answer } from '../handlers/answer.ts';
import type { Context } from '../handlers/context.ts';
import { sandboxPolicy } from './content-security-policy.ts';
import { FILE_LIMIT, putDownBody } from './intake.ts';
import { bytesReply } from './replies.ts';

/** Answers with packet.keep's output. */
export async function keepSubmission(
  context: Context,
  request: Request,
  query: URLSearchParams,
): Promise<Answer<unknown>> {
  if (!context.vault.writable) throw new Problem('vault-read-only', { dir: context.vault.dir });
  const path = join(context.vault.dir, 'incoming', `${randomBytes(12).toString('hex')}.pdf`);
  const tooMuch = () =>
    new Problem('file-too-large', { file: 'PDF', limit: `${FILE_LIMIT / 1024 / 1024} MB` });
  try {
    await putDownBody(path, request, tooMuch);
    return await answer(context, 'packet.keep', { claimId: query.get('claim') ?? '', path });
  } finally {
    await rm(path, { force: true });
  }
}

/** `parts` is the SHA-256 of a packet that was kept. */
export async function serveSubmission(context: Context, parts: string[]): Promise<Response> {
  const parsed = scanId.safeParse(parts[0]);
  if (!parsed.success)
    throw new Problem('input-invalid', { field: 'packet', reason: String(parts[0]).slice(0, 80) });
  return bytesReply(readPacketBytes(context.vault.db, parsed.data), 'application/pdf', {
    'cache-control': 'private, max-age=31536000, immutable',
    'content-security-policy': sandboxPolicy,
    'content-disposition': `attachment; filename="${parsed.data.slice(0, 12)}.pdf"`,
  });
}
