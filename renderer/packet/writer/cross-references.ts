// Where every object of the file is, and the rows of the stream that says so (ISO 32000-1, 7.5.8).

/** Kind (0 free, 1 at an offset, 2 inside an object stream), offset or stream, index in the stream. */
type Place = readonly [0 | 1 | 2, number, number];

const FREE: Place = [0, 0, 0];

export class CrossReferences {
  private readonly places = new Map<number, Place>();

  standsAt(number: number, offset: number): void {
    this.places.set(number, [1, offset, 0]);
  }

  standsIn(number: number, stream: number, index: number): void {
    this.places.set(number, [2, stream, index]);
  }

  /** Rows of objects 0 to `size` - 1, each with PNG's filter `up`, and the entries that describe them. */
  table(size: number) {
    const largest = [...this.places.values()].reduce((most, [, value]) => Math.max(most, value), 1);
    const wide = Math.ceil(Math.log2(largest + 1) / 8);
    const columns = wide + 3;
    const rows = new Uint8Array(size * (columns + 1));
    let above = new Uint8Array(columns);
    for (let number = 0; number < size; number++) {
      const row = rowOf(this.places.get(number) ?? FREE, wide);
      rows[number * (columns + 1)] = 2;
      for (let at = 0; at < columns; at++) {
        rows[number * (columns + 1) + 1 + at] = (row[at] ?? 0) - (above[at] ?? 0);
      }
      above = row;
    }
    return { rows, entries: { W: [1, wide, 2], DecodeParms: { Predictor: 12, Columns: columns } } };
  }
}

/** Big-endian; offsets beyond 32 bits are why this divides instead of shifting. */
function rowOf([kind, value, index]: Place, wide: number): Uint8Array<ArrayBuffer> {
  const row = new Uint8Array(wide + 3);
  row[0] = kind;
  let rest = value;
  for (let at = wide; at >= 1; at--) {
    row[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  row[wide + 1] = index >> 8;
  row[wide + 2] = index & 255;
  return row;
}
