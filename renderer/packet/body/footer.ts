// The footer in its reserved margin: claim number, paper and date, page of pages; 12 mm clear of the paper's edge.

import type { Language } from '../../../shared/domain.ts';
import { A4, FOOTER_TOP, SAFE_EDGE, type Sheet } from '../layout/sheet.ts';
import { sizeToFit } from '../layout/wrap.ts';
import { packetWords } from '../words.ts';

const SIZE = 8;
const GREY = 0.3;

export type Footer = {
  language: Language;
  number: string;
  middle: string;
  page: number;
  pages: number;
  sample: boolean;
};

export function drawFooter(sheet: Sheet, footer: Footer): void {
  const words = packetWords[footer.language];
  const [left, right] = [SAFE_EDGE, A4.width - SAFE_EDGE];
  const baseline = FOOTER_TOP + 12;
  const width = right - left;
  sheet.line({ x: left, y: FOOTER_TOP }, { x: right, y: FOOTER_TOP }, 0.4, 0.6);
  const number = footer.sample ? `${words.sample} · ${footer.number}` : footer.number;
  const draw = (text: string, x: number, align: 'left' | 'center' | 'right', share: number) =>
    sheet.text(text, x, baseline, {
      size: sizeToFit(sheet.font, text, SIZE, width * share),
      align,
      grey: GREY,
    });
  draw(number, left, 'left', 0.3);
  draw(footer.middle, A4.width / 2, 'center', 0.36);
  draw(words.page(footer.page, footer.pages), right, 'right', 0.3);
}
