// Keeps one file that was looked into: the very bytes that were looked at, and all that is known of them, in one transaction.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { MediaType, ScanPage } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { type PageLook, savePageLooks } from './page-look.ts';
import { findScan, insertReadableCopy, insertScan, insertScanSource } from './scan.ts';
import { type Db, inTransaction } from './statement.ts';

/** `path` is read again and must still have `sha256`; `name` is what people are told. */
export type KeepWish = {
  path: string;
  name: string;
  sha256: string;
  fileName: string;
  mediaType: MediaType;
  pages: ScanPage[];
  readable?: Uint8Array | undefined;
  looks: readonly (PageLook | undefined)[];
  source: { way: string; name: string };
  time: string;
};
/** `known`: the same bytes were kept already, and nothing was written. */
export type Kept = 'kept' | 'known';

/** Throws 'path-unreadable', and 'file-damaged' when the file has changed since it was looked into. */
export function keepFile(db: Db, wish: KeepWish): Kept {
  const { path, name, sha256: id, fileName, mediaType, pages, readable, looks, source, time } = wish;
  const bytes = readAgain(path);
  if (createHash('sha256').update(bytes).digest('hex') !== id) {
    throw new Problem('file-damaged', { file: name, detail: 'it changed while it was being read' });
  }
  return inTransaction(db, () => {
    // The same file may have come in by another way while this one was read.
    if (findScan(db, id)) return 'known';
    insertScan(db, { id, fileName, mediaType, bytes, pages, addedAt: time });
    insertScanSource(db, { scan: id, way: source.way, name: source.name, time });
    if (readable) insertReadableCopy(db, id, readable);
    savePageLooks(db, id, looks);
    return 'kept';
  });
}

function readAgain(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Problem('path-unreadable', { path, reason });
  }
}
