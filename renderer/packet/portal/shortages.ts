// What keeps a claim from being taken by a portal: too large by how much and because of which pages, or too many files.

import type { PortalOutput, PortalProfile } from '../../../shared/portal-profile.ts';

/** A page and what it costs at its floor, in bytes. */
export type HeavyPage = { paper: string; date: string; file: string; page: number; bytes: number };
export type PortalShortage =
  | {
      why: 'too-large';
      output: PortalOutput;
      what: string;
      bytes: number;
      limit: number;
      over: number;
      /** The fewest pages without which the rest would fit, heaviest first. */
      pages: HeavyPage[];
    }
  /** `slot` '' for all files together; `beyond` are those after the last that would be taken. */
  | { why: 'too-many-files'; slot: string; files: number; limit: number; beyond: string[] };

type Counted = { name: string; output: PortalOutput; slot: string };

export function findShortages(
  { maxFiles, slots }: Pick<PortalProfile, 'maxFiles' | 'slots'>,
  files: readonly Counted[],
): PortalShortage[] {
  const tooMany = (slot: string, counted: readonly Counted[], limit: number | null): PortalShortage[] =>
    limit === null || counted.length <= limit
      ? []
      : [
          {
            why: 'too-many-files',
            slot,
            files: counted.length,
            limit,
            beyond: counted.slice(limit).map(({ name }) => name),
          },
        ];
  // A site that takes pictures or PDFs takes either: each kind of output is counted by itself.
  const outputs = [...new Set(files.map(({ output }) => output))];
  return [
    ...tooMany('', files, maxFiles),
    ...slots.flatMap(({ title, maxFiles: limit }) =>
      outputs.flatMap((output) =>
        tooMany(
          title,
          files.filter((file) => file.slot === title && file.output === output),
          limit,
        ),
      ),
    ),
  ];
}

export function heaviestPages(pages: readonly HeavyPage[], over: number): HeavyPage[] {
  const sorted = [...pages].sort((one, other) => other.bytes - one.bytes);
  const found: HeavyPage[] = [];
  let left = over;
  for (const page of sorted) {
    if (left <= 0 || page.bytes === 0) break;
    found.push(page);
    left -= page.bytes;
  }
  return found;
}
