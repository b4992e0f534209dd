// Copies one person's rows into a fresh vault. Rows are chosen table by table; what is not chosen here is never copied.

import type { Db } from './statement.ts';

const visits = 'SELECT id FROM visit WHERE person_id = @person';
const papers = `SELECT id FROM paper WHERE visit_id IN (${visits})`;
const standing = 'SELECT id FROM standing_paper WHERE person_id = @person';
const scans = `SELECT scan_id FROM paper_page WHERE paper_id IN (${papers})
  UNION SELECT scan_id FROM standing_page WHERE standing_paper_id IN (${standing})
  UNION SELECT json_extract(page.value, '$.scan') FROM submission JOIN claim ON claim.id = claim_id,
    json_each(manifest, '$.papers') AS frozen, json_each(frozen.value, '$.pages') AS page
    WHERE person_id = @person
  UNION SELECT scan_id FROM attachment WHERE visit_id IN (${visits})`;
const claims = 'SELECT id FROM claim WHERE person_id = @person';
const invoices = `SELECT id FROM invoice WHERE visit_id IN (${visits})`;
const named = `SELECT hospital FROM visit WHERE person_id = @person
  UNION SELECT named.value FROM filing, json_each(hospitals) AS named WHERE person_id = @person
  UNION SELECT named.value FROM approval, json_each(hospitals) AS named WHERE person_id = @person`;
const place = '(SELECT substr(insured_place_code, 1, 4) FROM person WHERE id = @person)';

/** Parents before children. Of each table, the rows that are this person's; removed ones are the person's too. */
const chosen: [table: string, where: string][] = [
  ['person', 'id = @person'],
  ['visit', 'person_id = @person'],
  ['invoice', `visit_id IN (${visits})`],
  ['invoice_line', `invoice_id IN (${invoices})`],
  ['scan', `id IN (${scans})`],
  ['scan_bytes', `scan_id IN (${scans})`],
  ['scan_page', `scan_id IN (${scans})`],
  ['scan_readable_copy', `scan_id IN (${scans})`],
  ['scan_source', `scan_id IN (${scans})`],
  ['page_look', `scan_id IN (${scans})`],
  ['page_confirmed', `scan_id IN (${scans})`],
  ['look_alike_answer', `scan_id IN (${scans}) AND other_scan_id IN (${scans})`],
  ['scan_to_compare', `scan_id IN (${scans})`],
  ['attachment', `visit_id IN (${visits})`],
  ['paper', `visit_id IN (${visits})`],
  ['paper_page', `paper_id IN (${papers})`],
  ['claim', 'person_id = @person'],
  ['claim_visit', `claim_id IN (${claims})`],
  ['page_order', `claim_id IN (${claims}) AND paper_id IN (${papers})`],
  ['page_excluded', `claim_id IN (${claims}) AND paper_id IN (${papers})`],
  ['standing_paper', 'person_id = @person'],
  ['standing_page', `standing_paper_id IN (${standing})`],
  ['filing', 'person_id = @person'],
  ['approval', 'person_id = @person'],
  [
    'hospital',
    `removed_at IS NULL AND (name IN (${named})
     OR EXISTS (SELECT 1 FROM json_each(aliases) AS alias WHERE alias.value IN (${named})))`,
  ],
  ['paper_facts', `paper_id IN (${papers})`],
  ['person_facts', 'person_id = @person'],
  ['person_year', 'person_id = @person'],
  ['visit_facts', `visit_id IN (${visits})`],
  ['invoice_facts', `invoice_id IN (${invoices})`],
  ['claim_event', `claim_id IN (${claims})`],
  [
    'packet_bytes',
    `sha256 IN (SELECT packet_sha256 FROM submission WHERE claim_id IN (${claims}) AND packet_sha256 IS NOT NULL)`,
  ],
  ['submission', `claim_id IN (${claims})`],
  // What was chosen for the packets of these claims (claim-options.ts); every other setting is the program's.
  ['setting', `name IN (SELECT 'claim-options:' || id FROM claim WHERE person_id = @person)`],
  ['rule_override', `removed_at IS NULL AND length(${place}) = 4 AND substr(place, 1, 4) = ${place}`],
];

/** Tables of which nothing goes along: what waits in the inbox or was taken out is nobody's, the editions of packs that were
 * seen are the program's. */
export const leftBehind = ['inbox_item', 'inbox_page', 'page_left', 'rule_pack_seen'];
export const copiedTables = chosen.map(([table]) => table);

/** Called after every piece, with the bytes of it; it may wait, and by throwing it ends the copy. */
export type Pace = (bytes: number) => Promise<void>;

const BATCH_BYTES = 16 * 1024 * 1024;

/**
 * `target` is a fresh vault without rows, which nobody else knows yet: it is filled in batches, and its references are checked
 * at the end. `source` must not change meanwhile (a reading transaction). The number of each row is given anew, so that gaps
 * do not tell of others; its order stays. Only rows of this person are ever written into the file of `target`.
 */
export async function copyPerson(source: Db, target: Db, { person, pace }: CopyWish): Promise<void> {
  target.pragma('foreign_keys = OFF');
  for (const [table, where] of chosen) await copyRows(source, target, { table, where, person, pace });
  const broken = target.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`the copy of a person lacks rows: ${JSON.stringify(broken[0])}`);
  target.pragma('foreign_keys = ON');
  target.pragma('wal_checkpoint(TRUNCATE)');
}

export type CopyWish = { person: string; pace: Pace };
type Choice = CopyWish & { table: string; where: string };

/** Row by row: a scan's bytes are in memory once, never all of them. */
async function copyRows(source: Db, target: Db, { table, where, person, pace }: Choice): Promise<void> {
  const columns = (source.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])
    .filter((name) => name !== 'row')
    .map((name) => `"${name}"`);
  const order = columns.length < countColumns(source, table) ? 'ORDER BY row' : '';
  const read = source.prepare(`SELECT ${columns.join(', ')} FROM "${table}" WHERE ${where} ${order}`).raw();
  const marks = columns.map(() => '?').join(', ');
  const add = target.prepare(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${marks})`);
  let pending = 0;
  target.exec('BEGIN');
  for (const row of read.iterate({ person }) as Iterable<unknown[]>) {
    add.run(...row);
    const bytes = countBytes(row);
    if (bytes > 0) await pace(bytes);
    pending += bytes;
    if (pending < BATCH_BYTES) continue;
    target.exec('COMMIT; BEGIN');
    pending = 0;
  }
  target.exec('COMMIT');
  await pace(0);
}

const countBytes = (row: readonly unknown[]): number =>
  row.reduce<number>((sum, value) => sum + (value instanceof Uint8Array ? value.byteLength : 0), 0);

/** Bytes of the person's scans, of which each is copied into the vault and written as a file. */
export const countScanBytes = (source: Db, person: string): number =>
  Number(
    source
      .prepare(`SELECT coalesce(sum(length(bytes)), 0) FROM scan_bytes WHERE scan_id IN (${scans})`)
      .pluck()
      .get({ person }),
  );

const countColumns = (db: Db, table: string): number =>
  Number(db.prepare('SELECT count(*) FROM pragma_table_info(?)').pluck().get(table));
