// claim portal: the papers of a claim as files that an online portal takes, or an honest no.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type PortalFile,
  type PortalJob,
  type PortalRow,
  planPortal,
} from '../../renderer/packet/portal/plan-portal.ts';
import type { PortalShortage } from '../../renderer/packet/portal/shortages.ts';
import { writeFileWhole, writingProblem } from '../files/write-file-whole.ts';
import { showProgress } from './output.ts';

export type PortalReport = {
  profile: string;
  source: 'design' | 'office';
  fits: boolean;
  out: string;
  files: { name: string; bytes: number; pages: number }[];
  pages: PortalRow[];
  shortages: PortalShortage[];
};

/** Nothing is written unless everything fits. Throws path-unwritable, page-unusable, character-missing, cancelled. */
export async function exportPortal(job: PortalJob, out: string): Promise<PortalReport> {
  const { profile } = job;
  const { files, rows, shortages } = await planPortal(job);
  const fits = shortages.length === 0;
  if (fits) await writeAll(files, out);
  showProgress('');
  return {
    profile: profile.id,
    source: profile.source,
    fits,
    out,
    files: fits ? files.map(({ name, bytes, pages }) => ({ name, bytes, pages })) : [],
    pages: rows,
    shortages,
  };
}

async function writeAll(files: PortalFile[], out: string): Promise<void> {
  await mkdir(out, { recursive: true }).catch((error: unknown) => {
    throw writingProblem(error, out);
  });
  for (const [at, file] of files.entries()) {
    showProgress(`${at + 1}/${files.length}`);
    const bytes = await file.make();
    file.bytes = bytes.length;
    await writeFileWhole(join(out, file.name), bytes);
  }
}
