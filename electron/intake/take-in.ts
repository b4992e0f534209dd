// Takes one given file into the vault: looked into, compared, kept as it came.

import { createHash } from 'node:crypto';
import type { Scan, ScanPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { savePageLooks } from '../database/page-look.ts';
import { findScan, insertReadableCopy, insertScan, insertScanSource } from '../database/scan.ts';
import { inTransaction } from '../database/statement.ts';
import { readGivenFile } from '../engine/read-file.ts';
import type { Inspected, Look } from '../engine/workshop.ts';
import type { Context } from '../handlers/context.ts';

export type TakenIn = { outcome: 'kept' | 'duplicate'; scan: Scan };
/** `name` is what people are told (with its archive's name); `password` opens a PDF that asks for one. */
export type GivenFile = { path: string; name: string; password?: string };

/** Throws the workshop's Problems, each naming the file. Nothing is written unless the whole file is kept. */
export async function takeIn(context: Context, { path, name, password }: GivenFile): Promise<TakenIn> {
  const { db } = context.vault;
  const fileName = cleanFileName(name);
  const inspected = await context.workshop.inspect(path, name, password);
  const { sha256 } = inspected;
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
  const { mediaType, pages, readable, looks = [] } = inspected;
  inTransaction(db, () => {
    insertScan(db, { id: sha256, fileName, mediaType, bytes, pages, addedAt });
    insertScanSource(db, { scan: sha256, way: context.way, name: sourceName(name), time: addedAt });
    if (readable) insertReadableCopy(db, sha256, readable);
    savePageLooks(db, sha256, looks);
  });
  if (mediaType === 'application/pdf') await lookAtPdf(context, inspected, readable ?? bytes);
  const seen = findScan(db, sha256);
  if (!seen) throw new Error('a scan that was just kept is not there');
  return { outcome: 'kept', scan: seen };
}

/** The file is kept by now: a look that fails or takes too long only means that there are no hints. */
async function lookAtPdf(context: Context, { sha256, pages }: Inspected, bytes: Uint8Array): Promise<void> {
  const looks = await lookOrNothing(context, pages, bytes);
  if (context.vault.db.open) savePageLooks(context.vault.db, sha256, looks);
}

async function lookOrNothing(
  { workshop }: Context,
  pages: readonly ScanPage[],
  bytes: Uint8Array,
): Promise<(Look | undefined)[]> {
  try {
    return await workshop.look(bytes, pages);
  } catch (error) {
    if (error instanceof Problem) return [];
    throw error;
  }
}

const sourceName = (name: string): string => name.replace(/\p{Cc}/gu, '').slice(-500);

/** The last part of a path, in composed Unicode (macOS hands out decomposed names), without control characters. */
export function cleanFileName(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const name = last
    .normalize('NFC')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return name === '' ? 'scan' : name.slice(-200);
}
