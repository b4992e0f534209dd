// Connected patches of ink, with the moments that tell a line of writing from anything else.

export type Bitmap = { width: number; height: number; ink: Uint8Array };

/** Bounds in pixels (`right` and `bottom` belong to it) and, over its pixels, the sums that give place, slope and thickness. */
export type Component = {
  left: number;
  top: number;
  right: number;
  bottom: number;
  count: number;
  x: number;
  y: number;
  xx: number;
  xy: number;
  yy: number;
};

type Runs = { row: Int32Array; start: Int32Array; end: Int32Array; count: number };

/** Every stretch of ink of every row, top to bottom. */
function findRuns({ width, height, ink }: Bitmap): Runs {
  const most = Math.ceil(ink.length / 2) + height;
  const runs = {
    row: new Int32Array(most),
    start: new Int32Array(most),
    end: new Int32Array(most),
    count: 0,
  };
  for (let y = 0; y < height; y += 1) {
    const line = y * width;
    for (let x = 0; x < width; x += 1) {
      if (ink[line + x] === 0) continue;
      const from = x;
      while (x < width && ink[line + x] !== 0) x += 1;
      runs.row[runs.count] = y;
      runs.start[runs.count] = from;
      runs.end[runs.count] = x - 1;
      runs.count += 1;
    }
  }
  return runs;
}

function rootOf(parents: Int32Array, at: number): number {
  let root = at;
  while ((parents[root] ?? root) !== root) root = parents[root] ?? root;
  parents[at] = root;
  return root;
}

/** Runs of neighbouring rows that touch, corners included, are of one component. */
function joinRuns({ row, start, end, count }: Runs): Int32Array {
  const parents = Int32Array.from({ length: count }, (_, at) => at);
  let above = 0;
  for (let at = 0; at < count; at += 1) {
    const [y = 0, from = 0, to = 0] = [row[at], start[at], end[at]];
    while (
      above < at &&
      ((row[above] ?? 0) < y - 1 || (row[above] === y - 1 && (end[above] ?? 0) < from - 1))
    )
      above += 1;
    for (let other = above; other < at && row[other] === y - 1 && (start[other] ?? 0) <= to + 1; other += 1) {
      const [one, two] = [rootOf(parents, at), rootOf(parents, other)];
      parents[Math.max(one, two)] = Math.min(one, two);
    }
  }
  return parents;
}

/** `keep` chooses what stays in the bitmap that comes back. */
export function findComponents(
  bitmap: Bitmap,
  keep: (one: Component) => boolean,
): { list: Component[]; kept: Bitmap } {
  const runs = findRuns(bitmap);
  const parents = joinRuns(runs);
  const found: (Component | undefined)[] = [];
  for (let at = 0; at < runs.count; at += 1) {
    const root = rootOf(parents, at);
    const [y = 0, from = 0, to = 0] = [runs.row[at], runs.start[at], runs.end[at]];
    let one = found[root];
    if (!one) {
      one = { left: from, top: y, right: to, bottom: y, count: 0, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
      found[root] = one;
    }
    addRun(one, { y, from, to });
  }
  const chosen = found.map((one) => (one && keep(one) ? one : undefined));
  const ink = new Uint8Array(bitmap.ink.length);
  for (let at = 0; at < runs.count; at += 1) {
    if (!chosen[rootOf(parents, at)]) continue;
    const line = (runs.row[at] ?? 0) * bitmap.width;
    ink.fill(1, line + (runs.start[at] ?? 0), line + (runs.end[at] ?? 0) + 1);
  }
  return { list: chosen.filter((one) => one !== undefined), kept: { ...bitmap, ink } };
}

function addRun(one: Component, { y, from, to }: { y: number; from: number; to: number }): void {
  const length = to - from + 1;
  const sum = ((from + to) * length) / 2;
  const middle = (from + to) / 2;
  one.left = Math.min(one.left, from);
  one.right = Math.max(one.right, to);
  one.bottom = y;
  one.count += length;
  one.x += sum;
  one.y += y * length;
  one.xx += length * middle * middle + (length * (length * length - 1)) / 12;
  one.xy += sum * y;
  one.yy += y * y * length;
}
