// One area to paste a receipt on: a dashed box to scale, the corner that takes the glue, its number.

import type { Language } from '../../../shared/domain.ts';
import type { Box, Sheet } from '../layout/sheet.ts';
import { sizeToFit } from '../layout/wrap.ts';
import type { Receipt } from './receipts.ts';
import { sheetWords } from './words.ts';

export type Area = {
  box: Box;
  receipt: Receipt;
  /** The paper is wider than what can be printed: the box has no right side. */
  open: boolean;
  language: Language;
  corner: 'upper-right' | 'lower-right';
};

const STRIP = { width: 150, height: 15 };

export function drawArea(sheet: Sheet, { box, receipt, open, language, corner }: Area): void {
  const words = sheetWords[language];
  const right = box.x + box.width;
  const bottom = box.y + box.height;
  const glue = { ...box, width: Math.min(STRIP.width, box.width * 0.8), height: STRIP.height };
  sheet.fill(glue, 0.93);
  const size = sizeToFit(sheet.font, words.glue, 7.5, glue.width - 10);
  sheet.text(words.glue, glue.x + 5, glue.y + 10.5, { size, grey: 0.4 });
  const dash = (x1: number, y1: number, x2: number, y2: number) =>
    dashed(sheet, { x: x1, y: y1 }, { x: x2, y: y2 });
  dash(box.x, box.y, right, box.y);
  dash(box.x, box.y, box.x, bottom);
  dash(box.x, bottom, right, bottom);
  if (!open) dash(right, box.y, right, bottom);
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const here = words.pasteHere(receipt.serial);
  const large = sizeToFit(sheet.font, here, 15, box.width - 20);
  sheet.text(here, middle.x, middle.y, { size: large, align: 'center', grey: 0.55 });
  const scale = words.pasteArea(receipt.size.width, receipt.size.height);
  sheet.text(scale, middle.x, middle.y + 17, { size: 8.5, align: 'center', grey: 0.6 });
  drawNumber(sheet, receipt.serial, { x: right - 34, y: corner === 'upper-right' ? box.y + 7 : bottom - 25 });
}

export function drawNumber(
  sheet: Sheet,
  serial: number,
  { x, y }: { x: number; y: number },
  width = 27,
): void {
  const box = { x, y, width, height: 18 };
  sheet.fill(box, 1);
  sheet.frame(box, { width: 0.9, grey: 0.15 });
  const size = sizeToFit(sheet.font, String(serial), 12, width - 5);
  sheet.text(String(serial), x + width / 2, y + 13, { size, align: 'center', weight: true });
}

type Spot = { x: number; y: number };
/** Many short lines: the sheet's own dashes stand only on closed frames. */
function dashed(sheet: Sheet, from: Spot, to: Spot): void {
  const [width, height] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(width, height);
  const step = 7;
  const at = (share: number): Spot => ({
    x: from.x + (width * share) / length,
    y: from.y + (height * share) / length,
  });
  for (let start = 0; start < length; start += step)
    sheet.line(at(start), at(Math.min(start + 4, length)), 0.7, 0.4);
}
