// Reads a TrueType font as far as a packet needs it: measures, which glyph shows a character, the outlines themselves.
//
// A font library does far more and takes longer to start than most packets take to write.

export type Table = { at: number; length: number };

/** Best first: full Unicode, then its first plane (OpenType, cmap: platform and encoding). */
const MAPS = ['3/10', '0/6', '0/4', '3/1', '0/3', '0/2', '0/1', '0/0'];

/** Lengths in the font's own units, `unitsPerEm` to the size of the type. Throws a RangeError for what is no such font. */
export class TrueType {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly unitsPerEm: number;
  readonly bbox: [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly italicAngle: number;
  readonly postscriptName: string;
  readonly glyphCount: number;
  private readonly tables: Map<string, Table>;
  private readonly metrics: number;
  private readonly longPlaces: boolean;
  private readonly glyphOf: (codePoint: number) => number;

  constructor(bytes: Uint8Array) {
    // Node's own kind of bytes would answer `slice` with a view, and the subset would write into the font itself.
    this.bytes = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.tables = readDirectory(this.view);
    const [head, hhea] = [this.place('head'), this.place('hhea')];
    this.unitsPerEm = this.view.getUint16(head + 18);
    const box = [36, 38, 40, 42].map((at) => this.view.getInt16(head + at));
    this.bbox = box as [number, number, number, number];
    this.longPlaces = this.view.getInt16(head + 50) === 1;
    this.ascent = this.view.getInt16(hhea + 4);
    this.descent = this.view.getInt16(hhea + 6);
    this.metrics = this.view.getUint16(hhea + 34);
    this.glyphCount = this.view.getUint16(this.place('maxp') + 4);
    this.capHeight = this.readCapHeight();
    this.italicAngle = this.table('post') ? this.view.getInt32(this.place('post') + 4) / 65_536 : 0;
    this.postscriptName = this.readName();
    this.glyphOf = this.chooseMap();
  }

  table(name: string): Table | undefined {
    return this.tables.get(name);
  }

  /** 0 where the font has none. */
  glyph(codePoint: number): number {
    return this.glyphOf(codePoint);
  }

  /** Advance and left side bearing. */
  metric(glyph: number): [number, number] {
    const hmtx = this.place('hmtx');
    const last = Math.min(glyph, this.metrics - 1);
    const advance = this.view.getUint16(hmtx + last * 4);
    const bearing =
      glyph < this.metrics ? hmtx + glyph * 4 + 2 : hmtx + this.metrics * 4 + (glyph - this.metrics) * 2;
    return [advance, this.view.getInt16(bearing)];
  }

  /** The outline as it is stored; empty for a glyph without ink. */
  outline(glyph: number): Uint8Array {
    const [loca, glyf] = [this.place('loca'), this.place('glyf')];
    const [start = 0, end = 0] = [glyph, glyph + 1].map((at) =>
      this.longPlaces ? this.view.getUint32(loca + at * 4) : this.view.getUint16(loca + at * 2) * 2,
    );
    return this.bytes.subarray(glyf + start, glyf + Math.max(start, end));
  }

  private place(name: string): number {
    const table = this.tables.get(name);
    if (!table) throw new RangeError(`the font has no table ${name}`);
    return table.at;
  }

  private readCapHeight(): number {
    const table = this.table('OS/2');
    if (!table || table.length < 90 || this.view.getUint16(table.at) < 2) return this.ascent;
    return this.view.getInt16(table.at + 88);
  }

  /** Name 6, in the first record that is written in plain letters. */
  private readName(): string {
    const table = this.table('name');
    if (!table) return 'Font';
    const { view } = this;
    const texts = table.at + view.getUint16(table.at + 4);
    for (let record = 0; record < view.getUint16(table.at + 2); record++) {
      const at = table.at + 6 + record * 12;
      if (view.getUint16(at + 6) !== 6) continue;
      const start = texts + view.getUint16(at + 10);
      const raw = this.bytes.subarray(start, start + view.getUint16(at + 8));
      const letters = [...raw].filter((value) => value > 0x20 && value < 0x7f);
      return String.fromCharCode(...letters);
    }
    return 'Font';
  }

  private chooseMap(): (codePoint: number) => number {
    const { view } = this;
    const cmap = this.place('cmap');
    const found = new Map<string, number>();
    for (let record = 0; record < view.getUint16(cmap + 2); record++) {
      const at = cmap + 4 + record * 8;
      const key = `${view.getUint16(at)}/${view.getUint16(at + 2)}`;
      if (!found.has(key)) found.set(key, cmap + view.getUint32(at + 4));
    }
    for (const name of MAPS) {
      const at = found.get(name);
      if (at === undefined) continue;
      const format = view.getUint16(at);
      if (format === 12) return (codePoint) => findInGroups(view, at, codePoint);
      if (format === 4) return (codePoint) => findInSegments(view, at, codePoint);
    }
    throw new RangeError('the font maps no characters');
  }
}

function readDirectory(view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  if (view.getUint32(0) !== 0x00010000) throw new RangeError('not a TrueType font');
  for (let entry = 0; entry < view.getUint16(4); entry++) {
    const at = 12 + entry * 16;
    const name = [0, 1, 2, 3].map((one) => String.fromCharCode(view.getUint8(at + one))).join('');
    tables.set(name, { at: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  return tables;
}

/** The first of `count` sorted entries whose last character, as `endOf` tells it, is not before `codePoint`. */
function findEntry(count: number, codePoint: number, endOf: (entry: number) => number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(middle) < codePoint) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Format 12: start, end and first glyph of each group, four bytes each. */
function findInGroups(view: DataView, at: number, codePoint: number): number {
  const count = view.getUint32(at + 12);
  const group = findEntry(count, codePoint, (entry) => view.getUint32(at + 16 + entry * 12 + 4));
  if (group === count) return 0;
  const start = view.getUint32(at + 16 + group * 12);
  return start > codePoint ? 0 : view.getUint32(at + 16 + group * 12 + 8) + codePoint - start;
}

/** Format 4: four lists of two bytes an entry (ends, a gap, starts, deltas, offsets into what follows). */
function findInSegments(view: DataView, at: number, codePoint: number): number {
  const wide = view.getUint16(at + 6);
  const segment = findEntry(wide / 2, codePoint, (entry) => view.getUint16(at + 14 + entry * 2));
  if (segment === wide / 2 || codePoint > 0xffff) return 0;
  const [starts, deltas, offsets] = [at + 16 + wide, at + 16 + wide * 2, at + 16 + wide * 3];
  const start = view.getUint16(starts + segment * 2);
  if (start > codePoint) return 0;
  const delta = view.getUint16(deltas + segment * 2);
  const offset = view.getUint16(offsets + segment * 2);
  if (offset === 0) return (codePoint + delta) & 0xffff;
  const glyph = view.getUint16(offsets + segment * 2 + offset + (codePoint - start) * 2);
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
}
