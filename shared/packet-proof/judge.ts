// What a proof concludes from its findings, the same on the command line and in the window: what is lost, out of place, to be tried
// in another way, and the problem that stops an export.

import { Problem } from '../problems.ts';
import type { PacketManifest, Rung } from './manifest.ts';
import { nameSources, rungs, withoutNames } from './manifest.ts';
import type { Finding } from './prove-page.ts';

export type SourcePlace = { scan: string; page: number };

export const placeKey = ({ scan, page }: SourcePlace): string => `${scan}/${page}`;

/** A manifest that does not list every page of the packet, or lists one that is not there. */
export function countPages({ pages }: PacketManifest, pageCount: number): Finding[] {
  if (pages.length === pageCount && pages.every(({ page }, at) => page === at + 1)) return [];
  const detail = `${pageCount} / ${pages.length}`;
  return [{ code: 'page-missing', fails: true, page: pageCount, detail, file: '' }];
}

/** Source pages (`scan/page`) that should be in the packet and are not, once for every time they are wanted. */
export function findUnplaced(wanted: readonly string[], { pages }: PacketManifest): string[] {
  const left = new Map<string, number>();
  for (const source of pages.flatMap(({ sources }) => sources)) {
    const key = placeKey(source);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return wanted.filter((key) => {
    const rest = left.get(key) ?? 0;
    left.set(key, rest - 1);
    return rest <= 0;
  });
}

/** The first packet page (from 1) whose source does not stand where the plan has it; undefined when all do. */
export function findMisplaced(wanted: readonly string[], { pages }: PacketManifest): number | undefined {
  const placed = pages.flatMap(({ page, sources }) =>
    sources.map((source) => ({ page, key: placeKey(source) })),
  );
  return placed.find(({ key }, at) => key !== wanted[at])?.page;
}

/** What is wrong with the file, not with one of its pages. */
const WHOLE: readonly Finding['code'][] = ['text-missing', 'manifest-differs', 'archive-broken'];

/**
 * Lifts the sources of pages that failed to their next rung in `raised` (by placeKey); false when there is nothing to lift:
 * then the packet stays wrong whatever is tried.
 */
export function liftRungs(
  { findings, manifest }: { findings: readonly Finding[]; manifest: PacketManifest },
  raised: Map<string, Rung>,
): boolean {
  let lifted = false;
  for (const { page, source } of findings.filter(({ fails, code }) => fails && !WHOLE.includes(code))) {
    const sources = manifest.pages[page - 1]?.sources ?? [];
    // What went wrong with the page as a whole may lie at any of its sources.
    const at = source === undefined ? sources : sources.filter((_, nth) => nth === source);
    for (const placed of at) {
      const next = rungs[rungs.indexOf(placed.how) + 1];
      if (placed.form !== 'pdf' || !next) continue;
      raised.set(placeKey(placed), next);
      lifted = true;
    }
  }
  return lifted;
}

/** The first page on which a given manifest and the packet's own say different things, file names apart. */
export function holdManifests(given: PacketManifest, own: PacketManifest): Finding[] {
  const shared = ({ pages, leftOut: _, ...head }: PacketManifest) => JSON.stringify(head);
  const [one, other] = [withoutNames(given), withoutNames(own)];
  const longer = Math.max(one.pages.length, other.pages.length);
  const pageOf = (at: number) => [one.pages[at], other.pages[at]].map((page) => JSON.stringify(page));
  const at = Array.from({ length: longer }, (_, nth) => nth).find((nth) => pageOf(nth)[0] !== pageOf(nth)[1]);
  if (at === undefined && shared(one) === shared(other)) return [];
  return [{ code: 'manifest-differs', fails: true, page: (at ?? 0) + 1, detail: '', file: '' }];
}

/** A manifest read from a packet, with the file names that the writer's own has at the same places. */
export const nameFrom = (
  manifest: PacketManifest,
  { pages }: Pick<PacketManifest, 'pages'>,
): PacketManifest => {
  const names = new Map(pages.flatMap(({ sources }) => sources.map((one) => [placeKey(one), one.file])));
  return nameSources(manifest, (source) => names.get(placeKey(source)));
};

/** The first page that failed, as the Problem that stops an export. */
export function proofProblem({ findings }: { findings: readonly Finding[] }): Problem {
  const [first] = findings.filter(({ fails }) => fails);
  const detail = [first?.code, first?.file, first?.detail].filter(Boolean).join(' ');
  return new Problem('packet-check-failed', { page: first?.page ?? 1, detail });
}
