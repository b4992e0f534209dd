// Takes one given file into the vault: looked into, compared, kept as it came.

import type { Scan } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { derivedStore } from '../database/derived.ts';
import { keepInThread, writeInTurn } from '../database/keeper.ts';
import { savePageLooks } from '../database/page-look.ts';
import { findScan } from '../database/scan.ts';
import type { Inspected, Look } from '../engine/workshop.ts';
import type { Context } from '../handlers/context.ts';
import type { PlaceInLine } from './line.ts';
import { previewKey } from './pictures.ts';

export type TakenIn = { outcome: 'kept' | 'duplicate'; scan: Scan };
/**
 * `name` is what people are told (with its archive's name); `password` opens a PDF that asks for one; `turn` settles when the
 * files given before this one are in their places.
 */
export type GivenFile = { path: string; name: string; password?: string; turn?: PlaceInLine['turn'] };

/**
 * Looked into at once, kept when it is its turn. Throws the workshop's Problems, each naming the file. Nothing is written unless
 * the whole file is kept.
 */
export async function takeIn(context: Context, { path, name, password, turn }: GivenFile): Promise<TakenIn> {
  const { db } = context.vault;
  const fileName = cleanFileName(name);
  const inspected = await context.workshop.inspect(path, name, password);
  await turn?.();
  const { sha256 } = inspected;
  const known = findScan(db, sha256);
  if (known) return { outcome: 'duplicate', scan: known };

  const { mediaType, pages, readable, looks = [], preview } = inspected;
  const kept = await keepInThread(context.vault, {
    path,
    name,
    sha256,
    fileName,
    mediaType,
    pages,
    readable,
    looks,
    source: { way: context.way, name: sourceName(name) },
    time: context.now().toISOString(),
  });
  if (preview) derivedStore(context.vault).put(previewKey(sha256), 'image/jpeg', preview);
  if (kept === 'kept' && mediaType === 'application/pdf') await lookAtPdf(context, inspected, path);
  const seen = findScan(db, sha256);
  if (!seen) throw new Error('a scan that was just kept is not there');
  return { outcome: kept === 'kept' ? 'kept' : 'duplicate', scan: seen };
}

/** The file is kept by now: a look that fails or takes too long only means that there are no hints. */
async function lookAtPdf(context: Context, inspected: Inspected, path: string): Promise<void> {
  const looks = await lookOrNothing(context, inspected, path);
  await writeInTurn(context.vault, () => savePageLooks(context.vault.db, inspected.sha256, looks));
}

async function lookOrNothing(
  { workshop }: Context,
  { sha256, pages, readable }: Inspected,
  path: string,
): Promise<(Look | undefined)[]> {
  try {
    return await workshop.look(readable ?? { path, sha256 }, pages);
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
