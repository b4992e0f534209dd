// The open vault: one folder, one SQLite file that holds everything given to the program.

import type Database from 'better-sqlite3';

export type Vault = {
  dir: string;
  db: Database.Database;
  writable: boolean;
  close: () => void;
};
