// The pages of a claim as a portal sees them: what each would cost at every step, measured once for the same page.

import type { MediaType, PaperKind } from '../../../shared/domain.ts';
import type { PacketPlan, PacketSource } from '../../../shared/packet-plan.ts';
import { Problem } from '../../../shared/problems.ts';
import { domainWords } from '../../../shared/words/domain.ts';
import type { Supplies } from '../source-desk.ts';
import type { Step } from './choose-steps.ts';
import { portalKey } from './portal-packet.ts';

/** What one page costs at every step from fine to the floor. Lengths in pixels, costs and `byteLength` in bytes. */
export type MeasuredCost = {
  steps: Step[];
  /** Pixels the source has on its longer side. */
  edge: number;
  printHeight: number | null;
  floorEdge: number;
  floorBy: 'print' | 'dpi';
  /** The source itself has fewer pixels than the floor asks for. */
  belowFloor: boolean;
  /** The file the page is in, as it was given. */
  mediaType: MediaType;
  byteLength: number;
};

/** Who measures and compresses: the workshop next door on the command line, an address in the window. */
export type PortalDesk = Supplies & {
  measure: (source: PacketSource, longEdge: number) => Promise<MeasuredCost>;
  /** The JPEG of a page at a step. */
  shrink: (source: PacketSource, step: { edge: number; quality: number }) => Promise<Uint8Array>;
};

export type MeasuredPage = Omit<MeasuredCost, 'mediaType' | 'byteLength'> & {
  source: PacketSource;
  kind: PaperKind;
  label: string;
  date: string;
  hospital: string;
  /** Which page of the paper, from 0, and of how many. */
  at: number;
  of: number;
  /** Bytes of the page as it came, when it can stand in a PDF so; a PDF's bytes are shared by its pages. */
  keptBytes: number | null;
};
type Unmeasured = Pick<MeasuredPage, 'source' | 'kind' | 'label' | 'date' | 'hospital' | 'at' | 'of'>;

/** Throws what `measure` throws, and cancelled. */
export async function measurePages(
  desk: PortalDesk,
  plan: PacketPlan,
  longEdge: number,
): Promise<MeasuredPage[]> {
  const pages = listPages(plan);
  const shares = countShares(pages);
  const known = new Map<string, Promise<MeasuredCost>>();
  const measure = ({ source }: Unmeasured): Promise<MeasuredCost> => {
    const key = portalKey(source);
    const found = known.get(key) ?? desk.measure(source, longEdge);
    known.set(key, found);
    return found;
  };
  const measured: MeasuredPage[] = [];
  // Two at a time: the workshop has two benches, and bytes of pages that wait would only fill the memory.
  for (let at = 0; at < pages.length; at += 2) {
    if (desk.signal?.aborted) throw new Problem('cancelled');
    const pair = pages.slice(at, at + 2);
    const found = await Promise.all(pair.map(measure));
    for (const [index, page] of pair.entries()) {
      const { mediaType, byteLength, ...cost } = found[index] as MeasuredCost;
      const keptBytes = keptBytesOf(page.source, { mediaType, byteLength }, shares);
      measured.push({ ...page, ...cost, keptBytes });
    }
    desk.onProgress?.(measured.length, pages.length);
  }
  return measured;
}

/** How many pages of a claim share the bytes of one file. */
function countShares(pages: readonly Unmeasured[]): Map<string, number> {
  const shares = new Map<string, number>();
  for (const key of new Set(pages.map(({ source }) => portalKey(source)))) {
    const scan = key.split('/')[0] ?? '';
    shares.set(scan, (shares.get(scan) ?? 0) + 1);
  }
  return shares;
}

function keptBytesOf(
  { scan, form, edit }: PacketSource,
  { mediaType, byteLength }: Pick<MeasuredCost, 'mediaType' | 'byteLength'>,
  shares: Map<string, number>,
): number | null {
  const came = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }[form];
  if (mediaType !== came || edit) return null;
  return Math.ceil(byteLength / (form === 'pdf' ? (shares.get(scan) ?? 1) : 1));
}

function listPages({ visits, language }: PacketPlan): Unmeasured[] {
  const names = domainWords[language].paper;
  return visits.flatMap(({ date, hospital, papers }) =>
    papers.flatMap(({ kind, title, pages }) =>
      pages.map((source, at) => ({
        source,
        kind,
        label: title || names[kind],
        date,
        hospital,
        at,
        of: pages.length,
      })),
    ),
  );
}
