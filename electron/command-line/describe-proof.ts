// What a proof found, in words: one line that it holds, or a line for every page that does not, and what was left out.

import type { PacketProof } from './prove-packet.ts';
import type { Say } from './words.ts';

export function describeProof(
  say: Say,
  { passed, pages, compared, findings, manifest }: PacketProof,
  left: readonly string[] = [],
): string {
  const drawn = manifest.pages.filter(({ sources }) => sources.some(({ how }) => how === 'drawn'));
  const lines = findings.map(({ code, page, file, detail, fails }) =>
    [fails ? '✗' : '·', `${say('pageNumber')} ${page}`, say(code), file, detail].filter(Boolean).join('  '),
  );
  const head = passed ? `✓ ${say('proven')}` : `✗ ${say('notProven')}`;
  const pictures = drawn.map(({ page }) => `·  ${say('pageNumber')} ${page}  ${say('drawnPage')}`);
  const count = manifest.leftOut ?? 0;
  const leftOut = left.length > 0 || count === 0 ? left : [`·  ${count} ${say('leftOutPages')}`];
  return [
    `${head}: ${pages} ${say('pages')}, ${compared} ${say('comparedPages')}`,
    ...lines,
    ...pictures,
    ...leftOut,
  ].join('\n');
}
