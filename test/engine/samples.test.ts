// A batch of odd files from other projects' test sets: each is kept or refused with a reason, and none stops the batch.

import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkshop, type Workshop } from '../../electron/engine/workshop.ts';
import { Problem } from '../../shared/problems.ts';

const folder = resolve(import.meta.dirname, '../../../shared/samples');
const list = resolve(folder, 'PASSPORTS.tsv');

type Sample = { file: string; kind: string; opens: boolean; pages: number; width: number; height: number };

function readSamples(): Sample[] {
  const rows = readFileSync(list, 'utf8').trim().split('\n').slice(1);
  return rows.map((row) => {
    const [file = '', kind = '', opens, pages, width, height] = row.split('\t');
    return {
      file,
      kind,
      opens: opens === 'yes',
      pages: Number(pages),
      width: Number(width),
      height: Number(height),
    };
  });
}

type Seen = { sample: Sample; outcome: 'kept' | string; note: string };

async function look(workshop: Workshop, sample: Sample): Promise<Seen> {
  const path = resolve(folder, sample.file);
  try {
    const { mediaType, pages } = await workshop.inspect(path, sample.file);
    const [first] = pages;
    if (!first && ['application/ofd', 'application/xml'].includes(mediaType)) {
      return { sample, outcome: 'attachment', note: mediaType };
    }
    if (!first) throw new Error(`${sample.file}: kept without a page`);
    const wish = { page: 0, edge: 200, mirrored: first.mirrored, turn: first.turn };
    const bytes = await readFile(path);
    const picture = await workshop.picture(bytes, mediaType, wish);
    const printable = await workshop.printable(bytes, mediaType, 0);
    if (picture.length === 0 || printable.bytes.length === 0) throw new Error(`${sample.file}: nothing made`);
    const size = first.unit === 'px' ? ` ${first.width}x${first.height}` : ` ${pages.length} pages`;
    return { sample, outcome: 'kept', note: `${mediaType}${size}` };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { sample, outcome: error.code, note: String(error.params.detail ?? error.params.type ?? '') };
  }
}

/** What a tolerant reader opens and this program refuses on purpose or for a known gap of a library. */
const knownRefusals = new Set([
  'img_imagers/pal8os2sp.bmp',
  'img_pillow/separate_planar_extra_samples.tiff',
  'pdf_pdfium/cropped_no_overlap.pdf',
  'pdf_pdfjs/bug1782186.pdf',
  'pdf_pypdf/r6-user-password.pdf',
]);
const readableKinds = ['jpeg', 'png', 'webp', 'tiff', 'gif', 'bmp', 'avif', 'heif', 'pdf'];

describe.skipIf(!existsSync(list))('the samples (skipped where they are not present)', () => {
  test('every file is kept with a picture, or refused with a reason', async () => {
    const all = process.env.GUIBAO_ALL_SAMPLES !== undefined;
    const samples = readSamples().filter((_, index) => all || index % 4 === 0);
    const workshop = openWorkshop();
    const seen = await Promise.all(samples.map((sample) => look(workshop, sample))).finally(() =>
      workshop.close(),
    );
    expect(seen).toHaveLength(samples.length);

    const wronglyRefused = seen.filter(
      ({ sample, outcome }) =>
        sample.opens &&
        readableKinds.includes(sample.kind) &&
        outcome !== 'kept' &&
        !knownRefusals.has(sample.file),
    );
    expect(wronglyRefused).toEqual([]);
    const wronglyMeasured = seen.filter(({ sample, outcome, note }) => {
      if (outcome !== 'kept' || !sample.opens) return false;
      if (sample.kind === 'pdf') return !note.endsWith(` ${sample.pages} pages`);
      return !note.endsWith(` ${sample.width}x${sample.height}`);
    });
    expect(wronglyMeasured).toEqual([]);
    const slow = seen.filter(({ outcome }) => outcome === 'file-timeout' || outcome === 'file-too-hungry');
    expect(slow).toEqual([]);
  }, 300_000);
});
