// A PDF for a portal: the packet, or the papers of one kind, with pages as they came or as the compressed picture of them.

import type { PaperKind } from '../../../shared/domain.ts';
import type { PacketPlan, PacketSource } from '../../../shared/packet-plan.ts';
import { draftClaim } from '../claim-draft.ts';
import { composePacket } from '../compose.ts';
import type { PacketPage } from '../draft.ts';
import type { Supplies } from '../source-desk.ts';
import type { Sink } from '../writer/object-writer.ts';

/** Compressed pages by `portalKey`; a page that is not in it goes in as it came. */
export type PortalPages = ReadonlyMap<string, { jpeg: Uint8Array }>;
export type PortalWish = { plan: PacketPlan; kind: PaperKind | null; pages: PortalPages };

export const portalKey = ({ scan, page, extraTurn, edit }: PacketSource): string =>
  `${scan}/${page}/${extraTurn}${edit ? `/${edit.text}` : ''}`;

export function writePortalPacket(
  { plan, kind, pages }: PortalWish,
  supplies: Supplies,
  sink: Sink,
): Promise<PacketPage[]> {
  const draft = draftClaim(replaceSources(kind ? onlyKind(plan, kind) : plan, pages));
  const own = kind ? { front: () => [], bookmarks: () => [], says: [] } : {};
  const pull = async (source: PacketSource) =>
    pages.get(keyOfReplaced(source))?.jpeg ?? supplies.pull(source);
  return composePacket({ ...draft, ...own }, { ...supplies, pull }, sink);
}

/** A turned page is another picture, so the turn becomes a part of its page number; nobody else reads it. */
const SHIFT = 1_000_000;
const keyOfReplaced = (source: PacketSource): string => {
  const { page } = source;
  if (page < SHIFT) return `${portalKey(source)} kept`;
  const extraTurn = ((Math.floor(page / SHIFT) - 1) * 90) as PacketSource['extraTurn'];
  return portalKey({ ...source, page: page % SHIFT, extraTurn });
};

function replaceSources(plan: PacketPlan, pages: PortalPages): PacketPlan {
  const replace = (source: PacketSource): PacketSource =>
    pages.has(portalKey(source))
      ? {
          ...source,
          page: source.page + SHIFT * (1 + source.extraTurn / 90),
          form: 'jpeg',
          mirrored: false,
          turn: 0,
          extraTurn: 0,
        }
      : source;
  return {
    ...plan,
    visits: plan.visits.map((visit) => ({
      ...visit,
      papers: visit.papers.map((paper) => ({ ...paper, pages: paper.pages.map(replace) })),
    })),
  };
}

function onlyKind(plan: PacketPlan, kind: PaperKind): PacketPlan {
  return {
    ...plan,
    order: 'kind',
    visits: plan.visits.map((visit) => ({
      ...visit,
      papers: visit.papers.filter((paper) => paper.kind === kind && paper.pages.length > 0),
    })),
  };
}
