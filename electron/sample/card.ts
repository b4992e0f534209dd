// The sample person's identity card as a photograph: the paper of the person that a claim needs once.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { openPdfium } from '../../shared/pdfium/pdfium.ts';
import { samplePerson } from './cases.ts';
import { photograph } from './photograph.ts';
import { faint, openSheets, Sheet } from './sheet.ts';

const size: [number, number] = [514, 324];

function drawCard(sheet: Sheet): void {
  sheet.markAsSample();
  sheet.frame({ x: 14, y: 14, width: 486, height: 282 }, 1, faint);
  const { name, citizenId } = samplePerson;
  const [year, month, day] = [citizenId.slice(6, 10), citizenId.slice(10, 12), citizenId.slice(12, 14)];
  const rows: [label: string, value: string][] = [
    ['姓名', name],
    ['性别', '女'],
    ['出生', `${year} 年 ${Number(month)} 月 ${Number(day)} 日`],
    ['住址', '云南省景洪市样例路 1 号'],
  ];
  rows.forEach(([label, value], at) => {
    const y = 62 + at * 44;
    sheet.text(label, { x: 40, y }, { size: 13, color: faint });
    sheet.text(value, { x: 90, y }, { size: 17 });
  });
  sheet.frame({ x: 360, y: 48, width: 112, height: 142 }, 0.8, faint);
  sheet.text('样例', { x: 416, y: 124 }, { size: 20, color: faint, align: 'center' });
  sheet.text('公民身份号码', { x: 40, y: 262 }, { size: 13, color: faint });
  sheet.text(citizenId, { x: 150, y: 262 }, { size: 21, bold: true });
}

/** JPEG bytes, the same every time. */
export async function drawSampleCard(): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { document, fonts } = await openSheets();
  drawCard(new Sheet(document.addPage(size), fonts));
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const drawn = (await openPdfium(wasm)).open(await document.save());
  const frame = { width: 1800, height: 1200 };
  const bytes = await photograph(drawn.draw(0, frame), { ...frame, seed: 4243, sideways: false });
  drawn.close();
  return { fileName: 'IMG_20260110_身份证.jpg', bytes };
}
