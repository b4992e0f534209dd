// What people saw or know and no scan proves: all SQL of the tables `paper_facts`, `person_facts`, `person_year`, `visit_facts`
// and `invoice_facts`. A row that says nothing is no row.

import { isDeepStrictEqual } from 'node:util';
import type {
  InvoiceFacts,
  PaperFacts,
  PersonFacts,
  PersonYear,
  VisitFacts,
} from '../../shared/claim-life.ts';
import { type Db, manyIds, sql } from './statement.ts';

type PaperRow = {
  paper_id: string;
  stamped: string;
  copies: number;
  original_at: string;
  printed_name: string;
  printed_hospital: string;
  printed_date: string;
  printed_total_fen: number | null;
};

const usualPaper = (paperId: string): PaperFacts => ({
  paperId,
  stamped: 'unknown',
  copies: 0,
  originalAt: 'home',
  printedName: '',
  printedHospital: '',
  printedDate: '',
  printedTotalFen: null,
});

export const getPaperFacts = (db: Db, paperId: string): PaperFacts =>
  findPaperFacts(db, paperId) ?? usualPaper(paperId);

/** Undefined while nobody has said anything about the paper. */
function findPaperFacts(db: Db, paperId: string): PaperFacts | undefined {
  const row = sql<PaperRow>(db, 'SELECT * FROM paper_facts WHERE paper_id = ?').get(paperId);
  return row && toPaperFacts(row);
}

/** By visit and paper; papers of which nobody has said anything are left out. */
export function listPaperFactsOf(db: Db, visitIds: readonly string[]): Map<string, Map<string, PaperFacts>> {
  const rows = sql<PaperRow & { visit_id: string }>(
    db,
    `SELECT paper_facts.*, visit_id FROM json_each(?) AS wanted JOIN paper ON visit_id = wanted.value
     JOIN paper_facts ON paper_id = paper.id`,
  ).all(manyIds(visitIds));
  const visits = new Map<string, Map<string, PaperFacts>>();
  for (const row of rows) {
    const papers = visits.get(row.visit_id) ?? new Map<string, PaperFacts>();
    visits.set(row.visit_id, papers.set(row.paper_id, toPaperFacts(row)));
  }
  return visits;
}

function toPaperFacts(row: PaperRow): PaperFacts {
  return {
    paperId: row.paper_id,
    stamped: row.stamped as PaperFacts['stamped'],
    copies: row.copies,
    originalAt: row.original_at as PaperFacts['originalAt'],
    printedName: row.printed_name,
    printedHospital: row.printed_hospital,
    printedDate: row.printed_date,
    printedTotalFen: row.printed_total_fen,
  };
}

export function putPaperFacts(db: Db, facts: PaperFacts): void {
  sql(db, 'DELETE FROM paper_facts WHERE paper_id = ?').run(facts.paperId);
  if (isDeepStrictEqual(facts, usualPaper(facts.paperId))) return;
  sql(
    db,
    `INSERT INTO paper_facts (paper_id, stamped, copies, original_at, printed_name, printed_hospital, printed_date,
       printed_total_fen)
     VALUES (@paperId, @stamped, @copies, @originalAt, @printedName, @printedHospital, @printedDate, @printedTotalFen)`,
  ).run(facts);
}

const usualPerson = (personId: string): PersonFacts => ({ personId, diedOn: '', accountKind: '' });

export function getPersonFacts(db: Db, personId: string): PersonFacts {
  const row = sql<Omit<PersonFacts, 'personId'>>(
    db,
    'SELECT died_on AS diedOn, account_kind AS accountKind FROM person_facts WHERE person_id = ?',
  ).get(personId);
  return row ? { personId, ...row } : usualPerson(personId);
}

export function putPersonFacts(db: Db, facts: PersonFacts): void {
  sql(db, 'DELETE FROM person_facts WHERE person_id = ?').run(facts.personId);
  if (isDeepStrictEqual(facts, usualPerson(facts.personId))) return;
  sql(
    db,
    'INSERT INTO person_facts (person_id, died_on, account_kind) VALUES (@personId, @diedOn, @accountKind)',
  ).run(facts);
}

const usualYear = (personId: string, year: number): PersonYear => ({
  personId,
  year,
  deductibleFen: null,
  deductibleUsedFen: null,
  capFen: null,
  capUsedFen: null,
});

/** Undefined when nothing is known of the year. */
export function findPersonYear(db: Db, personId: string, year: number): PersonYear | undefined {
  const row = sql<Omit<PersonYear, 'personId' | 'year'>>(
    db,
    `SELECT deductible_fen AS deductibleFen, deductible_used_fen AS deductibleUsedFen, cap_fen AS capFen,
       cap_used_fen AS capUsedFen FROM person_year WHERE person_id = ? AND year = ?`,
  ).get(personId, year);
  return row && { personId, year, ...row };
}

export const getPersonYear = (db: Db, personId: string, year: number): PersonYear =>
  findPersonYear(db, personId, year) ?? usualYear(personId, year);

export function putPersonYear(db: Db, facts: PersonYear): void {
  sql(db, 'DELETE FROM person_year WHERE person_id = ? AND year = ?').run(facts.personId, facts.year);
  if (isDeepStrictEqual(facts, usualYear(facts.personId, facts.year))) return;
  sql(
    db,
    `INSERT INTO person_year (person_id, year, deductible_fen, deductible_used_fen, cap_fen, cap_used_fen)
     VALUES (@personId, @year, @deductibleFen, @deductibleUsedFen, @capFen, @capUsedFen)`,
  ).run(facts);
}

export const usualVisit = (visitId: string): VisitFacts => ({
  visitId,
  situations: [],
  daysOfSupply: null,
  medicines: [],
});

export const getVisitFacts = (db: Db, visitId: string): VisitFacts =>
  listVisitFactsOf(db, [visitId]).get(visitId) ?? usualVisit(visitId);

type VisitRow = { visit_id: string; situations: string; days_of_supply: number | null; medicines: string };

/** By visit; visits of which nothing was said are left out. */
export function listVisitFactsOf(db: Db, visitIds: readonly string[]): Map<string, VisitFacts> {
  const rows = sql<VisitRow>(
    db,
    `SELECT visit_id, situations, days_of_supply, medicines
     FROM json_each(?) AS wanted JOIN visit_facts ON visit_id = wanted.value`,
  ).all(manyIds(visitIds));
  const toFacts = (row: VisitRow): VisitFacts => ({
    visitId: row.visit_id,
    situations: JSON.parse(row.situations),
    daysOfSupply: row.days_of_supply,
    medicines: JSON.parse(row.medicines),
  });
  return new Map(rows.map((row) => [row.visit_id, toFacts(row)]));
}

export function putVisitFacts(db: Db, facts: VisitFacts): void {
  sql(db, 'DELETE FROM visit_facts WHERE visit_id = ?').run(facts.visitId);
  if (isDeepStrictEqual(facts, usualVisit(facts.visitId))) return;
  sql(
    db,
    'INSERT INTO visit_facts (visit_id, situations, days_of_supply, medicines) VALUES (?, ?, ?, ?)',
  ).run(facts.visitId, JSON.stringify(facts.situations), facts.daysOfSupply, JSON.stringify(facts.medicines));
}

const usualInvoice = (invoiceId: string): InvoiceFacts => ({
  invoiceId,
  state: 'valid',
  paidElsewhereFen: 0,
  paidElsewhereBy: '',
  replacedBy: '',
});

export function getInvoiceFacts(db: Db, invoiceId: string): InvoiceFacts {
  const row = sql<Omit<InvoiceFacts, 'invoiceId'>>(
    db,
    `SELECT state, paid_elsewhere_fen AS paidElsewhereFen, paid_elsewhere_by AS paidElsewhereBy,
       replaced_by AS replacedBy FROM invoice_facts WHERE invoice_id = ?`,
  ).get(invoiceId);
  return row ? { invoiceId, ...row } : usualInvoice(invoiceId);
}

export function putInvoiceFacts(db: Db, facts: InvoiceFacts): void {
  sql(db, 'DELETE FROM invoice_facts WHERE invoice_id = ?').run(facts.invoiceId);
  if (isDeepStrictEqual(facts, usualInvoice(facts.invoiceId))) return;
  sql(
    db,
    `INSERT INTO invoice_facts (invoice_id, state, paid_elsewhere_fen, paid_elsewhere_by, replaced_by)
     VALUES (@invoiceId, @state, @paidElsewhereFen, @paidElsewhereBy, @replacedBy)`,
  ).run(facts);
}

/** Of every invoice about which something was said. */
export function listInvoiceFacts(db: Db): InvoiceFacts[] {
  return sql<InvoiceFacts>(
    db,
    `SELECT invoice_id AS invoiceId, state, paid_elsewhere_fen AS paidElsewhereFen, paid_elsewhere_by AS paidElsewhereBy,
       replaced_by AS replacedBy FROM invoice_facts ORDER BY invoice_id`,
  ).all();
}
