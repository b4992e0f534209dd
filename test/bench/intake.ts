// How fast files come in and how long the main thread is away, beside cp with sha256sum and heif-convert. `npm run bench intake`.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { heicPhotos } from './heic-photos.ts';
import { isInstalled } from './measure.ts';
import { MIXED, mixedFiles } from './mixed-files.ts';
import { phonePhotos } from './phone-photos.ts';
import type { TakenInFolder } from './take-in-folder.ts';

type Row = Record<string, string | number>;
/** `longest` in milliseconds, of the run of 300 files. */
export type IntakeBench = { rows: Row[]; longest: number; longestCpu: number };

const child = fileURLToPath(new URL('./take-in-folder.ts', import.meta.url));

const seconds = (work: () => void): number => {
  const begun = performance.now();
  work();
  return (performance.now() - begun) / 1000;
};

export async function benchIntake(scratch: string): Promise<IntakeBench> {
  const rows: Row[] = [];
  const note = (work: string, tool: string, count: number, spent: number, more: Row = {}) => {
    const row = { work, tool, seconds: spent.toFixed(2), 'files/s': (count / spent).toFixed(1), ...more };
    process.stderr.write(`${JSON.stringify(row)}\n`);
    rows.push(row);
  };
  const takeIn = (work: string, folder: string): TakenInFolder => {
    const dir = mkdtempSync(join(scratch, 'intake-'));
    const words = [child, folder, join(dir, 'vault')];
    const said = execFileSync(process.execPath, words, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    rmSync(dir, { recursive: true });
    const taken = JSON.parse(said) as TakenInFolder;
    note(work, 'guibao', taken.files, taken.seconds, {
      'compared too, s': taken.comparedSeconds.toFixed(2),
      'MB resident': Math.round(taken.megabytes),
      'longest block ms': taken.blockMs.toFixed(1),
      'of it its own': taken.blockCpuMs.toFixed(1),
    });
    return taken;
  };

  const folder = await phonePhotos(scratch, 100);
  const photos = readdirSync(folder).map((name) => join(folder, name));
  takeIn('100 phone JPEGs taken in', folder);
  const copies = join(scratch, 'copies');
  mkdirSync(copies);
  note('100 phone JPEGs taken in', 'cp and sha256sum', photos.length, copyAndHash(photos, copies));
  rmSync(copies, { recursive: true });

  const heics = heicPhotos(scratch, 100);
  const work = '100 HEICs taken in';
  if (!heics) rows.push({ work, tool: 'guibao', seconds: 'no samples beside the project' });
  else {
    takeIn(work, heics);
    if (isInstalled('heif-convert'))
      note(work, 'heif-convert', 100, convertAll(heics, join(scratch, 'out.jpg')));
    else rows.push({ work, tool: 'heif-convert', seconds: 'not installed' });
  }
  const many = takeIn(`300 files taken in, ${MIXED}`, await mixedFiles(scratch));
  return { rows, longest: many.blockMs, longestCpu: many.blockCpuMs };
}

const copyAndHash = (photos: string[], copies: string): number =>
  seconds(() => {
    execFileSync('cp', [...photos, copies]);
    execFileSync('sha256sum', photos, { stdio: 'ignore' });
  });

const convertAll = (folder: string, out: string): number =>
  seconds(() => {
    for (const name of readdirSync(folder))
      execFileSync('heif-convert', [join(folder, name), out], { stdio: 'ignore' });
  });
