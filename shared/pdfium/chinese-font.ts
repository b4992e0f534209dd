// Lends PDFium a Chinese font for PDFs that name one and do not carry it, as many electronic invoices do.
//
// Without it their text is drawn as nothing at all: a blank page that looks like a finished drawing.

import { allocate, type Raw } from './raw.ts';

/** Windows character sets: Shift-JIS, Hangul, GB2312, Big5. The font shipped has their common characters. */
const EAST_ASIAN = new Set([128, 129, 134, 136]);
const CHINESE_FACES =
  /sim(sun|hei|kai|fang|you)|kaiti|fangsong|song|heiti|yahei|dengxian|st(xi|zhong|kai)|ming/i;

const STRUCT_BYTES = 36;
const FONT = 1;

/** `readFont` gives a TrueType file; it is asked for when the first such PDF is drawn. */
export function lendChineseFont(raw: Raw, readFont: () => Uint8Array): void {
  let font: Uint8Array | undefined;
  const mapFont = (...given: number[]): number => {
    const [, , , charset = 0, , face = 0] = given;
    return EAST_ASIAN.has(charset) || CHINESE_FACES.test(raw.pdfium.UTF8ToString(face)) ? FONT : 0;
  };
  /** Table 0 is the whole file. The first question is about its size, with nowhere to write. */
  const copyFont = (...given: number[]): number => {
    const [, handle, table, buffer = 0, room = 0] = given;
    if (handle !== FONT || table !== 0) return 0;
    font ??= readFont();
    if (buffer !== 0 && room >= font.length) raw.pdfium.HEAPU8.set(font, buffer >>> 0);
    return font.length;
  };
  const nothing = (): number => 0;
  // A fresh function each time: one that is added twice keeps the signature of the first.
  const say = (work: (...given: number[]) => number | undefined, signature: string) =>
    raw.pdfium.addFunction((...given) => work(...given), signature);
  const info = allocate(raw, STRUCT_BYTES);
  // FPDF_SYSFONTINFO of fpdf_sysfontinfo.h, in its order.
  const fields = [
    1,
    say(() => undefined, 'vi'), // Release
    say(() => undefined, 'vii'), // EnumFonts
    say(mapFont, 'iiiiiiii'),
    say(nothing, 'iii'), // GetFont
    say(copyFont, 'iiiiii'),
    say(nothing, 'iiiii'), // GetFaceName
    say(() => 134, 'iii'), // GetFontCharset
    say(() => undefined, 'vii'), // DeleteFont
  ];
  for (const [position, field] of fields.entries()) raw.pdfium.setValue(info + position * 4, field, 'i32');
  raw.FPDF_SetSystemFontInfo(info);
}
