// What was seen on the pages of scans and what people said about it: all SQL of `page_look`, `page_confirmed`, `look_alike_answer`.

import type { PaperPage } from '../../shared/domain.ts';
import type { PageConfirmation, PageFinding } from '../../shared/page-findings.ts';
import { editText } from './page-list.ts';
import { changeOne, type Db, inTransaction, manyIds, sql } from './statement.ts';

/** `fingerprint` null: a page with too little on it to be told from another. */
export type PageLook = { findings: PageFinding[]; fingerprint: Uint8Array | null };

/** Undefined entries are pages that were not looked at. */
export function savePageLooks(db: Db, scanId: string, looks: readonly (PageLook | undefined)[]): void {
  const save = sql(
    db,
    'INSERT OR REPLACE INTO page_look (scan_id, page, findings, fingerprint) VALUES (?, ?, ?, ?)',
  );
  inTransaction(db, () => {
    looks.forEach((look, page) => {
      if (look) save.run(scanId, page, JSON.stringify(look.findings), look.fingerprint);
    });
  });
}

/** What was seen on a page; nothing when nobody looked. */
export const listPageFindings = (db: Db, { scan, page }: PageName): PageFinding[] =>
  listPageFindingsOf(db, [scan]).get(scan)?.get(page) ?? [];

/** The same for many scans, by scan and page; pages on which nothing was seen are left out. */
export function listPageFindingsOf(
  db: Db,
  scanIds: readonly string[],
): Map<string, Map<number, PageFinding[]>> {
  const rows = sql<PageName & { findings: string }>(
    db,
    `SELECT scan_id AS scan, page, findings FROM json_each(?) AS wanted JOIN page_look ON scan_id = wanted.value
     WHERE findings <> '[]'`,
  ).all(manyIds(scanIds));
  return byScanAndPage(rows, ({ findings }) => JSON.parse(findings));
}

function byScanAndPage<R extends PageName, V>(
  rows: readonly R[],
  read: (row: R, before: V | undefined) => V,
): Map<string, Map<number, V>> {
  const scans = new Map<string, Map<number, V>>();
  for (const row of rows) {
    const pages = scans.get(row.scan) ?? new Map<number, V>();
    scans.set(row.scan, pages.set(row.page, read(row, pages.get(row.page))));
  }
  return scans;
}

type ConfirmedRow = PageName & { turn: number; edit: string; codes: string; confirmed_at: string };

/** By scan and page: every way of showing a page that somebody looked at and called readable. */
export function listConfirmationsOf(
  db: Db,
  scanIds: readonly string[],
): Map<string, Map<number, PageConfirmation[]>> {
  const rows = sql<ConfirmedRow>(
    db,
    `SELECT scan_id AS scan, page, turn, edit, codes, confirmed_at
     FROM json_each(?) AS wanted JOIN page_confirmed ON scan_id = wanted.value ORDER BY scan_id, page, turn, edit`,
  ).all(manyIds(scanIds));
  return byScanAndPage(rows, (row, before: PageConfirmation[] = []) => [
    ...before,
    {
      ...{ turn: row.turn as PageConfirmation['turn'], edit: row.edit },
      ...{ codes: JSON.parse(row.codes), at: row.confirmed_at },
    },
  ]);
}

/** `said` null takes it back. */
export function saveConfirmation(
  db: Db,
  page: PaperPage,
  said: Pick<PageConfirmation, 'codes' | 'at'> | null,
): void {
  const key = [page.scan, page.page, page.turn, editText(page)];
  sql(db, 'DELETE FROM page_confirmed WHERE scan_id = ? AND page = ? AND turn = ? AND edit = ?').run(...key);
  if (!said) return;
  sql(
    db,
    'INSERT INTO page_confirmed (scan_id, page, turn, edit, codes, confirmed_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(...key, JSON.stringify(said.codes), said.at);
}

export type PageName = { scan: string; page: number };
export type KnownPrint = PageName & { fingerprint: Uint8Array };

/**
 * The first `bytes` of the fingerprints of at most `most` pages behind `row`, oldest first; those of `scanId` are left out, and
 * with `before` those that were looked at after them.
 */
export function listFingerprintHeads(
  db: Db,
  scanId: string,
  { row, most, bytes, before = false }: { row: number; most: number; bytes: number; before?: boolean },
): (KnownPrint & { row: number })[] {
  return sql<{ row: number; scan: string; page: number; fingerprint: Buffer }>(
    db,
    `SELECT rowid AS row, scan_id AS scan, page, substr(fingerprint, 1, ?) AS fingerprint FROM page_look
     WHERE fingerprint IS NOT NULL AND scan_id <> ? AND rowid > ?
       AND (? = 0 OR rowid < (SELECT min(rowid) FROM page_look WHERE scan_id = ?)) ORDER BY rowid LIMIT ?`,
  ).all(bytes, scanId, row, Number(before), scanId, most);
}

/** Pages whose fingerprint is of another kind than `kind`, at most so many; `fingerprint` begins with its kind. */
export function listOldFingerprints(db: Db, kind: number, most: number): PageName[] {
  return sql<PageName>(
    db,
    `SELECT scan_id AS scan, page FROM page_look
     WHERE fingerprint IS NOT NULL AND substr(fingerprint, 1, 1) <> ? ORDER BY rowid LIMIT ?`,
  ).all(Buffer.of(kind), most);
}

/** Null for a page that cannot be told from another, or not any more. */
export function saveFingerprint(db: Db, { scan, page }: PageName, fingerprint: Uint8Array | null): void {
  changeOne(
    db,
    'UPDATE page_look SET fingerprint = ? WHERE scan_id = ? AND page = ?',
    fingerprint,
    scan,
    page,
  );
}

export type LookAlikeAnswer = 'keep-both' | 'use-earlier';

/** Whether a person answered for these two pages, whichever of them came first then. */
export const isAnswered = (db: Db, one: PageName, other: PageName): boolean =>
  (findLookAlikeAnswer(db, one, other) ?? findLookAlikeAnswer(db, other, one)) !== undefined;

export function findLookAlikeAnswer(db: Db, one: PageName, other: PageName): LookAlikeAnswer | undefined {
  return sql<{ answer: LookAlikeAnswer }>(
    db,
    `SELECT answer FROM look_alike_answer
     WHERE scan_id = ? AND page = ? AND other_scan_id = ? AND other_page = ?`,
  ).get(one.scan, one.page, other.scan, other.page)?.answer;
}

/** Whether a person answered for this page against any earlier one. */
export const hasAnswer = (db: Db, { scan, page }: PageName): boolean =>
  sql(db, 'SELECT 1 FROM look_alike_answer WHERE scan_id = ? AND page = ?').get(scan, page) !== undefined;

/** `answer` null takes it back. */
export function saveLookAlikeAnswer(
  db: Db,
  pair: { one: PageName; other: PageName },
  answer: LookAlikeAnswer | null,
  time: string,
): void {
  const key = [pair.one.scan, pair.one.page, pair.other.scan, pair.other.page];
  sql(
    db,
    'DELETE FROM look_alike_answer WHERE scan_id = ? AND page = ? AND other_scan_id = ? AND other_page = ?',
  ).run(...key);
  if (answer === null) return;
  sql(
    db,
    `INSERT INTO look_alike_answer (scan_id, page, other_scan_id, other_page, answer, answered_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(...key, answer, time);
}

/** Of one scan, page by page. */
export function readFingerprints(db: Db, scanId: string): { page: number; fingerprint: Uint8Array }[] {
  return sql<{ page: number; fingerprint: Buffer }>(
    db,
    'SELECT page, fingerprint FROM page_look WHERE scan_id = ? AND fingerprint IS NOT NULL ORDER BY page',
  ).all(scanId);
}

export function readFingerprint(db: Db, { scan, page }: PageName): Uint8Array | undefined {
  return sql<{ fingerprint: Buffer }>(
    db,
    'SELECT fingerprint FROM page_look WHERE scan_id = ? AND page = ? AND fingerprint IS NOT NULL',
  ).get(scan, page)?.fingerprint;
}
