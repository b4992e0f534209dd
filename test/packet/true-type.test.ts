// The packet's own reader of its typeface, held against a font library that does everything.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { readPacketFont } from '../../electron/command-line/packet-report.ts';
import { TrueType } from '../../renderer/packet/layout/true-type.ts';
import { TrueTypeSubset } from '../../renderer/packet/layout/true-type-subset.ts';

type Glyph = { id: number; advanceWidth: number; path: { toSVG: () => string } };
type Font = {
  [name: string]: unknown;
  glyphForCodePoint: (codePoint: number) => Glyph;
  getGlyph: (id: number) => Glyph;
  bbox: { minX: number; minY: number; maxX: number; maxY: number };
};
const fromModules = createRequire(import.meta.url);
const { create } = fromModules('fontkit') as { create: (bytes: Uint8Array) => Font };
const paths = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/zhi-mang-xing/400Regular/ZhiMangXing_400Regular.ttf',
];
let fonts: { own: TrueType; other: Font }[];

beforeAll(async () => {
  const files = await Promise.all(paths.map((path) => readFile(fromModules.resolve(path))));
  fonts = files.map((file) => ({ own: new TrueType(file), other: create(file) }));
});

test('measures and name are the same', () => {
  for (const { own, other } of fonts) {
    for (const name of ['unitsPerEm', 'ascent', 'descent', 'capHeight', 'italicAngle', 'postscriptName'])
      expect({ [name]: own[name as keyof TrueType] }).toEqual({ [name]: other[name] });
    const { minX, minY, maxX, maxY } = other.bbox;
    expect(own.bbox).toEqual([minX, minY, maxX, maxY]);
  }
});

test('every character of both planes has the same glyph and the same width', () => {
  for (const { own, other } of fonts) {
    for (let codePoint = 0; codePoint < 0x30000; codePoint += codePoint < 0x3000 ? 1 : 7) {
      const { id, advanceWidth } = other.glyphForCodePoint(codePoint);
      const glyph = own.glyph(codePoint);
      if (glyph === id && own.metric(glyph)[0] === advanceWidth) continue;
      expect({ codePoint, glyph, width: own.metric(glyph)[0] }).toEqual({
        codePoint,
        glyph: id,
        width: advanceWidth,
      });
    }
  }
}, 60_000);

test('a subset draws every glyph as the whole font does, composed ones too', () => {
  const someText = fc.string({
    unit: fc.integer({ min: 0x20, max: 0x9fff }).map((code) => String.fromCodePoint(code)),
    maxLength: 30,
  });
  for (const { own, other } of fonts) {
    fc.assert(
      fc.property(someText, (text) => {
        const subset = new TrueTypeSubset(own);
        const wanted = [...`Åéñ½王 ${text}`].map((one) => own.glyph(one.codePointAt(0) ?? 0));
        const places = wanted.map((glyph) => subset.include(glyph));
        const made = create(subset.encode());
        for (const [at, glyph] of wanted.entries()) {
          const [drawn, whole] = [made.getGlyph(places[at] ?? 0), other.getGlyph(glyph)];
          expect(drawn.path.toSVG()).toBe(whole.path.toSVG());
          expect(drawn.advanceWidth).toBe(whole.advanceWidth);
        }
      }),
      { numRuns: 40 },
    );
  }
}, 60_000);

test('a subset of bytes as Node reads them says how many glyphs it has, and leaves the font as it was', async () => {
  const file = await readFile(fromModules.resolve(paths[0] ?? ''));
  const before = Buffer.from(file);
  const subset = new TrueTypeSubset(new TrueType(file));
  const own = new TrueType(file);
  for (const character of '王秀兰 ¥128.50 é') subset.include(own.glyph(character.codePointAt(0) ?? 0));
  const made = Buffer.from(subset.encode());
  expect(file.equals(before)).toBe(true);
  const plain = new TrueTypeSubset(new TrueType(new Uint8Array(file)));
  for (const character of '王秀兰 ¥128.50 é') plain.include(own.glyph(character.codePointAt(0) ?? 0));
  expect(made.equals(Buffer.from(plain.encode()))).toBe(true);
  const { glyphs, metrics } = countsOf(made);
  expect(metrics).toBe(glyphs);
  expect(glyphs).toBeLessThan(20);
});

test('a subset adds up to what a font file must add up to', async () => {
  const own = new TrueType(await readPacketFont());
  const subset = new TrueTypeSubset(own);
  for (const character of '王秀兰 ¥128.50 é') subset.include(own.glyph(character.codePointAt(0) ?? 0));
  const made = Buffer.from(subset.encode());
  let sum = 0;
  for (let at = 0; at < made.length; at += 4) sum = (sum + made.readUInt32BE(at)) >>> 0;
  expect(sum.toString(16)).toBe('b1b0afba');
});

/** From maxp and hhea of a font file. */
function countsOf(made: Buffer): { glyphs: number; metrics: number } {
  const rows = Array.from({ length: made.readUInt16BE(4) }, (_, row) => 12 + row * 16);
  const at = (name: string) =>
    made.readUInt32BE((rows.find((row) => made.toString('latin1', row, row + 4) === name) ?? 0) + 8);
  return { glyphs: made.readUInt16BE(at('maxp') + 4), metrics: made.readUInt16BE(at('hhea') + 34) };
}

test('what is no such font is refused', async () => {
  expect(() => new TrueType(new Uint8Array(40))).toThrow(RangeError);
  const cut = (await readPacketFont()).slice(0, 300);
  expect(() => new TrueType(cut)).toThrow(RangeError);
});
