// Papers and their pages: all SQL of the tables `paper` and `paper_page`.

import { type Paper, type PaperKind, type PaperPage, paperKinds } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { listPages, type PageRow, type PageTable, toPage, writePages } from './page-list.ts';
import { changeOne, type Db, manyIds, sql } from './statement.ts';

type PaperRow = { id: string; visit_id: string; kind: string; title: string; form: string };

const pageTable: PageTable = { table: 'paper_page', owner: 'paper_id' };

function toPaper(row: PaperRow, pages: PaperPage[]): Paper {
  return {
    id: row.id,
    visitId: row.visit_id,
    kind: row.kind as PaperKind,
    title: row.title,
    form: row.form as Paper['form'],
    pages,
  };
}

/** Those that have pages: the kinds in their order, papers of one kind in the order they were made. */
export const listPapers = (db: Db, visitId: string): Paper[] =>
  listPapersOf(db, [visitId]).get(visitId) ?? [];

const kindOrder = new Map<string, number>(paperKinds.map((kind, at) => [kind, at]));

/** The same for many visits, by visit; one that has no papers is left out. */
export function listPapersOf(db: Db, visitIds: readonly string[]): Map<string, Paper[]> {
  const papers = new Map<string, Paper>();
  const rows = sql<PaperRow & PageRow>(
    db,
    `SELECT paper.id, visit_id, kind, title, form, scan_id, page, turn, edit
     FROM json_each(?) AS wanted JOIN paper ON paper.visit_id = wanted.value JOIN paper_page ON paper_id = paper.id
     ORDER BY paper.row, position`,
  ).all(manyIds(visitIds));
  for (const row of rows) {
    const paper = papers.get(row.id) ?? toPaper(row, []);
    papers.set(row.id, paper);
    paper.pages.push(toPage(row));
  }
  const sorted = [...papers.values()].sort(
    (a, b) => (kindOrder.get(a.kind) ?? 0) - (kindOrder.get(b.kind) ?? 0),
  );
  return Map.groupBy(sorted, ({ visitId }) => visitId);
}

/** Throws `not-found`, also for a paper of a removed visit. */
export function getPaper(db: Db, id: string): Paper {
  const row = sql<PaperRow>(
    db,
    `SELECT paper.id, visit_id, paper.kind, title, form FROM paper JOIN visit ON visit.id = visit_id
     WHERE paper.id = ? AND visit.removed_at IS NULL`,
  ).get(id);
  if (!row) throw new Problem('not-found', { what: 'paper', id });
  return toPaper(row, listPages(db, pageTable, id));
}

export type PaperName = { visitId: string; kind: PaperKind; title: string };

/** Of several with the same name, one that has pages. */
export function findPaper(db: Db, { visitId, kind, title }: PaperName): Paper | undefined {
  const row = sql<PaperRow>(
    db,
    `SELECT id, visit_id, kind, title, form FROM paper WHERE visit_id = ? AND kind = ? AND title = ?
     ORDER BY EXISTS (SELECT 1 FROM paper_page WHERE paper_id = paper.id) DESC, row`,
  ).get(visitId, kind, title);
  return row && toPaper(row, listPages(db, pageTable, row.id));
}

/** The paper of this visit, kind and title; made without pages when there is none. */
export function findOrInsertPaper(db: Db, name: PaperName): Paper {
  const found = findPaper(db, name);
  if (found) return found;
  const id = newId('paper');
  sql(db, "INSERT INTO paper (id, visit_id, kind, title, form) VALUES (?, ?, ?, ?, 'original')").run(
    id,
    name.visitId,
    name.kind,
    name.title,
  );
  return getPaper(db, id);
}

/** The whole ordered list; `time` is when pages that are no longer in it were taken out. Throws `not-found` for a page that no scan has. */
export function replacePages(
  db: Db,
  id: string,
  pages: { after: readonly PaperPage[]; time: string },
): Paper {
  writePages(db, pageTable, { id, before: listPages(db, pageTable, id), ...pages });
  return getPaper(db, id);
}

export function describePaper(db: Db, id: string, title: string, form: Paper['form']): Paper {
  changeOne(db, 'UPDATE paper SET title = ?, form = ? WHERE id = ?', title, form, id);
  return getPaper(db, id);
}

/** Pages with changes in papers of kept visits, each way once: of one person, or of all. */
export function listEditedPages(db: Db, personId?: string): PaperPage[] {
  return sql<PageRow>(
    db,
    `SELECT DISTINCT scan_id, page, 0 AS turn, edit FROM paper_page JOIN paper ON paper.id = paper_id
     JOIN visit ON visit.id = visit_id
     WHERE edit <> '' AND visit.removed_at IS NULL AND person_id = coalesce(@person, person_id)`,
  )
    .all({ person: personId ?? null })
    .map(toPage);
}

/** All pages of these visits. */
export const listPagesOfVisits = (db: Db, visitIds: readonly string[]): PaperPage[] =>
  visitIds.flatMap((id) => listPapers(db, id).flatMap(({ pages }) => pages));

/** Ids of the papers of kept visits that show this page of this scan. */
export function listPapersWithPage(db: Db, scan: string, page: number): string[] {
  return sql<{ id: string }>(
    db,
    `SELECT DISTINCT paper.id FROM paper JOIN paper_page ON paper_page.paper_id = paper.id
     JOIN visit ON visit.id = paper.visit_id
     WHERE scan_id = ? AND page = ? AND visit.removed_at IS NULL ORDER BY paper.row`,
  )
    .all(scan, page)
    .map(({ id }) => id);
}
