// Compares two drawings of one page by the ink in small squares, so that neither size nor soft edges count.

/** One byte a pixel, 255 is white. */
export type Grey = { width: number; height: number; data: Uint8Array };
/** Left, top, width, height in pixels; need not be whole. */
export type Area = readonly [number, number, number, number];
/** Mean lightness of every square, row by row. */
export type Squares = { columns: number; rows: number; means: Float32Array };

/** Rec. 601 luma of an RGBA drawing, rounded down. */
export function greyOf({
  width,
  height,
  rgba,
}: {
  width: number;
  height: number;
  rgba: ArrayLike<number>;
}): Grey {
  const data = new Uint8Array(width * height);
  for (let at = 0; at < data.length; at++) {
    const from = at * 4;
    data[at] = ((rgba[from] ?? 0) * 77 + (rgba[from + 1] ?? 0) * 150 + (rgba[from + 2] ?? 0) * 29) >> 8;
  }
  return { width, height, data };
}

/** Mirrored first, then turned clockwise. */
export function turnGrey(picture: Grey, { turn, mirrored }: { turn: number; mirrored: boolean }): Grey {
  const sideways = turn % 180 !== 0;
  const [width, height] = sideways ? [picture.height, picture.width] : [picture.width, picture.height];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < picture.height; y++) {
    for (let from = 0; from < picture.width; from++) {
      const x = mirrored ? picture.width - 1 - from : from;
      const [right, down] =
        turn === 90
          ? [width - 1 - y, x]
          : turn === 180
            ? [width - 1 - x, height - 1 - y]
            : turn === 270
              ? [y, height - 1 - x]
              : [x, y];
      data[down * width + right] = picture.data[y * picture.width + from] ?? 255;
    }
  }
  return { width, height, data };
}

/** `area` of a picture cut into squares; their edges may fall inside pixels. */
export function squaresOf(picture: Grey, area: Area, size: { columns: number; rows: number }): Squares {
  const sums = integralOf(picture);
  const { columns, rows } = size;
  const means = new Float32Array(columns * rows);
  const [left, top, width, height] = area;
  const edge = (start: number, length: number, count: number, most: number) =>
    Array.from({ length: count + 1 }, (_, at) => Math.min(most, Math.max(0, start + (length * at) / count)));
  const xs = edge(left, width, columns, picture.width);
  const ys = edge(top, height, rows, picture.height);
  for (let row = 0; row < rows; row++) {
    const [y0, y1] = [ys[row] ?? 0, ys[row + 1] ?? 0];
    for (let column = 0; column < columns; column++) {
      const [x0, x1] = [xs[column] ?? 0, xs[column + 1] ?? 0];
      const space = (x1 - x0) * (y1 - y0);
      const total =
        sumTo(sums, picture.width, x1, y1) -
        sumTo(sums, picture.width, x0, y1) -
        sumTo(sums, picture.width, x1, y0) +
        sumTo(sums, picture.width, x0, y0);
      means[row * columns + column] = space > 0 ? total / space : 255;
    }
  }
  return { columns, rows, means };
}

/** Sum of all pixels above and to the left, one row and one column larger than the picture. */
function integralOf({ width, height, data }: Grey): Float64Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let line = 0;
    for (let x = 0; x < width; x++) {
      line += data[y * width + x] ?? 255;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + line;
    }
  }
  return sums;
}

function sumTo(sums: Float64Array, width: number, x: number, y: number): number {
  const [column, row] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - column, y - row];
  const at = row * (width + 1) + column;
  const corner = sums[at] ?? 0;
  const across = right > 0 ? (sums[at + 1] ?? 0) : corner;
  const below = down > 0 ? (sums[at + width + 1] ?? 0) : corner;
  const both = right > 0 && down > 0 ? (sums[at + width + 2] ?? 0) : right > 0 ? across : below;
  return (
    corner * (1 - right) * (1 - down) +
    across * right * (1 - down) +
    below * (1 - right) * down +
    both * right * down
  );
}

export type Likeness = {
  /** Mean difference of the squares, of 255. */
  difference: number;
  /** 1 when light and dark lie in the same places, 0 when they have nothing to do with each other. */
  likeness: number;
  /** How uneven the reference is: below about 1 the likeness says nothing. */
  spread: number;
  /** Share of squares that are much lighter than in the reference: something that was there is gone. */
  lost: number;
};

/** A square this much lighter (of 255) than in the reference has lost its ink, unless a line only moved by a pixel. */
const LOST = 40;
const TAKEN = LOST / 2;

export function likenessOf(shown: Squares, wanted: Squares): Likeness {
  const count = wanted.means.length;
  const mean = (all: Float32Array) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, count);
  const [own, other] = [mean(shown.means), mean(wanted.means)];
  let [difference, together, apart, aside, lost] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const [one, two] = [shown.means[at] ?? 255, wanted.means[at] ?? 255];
    difference += Math.abs(one - two);
    together += (one - own) * (two - other);
    apart += (one - own) ** 2;
    aside += (two - other) ** 2;
    if (one - two > LOST && !isEdgeMoved(shown, wanted, at)) lost += 1;
  }
  const likeness = apart > 0 && aside > 0 ? together / Math.sqrt(apart * aside) : 0;
  const spread = Math.sqrt(aside / Math.max(1, count));
  return { difference: difference / Math.max(1, count), likeness, spread, lost: lost / Math.max(1, count) };
}

/**
 * Edges are snapped to whole pixels, at another scale to others: a square beside it took the ink, or the darker shape that it
 * is the edge of still stands.
 */
function isEdgeMoved(shown: Squares, wanted: Squares, at: number): boolean {
  const { columns } = wanted;
  const column = at % columns;
  const beside = [at - columns, at + columns];
  if (column > 0) beside.push(at - 1);
  if (column < columns - 1) beside.push(at + 1);
  return beside.some((next) => {
    const [one, two] = [shown.means[next] ?? 255, wanted.means[next] ?? 255];
    return two - one > TAKEN || (two < (wanted.means[at] ?? 0) && one - two < TAKEN);
  });
}

/** True when no square differs from the page's own ground, taken as its lightest common tone. */
export function isBlank({ means }: Squares): boolean {
  const sorted = Float32Array.from(means).sort();
  const ground = sorted[Math.floor(sorted.length / 2)] ?? 255;
  return means.every((one) => Math.abs(one - ground) < 4);
}
