// Calls about the order of a claim's pages and the pages left out of its packet.

import { isDeepStrictEqual } from 'node:util';
import { type PacketPageOfClaim, type PageKey, samePage, sameSheet } from '../../shared/packet-pages.ts';
import { Problem } from '../../shared/problems.ts';
import { getClaim } from '../database/claim.ts';
import * as table from '../database/packet-pages.ts';
import { listPapers } from '../database/paper.ts';
import { getScan } from '../database/scan.ts';
import { type Db, inTransaction } from '../database/statement.ts';
import { getVisit } from '../database/visit.ts';
import {
  type Arrangement,
  arrangePages,
  arrangePapers,
  keyOf,
  readArrangement,
  saidOf,
} from './arrangement.ts';
import type { Handler } from './context.ts';
import { papersInOrder } from './paper-order.ts';
import { openDemands } from './visit-demands.ts';

function describePages(db: Db, claimId: string): PacketPageOfClaim[] {
  const { rank, excluded } = readArrangement(db, claimId);
  const nothingOut: Arrangement = { rank, excluded: new Map() };
  const ask = openDemands(db);
  return getClaim(db, claimId).visitIds.flatMap((visitId, at) => {
    const visit = getVisit(db, visitId);
    const papers = papersInOrder(ask(visit).demands, listPapers(db, visitId));
    const placeOf = new Map(papers.flatMap(({ pages }) => pages.map((page, place) => [page, place])));
    return arrangePapers(nothingOut, papers, (paper) => paper).flatMap((paper) =>
      arrangePages(nothingOut, paper).pages.map((page) => ({
        ...keyOf(paper, page),
        visit: at,
        kind: paper.kind,
        title: paper.title,
        fileName: getScan(db, page.scan).fileName,
        excluded: saidOf(excluded, keyOf(paper, page)) ?? '',
        position: placeOf.get(page) ?? 0,
        turn: page.turn,
        ...(page.edit ? { edit: page.edit } : {}),
      })),
    );
  });
}

export const listPages: Handler<'claim.pages'> = ({ vault: { db } }, { id }) => describePages(db, id);

/** A whole page that was cut in two is still named as a whole. */
function findPage(db: Db, id: string, key: PageKey): PacketPageOfClaim {
  const pages = describePages(db, id);
  const page =
    pages.find((one) => samePage(one, key)) ??
    (key.half === '' ? pages.find((one) => sameSheet(one, key)) : undefined);
  if (!page) throw new Problem('not-found', { what: 'page', id: key.page + 1 });
  return page;
}

export const orderPages: Handler<'claim.order-pages'> = ({ vault: { db } }, { id, order }) =>
  inTransaction(db, () => {
    getClaim(db, id);
    const before = table.readPageOrder(db, id);
    if (isDeepStrictEqual(before, order)) return { pages: describePages(db, id), undo: [] };
    table.writePageOrder(db, id, order);
    return {
      pages: describePages(db, id),
      undo: [{ call: 'claim.order-pages', input: { id, order: before } }],
    };
  });

export const excludePage: Handler<'claim.exclude-page'> = ({ vault: { db }, now }, { id, reason, ...key }) =>
  inTransaction(db, () => {
    const { excluded } = findPage(db, id, key);
    if (excluded === reason) return { pages: describePages(db, id), undo: [] };
    table.excludePage(db, id, { ...key, reason }, now().toISOString());
    const back =
      excluded === ''
        ? { call: 'claim.include-page', input: { id, ...key } }
        : { call: 'claim.exclude-page', input: { id, ...key, reason: excluded } };
    return { pages: describePages(db, id), undo: [back] };
  });

export const includePage: Handler<'claim.include-page'> = ({ vault: { db }, now }, { id, ...key }) =>
  inTransaction(db, () => {
    const { excluded: reason } = findPage(db, id, key);
    if (reason === '') return { pages: describePages(db, id), undo: [] };
    const others = listOthers(db, id, key);
    for (const name of others.length > 0 ? [key, { ...key, half: '' as const }] : [key])
      table.includePage(db, id, name);
    for (const other of others) table.excludePage(db, id, { ...other, reason }, now().toISOString());
    const back = others.length > 0 ? { ...key, half: '' as const } : key;
    return {
      pages: describePages(db, id),
      undo: [
        ...others.map((other) => ({ call: 'claim.include-page', input: { id, ...other } })),
        { call: 'claim.exclude-page', input: { id, ...back, reason } },
      ],
    };
  });

/** The other halves of a page that was left out before it was cut in two: they stay out. */
function listOthers(db: Db, id: string, key: PageKey): PageKey[] {
  const whole = table.listExcludedPages(db, id).some((one) => samePage(one, { ...key, half: '' }));
  if (key.half === '' || !whole) return [];
  return describePages(db, id)
    .filter((one) => sameSheet(one, key) && one.half !== key.half)
    .map(({ paperId, scan, page, half }) => ({ paperId, scan, page, half }));
}
