// The pages of a claim's packet as a person arranges them: which come in which order, and which are left out and why.

import { z } from 'zod';
import { read, undo, write } from './call-shape.ts';
import { id, type PaperPage, paperKinds, paperPage, scanId } from './domain.ts';
import { halfInView, pageHalves } from './page-edit.ts';

/** A page of a scan in a paper; `page` counts from 0. The halves of a page that was cut in two are pages of their own. */
export const pageKey = z.object({
  paperId: id,
  scan: scanId,
  page: z.int().min(0),
  half: z.enum(['', ...pageHalves]).default(''),
});
export type PageKey = z.infer<typeof pageKey>;

export const keyOf = ({ paperId, scan, page, half }: PageKey): PageKey => ({ paperId, scan, page, half });
/** As which half of its page a person sees it; '' for a whole one. */
export const halfSeen = ({ turn, edit }: Pick<PaperPage, 'turn' | 'edit'>): PageKey['half'] =>
  edit?.half ? halfInView(edit.half, { turn, mirrored: edit.mirrored }) : '';
/** As `half` of its key. */
export const halfOf = ({ edit }: Pick<PaperPage, 'edit'>): PageKey['half'] => edit?.half ?? '';

export const LONGEST_REASON = 200;

/** In the order of a packet by visit, pages that are left out among the others. `visit` is the place in the claim, from 0. */
export const packetPageOfClaim = pageKey.extend({
  visit: z.int().min(0),
  kind: z.enum(paperKinds),
  title: z.string(),
  fileName: z.string(),
  /** Why it is left out; '' while it is in. */
  excluded: z.string(),
  /** Its place among the pages of its paper, from 0, and what was changed about it there. */
  position: z.int().min(0),
  ...paperPage.pick({ turn: true, edit: true }).shape,
});
export type PacketPageOfClaim = z.infer<typeof packetPageOfClaim>;

const pages = z.array(packetPageOfClaim);
const changed = z.object({ pages, ...undo });

/** Part of the call table in calls.ts. */
export const packetPageCalls = {
  'claim.pages': read(z.object({ id }), pages),
  /** Pages and papers stand in this order within their visit from then on; an empty list brings the usual order back. */
  'claim.order-pages': write(z.object({ id, order: z.array(pageKey).max(10_000) }), changed),
  /** Not printed, and named with the reason wherever the packet is proven. Throws not-found for a page that is not there. */
  'claim.exclude-page': write(
    pageKey.extend({ id, reason: z.string().trim().min(1).max(LONGEST_REASON) }),
    changed,
  ),
  'claim.include-page': write(pageKey.extend({ id }), changed),
} as const;

export const samePage = (one: PageKey, other: PageKey): boolean =>
  one.half === other.half && sameSheet(one, other);

/** The same page, or both of it. */
export const sameSheet = (one: PageKey, other: PageKey): boolean =>
  one.paperId === other.paperId && one.scan === other.scan && one.page === other.page;

/**
 * The order after page `from` was put where page `to` is (both places in `pages`). Inside a paper the page moves; beyond it its
 * whole paper moves past the other one. Undefined where that is no move: onto itself, or into another visit.
 */
export function movePage(
  pages: readonly PacketPageOfClaim[],
  from: number,
  to: number,
): PageKey[] | undefined {
  const [moved, target] = [pages[from], pages[to]];
  if (!moved || !target || from === to || moved.visit !== target.visit) return undefined;
  const alone = moved.paperId === target.paperId;
  const block = alone ? [moved] : pages.filter(({ paperId }) => paperId === moved.paperId);
  const rest = pages.filter((page) => !block.includes(page));
  const anchors = alone ? [target] : rest.filter(({ paperId }) => paperId === target.paperId);
  const first = rest.indexOf(anchors[0] as PacketPageOfClaim);
  const at = from < to ? first + anchors.length : first;
  return [...rest.slice(0, at), ...block, ...rest.slice(at)].map(keyOf);
}

/** Where one step up (-1) or down (1) leads: the next page that is in the packet, else past the next paper of the visit. */
export function stepFrom(
  pages: readonly PacketPageOfClaim[],
  from: number,
  step: -1 | 1,
): number | undefined {
  for (let at = from + step; at >= 0 && at < pages.length; at += step) {
    const page = pages[at];
    if (page?.visit !== pages[from]?.visit) return undefined;
    if (page?.excluded === '') return at;
  }
  return undefined;
}
