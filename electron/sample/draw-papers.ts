// Draws every paper of the sample once and gives its files: photographs, and one e-receipt as the PDF it was sent as.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { PDFDocument, PDFPage } from 'pdf-lib';
import type { PaperKind } from '../../shared/domain.ts';
import { openPdfium, type PdfDocument } from '../../shared/pdfium/pdfium.ts';
import { type SampleVisit, sampleVisits } from './cases.ts';
import {
  drawItemizedList,
  drawPrescription,
  drawRecord,
  listSize,
  prescriptionSize,
  recordSize,
} from './papers.ts';
import { photograph } from './photograph.ts';
import { drawReceipt, receiptSealPlace, receiptSize } from './receipt.ts';
import { drawSeal } from './seal.ts';
import { openSheets, Sheet } from './sheet.ts';

export type SampleFile = {
  visit: keyof typeof sampleVisits;
  /** null: left in the inbox. */
  kind: PaperKind | null;
  fileName: string;
  bytes: Uint8Array;
};

type Draw = (sheet: Sheet, visit: SampleVisit) => void;
type Photo = {
  visit: SampleFile['visit'];
  kind: PaperKind | null;
  size: [number, number];
  draw: Draw;
  sideways?: true;
};

const sealedReceipt: Draw = (sheet, visit) => {
  drawReceipt(sheet, visit);
  drawSeal(sheet, receiptSealPlace, { owner: visit.fields.hospital, purpose: '财务专用章' });
};
const list = { kind: 'itemized-list', size: listSize, draw: drawItemizedList } as const;
const record = { kind: 'medical-record', size: recordSize, draw: drawRecord } as const;
const prescription = { kind: 'prescription', size: prescriptionSize, draw: drawPrescription } as const;
const receipt = { kind: 'invoice', size: receiptSize, draw: sealedReceipt } as const;

const photos: Photo[] = [
  { visit: 'diabetes', ...list },
  { visit: 'diabetes', ...prescription },
  { visit: 'diabetes', ...record, sideways: true },
  { visit: 'hypertension', ...receipt },
  { visit: 'hypertension', ...list },
  { visit: 'hypertension', ...prescription },
  { visit: 'hypertension', ...record },
  { visit: 'cold', ...receipt },
  { visit: 'cold', ...list },
  { visit: 'cold', ...record },
  { visit: 'cold', ...prescription, kind: null },
];

/** Twelve files, the same bytes every time. */
export async function drawSamplePapers(): Promise<SampleFile[]> {
  const { document, fonts } = await openSheets();
  for (const photo of photos)
    photo.draw(new Sheet(document.addPage(photo.size), fonts), sampleVisits[photo.visit]);
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const drawn = (await openPdfium(wasm)).open(await document.save());
  const files: SampleFile[] = [await electronicReceipt('diabetes')];
  for (const [at, photo] of photos.entries()) files.push(await takePhoto(drawn, photo, at));
  drawn.close();
  return files;
}

async function takePhoto(drawn: PdfDocument, photo: Photo, at: number): Promise<SampleFile> {
  const [width, height] = photo.size;
  const wide = width > height;
  const frame = wide ? { width: 1800, height: 1200 } : { width: 1320, height: 1760 };
  const drawing = drawn.draw(at, { ...frame });
  const day = sampleVisits[photo.visit].fields.date.replaceAll('-', '');
  const bytes = await photograph(drawing, {
    ...frame,
    seed: at * 7919 + 17,
    sideways: photo.sideways ?? false,
  });
  return { visit: photo.visit, kind: photo.kind, fileName: `IMG_${day}_1043${String(at + 10)}.jpg`, bytes };
}

/** As a hospital sends it: text, and the seal as a stamp annotation laid over the page. */
async function electronicReceipt(visit: SampleFile['visit']): Promise<SampleFile> {
  const { document, fonts } = await openSheets();
  const facts = sampleVisits[visit];
  const page = document.addPage(receiptSize);
  drawReceipt(new Sheet(page, fonts), facts);
  await stampSeal(document, page, facts);
  document.setTitle(`云南省医疗门诊收费票据（电子） ${facts.number}`);
  const issued = new Date(`${facts.fields.date}T02:40:00Z`);
  document.setCreationDate(issued);
  document.setModificationDate(issued);
  const bytes = await document.save();
  return { visit, kind: 'invoice', fileName: `电子发票_${facts.number}.pdf`, bytes };
}

async function stampSeal(document: PDFDocument, page: PDFPage, facts: SampleVisit): Promise<void> {
  const side = 96;
  const seals = await openSheets();
  const sealPage = seals.document.addPage([side, side]);
  drawSeal(
    new Sheet(sealPage, seals.fonts),
    { x: side / 2, y: side / 2 },
    { owner: facts.fields.hospital, purpose: '财务专用章' },
  );
  const [seal] = await document.embedPdf(await seals.document.save());
  if (!seal) throw new Error('the seal page is gone');
  await seal.embed();
  const left = receiptSealPlace.x - side / 2;
  const bottom = page.getHeight() - receiptSealPlace.y - side / 2;
  const { context } = document;
  const stamp = context.obj({
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: [left, bottom, left + side, bottom + side],
    F: 4,
    AP: { N: seal.ref },
  });
  page.node.addAnnot(context.register(stamp));
}
