// What a proof concludes from its findings, the same on the command line and in the window: what is lost, out of place, to be tried
// in another way, and the problem that stops an export.

import { Problem } from '../problems.ts';
import type { PacketManifest, Rung } from './manifest.ts';
import { rungs } from './manifest.ts';
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

/**
 * Lifts the sources of pages that failed to their next rung in `raised` (by placeKey); false when there is nothing to lift:
 * then the packet stays wrong whatever is tried.
 */
export function liftRungs(
  { findings, manifest }: { findings: readonly Finding[]; manifest: PacketManifest },
  raised: Map<string, Rung>,
): boolean {
  let lifted = false;
  for (const { page } of findings.filter(({ fails, code }) => fails && code !== 'text-missing')) {
    for (const source of manifest.pages[page - 1]?.sources ?? []) {
      const next = rungs[rungs.indexOf(source.how) + 1];
      if (source.form !== 'pdf' || !next) continue;
      raised.set(placeKey(source), next);
      lifted = true;
    }
  }
  return lifted;
}

/** The first page that failed, as the Problem that stops an export. */
export function proofProblem({ findings }: { findings: readonly Finding[] }): Problem {
  const [first] = findings.filter(({ fails }) => fails);
  const detail = [first?.code, first?.file, first?.detail].filter(Boolean).join(' ');
  return new Problem('packet-check-failed', { page: first?.page ?? 1, detail });
}
