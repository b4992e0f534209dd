// Cuts a line of writing out of a page, level and at the size the classifier was taught with.

import { LINE_HEIGHT, LINE_WIDTH } from './angle-network.ts';
import type { Line } from './find-lines.ts';
import type { View } from './view.ts';

/** How much taller than its ink a line is cut. */
const MARGIN = 1.3;

/** `values`: -1 to 1, LINE_WIDTH in a row; past `across`, the end of a short line, 0, as the classifier was taught. */
export type Cut = { across: number; values: Float32Array };

export function cropLine({ width, height, gray }: View, line: Line): Cut {
  const step = (line.thick * MARGIN) / LINE_HEIGHT;
  const across = Math.min(LINE_WIDTH, Math.max(1, Math.round((line.length + line.thick * 0.3) / step)));
  const [right, down] = [1 / Math.hypot(1, line.slope), line.slope / Math.hypot(1, line.slope)];
  const cut = new Float32Array(LINE_WIDTH * LINE_HEIGHT);
  let [dark, light] = [255, 0];
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    const below = (row - (LINE_HEIGHT - 1) / 2) * step;
    for (let column = 0; column < across; column += 1) {
      const along = (column - (across - 1) / 2) * step;
      const x = Math.min(width - 1.001, Math.max(0, line.x + along * right - below * down));
      const y = Math.min(height - 1.001, Math.max(0, line.y + along * down + below * right));
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const at = top * width + left;
      const upper = (gray[at] ?? 0) * (1 - x + left) + (gray[at + 1] ?? 0) * (x - left);
      const lower = (gray[at + width] ?? 0) * (1 - x + left) + (gray[at + width + 1] ?? 0) * (x - left);
      const level = upper * (1 - y + top) + lower * (y - top);
      cut[row * LINE_WIDTH + column] = level;
      dark = Math.min(dark, level);
      light = Math.max(light, level);
    }
  }
  return stretch(cut, across, { dark, light });
}

/** Black is -1 and the brightest spot 1, however dim the photograph. */
function stretch(cut: Float32Array, across: number, { dark, light }: { dark: number; light: number }): Cut {
  const scale = 2 / Math.max(1, light - dark);
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    for (let column = 0; column < across; column += 1) {
      const at = row * LINE_WIDTH + column;
      cut[at] = ((cut[at] as number) - dark) * scale - 1;
    }
  }
  return { across, values: cut };
}

/** The same line upside down. */
export function turnOver({ across, values }: Cut): Cut {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < LINE_HEIGHT; row += 1) {
    for (let column = 0; column < across; column += 1)
      turned[row * LINE_WIDTH + column] =
        values[(LINE_HEIGHT - 1 - row) * LINE_WIDTH + across - 1 - column] ?? 0;
  }
  return { across, values: turned };
}

/** The same line with every piece as long as it is high turned clockwise by a quarter where it stands. */
export function turnLettersOf({ across, values }: Cut): Cut {
  const pieces = Math.floor(across / LINE_HEIGHT);
  const turned = new Float32Array(values.length);
  const last = LINE_HEIGHT - 1;
  for (let piece = 0; piece < pieces; piece += 1) {
    const start = piece * LINE_HEIGHT;
    for (let row = 0; row < LINE_HEIGHT; row += 1) {
      for (let column = 0; column < LINE_HEIGHT; column += 1)
        turned[row * LINE_WIDTH + start + column] = values[(last - column) * LINE_WIDTH + start + row] ?? 0;
    }
  }
  return { across: pieces * LINE_HEIGHT, values: turned };
}
