// The papers of a claim as the person arranged them: read here, so that the plan, the findings and what is handed in agree.

import type { Paper, PaperPage } from '../../shared/domain.ts';
import { halfOf, type PageKey } from '../../shared/packet-pages.ts';
import { listExcludedPages, readPageOrder } from '../database/packet-pages.ts';
import { listPapers } from '../database/paper.ts';
import type { Db } from '../database/statement.ts';

export const textOf = ({ paperId, scan, page, half }: PageKey): string =>
  `${paperId}/${scan}/${page}/${half}`;
export const keyOf = (paper: Paper, page: PaperPage): PageKey => ({
  ...{ paperId: paper.id, scan: page.scan, page: page.page },
  half: halfOf(page),
});

/** What was said of this page, or of the whole page it is a half of. */
export const saidOf = <T>(said: ReadonlyMap<string, T>, key: PageKey): T | undefined =>
  said.get(textOf(key)) ?? said.get(textOf({ ...key, half: '' }));

export type Arrangement = {
  /** Place in the order the person gave, by page; empty while the usual order holds. */
  rank: ReadonlyMap<string, number>;
  /** Reason by page. */
  excluded: ReadonlyMap<string, string>;
};

export function readArrangement(db: Db, claimId: string): Arrangement {
  return {
    rank: new Map(readPageOrder(db, claimId).map((key, at) => [textOf(key), at])),
    excluded: new Map(listExcludedPages(db, claimId).map((page) => [textOf(page), page.reason])),
  };
}

/** What the person gave no place stays where it usually stands; the others share the places between. */
function sortByRank<T>(all: readonly T[], rankOf: (one: T) => number | undefined): T[] {
  const rankedOnes = all
    .flatMap((one) => {
      const rank = rankOf(one);
      return rank === undefined ? [] : [{ one, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
  return all.map((one) => (rankOf(one) === undefined ? one : (rankedOnes.shift()?.one ?? one)));
}

/** The pages of a paper in their order, without those left out. */
export function arrangePages(arrangement: Arrangement, paper: Paper): Paper {
  const { rank, excluded } = arrangement;
  if (rank.size === 0 && excluded.size === 0) return paper;
  const shown = paper.pages.filter((page) => saidOf(excluded, keyOf(paper, page)) === undefined);
  return { ...paper, pages: sortByRank(shown, (page) => saidOf(rank, keyOf(paper, page))) };
}

/** `all` in the order of the papers they stand for; those that stand for none, as gaps do, keep their usual place. */
export function arrangePapers<T>(
  { rank }: Arrangement,
  all: readonly T[],
  paperOf: (one: T) => Paper | undefined,
): T[] {
  if (rank.size === 0) return [...all];
  return sortByRank(all, (one) => {
    const paper = paperOf(one);
    const places = paper?.pages.flatMap((page) => saidOf(rank, keyOf(paper, page)) ?? []) ?? [];
    return places.length > 0 ? Math.min(...places) : undefined;
  });
}

/** The papers of a visit with the pages that the claim's packet shows. */
export const listClaimPapers = (db: Db, claimId: string, visitId: string): Paper[] =>
  arrangeAll(readArrangement(db, claimId), listPapers(db, visitId));

export const arrangeAll = (arrangement: Arrangement, papers: readonly Paper[]): Paper[] =>
  papers.map((paper) => arrangePages(arrangement, paper));

export type LeftOutPage = { visitId: string; paper: Paper; scan: string; page: number; reason: string };

/** Those of all `papers` of a claim that its packet does not show. */
export function findLeftOut({ excluded }: Arrangement, papers: readonly Paper[]): LeftOutPage[] {
  if (excluded.size === 0) return [];
  return papers.flatMap((paper) =>
    paper.pages.flatMap((page) => {
      const reason = saidOf(excluded, keyOf(paper, page));
      return reason ? [{ visitId: paper.visitId, paper, scan: page.scan, page: page.page, reason }] : [];
    }),
  );
}

/** The pages of these visits that the claim's packet does not show. */
export const listLeftOut = (db: Db, claimId: string, visitIds: readonly string[]): LeftOutPage[] =>
  findLeftOut(
    readArrangement(db, claimId),
    visitIds.flatMap((visitId) => listPapers(db, visitId)),
  );
