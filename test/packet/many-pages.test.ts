// A packet of very many pages: what the writer keeps does not grow with them, bookmarks are right, three other engines open it.

import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { withPdfFile } from '../../electron/engine/pdf.ts';
import { writeFolderPacket } from '../../renderer/packet/build.ts';
import { scanName, source, suppliesOf } from './plans.ts';
import { isInstalled } from './reading.ts';

const PAGES = process.env.GUIBAO_LONG === '1' ? 2000 : 300;
/** Measured from here on: fonts and first pages are in memory by then. */
const WARM = 100;
/** A picture is many times larger: what stays is its place in the tables and the map. */
const MOST_KEPT_A_PAGE = 8_000;
const MOST_BYTES_A_PAGE = 600;

setFlagsFromString('--expose_gc');
const collect: () => void = runInNewContext('gc');
const kept = () => {
  // One round leaves the newest buffers behind.
  for (let round = 0; round < 3; round++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
};

async function writeMany(path: string) {
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 30 };
  const photo = sharp({ create: { width: 600, height: 800, channels: 3, background: '#fff', noise } });
  const jpeg = new Uint8Array(await photo.jpeg().toBuffer());
  const files = Array.from({ length: PAGES }, (_, at) => ({
    name: `${at + 1}.jpg`,
    pages: [source(scanName(at + 1), { fileName: `${at + 1}.jpg` })],
  }));
  const [file, marks] = [openSync(path, 'w'), [] as number[]];
  const supplies = {
    font: suppliesOf(new Map()).font,
    // Every page is another picture, as far as the writer knows.
    pull: async () => Uint8Array.from(jpeg),
    onProgress: (done: number, total: number) => {
      if (done === WARM || done === total) marks.push(kept());
    },
  };
  const pages = await writeFolderPacket({ language: 'en', title: 'many', files }, supplies, (piece) => {
    writeSync(file, piece);
  });
  closeSync(file);
  const [warm = 0, end = 0] = marks;
  const front = pages.length - PAGES;
  return { front, picture: jpeg.length, keptAPage: (end - warm) / (pages.length - WARM) };
}

test(`a packet of ${PAGES} pages takes no more memory than a short one`, { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guibao-many-'));
  const path = join(folder, 'packet.pdf');
  try {
    const { front, picture, keptAPage } = await writeMany(path);
    const overhead = statSync(path).size / PAGES - picture;
    process.stdout.write(
      `${PAGES} pages: ${Math.round(overhead)} bytes a page on disk beside the picture, ${Math.round(keptAPage)} in memory\n`,
    );
    expect(picture).toBeGreaterThan(MOST_KEPT_A_PAGE * 5);
    expect(keptAPage).toBeLessThan(MOST_KEPT_A_PAGE);
    if (PAGES >= 2000) expect(overhead).toBeLessThan(MOST_BYTES_A_PAGE);
    await withPdfFile(path, (pdf) => {
      expect(pdf.pageCount).toBe(front + PAGES);
      const marks = pdf.outline().slice(1);
      expect(marks.map(({ page }) => page)).toEqual(Array.from({ length: PAGES }, (_, at) => front + at));
      expect(marks.map(({ title }) => title)).toEqual(
        Array.from({ length: PAGES }, (_, at) => `${at + 1}.jpg`),
      );
    });
    if (isInstalled('pdfinfo'))
      expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(
        new RegExp(`Pages:\\s+${front + PAGES}\\b`),
      );
    if (isInstalled('mutool')) {
      expect(execFileSync('mutool', ['info', path], { encoding: 'utf8', maxBuffer: 1e8 })).toContain(
        `Pages: ${front + PAGES}\n`,
      );
      const marks = execFileSync('mutool', ['show', path, 'outline'], { encoding: 'utf8', maxBuffer: 1e8 });
      expect(marks).toMatch(new RegExp(`"${PAGES}.jpg"\\s+#page=${front + PAGES}\\b`));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
