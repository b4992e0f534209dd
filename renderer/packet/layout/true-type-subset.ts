// A font file with chosen glyphs only, as ISO 32000-1, 9.9 wants it: the outlines as they are, numbered anew.

import { joinBytes } from '../writer/join-bytes.ts';
import type { TrueType } from './true-type.ts';

/** Flags of a part of a composed outline (OpenType, glyf). */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const FOUR_SCALES = 0x0080;
/** A whole font file adds up to this (OpenType, head: checksumAdjustment). */
const WHOLE_SUM = 0xb1b0afba;

export class TrueTypeSubset {
  private readonly font: TrueType;
  private readonly glyphs = [0];
  private readonly places = new Map([[0, 0]]);

  constructor(font: TrueType) {
    this.font = font;
  }

  /** Its number in the subset. */
  include(glyph: number): number {
    const known = this.places.get(glyph);
    if (known !== undefined) return known;
    const place = this.glyphs.length;
    this.glyphs.push(glyph);
    this.places.set(glyph, place);
    return place;
  }

  encode(): Uint8Array {
    const outlines: Uint8Array[] = [];
    // The parts of a composed outline join the list while it is walked.
    for (let place = 0; place < this.glyphs.length; place++)
      outlines.push(this.padded(this.renumbered(this.font.outline(this.glyphs[place] ?? 0))));
    const places = new Uint8Array((outlines.length + 1) * 4);
    const view = new DataView(places.buffer);
    let at = 0;
    for (const [place, outline] of outlines.entries()) {
      view.setUint32(place * 4, at);
      at += outline.length;
    }
    view.setUint32(outlines.length * 4, at);
    return writeTables([
      ['cvt ', this.copy('cvt ')],
      ['fpgm', this.copy('fpgm')],
      ['glyf', joinBytes(outlines)],
      ['head', this.head()],
      ['hhea', this.changed('hhea', 34, outlines.length)],
      ['hmtx', this.metrics()],
      ['loca', places],
      ['maxp', this.changed('maxp', 4, outlines.length)],
      ['prep', this.copy('prep')],
    ]);
  }

  private copy(name: string): Uint8Array | undefined {
    const table = this.font.table(name);
    return table && this.font.bytes.slice(table.at, table.at + table.length);
  }

  private changed(name: string, at: number, value: number): Uint8Array | undefined {
    const copy = this.copy(name);
    if (copy) new DataView(copy.buffer).setUint16(at, value);
    return copy;
  }

  /** Long places; the number that makes the whole file add up is zero until the file is whole. */
  private head(): Uint8Array | undefined {
    const head = this.changed('head', 50, 1);
    if (head) new DataView(head.buffer).setUint32(8, 0);
    return head;
  }

  private metrics(): Uint8Array {
    const metrics = new Uint8Array(this.glyphs.length * 4);
    const view = new DataView(metrics.buffer);
    for (const [place, glyph] of this.glyphs.entries()) {
      const [advance, bearing] = this.font.metric(glyph);
      view.setUint16(place * 4, advance);
      view.setInt16(place * 4 + 2, bearing);
    }
    return metrics;
  }

  private padded(outline: Uint8Array): Uint8Array {
    if (outline.length % 4 === 0) return outline;
    const padded = new Uint8Array(Math.ceil(outline.length / 4) * 4);
    padded.set(outline);
    return padded;
  }

  /** A composed outline names its parts by number; those numbers become the ones of the subset. */
  private renumbered(outline: Uint8Array): Uint8Array {
    if (outline.length < 10 || ((outline[0] ?? 0) & 0x80) === 0) return outline;
    const own = outline.slice();
    const view = new DataView(own.buffer);
    for (let at = 10; at + 4 <= own.length; ) {
      const flags = view.getUint16(at);
      view.setUint16(at + 2, this.include(view.getUint16(at + 2)));
      at += 4 + (flags & WORDS ? 4 : 2);
      at += flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & FOUR_SCALES ? 8 : 0;
      if (!(flags & MORE)) break;
    }
    return own;
  }
}

/** In the order given, which is the order of their names, each at a multiple of four (OpenType, table directory). */
function writeTables(all: [string, Uint8Array | undefined][]): Uint8Array {
  const tables = all.flatMap(([name, bytes]) => (bytes ? [{ name, bytes }] : []));
  const head = new Uint8Array(12 + tables.length * 16);
  const view = new DataView(head.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - 2 ** power * 16);
  let at = head.length;
  const parts: Uint8Array[] = [head];
  for (const [entry, { name, bytes }] of tables.entries()) {
    const row = 12 + entry * 16;
    for (const one of [0, 1, 2, 3]) head[row + one] = name.charCodeAt(one);
    view.setUint32(row + 4, checksum(bytes));
    view.setUint32(row + 8, at);
    view.setUint32(row + 12, bytes.length);
    const gap = new Uint8Array((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, gap);
    at += bytes.length + gap.length;
  }
  const file = joinBytes(parts);
  const headAt = 12 + tables.findIndex(({ name }) => name === 'head') * 16;
  const whole = new DataView(file.buffer, file.byteOffset);
  if (headAt >= 12) whole.setUint32(whole.getUint32(headAt + 8) + 8, WHOLE_SUM - checksum(file));
  return file;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) {
    const word =
      ((bytes[at] ?? 0) << 24) |
      ((bytes[at + 1] ?? 0) << 16) |
      ((bytes[at + 2] ?? 0) << 8) |
      (bytes[at + 3] ?? 0);
    sum = (sum + word) | 0;
  }
  return sum >>> 0;
}
