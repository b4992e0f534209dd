// One person's data alone: a vault of its own, and the original files under readable names with an index page.

import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Language } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { listClaims } from '../database/claim.ts';
import { copyPerson, countScanBytes, type Pace } from '../database/copy-person.ts';
import { openVault } from '../database/open.ts';
import { getPerson } from '../database/person.ts';
import { listScanIds } from '../database/scan.ts';
import { getSettings, isSample, markAsSample } from '../database/setting.ts';
import type { Db } from '../database/statement.ts';
import type { Vault } from '../database/vault.ts';
import { listVisits } from '../database/visit.ts';
import { neighbourIn, removeLeftovers, writingProblem } from '../files/write-file-whole.ts';
import { noteWriting } from '../files/writing-notes.ts';
import type { Handler } from './context.ts';
import { writeOriginals } from './originals.ts';

/** Exports that are going on, by their folder. */
type Running = {
  done: number;
  total: number;
  cancelled: boolean;
  /** Settles once the export is whole or nothing of it is left. */
  over: Promise<void>;
};
const running = new WeakMap<Vault, Map<string, Running>>();

const runningOf = (vault: Vault): Map<string, Running> => {
  const known = running.get(vault) ?? new Map<string, Running>();
  running.set(vault, known);
  return known;
};

export const showExport: Handler<'person.export-state'> = ({ vault }, { dir }) => {
  const found = runningOf(vault).get(resolve(dir));
  const { done = 0, total = 0 } = found ?? {};
  return { running: found !== undefined, done: Math.min(done, total), total };
};

export const cancelExport: Handler<'person.export-cancel'> = ({ vault }, { dir }) => {
  const found = runningOf(vault).get(resolve(dir));
  if (found) found.cancelled = true;
  return {};
};

/** For the end of the program: afterwards no half export lies anywhere. */
export async function stopExports(vault: Vault): Promise<void> {
  const all = [...runningOf(vault).values()];
  for (const state of all) state.cancelled = true;
  await Promise.all(all.map(({ over }) => over));
}

/**
 * Everything is made beside `dir` and takes its place at the end: a half-written export is never left there, and what a killed
 * program left beside it is cleared by the next export or start.
 */
export const exportPerson: Handler<'person.export'> = async ({ vault }, input) => {
  const person = getPerson(vault.db, input.id);
  const dir = resolve(input.dir);
  const language = input.language ?? getSettings(vault.db).language;
  await refuseUsed(dir);
  const exports = runningOf(vault);
  if (exports.has(dir)) throw new Problem('folder-not-empty', { dir });
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const state: Running = { done: 0, total: 0, cancelled: false, over };
  exports.set(dir, state);
  const noted = await noteWriting(vault.dir, dir);
  await removeLeftovers(dirname(dir));
  const beside = neighbourIn(dirname(dir));
  try {
    await mkdir(join(beside, 'originals'), { recursive: true, mode: 0o700 });
    const counts = await fill(vault, beside, { person: person.id, language, state });
    await rm(join(beside, 'guibao.lock'), { force: true });
    if (existsSync(dir)) await rmdir(dir);
    await rename(beside, dir);
    return { dir, ...counts };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Something was put into the folder meanwhile: it stays as it is.
    if (isNotEmpty(error)) throw new Problem('folder-not-empty', { dir });
    throw writingProblem(error, dir);
  } finally {
    await noted();
    exports.delete(dir);
    end();
  }
};

const isNotEmpty = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY';

async function refuseUsed(dir: string): Promise<void> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw writingProblem(error, dir);
  });
  if (names.length > 0) throw new Problem('folder-not-empty', { dir });
}

type Wish = { person: string; language: Language; state: Running };

/** Lets other calls in between the pieces, counts them, and stops between two when it was asked to. */
const keepPace =
  (state: Running): Pace =>
  async (bytes) => {
    state.done += bytes;
    await setImmediate();
    if (state.cancelled) throw new Problem('cancelled');
  };

/** Reads from a connection of its own, which sees the vault as it was at the start, whatever is changed meanwhile. */
async function fill(vault: Vault, dir: string, { person, language, state }: Wish) {
  const target = openVault(dir, { access: 'write', way: 'export', create: true });
  const source = openVault(vault.dir, { access: 'read', way: 'export' });
  try {
    // Pages that migrations left free go before anything is in the file: an export has none.
    target.db.exec('VACUUM');
    source.db.exec('BEGIN');
    state.total = 2 * countScanBytes(source.db, person);
    const pace = keepPace(state);
    await copyPerson(source.db, target.db, { person, pace });
    if (isSample(source.db)) markAsSample(target.db);
    const page = await writeOriginals(target.db, join(dir, 'originals'), { language, pace });
    await writeFile(join(dir, 'originals', 'index.html'), page);
    return countRows(target.db);
  } finally {
    source.close();
    target.close();
  }
}

const countRows = (db: Db) => ({
  scans: listScanIds(db).length,
  visits: listVisits(db, { unclaimed: false, removed: false }).length,
  claims: listClaims(db, undefined).length,
});
