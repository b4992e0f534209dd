// A page of a kept scan with the bytes it is drawn from, for the workshop.

import { Problem } from '../../shared/problems.ts';
import { derivedStore } from '../database/derived.ts';
import type { PageName } from '../database/page-look.ts';
import { getScan, readReadableBytes } from '../database/scan.ts';
import type { Db } from '../database/statement.ts';
import type { Vault } from '../database/vault.ts';
import type { KeptPage } from '../engine/workshop.ts';
import { previewKey } from './pictures.ts';

/** Throws `not-found`. */
export function readKeptPage(db: Db, { scan, page }: PageName): KeptPage {
  const { mediaType, pages } = getScan(db, scan);
  const shown = pages[page];
  if (!shown) throw new Problem('not-found', { what: 'page', id: page + 1 });
  const { mirrored, turn } = shown;
  return { bytes: readReadableBytes(db, scan), mediaType, wish: { page, mirrored, turn } };
}

/** The same to be looked at only: a large picture as the preview that was made of it, where that is still kept. Throws `not-found`. */
export function readPageToLookAt(vault: Vault, { scan, page }: PageName): KeptPage {
  const { mediaType, pages } = getScan(vault.db, scan);
  const mayHave = mediaType !== 'application/pdf' && pages.length === 1;
  const [preview, shown] = [mayHave && derivedStore(vault).get(previewKey(scan)), pages[page]];
  if (!preview || !shown) return readKeptPage(vault.db, { scan, page });
  const { mirrored, turn } = shown;
  return { bytes: preview.bytes, mediaType: 'image/jpeg', wish: { page: 0, mirrored, turn } };
}
