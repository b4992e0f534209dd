// The table of the bench: what was measured, beside the peers, with its target and whether it was met.

/** One line: numbers by column; `target` with `met` where there is one to hold it against. */
export type Line = {
  work: string;
  what: string;
  unit: string;
  guibao: number;
  peers?: Partial<Record<Peer, number>> | undefined;
  target?: string;
  met?: boolean;
};
export type Peer = 'img2pdf' | 'pdf-lib' | 'qpdf';
export const peerNames: Peer[] = ['img2pdf', 'pdf-lib', 'qpdf'];

/** A line whose target is a multiple of img2pdf's number; without img2pdf it is shown and not judged. */
export function besideImg2pdf(line: Omit<Line, 'target' | 'met'>, most: number): Line {
  const peer = line.peers?.img2pdf;
  const target = `at most ${most.toFixed(2)} x img2pdf`;
  if (peer === undefined) return { ...line, target };
  const ratio = line.guibao / peer;
  return { ...line, target: `${target}: ${ratio.toFixed(3)} x`, met: ratio <= most };
}

/** A line with a number of its own that it must stay below. */
export const atMost = (line: Omit<Line, 'target' | 'met'>, most: number): Line => ({
  ...line,
  target: `at most ${most} ${line.unit}`,
  met: line.guibao <= most,
});

const figure = (value: number | undefined): string =>
  value === undefined
    ? '-'
    : value >= 100
      ? value.toFixed(0)
      : value >= 10
        ? value.toFixed(1)
        : value.toFixed(2);

export function drawTable(lines: readonly Line[]): string {
  const heading = ['work', 'measured', 'guibao', ...peerNames, 'target', 'verdict'];
  let before = '';
  const rows = lines.map(({ work, what, unit, guibao, peers = {}, target = '', met }) => {
    const name = work === before ? '' : work;
    before = work;
    const verdict = target === '' ? '' : met === undefined ? 'not compared' : met ? 'met' : 'MISSED';
    return [
      name,
      `${what}, ${unit}`,
      figure(guibao),
      ...peerNames.map((peer) => figure(peers[peer])),
      target,
      verdict,
    ];
  });
  const cells = [heading, ...rows];
  const widths = heading.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const isFigure = (at: number) => at > 1 && at < 3 + peerNames.length;
  const drawn = cells.map((row) =>
    row
      .map((cell, at) => (isFigure(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  const spaced = drawn.flatMap((row, at) => (at > 1 && rows[at - 1]?.[0] !== '' ? ['', row] : [row]));
  return [spaced[0], rule, ...spaced.slice(1)].join('\n');
}

export function countVerdicts(lines: readonly Line[]): string {
  const judged = lines.filter(({ met }) => met !== undefined);
  const missed = judged.filter(({ met }) => !met);
  const names = missed.map(({ work, what }) => `${work}: ${what}`).join('; ');
  return `${judged.length - missed.length} of ${judged.length} targets met${names ? `. Missed: ${names}` : ''}`;
}
