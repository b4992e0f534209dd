// A drawing surface for the sample's papers: points from the top left corner, printed and handwritten Chinese.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb } from 'pdf-lib';
import { SAMPLE_MARK } from './cases.ts';

export const black = rgb(0.12, 0.12, 0.13);
export const sealRed = rgb(0.82, 0.1, 0.1);
export const faint = rgb(0.55, 0.57, 0.6);
const inkBlue = rgb(0.08, 0.12, 0.42);

export type Fonts = { printed: PDFFont; bold: PDFFont; handwritten: PDFFont };
export type TextWish = {
  size?: number;
  bold?: boolean;
  color?: ReturnType<typeof rgb>;
  align?: 'left' | 'center' | 'right';
};
export type Place = { x: number; y: number };
export type Box = Place & { width: number; height: number };

const fontAt = (path: string) =>
  readFile(new URL(`../../node_modules/@expo-google-fonts/${path}`, import.meta.url));

/** An empty document without a clock, and the fonts embedded in it. */
export async function openSheets(): Promise<{ document: PDFDocument; fonts: Fonts }> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(createRequire(import.meta.url)('fontkit'));
  const embed = async (path: string) => document.embedFont(await fontAt(path), { subset: true });
  const printed = await embed('noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  const bold = await embed('noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf');
  const handwritten = await embed('zhi-mang-xing/400Regular/ZhiMangXing_400Regular.ttf');
  return { document, fonts: { printed, bold, handwritten } };
}

/** A repeatable stand-in for chance: 0 <= value < 1, the same row of values for the same seed. */
export function openJitter(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export class Sheet {
  readonly page: PDFPage;
  readonly width: number;
  readonly height: number;
  readonly fonts: Fonts;

  constructor(page: PDFPage, fonts: Fonts) {
    this.page = page;
    this.fonts = fonts;
    this.width = page.getWidth();
    this.height = page.getHeight();
  }

  /** `y` is the baseline. With `align`, `x` is the centre or the right end. */
  text(text: string, { x, y }: Place, wish: TextWish = {}): void {
    const { size = 9, bold = false, color = black, align = 'left' } = wish;
    const font = bold ? this.fonts.bold : this.fonts.printed;
    const width = align === 'left' ? 0 : font.widthOfTextAtSize(text, size);
    const left = x - (align === 'center' ? width / 2 : align === 'right' ? width : 0);
    this.page.drawText(text, { x: left, y: this.height - y, size, font, color });
  }

  line(from: Place, to: Place, thickness = 0.6, color = black): void {
    const start = { x: from.x, y: this.height - from.y };
    this.page.drawLine({ start, end: { x: to.x, y: this.height - to.y }, thickness, color });
  }

  frame({ x, y, width, height }: Box, thickness = 0.8, color = black): void {
    this.page.drawRectangle({
      x,
      y: this.height - y - height,
      width,
      height,
      borderWidth: thickness,
      borderColor: color,
    });
  }

  /** Blue ink, each character a little off its line; wraps at `width`; gives back the baseline below. */
  handwrite(text: string, { x, y }: Place, { size = 18, width = 400, seed = 7 } = {}): number {
    const jitter = openJitter(seed + text.length * 31);
    const font = this.fonts.handwritten;
    let left = x;
    let baseline = y;
    for (const character of text) {
      const advance = font.widthOfTextAtSize(character, size) * 0.98;
      if (left + advance > x + width && !'，。、；）'.includes(character)) {
        left = x;
        baseline += size * 1.42;
      }
      this.page.drawText(character, {
        x: left,
        y: this.height - baseline + (jitter() - 0.5) * size * 0.12,
        size: size * (0.95 + jitter() * 0.12),
        font,
        color: inkBlue,
        rotate: degrees((jitter() - 0.5) * 7),
      });
      left += advance + (jitter() - 0.4) * 0.8;
    }
    return baseline + size * 1.42;
  }

  /** Large and pale across the sheet, small and plain at its foot. */
  markAsSample(): void {
    const size = Math.min(this.width, this.height) / 7;
    const font = this.fonts.bold;
    const length = font.widthOfTextAtSize(SAMPLE_MARK, size);
    const slope = Math.PI / 8;
    this.page.drawText(SAMPLE_MARK, {
      x: this.width / 2 - (length / 2) * Math.cos(slope),
      y: this.height / 2 - (length / 2) * Math.sin(slope),
      size,
      font,
      color: rgb(0.5, 0.5, 0.55),
      opacity: 0.16,
      rotate: degrees(22.5),
    });
    const foot = `${SAMPLE_MARK} · 人物、医院、票据均为虚构，不能用于报销`;
    this.text(foot, { x: this.width / 2, y: this.height - 10 }, { size: 7, color: faint, align: 'center' });
  }
}
