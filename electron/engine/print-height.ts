// Estimates how high the smallest print of a page is, from the heights of its lines of print in narrow columns.

const COLUMNS = 14;
const LOWEST = 5;
const HIGHEST = 90;
/** Fewer lines than this say nothing about the page. */
const ENOUGH = 24;
/** The smallest print, not the smallest speck. */
const SHARE = 0.15;

/** Grey pixels, one byte each; answers pixels, or null when there is too little print to tell. An estimate, not a reading. */
export function smallestPrint(
  grey: Uint8Array,
  { width, height, channels = 1 }: { width: number; height: number; channels?: number },
): number | null {
  const heights: number[] = [];
  const wide = Math.floor(width / COLUMNS);
  if (wide < 8) return null;
  for (let column = 0; column < COLUMNS; column++) {
    const ink = inkOfRows(grey, { left: column * wide, wide, width, height, channels });
    heights.push(...runsOf(ink));
  }
  if (heights.length < ENOUGH) return null;
  heights.sort((a, b) => a - b);
  return heights[Math.floor(heights.length * SHARE)] ?? null;
}

type Column = { left: number; wide: number; width: number; height: number; channels: number };

/** The share of dark pixels in every row of a column; dark is clearly darker than the column's middle. */
function inkOfRows(grey: Uint8Array, { left, wide, width, height, channels }: Column): number[] {
  const at = (x: number, y: number) => grey[(y * width + left + x) * channels] ?? 255;
  let sum = 0;
  let squares = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < wide; x++) {
      const value = at(x, y);
      sum += value;
      squares += value * value;
    }
  }
  const count = wide * height;
  const mean = sum / count;
  const spread = Math.sqrt(Math.max(0, squares / count - mean * mean));
  const dark = mean - Math.max(18, spread);
  return Array.from({ length: height }, (_, y) => {
    let ink = 0;
    for (let x = 0; x < wide; x++) if (at(x, y) < dark) ink += 1;
    return ink / wide;
  });
}

/** Lines of print: rows with some ink, not ruled through, with clear rows above and below. */
function runsOf(ink: number[]): number[] {
  const runs: number[] = [];
  let length = 0;
  let most = 0;
  for (const share of [...ink, 0]) {
    if (share > 0.02) {
      length += 1;
      most = Math.max(most, share);
      continue;
    }
    if (length >= LOWEST && length <= HIGHEST && most < 0.85) runs.push(length);
    length = 0;
    most = 0;
  }
  return runs;
}
