// A page of a kept scan with the bytes it is drawn from, for the workshop.

import { Problem } from '../../shared/problems.ts';
import type { PageName } from '../database/page-look.ts';
import { getScan, readReadableBytes } from '../database/scan.ts';
import type { Db } from '../database/statement.ts';
import type { KeptPage } from '../engine/workshop.ts';

/** Throws `not-found`. */
export function readKeptPage(db: Db, { scan, page }: PageName): KeptPage {
  const { mediaType, pages } = getScan(db, scan);
  const shown = pages[page];
  if (!shown) throw new Problem('not-found', { what: 'page', id: page + 1 });
  const { mirrored, turn } = shown;
  return { bytes: readReadableBytes(db, scan), mediaType, wish: { page, mirrored, turn } };
}
