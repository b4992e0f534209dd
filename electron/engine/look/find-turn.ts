// Which way up a page stands: its lines of writing are cut out and each is asked whether it is upside down.

import type { Turn } from '../../../shared/domain.ts';
import { type Cut, cropLine, turnLettersOf, turnOver } from './crop-line.ts';
import { countWritten, findLetters, findLines, type Line, turnLetters } from './find-lines.ts';
import { thresholds } from './thresholds.ts';
import { makeUpright, type Tiles, type View } from './view.ts';

/** How likely a line is upside down, 0 to 1. See cropLine for its pixels. */
export type AskLine = (values: Float32Array) => number;

/** The turn clockwise that sets the page upright; undefined when it cannot be told. */
export function findTurn(view: View, tiles: Tiles, ask: AskLine): Turn | undefined {
  const letters = findLetters(view, tiles);
  if (!letters) return undefined;
  const across = chooseLines(findLines(letters));
  const { sure, sideways } = thresholds.turned;
  const cuts = across.list.map((line) => cropLine(view, line));
  const first = cuts.slice(0, 2);
  if (first.length === 2 && first.every((cut) => ask(cut.values) < sure)) return 0;

  const down = chooseLines(findLines(turnLetters(letters)));
  if (across.written >= down.written * sideways) return voteOn(cuts, ask, { upright: 0, over: 180 });
  if (down.written < across.written * sideways) return undefined;
  const turned = makeUpright(view, { mirrored: false, turn: 90 });
  const turnedCuts = down.list.map((line) => cropLine(turned, line));
  return voteOn(turnedCuts, ask, { upright: 90, over: 270 });
}

/** Long enough to read something from; the very long ones of a photograph are often the edge of a table. */
function chooseLines(lines: readonly Line[]): { list: Line[]; written: number } {
  const { lines: most } = thresholds.turned;
  const worth = ({ length, thick }: Line) =>
    Math.min(length / thick, 6) - Math.max(0, length / thick - 20) * 0.1;
  const list = [...lines].sort((a, b) => worth(b) - worth(a)).slice(0, most);
  return { list, written: countWritten(lines) };
}

/** How much likelier a line is upright than upside down, -1 to 1: what the classifier leans to anyway cancels out. */
const weigh = (cut: Cut, ask: AskLine): number => ask(turnOver(cut).values) - ask(cut.values);

function voteOn(
  cuts: readonly Cut[],
  ask: AskLine,
  { upright, over }: { upright: Turn; over: Turn },
): Turn | undefined {
  const { sum: enough, mean, clear } = thresholds.turned;
  let sum = 0;
  let asked = 0;
  for (const cut of cuts) {
    sum += weigh(cut, ask);
    asked += 1;
    if (Math.abs(sum) >= clear) break;
  }
  if (Math.abs(sum) < Math.max(enough, mean * asked)) return undefined;
  const turn = sum > 0 ? upright : over;
  return turn === 0 || !standsAcross(cuts.slice(0, asked), ask, sum) ? turn : undefined;
}

/**
 * In lines that run down a page the characters stand upright, and in those lines laid level they lie. The classifier takes lying
 * Chinese characters for upside down or upright by the side they lie on, always the same way; with every one of them turned by a
 * quarter it says the opposite of lines that are what they seem, and the same again of these.
 */
function standsAcross(cuts: readonly Cut[], ask: AskLine, sum: number): boolean {
  const side = cuts.reduce((all, cut) => all + weigh(turnLettersOf(cut), ask), 0);
  return side * Math.sign(sum) > thresholds.turned.lying * Math.abs(sum);
}
