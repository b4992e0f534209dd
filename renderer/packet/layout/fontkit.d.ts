// The part of fontkit that the packet uses; the package ships no types.
declare module 'fontkit' {
  export type Glyph = { id: number; advanceWidth: number };
  export type Subset = { includeGlyph: (glyph: number) => number; encode: () => Uint8Array };
  export type Font = {
    unitsPerEm: number;
    ascent: number;
    descent: number;
    capHeight: number;
    italicAngle: number;
    bbox: { minX: number; minY: number; maxX: number; maxY: number };
    postscriptName: string;
    hasGlyphForCodePoint: (codePoint: number) => boolean;
    glyphForCodePoint: (codePoint: number) => Glyph;
    createSubset: () => Subset;
  };
  export function create(bytes: Uint8Array): Font;
}
