// Where a bug is written down: its stack goes to the log, its number to the user.

import { randomBytes } from 'node:crypto';

/** Writes `error` with its stack to standard error; gives back the number that the user is told. */
export function reportBug(error: unknown): string {
  const number = randomBytes(4).toString('hex');
  const text = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  process.stderr.write(`bug ${number} ${new Date().toISOString()}\n${text}\n`);
  return number;
}
