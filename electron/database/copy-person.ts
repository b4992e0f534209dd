// Copies one person's rows into a fresh vault. Rows are chosen table by table; what is not chosen here is never copied.

import type { Db } from './statement.ts';
import { inTransaction } from './statement.ts';

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
  ['look_alike_answer', `scan_id IN (${scans}) AND other_scan_id IN (${scans})`],
  ['attachment', `visit_id IN (${visits})`],
  ['paper', `visit_id IN (${visits})`],
  ['paper_page', `paper_id IN (${papers})`],
  ['claim', 'person_id = @person'],
  ['claim_visit', `claim_id IN (${claims})`],
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
  ['rule_override', `removed_at IS NULL AND length(${place}) = 4 AND substr(place, 1, 4) = ${place}`],
];

/** Tables of which nothing goes along: what waits in the inbox or was taken out is nobody's, settings are the program's. */
export const leftBehind = ['inbox_item', 'inbox_page', 'page_left', 'setting'];
export const copiedTables = chosen.map(([table]) => table);

/**
 * `target` is a fresh vault without rows. The number of each row is given anew, so that gaps do not tell of others; its order
 * stays. Ends with VACUUM: no page of the file holds anything but these rows.
 */
export function copyPerson(source: Db, target: Db, person: string): void {
  inTransaction(target, () => {
    target.pragma('defer_foreign_keys = ON');
    for (const [table, where] of chosen) copyRows(source, target, { table, where, person });
  });
  target.exec('VACUUM');
  target.pragma('wal_checkpoint(TRUNCATE)');
}

type Choice = { table: string; where: string; person: string };

/** Row by row: a scan's bytes are in memory once, never all of them. */
function copyRows(source: Db, target: Db, { table, where, person }: Choice): void {
  const columns = (source.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[])
    .filter((name) => name !== 'row')
    .map((name) => `"${name}"`);
  const order = columns.length < countColumns(source, table) ? 'ORDER BY row' : '';
  const read = source.prepare(`SELECT ${columns.join(', ')} FROM "${table}" WHERE ${where} ${order}`).raw();
  const marks = columns.map(() => '?').join(', ');
  const add = target.prepare(`INSERT INTO "${table}" (${columns.join(', ')}) VALUES (${marks})`);
  for (const row of read.iterate({ person })) add.run(...(row as unknown[]));
}

const countColumns = (db: Db, table: string): number =>
  Number(db.prepare('SELECT count(*) FROM pragma_table_info(?)').pluck().get(table));
