// Sends a file out of the window in pieces, to the disk or to the printer: each goes with its SHA-256, and may be the last.

import {
  OUTGOING_PIECE,
  type OutgoingWish,
  outgoingAddress,
  outgoingEndAddress,
  pieceAddress,
} from '../../../shared/addresses.ts';
import type { Answer } from '../../../shared/calls.ts';
import { Problem } from '../../../shared/problems.ts';
import { unwrapAnswer } from '../../client.ts';

export type SendWatch = {
  /** Bytes. */
  onProgress?: ((done: number, total: number) => void) | undefined;
  signal?: AbortSignal | undefined;
};

async function post<T>(address: string, body?: ArrayBuffer): Promise<T> {
  const response = await fetch(address, { method: 'POST', ...(body ? { body } : {}) });
  return unwrapAnswer((await response.json()) as Answer<T>);
}

async function digest(bytes: ArrayBuffer): Promise<string> {
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Throws `cancelled` when the signal says so, and what the other side says; whatever was in the file's place is then untouched. */
export async function sendOut<T>(
  file: Blob,
  wish: Omit<OutgoingWish, 'bytes'>,
  { onProgress, signal }: SendWatch = {},
): Promise<T> {
  const { id } = await post<{ id: string }>(outgoingAddress({ ...wish, bytes: file.size }));
  try {
    for (let at = 0; at < file.size; at += OUTGOING_PIECE) {
      if (signal?.aborted) throw new Problem('cancelled');
      onProgress?.(at, file.size);
      const piece = await file.slice(at, at + OUTGOING_PIECE).arrayBuffer();
      await post(pieceAddress(id, at, await digest(piece)), piece);
    }
    if (signal?.aborted) throw new Problem('cancelled');
    onProgress?.(file.size, file.size);
  } catch (error) {
    // Gone already when the other side refused; either way nothing of it stays.
    await post(outgoingEndAddress(id, 'cancel')).catch(() => undefined);
    throw error;
  }
  return post<T>(outgoingEndAddress(id, 'finish'));
}
