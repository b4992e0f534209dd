// Invoices two and four to a sheet are held against their originals too, each at the place and size it has there.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, rgb } from 'pdf-lib';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { type OpenedSource, provePacket } from '../../electron/command-line/prove-packet.ts';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { writeSheets } from '../../renderer/packet/sheets/sheet-document.ts';
import { sheetOptions } from '../../shared/packet-options.ts';
import { font, paper, plan, scanName, source, visit } from '../packet/plans.ts';

async function drawPhoto(top: number): Promise<Uint8Array> {
  const ink = `<svg width="900" height="1200"><rect x="60" y="${top}" width="500" height="300" fill="#111"/></svg>`;
  const ground = sharp({ create: { width: 900, height: 1200, channels: 3, background: '#eee' } });
  const drawn = await ground
    .composite([{ input: Buffer.from(ink) }])
    .png()
    .toBuffer();
  return sharp(drawn).jpeg().toBuffer();
}

async function drawPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const sheet = document.addPage([595, 397]);
  sheet.drawRectangle({ x: 60, y: 250, width: 240, height: 90, color: rgb(0.1, 0.1, 0.4) });
  sheet.drawText('4,812.60', { x: 60, y: 120, size: 40 });
  return document.save();
}

test.each([2, 4] as const)('%i to a sheet: all compared, and a wrong one is named', async (perSheet) => {
  const workshop = openWorkshop();
  const folder = mkdtempSync(join(tmpdir(), 'guibao-n-up-'));
  try {
    const photo = source(scanName(1), { fileName: '发票.jpg', width: 900, height: 1200 });
    const page = { form: 'pdf', unit: 'pt', width: 595, height: 397, fileName: '发票.pdf' } as const;
    const made = plan([visit({ papers: [paper('invoice', [photo, source(scanName(2), page)])] })]);
    const sources = new Map<string, OpenedSource>([
      [scanName(1), { mediaType: 'image/jpeg', bytes: await drawPhoto(60) }],
      [scanName(2), { mediaType: 'application/pdf', bytes: await drawPdf() }],
    ]);
    const chunks: Uint8Array[] = [];
    const supplies = {
      font,
      pull: async ({ scan }: { scan: string }) => sources.get(scan)?.bytes ?? new Uint8Array(),
    };
    const wish = { kind: 'n-up' as const, options: sheetOptions.parse({ perSheet }) };
    await writeSheets(made, wish, { supplies, sink: (chunk) => void chunks.push(chunk) });
    const path = join(folder, 'sheet.pdf');
    writeFileSync(path, Buffer.concat(chunks));
    const desk = {
      workshop,
      readSource: async (scan: string) => sources.get(scan),
      nameOf: (scan: string) => (scan === scanName(1) ? '发票.jpg' : '发票.pdf'),
    };
    const proof = await provePacket(desk, path);
    expect(proof.manifest.pages.flatMap((one) => one.sources.map(({ box }) => box))).not.toContain(null);
    expect(proof).toMatchObject({ passed: true, sources: 2, compared: 2 });
    sources.set(scanName(1), { mediaType: 'image/jpeg', bytes: await drawPhoto(800) });
    const wrong = await provePacket(desk, path);
    expect(wrong.findings).toContainEqual(
      expect.objectContaining({ code: 'page-differs', fails: true, page: 1, file: '发票.jpg' }),
    );
  } finally {
    await workshop.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
