// Prepared statements, each once per connection, and the whole write as one transaction.

import type Database from 'better-sqlite3';

export type Db = Database.Database;

const prepared = new WeakMap<Db, Map<string, Database.Statement>>();

/** The statement for this text; rows come as `Row`. The text must be a constant: values go in as parameters. */
export function sql<Row = unknown>(db: Db, text: string): Database.Statement<unknown[], Row> {
  let statements = prepared.get(db);
  if (!statements) {
    statements = new Map();
    prepared.set(db, statements);
  }
  let statement = statements.get(text);
  if (!statement) {
    statement = db.prepare(text);
    statements.set(text, statement);
  }
  return statement as Database.Statement<unknown[], Row>;
}

/** Runs a change that must touch exactly one row; anything else is a bug and rolls back the transaction around it. */
export function changeOne(db: Db, text: string, ...values: unknown[]): void {
  const { changes } = sql(db, text).run(...values);
  if (changes !== 1) throw new Error(`expected one changed row, got ${changes}: ${text}`);
}

/** What a statement is given for `json_each(?) AS wanted`: the rows of many are asked for at once, each once. */
export const manyIds = (ids: readonly string[]): string => JSON.stringify([...new Set(ids)]);

/** All or nothing. Inside another transaction it becomes a savepoint of it. */
export const inTransaction = <T>(db: Db, work: () => T): T => db.transaction(work).immediate();
