// The homography through pairs of places: least squares over the pairs that agree.

/** Eight numbers; the ninth is one. */
export type Homography = readonly number[];
export type PlacePair = { x: number; y: number; u: number; v: number };

export function mapPlace(m: Homography, x: number, y: number): readonly [u: number, v: number] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = m;
  const w = g * x + h * y + 1;
  return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
}

export function invert(m: Homography): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = m;
  const all = [
    e - f * h,
    c * h - b,
    b * f - c * e,
    f * g - d,
    a - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
  const last = all[8] as number;
  return all.slice(0, 8).map((value) => value / last);
}

/** How many times longer a short way is in the other picture, at a place. */
export function scaleAt(m: Homography, x: number, y: number): number {
  const [u, v] = mapPlace(m, x, y);
  const [u1, v1] = mapPlace(m, x + 1, y);
  const [u2, v2] = mapPlace(m, x, y + 1);
  return Math.sqrt(Math.abs((u1 - u) * (v2 - v) - (v1 - v) * (u2 - u)));
}

/** `free`: 6 for an affine map, 8 with perspective. Undefined when the pairs do not settle it. */
export function fitHomography(pairs: readonly PlacePair[], free: 6 | 8): Homography | undefined {
  if (pairs.length * 2 < free + 2) return undefined;
  const rows = Array.from({ length: free }, () => new Float64Array(free + 1));
  // Places of some hundred cells: divided, the numbers stay near one.
  const unit = 256;
  const add = (line: readonly number[], wanted: number) => {
    for (let i = 0; i < free; i += 1) {
      const row = rows[i] as Float64Array;
      const factor = line[i] as number;
      if (factor === 0) continue;
      for (let j = 0; j < free; j += 1) row[j] = (row[j] as number) + factor * (line[j] as number);
      row[free] = (row[free] as number) + factor * wanted;
    }
  };
  for (const pair of pairs) {
    const [x, y, u, v] = [pair.x / unit, pair.y / unit, pair.u / unit, pair.v / unit];
    add([x, y, 1, 0, 0, 0, -u * x, -u * y].slice(0, free), u);
    add([0, 0, 0, x, y, 1, -v * x, -v * y].slice(0, free), v);
  }
  const found = solveRows(rows);
  if (!found) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = found;
  return [a, b, c * unit, d, e, f * unit, g / unit, h / unit];
}

/** Gauss with pivots; each row ends with what its sum must be. */
function solveRows(rows: Float64Array[]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const top = rows[pivot] as Float64Array;
    rows[pivot] = rows[column] as Float64Array;
    rows[column] = top;
    const divisor = top[column] as number;
    if (Math.abs(divisor) < 1e-9) return undefined;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const line = rows[row] as Float64Array;
      const factor = (line[column] as number) / divisor;
      for (let at = column; at <= size; at += 1)
        line[at] = (line[at] as number) - factor * (top[at] as number);
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number));
}
