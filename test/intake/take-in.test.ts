// From a path to a kept scan and its pictures, with a real vault and a real workshop.

import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openVault } from '../../electron/database/open.ts';
import { findScan, readScanBytes } from '../../electron/database/scan.ts';
import { openWorkshop, type Workshop } from '../../electron/engine/workshop.ts';
import type { Context } from '../../electron/handlers/context.ts';
import { scanPicture, scanPrintable } from '../../electron/intake/pictures.ts';
import { cleanFileName, takeIn } from '../../electron/intake/take-in.ts';
import { markedPicture, readCorners, writeEndlessForm } from '../engine/made-files.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

let dir: string;
let context: Context;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'guibao-intake-'));
  const vault = openVault(join(dir, 'vault'), { access: 'write', way: 'test', create: true });
  context = { vault, workshop, way: 'command-line', now: () => new Date('2026-03-05T06:07:08Z') };
});
afterEach(() => {
  context.vault.close();
  rmSync(dir, { recursive: true, force: true });
});

function put(name: string, bytes: Uint8Array | string): string {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
}

const countScans = (): unknown => context.vault.db.prepare('SELECT count(*) FROM scan').pluck().get();

/** The same workshop, but each job is counted. */
function countJobs(): { jobs: string[] } {
  const jobs: string[] = [];
  const counting: Workshop = {
    ...workshop,
    picture: (...given) => {
      jobs.push('picture');
      return workshop.picture(...given);
    },
    printable: (...given) => {
      jobs.push('printable');
      return workshop.printable(...given);
    },
  };
  context = { ...context, workshop: counting };
  return { jobs };
}

describe('taking in', () => {
  test('a file is kept byte for byte under its SHA-256', async () => {
    const bytes = await markedPicture().jpeg().toBuffer();
    const { outcome, scan } = await takeIn(context, { path: put('a.jpg', bytes), name: '发票.jpg' });
    const id = createHash('sha256').update(bytes).digest('hex');
    expect(outcome).toBe('kept');
    expect(scan).toEqual({
      id,
      fileName: '发票.jpg',
      mediaType: 'image/jpeg',
      byteLength: bytes.length,
      addedAt: '2026-03-05T06:07:08.000Z',
      pages: [
        {
          width: 240,
          height: 160,
          unit: 'px',
          mirrored: false,
          turn: 0,
          findings: [{ code: 'low-resolution', severity: 'strong', box: null, measure: 21 }],
        },
      ],
    });
    expect(findScan(context.vault.db, id)).toEqual(scan);
    expect(Buffer.from(readScanBytes(context.vault.db, id)).equals(bytes)).toBe(true);
  });

  test('the same bytes under another name, or twice at once, are kept once', async () => {
    const bytes = await markedPicture().png().toBuffer();
    const both = await Promise.all([
      takeIn(context, { path: put('a.png', bytes), name: 'a.png' }),
      takeIn(context, { path: put('b.png', bytes), name: 'b.png' }),
    ]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['duplicate', 'kept']);
    const third = await takeIn(context, { path: put('c.png', bytes), name: 'c.png' });
    expect(third).toMatchObject({ outcome: 'duplicate', scan: { id: both[0]?.scan.id } });
    expect(countScans()).toBe(1);
  });

  test('a refused file leaves nothing behind', async () => {
    await expect(takeIn(context, { path: put('a.jpg', 'a letter'), name: 'a.jpg' })).rejects.toMatchObject({
      code: 'file-type-unsupported',
      params: { file: 'a.jpg' },
    });
    expect(countScans()).toBe(0);
  });

  test('a file that changes between the look and the reading is not kept', async () => {
    const path = put('a.png', await markedPicture().png().toBuffer());
    const other = await markedPicture().jpeg().toBuffer();
    const meddling: Workshop = {
      ...workshop,
      inspect: async (...given) => {
        const inspected = await workshop.inspect(...given);
        writeFileSync(path, other);
        return inspected;
      },
    };
    await expect(
      takeIn({ ...context, workshop: meddling }, { path: path, name: 'a.png' }),
    ).rejects.toMatchObject({
      code: 'file-damaged',
    });
    expect(countScans()).toBe(0);
  });

  test('a name is the last part of its path, composed, never empty', () => {
    expect(cleanFileName('C:\\papers\\cafe\u0301.pdf')).toBe('café.pdf');
    expect(cleanFileName('/home/li/发票.jpg')).toBe('发票.jpg');
    expect(cleanFileName('a\n\u0000b.jpg')).toBe('ab.jpg');
    expect(cleanFileName('papers/')).toBe('scan');
  });
});

describe('pictures of kept scans', () => {
  test('a picture is upright and turned as wished; it is made once and then read', async () => {
    const turned = await markedPicture().withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { scan } = await takeIn(context, { path: put('a.jpg', turned), name: 'a.jpg' });
    const { jobs } = countJobs();
    const wishes = [1, 2, 3].map(() => scanPicture(context, scan.id, 0, 100, 0));
    const [first] = await Promise.all(wishes);
    expect(await readCorners(first ?? new Uint8Array())).toEqual(['black', 'red', 'green', 'blue']);
    const again = await scanPicture(context, scan.id, 0, 100, 0);
    expect(Buffer.from(again).equals(first ?? new Uint8Array())).toBe(true);
    expect(jobs).toHaveLength(1);
    const more = await scanPicture(context, scan.id, 0, 100, 270);
    expect(await readCorners(more)).toEqual(['red', 'green', 'blue', 'black']);
    expect(jobs).toHaveLength(2);
  });

  test('what the packet embeds is the original, or made once', async () => {
    const pdf = await PDFDocument.create();
    pdf.addPage([100, 100]);
    const bytes = await pdf.save();
    const { scan } = await takeIn(context, { path: put('a.pdf', bytes), name: 'a.pdf' });
    const printable = await scanPrintable(context, scan.id, 0);
    expect(printable.form).toBe('pdf');
    expect(Buffer.from(printable.bytes).equals(Buffer.from(bytes))).toBe(true);

    const tiff = await markedPicture().tiff().toBuffer();
    const { scan: tiffScan } = await takeIn(context, { path: put('a.tif', tiff), name: 'a.tif' });
    const { jobs } = countJobs();
    expect((await scanPrintable(context, tiffScan.id, 0)).form).toBe('png');
    expect((await scanPrintable(context, tiffScan.id, 0)).form).toBe('png');
    expect(jobs).toHaveLength(1);
  });

  test('a scan whose drawing never ends is tried once, and its problem names it', async () => {
    const { scan } = await takeIn(context, { path: put('form.pdf', writeEndlessForm()), name: '表格.pdf' });
    const impatient = openWorkshop({ taskSeconds: 1 });
    onTestFinished(() => impatient.close());
    context = { ...context, workshop: impatient };
    const timeout = { code: 'file-timeout', params: { file: '表格.pdf', seconds: 1 } };
    await expect(scanPicture(context, scan.id, 0, 100, 0)).rejects.toMatchObject(timeout);
    context = { ...context, workshop };
    await expect(scanPicture(context, scan.id, 0, 200, 0)).rejects.toMatchObject(timeout);
  });

  test('a scan or a page that is not there is said so', async () => {
    const { scan } = await takeIn(context, {
      path: put('a.png', await markedPicture().png().toBuffer()),
      name: 'a.png',
    });
    await expect(scanPicture(context, scan.id, 1, 100, 0)).rejects.toMatchObject({ code: 'not-found' });
    await expect(scanPrintable(context, '0'.repeat(64), 0)).rejects.toMatchObject({ code: 'not-found' });
  });
});
