// The steps of a claim's life, never changed: all SQL of the table `claim_event`. A slip is marked as taken back.

import type { ClaimEvent, ClaimEventFields } from '../../shared/claim-life.ts';
import type { Claim } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { newId } from './new-id.ts';
import { changeOne, type Db, sql } from './statement.ts';

type EventRow = {
  id: string;
  claim_id: string;
  step: string;
  on_date: string;
  payer: string;
  office: string;
  channel: string;
  receipt_number: string;
  reasons: string;
  wanted: string;
  until: string;
  amount_fen: number | null;
  note: string;
  status_before: string;
  recorded_at: string;
  taken_back_at: string | null;
};

const toEvent = (row: EventRow): ClaimEvent => ({
  id: row.id,
  claimId: row.claim_id,
  step: row.step as ClaimEvent['step'],
  on: row.on_date,
  payer: row.payer as ClaimEvent['payer'],
  office: row.office,
  channel: row.channel as ClaimEvent['channel'],
  receiptNumber: row.receipt_number,
  reasons: JSON.parse(row.reasons),
  wanted: JSON.parse(row.wanted),
  until: row.until,
  amountFen: row.amount_fen,
  note: row.note,
  recordedAt: row.recorded_at,
});

/** As they were recorded, without those taken back. */
export function listClaimEvents(db: Db, claimId: string): ClaimEvent[] {
  return sql<EventRow>(
    db,
    'SELECT * FROM claim_event WHERE claim_id = ? AND taken_back_at IS NULL ORDER BY row',
  )
    .all(claimId)
    .map(toEvent);
}

type Kept = { event: ClaimEvent; statusBefore: Claim['status']; takenBack: boolean };

/** Throws `not-found`. */
export function getClaimEvent(db: Db, id: string): Kept {
  const row = sql<EventRow>(db, 'SELECT * FROM claim_event WHERE id = ?').get(id);
  if (!row) throw new Problem('not-found', { what: 'claim-event', id });
  return {
    event: toEvent(row),
    statusBefore: row.status_before as Claim['status'],
    takenBack: row.taken_back_at !== null,
  };
}

export type NewEvent = { fields: ClaimEventFields; statusBefore: Claim['status']; recordedAt: string };

export function insertClaimEvent(db: Db, { fields, statusBefore, recordedAt }: NewEvent): ClaimEvent {
  const id = newId('event');
  sql(
    db,
    `INSERT INTO claim_event (id, claim_id, step, on_date, payer, office, channel, receipt_number, reasons, wanted, until,
       amount_fen, note, status_before, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    fields.claimId,
    fields.step,
    fields.on,
    fields.payer,
    fields.office,
    fields.channel,
    fields.receiptNumber,
    JSON.stringify(fields.reasons),
    JSON.stringify(fields.wanted),
    fields.until,
    fields.amountFen,
    fields.note,
    statusBefore,
    recordedAt,
  );
  return getClaimEvent(db, id).event;
}

/** `takenBackAt` null lets the step count again. */
export function markClaimEventTakenBack(db: Db, id: string, takenBackAt: string | null): void {
  changeOne(db, 'UPDATE claim_event SET taken_back_at = ? WHERE id = ?', takenBackAt, id);
}

/** Every return of papers dated in the year, of claims not removed. */
export function listReturns(db: Db, year: number): { office: string; reasons: string[]; personId: string }[] {
  return sql<{ office: string; reasons: string; personId: string }>(
    db,
    `SELECT office, reasons, person_id AS personId FROM claim_event JOIN claim ON claim.id = claim_id
     WHERE step = 'returned' AND taken_back_at IS NULL AND removed_at IS NULL AND substr(on_date, 1, 4) = ?
     ORDER BY claim_event.row`,
  )
    .all(String(year))
    .map((row) => ({ ...row, reasons: JSON.parse(row.reasons) }));
}

export function setClaimStatus(db: Db, claimId: string, status: Claim['status'], now: string): void {
  changeOne(db, 'UPDATE claim SET status = ?, updated_at = ? WHERE id = ?', status, now, claimId);
}
