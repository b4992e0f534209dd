// Scans: the original bytes as they came, once each under their SHA-256, and what is known about their pages.

import type { MediaType, Scan, ScanPage, Turn } from '../../shared/domain.ts';
import type { PageFinding } from '../../shared/page-findings.ts';
import { Problem } from '../../shared/problems.ts';
import { listConfirmationsOf } from './page-look.ts';
import { type Db, inTransaction, sql } from './statement.ts';

export type NewScan = {
  /** SHA-256 of `bytes`, 64 hex digits. */
  id: string;
  fileName: string;
  mediaType: MediaType;
  bytes: Uint8Array;
  pages: readonly ScanPage[];
  /** ISO time. */
  addedAt: string;
};

type ScanRow = {
  id: string;
  file_name: string;
  media_type: string;
  byte_length: number;
  added_at: string;
  unlocked: number;
};
type PageRow = {
  width: number;
  height: number;
  unit: string;
  mirrored: number;
  turn: number;
  findings: string | null;
};

/** Stores a scan that is not there yet, all of it in one transaction. */
export function insertScan(db: Db, scan: NewScan): void {
  inTransaction(db, () => {
    sql(db, 'INSERT INTO scan (id, file_name, media_type, byte_length, added_at) VALUES (?, ?, ?, ?, ?)').run(
      scan.id,
      scan.fileName,
      scan.mediaType,
      scan.bytes.byteLength,
      scan.addedAt,
    );
    sql(db, 'INSERT INTO scan_bytes (scan_id, bytes) VALUES (?, ?)').run(scan.id, scan.bytes);
    const addPage = sql(
      db,
      'INSERT INTO scan_page (scan_id, page, width, height, unit, mirrored, turn) VALUES (?, ?, ?, ?, ?, ?, ?)',
    );
    scan.pages.forEach((page, at) => {
      addPage.run(scan.id, at, page.width, page.height, page.unit, page.mirrored ? 1 : 0, page.turn);
    });
  });
}

export function findScan(db: Db, id: string): Scan | undefined {
  const row = sql<ScanRow>(
    db,
    `SELECT id, file_name, media_type, byte_length, added_at,
       EXISTS (SELECT 1 FROM scan_readable_copy WHERE scan_id = id) AS unlocked FROM scan WHERE id = ?`,
  ).get(id);
  if (!row) return undefined;
  return {
    id: row.id,
    fileName: row.file_name,
    mediaType: row.media_type as MediaType,
    byteLength: row.byte_length,
    addedAt: row.added_at,
    pages: listScanPages(db, id),
    ...(row.unlocked === 1 ? { unlocked: true as const } : {}),
  };
}

function listScanPages(db: Db, id: string): ScanPage[] {
  const rows = sql<PageRow>(
    db,
    `SELECT width, height, unit, mirrored, turn, findings
     FROM scan_page LEFT JOIN page_look USING (scan_id, page) WHERE scan_id = ? ORDER BY page`,
  ).all(id);
  const said = listConfirmationsOf(db, [id]).get(id);
  return rows.map((row, at) => ({
    width: row.width,
    height: row.height,
    unit: row.unit as ScanPage['unit'],
    mirrored: row.mirrored === 1,
    turn: row.turn as Turn,
    ...(row.findings === null ? {} : { findings: JSON.parse(row.findings) as PageFinding[] }),
    ...(said?.has(at) ? { confirmed: said.get(at) } : {}),
  }));
}

/** As findScan; throws `not-found` when there is none. */
export function getScan(db: Db, id: string): Scan {
  const scan = findScan(db, id);
  if (!scan) throw new Problem('not-found', { what: 'scan', id });
  return scan;
}

/** The original bytes; throws `not-found`. */
export function readScanBytes(db: Db, id: string): Uint8Array {
  const row = sql<{ bytes: Buffer }>(db, 'SELECT bytes FROM scan_bytes WHERE scan_id = ?').get(id);
  if (!row) throw new Problem('not-found', { what: 'scan', id });
  return row.bytes;
}

/** What pictures and pages are made of: the copy that opens without its password where there is one, else the original. */
export function readReadableBytes(db: Db, id: string): Uint8Array {
  const row = sql<{ bytes: Buffer }>(db, 'SELECT bytes FROM scan_readable_copy WHERE scan_id = ?').get(id);
  return row ? row.bytes : readScanBytes(db, id);
}

/** Kept beside the original, because it cannot be made again without the password. */
export function insertReadableCopy(db: Db, id: string, bytes: Uint8Array): void {
  sql(db, 'INSERT OR IGNORE INTO scan_readable_copy (scan_id, bytes) VALUES (?, ?)').run(id, bytes);
}

export type ScanSource = { scan: string; way: string; name: string; time: string };

/** By which way and under which name (with the archive's, where it was in one) a file came; each time it comes. */
export function insertScanSource(db: Db, { scan, way, name, time }: ScanSource): void {
  sql(db, 'INSERT INTO scan_source (scan_id, way, name, came_at) VALUES (?, ?, ?, ?)').run(
    scan,
    way,
    name,
    time,
  );
}

/** Every scan's name, for a check that reads them one after another. */
export function listScanIds(db: Db): string[] {
  return sql<{ id: string }>(db, 'SELECT id FROM scan ORDER BY row')
    .all()
    .map((row) => row.id);
}

/** Where a scan is used now: `visit-…/invoice` for a paper, `person-…/bank-card` for a standing one, `inbox`. Removed things are no place. */
export function listScanPlaces(db: Db, id: string): string[] {
  const papers = sql<{ place: string }>(
    db,
    `SELECT DISTINCT visit.id || '/' || paper.kind AS place
     FROM paper_page JOIN paper ON paper.id = paper_page.paper_id JOIN visit ON visit.id = paper.visit_id
     WHERE paper_page.scan_id = ? AND visit.removed_at IS NULL ORDER BY visit.row, paper.row`,
  ).all(id);
  const standing = sql<{ place: string }>(
    db,
    `SELECT DISTINCT person_id || '/' || kind AS place
     FROM standing_page JOIN standing_paper ON standing_paper.id = standing_paper_id
     WHERE scan_id = ? AND removed_at IS NULL ORDER BY standing_paper.row`,
  ).all(id);
  const waiting = sql(db, 'SELECT 1 FROM inbox_item WHERE scan_id = ? AND removed_at IS NULL').get(id);
  const attached = sql<{ place: string }>(
    db,
    `SELECT DISTINCT visit.id || '/' || attachment.kind AS place
     FROM attachment JOIN visit ON visit.id = attachment.visit_id
     WHERE scan_id = ? AND attachment.removed_at IS NULL AND visit.removed_at IS NULL ORDER BY attachment.row`,
  ).all(id);
  return [...papers, ...standing, ...attached].map((row) => row.place).concat(waiting ? ['inbox'] : []);
}
