// The footer in its reserved margin: claim number, paper and date, page of pages; 12 mm clear of the paper's edge.

import type { Language } from '../../../shared/domain.ts';
import { A4, FOOTER_TOP, SAFE_EDGE, type Sheet } from '../layout/sheet.ts';
import { fitLine } from '../layout/wrap.ts';
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

const [LEFT, RIGHT] = [SAFE_EDGE, A4.width - SAFE_EDGE];
const BASELINE = FOOTER_TOP + 12;

type Part = { text: string; x: number; align: 'left' | 'center' | 'right'; share: number };

function drawPart(sheet: Sheet, { text, x, align, share }: Part): void {
  const line = fitLine(sheet.font, text, { size: SIZE, width: (RIGHT - LEFT) * share });
  sheet.text(line.text, x, BASELINE, { size: line.size, align, grey: GREY });
}

/** The line and the number, the same on every page: written once. */
export function drawFooterGround(sheet: Sheet, wish: Pick<Footer, 'language' | 'number' | 'sample'>): void {
  const words = packetWords[wish.language];
  sheet.line({ x: LEFT, y: FOOTER_TOP }, { x: RIGHT, y: FOOTER_TOP }, 0.4, 0.6);
  const text = wish.sample ? `${words.sample} · ${wish.number}` : wish.number;
  drawPart(sheet, { text, x: LEFT, align: 'left', share: 0.3 });
}

export function drawFooter(sheet: Sheet, footer: Omit<Footer, 'number' | 'sample'>): void {
  const words = packetWords[footer.language];
  drawPart(sheet, { text: footer.middle, x: A4.width / 2, align: 'center', share: 0.36 });
  drawPart(sheet, { text: words.page(footer.page, footer.pages), x: RIGHT, align: 'right', share: 0.3 });
}
