// The parts of the bench about what comes in: how fast, and how well pages are seen and known again, as tables of their own.

import { benchIntake } from './intake.ts';
import { benchLookAlikes, describeAlikes, HELD_OUT_FORMS, TUNING_FORMS } from './look-alikes.ts';
import { benchPreflight } from './preflight.ts';
import { atMost, type Line } from './score-table.ts';
import { benchTurned, turnedNote } from './turned.ts';

export const INTAKE_SECTIONS = ['intake', 'preflight', 'turned', 'look-alikes'];

type Row = Record<string, string | number>;

/** The window may not be away longer than this while files come in. */
const MOST_MILLISECONDS = 50;

function print(rows: readonly Row[]): void {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cells = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '));
  process.stdout.write(`${lines.join('\n')}\n\n`);
}

/** Prints tables; what has a target comes back for the table of targets. */
export async function runIntakeSections(
  chosen: (section: string) => boolean,
  scratch: string,
): Promise<Line[]> {
  const lines: Line[] = [];
  if (chosen('intake')) {
    const { rows, longest, longestCpu } = await benchIntake(scratch);
    print(rows);
    const work = '300 files taken in';
    const away = { work, what: 'longest time the main thread is away', unit: 'ms', guibao: longest };
    lines.push(atMost(away, MOST_MILLISECONDS));
    lines.push(
      atMost({ ...away, what: 'the same, its own processor time', guibao: longestCpu }, MOST_MILLISECONDS),
    );
  }
  if (chosen('preflight')) print(await benchPreflight());
  if (chosen('turned')) {
    print(await benchTurned());
    process.stdout.write(turnedNote);
  }
  for (const [set, forms] of Object.entries({ tuning: TUNING_FORMS, 'held out': HELD_OUT_FORMS })) {
    if (!chosen('look-alikes')) break;
    const bench = await benchLookAlikes(set, forms);
    print(bench.rows);
    process.stdout.write(`${describeAlikes(set, bench)}\n\n`);
  }
  return lines;
}
