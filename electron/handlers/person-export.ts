// One person's data alone: a vault of its own, and the original files under readable names with an index page.

import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Language } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { listClaims } from '../database/claim.ts';
import { copyPerson } from '../database/copy-person.ts';
import { openVault } from '../database/open.ts';
import { getPerson } from '../database/person.ts';
import { listScanIds } from '../database/scan.ts';
import { getSettings, isSample, markAsSample } from '../database/setting.ts';
import type { Db } from '../database/statement.ts';
import { listVisits } from '../database/visit.ts';
import { writingProblem } from '../files/write-file-whole.ts';
import type { Handler } from './context.ts';
import { writeOriginals } from './originals.ts';

/** Everything is made beside `dir` and takes its place at the end: a half-written export is never left there. */
export const exportPerson: Handler<'person.export'> = async ({ vault: { db } }, input) => {
  const person = getPerson(db, input.id);
  const dir = resolve(input.dir);
  await refuseUsed(dir);
  const beside = join(dirname(dir), `.${basename(dir)}-${randomBytes(6).toString('hex')}.part`);
  try {
    await mkdir(join(beside, 'originals'), { recursive: true, mode: 0o700 });
    const counts = await fill(db, beside, {
      person: person.id,
      language: input.language ?? getSettings(db).language,
    });
    await rm(join(beside, 'guibao.lock'), { force: true });
    if (existsSync(dir)) await rmdir(dir);
    await rename(beside, dir);
    return { dir, ...counts };
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw writingProblem(error, dir);
  }
};

async function refuseUsed(dir: string): Promise<void> {
  const names = await readdir(dir).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw writingProblem(error, dir);
  });
  if (names.length > 0) throw new Problem('folder-not-empty', { dir });
}

type Wish = { person: string; language: Language };

async function fill(db: Db, dir: string, { person, language }: Wish) {
  const target = openVault(dir, { access: 'write', way: 'export', create: true });
  try {
    copyPerson(db, target.db, person);
    if (isSample(db)) markAsSample(target.db);
    const page = await writeOriginals(target.db, join(dir, 'originals'), language);
    await writeFile(join(dir, 'originals', 'index.html'), page);
    const everything = { unclaimed: false, removed: false };
    return {
      scans: listScanIds(target.db).length,
      visits: listVisits(target.db, everything).length,
      claims: listClaims(target.db, undefined).length,
    };
  } finally {
    target.close();
  }
}
