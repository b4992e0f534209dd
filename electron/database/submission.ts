// What was handed in, frozen: all SQL of the tables `submission` and `packet_bytes`.

import type { ClaimManifest, KeptPacket } from '../../shared/claim-life.ts';
import { Problem } from '../../shared/problems.ts';
import { type Db, sql } from './statement.ts';

export type NewPacket = { sha256: string; pageCount: number; bytes: Uint8Array; keptAt: string };

/** The same bytes are kept once. */
export function keepPacket(db: Db, packet: NewPacket): void {
  sql(
    db,
    `INSERT INTO packet_bytes (sha256, page_count, kept_at, bytes) VALUES (@sha256, @pageCount, @keptAt, @bytes)
     ON CONFLICT (sha256) DO NOTHING`,
  ).run(packet);
}

/** Throws `not-found`. */
export function getKeptPacket(db: Db, sha256: string): KeptPacket {
  const row = sql<KeptPacket>(
    db,
    `SELECT sha256, page_count AS pageCount, length(bytes) AS byteLength FROM packet_bytes WHERE sha256 = ?`,
  ).get(sha256);
  if (!row) throw new Problem('not-found', { what: 'packet', id: sha256 });
  return row;
}

/** Throws `not-found`. */
export function readPacketBytes(db: Db, sha256: string): Uint8Array {
  const row = sql<{ bytes: Buffer }>(db, 'SELECT bytes FROM packet_bytes WHERE sha256 = ?').get(sha256);
  if (!row) throw new Problem('not-found', { what: 'packet', id: sha256 });
  return row.bytes;
}

export function listKeptPackets(db: Db): string[] {
  return sql<{ sha256: string }>(db, 'SELECT sha256 FROM packet_bytes ORDER BY rowid')
    .all()
    .map((row) => row.sha256);
}

export type NewSubmission = {
  eventId: string;
  claimId: string;
  packet: string | null;
  manifest: ClaimManifest;
};

export function insertSubmission(db: Db, { eventId, claimId, packet, manifest }: NewSubmission): void {
  sql(db, 'INSERT INTO submission (event_id, claim_id, packet_sha256, manifest) VALUES (?, ?, ?, ?)').run(
    eventId,
    claimId,
    packet,
    JSON.stringify(manifest),
  );
}

export type Submission = {
  eventId: string;
  on: string;
  packet: KeptPacket | null;
  manifest: ClaimManifest;
};

/** Oldest first, without those whose step was taken back. */
export function listSubmissions(db: Db, claimId: string): Submission[] {
  const rows = sql<{ event_id: string; on_date: string; packet_sha256: string | null; manifest: string }>(
    db,
    `SELECT event_id, on_date, packet_sha256, manifest FROM submission JOIN claim_event ON claim_event.id = event_id
     WHERE submission.claim_id = ? AND taken_back_at IS NULL ORDER BY submission.row`,
  ).all(claimId);
  return rows.map((row) => ({
    eventId: row.event_id,
    on: row.on_date,
    packet: row.packet_sha256 === null ? null : getKeptPacket(db, row.packet_sha256),
    manifest: JSON.parse(row.manifest),
  }));
}
