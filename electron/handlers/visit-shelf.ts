// What is recorded of visits, read for many of them at once: a list of a hundred claims asks a dozen questions, not thousands.

import type { PaperFacts, VisitFacts } from '../../shared/claim-life.ts';
import type { Invoice, Paper, PaperPage } from '../../shared/domain.ts';
import type { PageConfirmation, PageFinding } from '../../shared/page-findings.ts';
import { findClaimsOf } from '../database/claim.ts';
import { listPaperFactsOf, listVisitFactsOf, usualVisit } from '../database/facts.ts';
import { listInvoicesOf } from '../database/invoice.ts';
import { listConfirmationsOf, listPageFindingsOf } from '../database/page-look.ts';
import { listPapersOf } from '../database/paper.ts';
import type { Db } from '../database/statement.ts';

export type VisitShelf = {
  papers: (visitId: string) => Paper[];
  invoices: (visitId: string) => Invoice[];
  facts: (visitId: string) => VisitFacts;
  claim: (visitId: string) => { id: string; number: string } | undefined;
  paperFacts: (paper: Paper) => PaperFacts | undefined;
  /** What intake saw. */
  findings: (page: PaperPage) => PageFinding[];
  confirmations: (page: PaperPage) => PageConfirmation[];
};

/** As it is now: opened for one answer and not kept. A visit that is not among those named is read when it is asked for. */
export function openShelf(db: Db, visitIds: readonly string[]): VisitShelf {
  const visits = shelver(db, () => visitIds);
  const papers = visits(listPapersOf);
  const invoices = visits(listInvoicesOf);
  const facts = visits(listVisitFactsOf);
  const paperFacts = visits(listPaperFactsOf);
  const pagesOf = (id: string) => (papers(id) ?? []).flatMap(({ pages }) => pages);
  const scans = shelver(db, () => visitIds.flatMap((id) => pagesOf(id).map(({ scan }) => scan)));
  const looks = scans(listPageFindingsOf);
  const said = scans(listConfirmationsOf);
  return {
    papers: (id) => papers(id) ?? [],
    invoices: (id) => invoices(id) ?? [],
    facts: (id) => facts(id) ?? usualVisit(id),
    claim: visits(findClaimsOf),
    paperFacts: ({ id, visitId }) => paperFacts(visitId)?.get(id),
    findings: ({ scan, page }) => looks(scan)?.get(page) ?? [],
    confirmations: ({ scan, page }) => said(scan)?.get(page) ?? [],
  };
}

type ReadMany<V> = (db: Db, ids: readonly string[]) => Map<string, V>;

/** Reads all of `list` when the first of them is asked for. */
function shelver(db: Db, list: () => readonly string[]) {
  let names: Set<string> | undefined;
  return <V>(read: ReadMany<V>): ((id: string) => V | undefined) => {
    let shelved: Map<string, V> | undefined;
    return (id) => {
      names ??= new Set(list());
      if (!names.has(id)) return read(db, [id]).get(id);
      shelved ??= read(db, [...names]);
      return shelved.get(id);
    };
  };
}
