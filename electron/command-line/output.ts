// Prints results: aligned lists for people (Chinese characters are two columns wide), JSON for programs.

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;

/** Columns a terminal gives to a text. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

/** Rows with their columns aligned to the left, two spaces apart. */
export function alignRows(rows: string[][]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, columnsOf(cell));
    });
  }
  const pad = (cell: string, at: number) => cell + ' '.repeat((widths[at] ?? 0) - columnsOf(cell));
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

export function printText(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** A file's name on one line: what would end the line or speak to the terminal is shown as a sign. */
export const plainName = (name: string): string =>
  name.replace(/\p{Cc}|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

export function printAside(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One line that is written over; only on a terminal. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${plainName(text)}`);
}
