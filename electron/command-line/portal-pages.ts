// The pages of a claim as a portal sees them: what each would cost at every step, measured once for the same page.

import { portalKey } from '../../renderer/packet/portal/portal-packet.ts';
import type { PaperKind, Turn } from '../../shared/domain.ts';
import type { PacketPlan, PacketSource } from '../../shared/packet-plan.ts';
import { noEdit, parseEdit } from '../../shared/page-edit.ts';
import { Problem } from '../../shared/problems.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { findScan, readReadableBytes } from '../database/scan.ts';
import type { Compact, CompactStep } from '../engine/workshop.ts';
import { showProgress } from './output.ts';
import type { Session } from './session.ts';

export type MeasuredPage = Omit<Compact, 'jpeg' | 'steps'> & {
  source: PacketSource;
  kind: PaperKind;
  label: string;
  date: string;
  hospital: string;
  /** Which page of the paper, from 0, and of how many. */
  at: number;
  of: number;
  steps: CompactStep[];
  /** Bytes of the page as it came, when it can stand in a PDF so; a PDF's bytes are shared by its pages. */
  keptBytes: number | null;
};
type Unmeasured = Pick<MeasuredPage, 'source' | 'kind' | 'label' | 'date' | 'hospital' | 'at' | 'of'>;

export async function measurePages(
  session: Session,
  plan: PacketPlan,
  { longEdge, signal }: { longEdge: number; signal: { readonly aborted: boolean } },
): Promise<MeasuredPage[]> {
  const pages = listPages(plan);
  const shares = new Map<string, number>();
  for (const key of new Set(pages.map(({ source }) => portalKey(source)))) {
    const scan = key.split('/')[0] ?? '';
    shares.set(scan, (shares.get(scan) ?? 0) + 1);
  }
  const known = new Map<string, Promise<Compact>>();
  let done = 0;
  const measure = ({ source }: Unmeasured): Promise<Compact> => {
    const key = portalKey(source);
    const found = known.get(key) ?? askWorkshop(session, source, { longEdge });
    known.set(key, found);
    return found;
  };
  const measured: MeasuredPage[] = [];
  // Two at a time: the workshop has two benches, and bytes of pages that wait would only fill the memory.
  for (let at = 0; at < pages.length; at += 2) {
    if (signal.aborted) throw new Problem('cancelled');
    const pair = pages.slice(at, at + 2);
    const found = await Promise.all(pair.map(measure));
    for (const [index, page] of pair.entries()) {
      const { jpeg: _, ...rest } = found[index] as Compact;
      measured.push({ ...page, ...rest, keptBytes: keptBytes(session, page.source, shares) });
      done += 1;
    }
    showProgress(`${done}/${pages.length}`);
  }
  return measured;
}

/** The JPEG of one page at a step. */
export async function makePage(
  session: Session,
  { source }: MeasuredPage,
  step: { edge: number; quality: number } | null,
): Promise<Uint8Array> {
  if (!step) throw new Error('a page without a step has no picture');
  const { jpeg } = await askWorkshop(session, source, {
    longEdge: step.edge,
    make: { edge: step.edge, quality: step.quality },
  });
  if (!jpeg) throw new Error('the workshop made no picture');
  return jpeg;
}

type Asked = { longEdge: number; make?: { edge: number; quality: number } };

async function askWorkshop(session: Session, source: PacketSource, asked: Asked): Promise<Compact> {
  const { vault, workshop } = session.context;
  const scan = findScan(vault.db, source.scan);
  if (!scan) throw new Problem('not-found', { what: 'scan', id: source.scan });
  const turn = ((source.turn + source.extraTurn) % 360) as Turn;
  const wish = { page: source.page, mirrored: source.mirrored, turn, ...asked, ...wishEdited(source) };
  try {
    return await workshop.compact(readReadableBytes(vault.db, scan.id), scan.mediaType, wish);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw new Problem(error.code, { ...error.params, file: scan.fileName, page: source.page + 1 });
  }
}

/** An edited page is made from the upright page of its scan. */
function wishEdited({ edit, extraTurn }: PacketSource) {
  if (!edit) return {};
  const { text, mirrored, turn } = edit;
  return { mirrored, turn, edited: { edit: parseEdit(text) ?? noEdit, extraTurn } };
}

function keptBytes(
  session: Session,
  { scan, form, edit }: PacketSource,
  shares: Map<string, number>,
): number | null {
  const found = findScan(session.context.vault.db, scan);
  const came = { jpeg: 'image/jpeg', png: 'image/png', pdf: 'application/pdf' }[form];
  if (!found || found.mediaType !== came || edit) return null;
  return Math.ceil(found.byteLength / (form === 'pdf' ? (shares.get(scan) ?? 1) : 1));
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
