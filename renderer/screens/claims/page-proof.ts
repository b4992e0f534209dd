// What the proof says about one page: what holds, what is only to be minded, what does not hold.

import type { ManifestPage } from '../../../shared/packet-proof/manifest.ts';
import { blindCodes, type Finding } from '../../../shared/packet-proof/prove-page.ts';
import type { PressPage, PressProof } from '../../packet-press/press-messages.ts';

export type HeldCheck = 'there' | 'upright' | 'ink' | 'alike' | 'seals' | 'dpi' | 'text';
export type PageVerdict = 'holds' | 'minds' | 'fails';
export type PageProof = {
  page: PressPage;
  sources: ManifestPage['sources'];
  held: HeldCheck[];
  findings: Finding[];
  /** Reasons to look that are no findings. */
  notes: ('drawn' | 'rewritten' | 'gap')[];
  /** Of the coarsest source; null for lines and letters. */
  dpi: number | null;
  verdict: PageVerdict;
};

const spoils: Record<HeldCheck, readonly Finding['code'][]> = {
  there: ['page-missing', 'page-unreadable'],
  upright: ['page-missing', 'page-unreadable', 'page-differs', 'page-misplaced', ...blindCodes],
  ink: ['page-missing', 'page-unreadable', 'page-blank'],
  alike: ['page-missing', 'page-unreadable', 'page-differs', ...blindCodes],
  seals: ['page-missing', 'page-unreadable', 'annotation-lost'],
  dpi: ['low-dpi'],
  text: ['text-missing', 'page-unreadable', 'page-missing'],
};

/** One entry a page of the packet, in its order. */
export function provePages(pages: readonly PressPage[], proof: PressProof): PageProof[] {
  const listed = new Map(proof.manifest.pages.map((page) => [page.page, page]));
  const sealed = new Set(proof.sealed);
  return pages.map((page) => {
    const sources = listed.get(page.number)?.sources ?? [];
    const findings = proof.findings.filter((finding) => finding.page === page.number);
    const dots = sources.flatMap(({ dpi }) => (dpi === null ? [] : [dpi]));
    const dpi = dots.length > 0 ? Math.min(...dots) : null;
    const wanted = checksOf(page, { own: sources.length === 0, sealed: sealed.has(page.number), dpi });
    const held = wanted.filter((name) => !findings.some(({ code }) => spoils[name].includes(code)));
    const ways = [...new Set(sources.map(({ how }) => how))];
    const notes = [
      ...ways.filter((how) => how !== 'copied'),
      ...(page.kind === 'gap' ? (['gap'] as const) : []),
    ];
    const minds = findings.length > 0 || notes.length > 0;
    const verdict = findings.some(({ fails }) => fails) ? 'fails' : minds ? 'minds' : 'holds';
    return { page, sources, held, findings, notes, dpi, verdict };
  });
}

type Look = { own: boolean; sealed: boolean; dpi: number | null };

function checksOf({ kind }: PressPage, { own, sealed, dpi }: Look): HeldCheck[] {
  if (own)
    return kind === 'filler' ? ['there'] : kind === 'front' ? ['there', 'ink', 'text'] : ['there', 'ink'];
  return [
    'there',
    'upright',
    'ink',
    'alike',
    ...(sealed ? (['seals'] as const) : []),
    ...(dpi === null ? [] : (['dpi'] as const)),
  ];
}
