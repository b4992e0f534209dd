// guibao pack over odd files of other projects: every file accounted for, every page of every readable PDF there to be seen.
// A part of the samples; GUIBAO_ALL_SAMPLES=1 takes all. Skipped where the samples are not present.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PacketReport, ReportFile } from '../../electron/command-line/packet-report.ts';
import { differenceOf, drawPages, type GrayPage, inkOf, isInstalled, readPage } from './poppler-pages.ts';
import { makeFolder, runGuibao } from './run-guibao.ts';

const samples = resolve(import.meta.dirname, '../../../shared/samples');
const list = join(samples, 'PASSPORTS.tsv');
const all = process.env.GUIBAO_ALL_SAMPLES !== undefined;
/** Damaged in ways that once left a strict reader with something to say about the packet. */
const once = ['bug_900552.pdf', 'PDFBOX-3148-2-fuzzed.pdf', 'issue18042.pdf', 'op_flip2,pos_503'];
const DPI = 36;
/** Gray levels; two readers draw thin lines and fonts that are not embedded this differently. */
const MOST_DIFFERENT = 14;

type Passport = { file: string; kind: string; opens: boolean; pages: number };

function readPassports(): Passport[] {
  const rows = readFileSync(list, 'utf8').trim().split('\n').slice(1);
  const files = rows.map((row) => {
    const [file = '', kind = '', opens, pages] = row.split('\t');
    return { file, kind, opens: opens === 'yes', pages: Number(pages) };
  });
  return files.filter(({ file }, at) => all || at % 6 === 0 || once.some((part) => file.includes(part)));
}

/** Why a page may look another way in poppler than its packet page does; each was looked at. */
const knownDifferences = new Map<string, string>([
  ['pdf_pikepdf/1biticc.pdf#1', 'noise of single black and white pixels: every scaling gives another gray'],
]);

describe.skipIf(!existsSync(list))(
  'guibao pack over the samples (skipped where they are not present)',
  () => {
    const folder = makeFolder();
    afterAll(folder.remove);
    const passports = existsSync(list) ? readPassports() : [];
    const out = folder.at('samples.pdf');
    let report: PacketReport;
    let code: number | null;
    const fileOf = (name: string): ReportFile | undefined =>
      report.files.find(({ file }) => resolve(samples, file) === resolve(samples, name));

    beforeAll(async () => {
      const given = all ? [samples] : passports.map(({ file }) => join(samples, file));
      const told = await runGuibao(['--json', 'pack', ...given, '--out', out]);
      code = told.code;
      report = JSON.parse(told.out) as PacketReport;
    }, 1_800_000);

    test('it ends well, and every file is packed with its places or refused with a reason, none slowly', () => {
      expect(code).toBe(0);
      for (const { file } of passports) {
        const found = fileOf(file);
        if (!found) throw new Error(`${file} is not in the report`);
        if (found.outcome === 'packed') expect(found.pages.every(({ packet }) => packet !== null)).toBe(true);
        else expect(found.problem?.code, file).toBeTruthy();
        expect(found.seconds, file).toBeLessThan(60);
      }
      const [slowest] = [...report.files].sort((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0));
      const packed = report.files.filter(({ outcome }) => outcome === 'packed').length;
      const refused = report.files.filter(({ outcome }) => outcome === 'refused').length;
      process.stdout.write(
        `${report.files.length} files, ${packed} packed, ${refused} refused, ${report.pages} pages; slowest ${slowest?.file} ${slowest?.seconds} s\n`,
      );
    });

    test.skipIf(!isInstalled('qpdf'))(
      'qpdf has nothing to say about the packet (skipped without qpdf)',
      () => {
        const said = execFileSync('qpdf', ['--check', out], { encoding: 'utf8', stdio: 'pipe' });
        expect(said).toContain('No syntax or stream encoding errors');
      },
    );

    test('every readable PDF contributes all its pages', () => {
      const short = passports.filter(({ file, kind, opens, pages }) => {
        const found = fileOf(file);
        return kind === 'pdf' && opens && found?.outcome !== 'refused' && found?.pages.length !== pages;
      });
      expect(short).toEqual([]);
    });

    test.skipIf(!isInstalled('pdftoppm'))(
      'another reader sees on each page of a PDF what it sees in the source (skipped without poppler)',
      async () => {
        const packet = drawPages(out, folder.at('packet'), DPI);
        const blank: string[] = [];
        const different: string[] = [];
        let compared = 0;
        for (const { file, kind } of passports) {
          const found = fileOf(file);
          if (kind !== 'pdf' || !found || found.outcome === 'refused') continue;
          const source = drawPages(join(samples, file), folder.at('source'), DPI);
          for (const { source: number, packet: place } of found.pages) {
            const [one, other] = [source.get(number), packet.get(place ?? 0)];
            if (!one || !other) continue;
            const pair = await readPair(one, other, place ?? 0);
            if (!pair) continue;
            compared += 1;
            const [alone, placed] = pair;
            const name = `${file}#${number}`;
            if (inkOf(alone) > 0.002 && inkOf(placed) < inkOf(alone) / 4) blank.push(name);
            const difference = await differenceOf(alone, placed);
            if (difference > MOST_DIFFERENT) different.push(`${name} ${difference.toFixed(1)}`);
          }
        }
        process.stdout.write(`${compared} pages of PDFs compared in poppler\n`);
        expect(blank.filter((name) => !knownDifferences.has(name))).toEqual([]);
        const unknown = different.filter((line) => !knownDifferences.has(line.split(' ')[0] ?? ''));
        expect(unknown).toEqual([]);
      },
      1_800_000,
    );

    /** The source's page and its part of the packet's page, at one size; undefined for slivers. */
    async function readPair(
      one: string,
      other: string,
      page: number,
    ): Promise<[GrayPage, GrayPage] | undefined> {
      const [placed] = report.proof?.manifest.pages[page - 1]?.sources ?? [];
      if (!placed?.box) return undefined;
      const [left, top, width, height] = placed.box.map((side) => Math.round((side * DPI) / 72)) as [
        number,
        number,
        number,
        number,
      ];
      if (width < 12 || height < 12) return undefined;
      const paper = await sharp(other).metadata();
      const part = {
        left: Math.max(0, left),
        top: Math.max(0, top),
        width: Math.min(width, paper.width - Math.max(0, left)),
        height: Math.min(height, paper.height - Math.max(0, top)),
      };
      const size = { width, height };
      const alone = await readPage(one, size);
      return [alone, await readPage(other, size, part)];
    }
  },
);
