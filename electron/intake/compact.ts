// A page of a kept scan made small for a portal: what every step would cost, or one step made.

import type { MediaType, Turn } from '../../shared/domain.ts';
import type { PageEdit } from '../../shared/page-edit.ts';
import { Problem } from '../../shared/problems.ts';
import { findScan, readReadableBytes } from '../database/scan.ts';
import type { Compact } from '../engine/workshop.ts';
import type { Context } from '../handlers/context.ts';

export type CompactPlace = { scan: string; page: number; extraTurn: Turn; edit?: PageEdit | undefined };
/** `longEdge` in pixels, about; with `make` one step is made, else all are measured. */
export type CompactAsked = { longEdge: number; make?: { edge: number; quality: number } };

/** Also the kind and size of the file the page is in. Throws not-found and the workshop's Problems with file and page. */
export async function scanCompact(
  { vault, workshop }: Context,
  { scan: id, page, extraTurn, edit }: CompactPlace,
  asked: CompactAsked,
): Promise<Compact & { mediaType: MediaType; byteLength: number }> {
  const scan = findScan(vault.db, id);
  if (!scan) throw new Problem('not-found', { what: 'scan', id });
  const look = scan.pages[page];
  if (!look) throw new Problem('not-found', { what: 'page', id: page + 1 });
  // An edited page is made from the upright page of its scan.
  const turn = edit ? look.turn : (((look.turn + extraTurn) % 360) as Turn);
  const edited = edit && { edit, extraTurn };
  const wish = { page, mirrored: look.mirrored, turn, ...asked, edited };
  try {
    const made = await workshop.compact(readReadableBytes(vault.db, id), scan.mediaType, wish);
    return { ...made, mediaType: scan.mediaType, byteLength: scan.byteLength };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, { ...error.params, file: scan.fileName, page: page + 1 });
  }
}
