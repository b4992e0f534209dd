// What a proof found, in words: one line that it holds, or a line for every page that does not.

import type { PacketProof } from './prove-packet.ts';
import type { Say } from './words.ts';

export function describeProof(
  say: Say,
  { passed, pages, compared, findings, manifest }: PacketProof,
): string {
  const drawn = manifest.pages.filter(({ sources }) => sources.some(({ how }) => how === 'drawn'));
  const lines = findings.map(({ code, page, file, detail, fails }) =>
    [fails ? '✗' : '·', `${say('pageNumber')} ${page}`, say(code), file, detail].filter(Boolean).join('  '),
  );
  const head = passed ? `✓ ${say('proven')}` : `✗ ${say('notProven')}`;
  const pictures = drawn.map(({ page }) => `·  ${say('pageNumber')} ${page}  ${say('drawnPage')}`);
  return [
    `${head}: ${pages} ${say('pages')}, ${compared} ${say('comparedPages')}`,
    ...lines,
    ...pictures,
  ].join('\n');
}
