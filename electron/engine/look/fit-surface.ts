// A smooth surface through the shifts of many blocks: least squares, with those that went astray weighed down.

/** All in shares of the grid's side. */
export type Shifted = { x: number; y: number; across: number; down: number };
export type Surface = (x: number, y: number) => readonly [across: number, down: number];

const ROUNDS = 5;
/** A shift this far from the surface is astray, at the least. */
const NEAR = 0.004;

const terms = (degree: 1 | 2, x: number, y: number): number[] =>
  degree === 1 ? [1, x, y] : [1, x, y, x * x, x * y, y * y];

/** Undefined when there are too few blocks, or too few of them agree. */
export function fitSurface(blocks: readonly Shifted[], degree: 1 | 2): Surface | undefined {
  const size = degree === 1 ? 3 : 6;
  if (blocks.length < size + 2) return undefined;
  let weights = blocks.map(() => 1);
  let surface: Surface | undefined;
  let far: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const across = solve(blocks, weights, degree, ({ across }) => across);
    const down = solve(blocks, weights, degree, ({ down }) => down);
    if (!across || !down) return undefined;
    const at = (factors: number[], x: number, y: number) =>
      terms(degree, x, y).reduce((sum, term, index) => sum + term * (factors[index] ?? 0), 0);
    const found: Surface = (x, y) => [at(across, x, y), at(down, x, y)];
    surface = found;
    far = blocks.map((block) => {
      const [u, v] = found(block.x, block.y);
      return Math.hypot(block.across - u, block.down - v);
    });
    const usual = [...far].sort((one, other) => one - other)[Math.floor(far.length / 2)] ?? 0;
    const reach = Math.max(NEAR, usual * 3);
    weights = far.map((value) => (value >= reach ? 0 : (1 - (value / reach) ** 2) ** 2));
  }
  const agree = far.filter((value) => value < NEAR * 3).length;
  return agree >= Math.max(size + 1, blocks.length * 0.3) ? surface : undefined;
}

/** Normal equations by Gauss with pivots. */
function solve(
  blocks: readonly Shifted[],
  weights: readonly number[],
  degree: 1 | 2,
  wanted: (block: Shifted) => number,
): number[] | undefined {
  const size = degree === 1 ? 3 : 6;
  const rows = Array.from({ length: size }, () => new Float64Array(size + 1));
  blocks.forEach((block, at) => {
    const weight = weights[at] ?? 0;
    const term = terms(degree, block.x, block.y);
    for (let i = 0; i < size; i += 1) {
      const row = rows[i] as Float64Array;
      for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + weight * (term[i] ?? 0) * (term[j] ?? 0);
      row[size] = (row[size] ?? 0) + weight * (term[i] ?? 0) * wanted(block);
    }
  });
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1)
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const top = rows[pivot] as (typeof rows)[number];
    rows[pivot] = rows[column] as (typeof rows)[number];
    rows[column] = top;
    const divisor = top[column] ?? 0;
    if (Math.abs(divisor) < 1e-9) return undefined;
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const line = rows[row] as Float64Array;
      const factor = (line[column] ?? 0) / divisor;
      for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - factor * (top[at] ?? 0);
    }
  }
  return rows.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1));
}
