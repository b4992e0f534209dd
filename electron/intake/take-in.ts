// Takes one given file into the vault: looked into, compared, kept as it came.

import { createHash } from 'node:crypto';
import type { Scan } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { findScan, insertScan } from '../database/scan.ts';
import { readGivenFile } from '../engine/read-file.ts';
import type { Context } from '../handlers/context.ts';

export type TakenIn = { outcome: 'kept' | 'duplicate'; scan: Scan };

/** Throws the workshop's Problems, each naming the file. Nothing is written unless the whole file is kept. */
export async function takeIn(context: Context, path: string, fileName: string): Promise<TakenIn> {
  const { db } = context.vault;
  const name = cleanFileName(fileName);
  const { mediaType, pages, sha256 } = await context.workshop.inspect(path, name);
  const known = findScan(db, sha256);
  if (known) return { outcome: 'duplicate', scan: known };

  const bytes = await readGivenFile(path, name);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new Problem('file-damaged', { file: name, detail: 'it changed while it was being read' });
  }
  // The same file may have come in by another way while this one was read.
  const meanwhile = findScan(db, sha256);
  if (meanwhile) return { outcome: 'duplicate', scan: meanwhile };
  const addedAt = context.now().toISOString();
  insertScan(db, { id: sha256, fileName: name, mediaType, bytes, pages, addedAt });
  const scan = { id: sha256, fileName: name, mediaType, byteLength: bytes.length, addedAt, pages };
  return { outcome: 'kept', scan };
}

/** The last part of a path, in composed Unicode (macOS hands out decomposed names), without control characters. */
export function cleanFileName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return name === '' ? 'scan' : name.slice(-200);
}
