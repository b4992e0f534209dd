// The packet's one typeface: measures text, remembers which characters were drawn, embeds exactly those.

import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import { digestText } from '../writer/digest.ts';
import { TrueType } from './true-type.ts';
import { TrueTypeSubset } from './true-type-subset.ts';

type Drawn = { cid: number; glyph: number; width: number; codePoint: number };

/** Joiners and variation selectors choose a form of the character before them and have no shape of their own. */
const SHAPELESS =
  /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;

/** Text as it is printed: composed, one line unless `\n` is kept, without characters that have no shape. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replace(SHAPELESS, '')
    .replace(/[^\S\n]+/gu, ' ');

/**
 * Every code point gets a CID of its own, so that two characters that share a shape (CJK compatibility forms) are still
 * extracted as what was written. Sizes in points, widths in points.
 */
export class PacketFont {
  private readonly font: TrueType;
  private readonly drawn = new Map<number, Drawn>();
  private readonly widths = new Map<number, number>();

  constructor(bytes: Uint8Array) {
    this.font = new TrueType(bytes);
  }

  /** The characters of `text` that have no glyph, each once. */
  missing(text: string): string[] {
    const characters = new Set(printable(text).replaceAll('\n', ''));
    return [...characters].filter((one) => !this.has(one));
  }

  /** Text nobody chose for print, such as a file name: what the font lacks is written as its code, never as a box. */
  spell(text: string): string {
    return [...printable(text)].map((one) => (one === '\n' || this.has(one) ? one : codeOf(one))).join('');
  }

  private has(character: string): boolean {
    return this.font.glyph(character.codePointAt(0) ?? 0) !== 0;
  }

  width(text: string, size: number): number {
    let total = 0;
    for (const character of text) total += this.advance(character.codePointAt(0) ?? 0);
    return (total * size) / 1000;
  }

  /** Hex digits for a show-text operator. */
  encode(text: string): string {
    let hex = '';
    for (const character of text) hex += hex4(this.draw(character.codePointAt(0) ?? 0).cid);
    return hex;
  }

  /** Writes the subset of what was drawn under `ref`; call once, when all text is drawn. */
  embed(context: PDFContext, ref: PDFRef): void {
    const subset = new TrueTypeSubset(this.font);
    const drawn = [...this.drawn.values()];
    const glyphs = new Uint8Array((drawn.length + 1) * 2);
    for (const { cid, glyph } of drawn) {
      const place = subset.include(glyph);
      glyphs[cid * 2] = place >> 8;
      glyphs[cid * 2 + 1] = place & 255;
    }
    const name = `${subsetTag(drawn)}+${this.font.postscriptName}`;
    const file = subset.encode();
    const cidFont = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      FontDescriptor: context.register(this.descriptor(context, name, file)),
      DW: 1000,
      W: [1, drawn.map(({ width }) => Number(width.toFixed(2)))],
      CIDToGIDMap: context.register(context.flateStream(glyphs)),
    });
    cidFont.set(context.obj('CIDSystemInfo'), identity(context));
    const font = context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(cidFont)],
      ToUnicode: context.register(context.flateStream(toUnicode(drawn))),
    });
    context.assign(ref, font);
  }

  private descriptor(context: PDFContext, name: string, file: Uint8Array) {
    const { bbox, ascent, descent, capHeight, italicAngle } = this.font;
    const scale = (value: number) => Math.round((value * 1000) / this.font.unitsPerEm);
    return context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: bbox.map(scale),
      ItalicAngle: italicAngle,
      Ascent: scale(ascent),
      Descent: scale(descent),
      CapHeight: scale(capHeight),
      StemV: 80,
      FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
    });
  }

  private advance(codePoint: number): number {
    let width = this.widths.get(codePoint);
    if (width === undefined) {
      const [advance] = this.font.metric(this.font.glyph(codePoint));
      width = (advance * 1000) / this.font.unitsPerEm;
      this.widths.set(codePoint, width);
    }
    return width;
  }

  private draw(codePoint: number): Drawn {
    let one = this.drawn.get(codePoint);
    if (!one) {
      const glyph = this.font.glyph(codePoint);
      one = { cid: this.drawn.size + 1, glyph, width: this.advance(codePoint), codePoint };
      this.drawn.set(codePoint, one);
    }
    return one;
  }
}

const codeOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

const hex4 = (value: number): string => value.toString(16).padStart(4, '0');

/** Six capital letters that differ when the set of drawn characters differs (ISO 32000-1, 9.6.4). */
function subsetTag(drawn: Drawn[]): string {
  const digits = digestText(drawn.map(({ codePoint }) => codePoint).join());
  return [...digits.slice(0, 6)]
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)))
    .join('');
}

function identity(context: PDFContext) {
  const info = context.obj({ Supplement: 0 });
  info.set(context.obj('Registry'), PDFString.of('Adobe'));
  info.set(context.obj('Ordering'), PDFString.of('Identity'));
  return info;
}

function toUnicode(drawn: Drawn[]): string {
  const lines = drawn.map(({ cid, codePoint }) => `<${hex4(cid)}> <${utf16(codePoint)}>`);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

function utf16(codePoint: number): string {
  const text = String.fromCodePoint(codePoint);
  return Array.from({ length: text.length }, (_, at) => hex4(text.charCodeAt(at))).join('');
}
