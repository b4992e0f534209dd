// E-invoices of one hospital lie on one form: told apart by what is written in them, known again when printed anew.

import { PDFDocument, StandardFonts } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import { openWorkshop } from '../../electron/engine/workshop.ts';
import { makeFolder, putFile } from '../engine/made-files.ts';
import { setDesk } from '../handlers/desk.ts';

const workshop = openWorkshop();
afterAll(() => workshop.close());

const lines = (date: string, number: string): string[] => [
  'KUNMING HOSPITAL OUTPATIENT E-INVOICE',
  `Invoice number ${number}   Date ${date}`,
  ...Array.from(
    { length: 26 },
    (_, at) => `Item ${at + 1}  Amlodipine ${at * 7 + 5} mg  ${(at + 3) * 1931}.40`,
  ),
];

async function drawInvoice(text: string[], reversed = false): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  const placed = text.map((line, at) => ({ line, y: 780 - at * 26 }));
  for (const { line, y } of reversed ? placed.reverse() : placed)
    page.drawText(line, { x: 50, y, size: 14, font });
  return pdf.save();
}

test('next month’s invoice with the same items is not taken for the earlier one; the same one printed anew is', async () => {
  const desk = setDesk();
  Object.assign(desk.context, { workshop });
  const person = await desk.addPerson();
  const visit = await desk.addVisit(person.id);
  const folder = makeFolder();
  const add = async (name: string, bytes: Uint8Array) =>
    desk.ask('scan.add', {
      path: putFile(folder, name, Buffer.from(bytes)),
      target: { visitId: visit.id, kind: 'invoice' },
    });
  const march = await add('march.pdf', await drawInvoice(lines('2026-03-09', '0061234567')));
  const april = await add('april.pdf', await drawInvoice(lines('2026-04-08', '0067654321')));
  expect(april.lookAlikes).toEqual([]);
  const again = await add('again.pdf', await drawInvoice(lines('2026-03-09', '0061234567'), true));
  expect(again.lookAlikes).toMatchObject([{ page: 0, earlier: { scan: march.scan, page: 0 } }]);
});
