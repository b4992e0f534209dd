// What the editor holds while a page is being edited. Pure: each change gives a new draft.

import type { PaperPage, Turn } from '../../../shared/domain.ts';
import {
  cornersFromView,
  cornersInView,
  cornersOfCrop,
  cropAround,
  formatEdit,
  halfFromView,
  isUsable,
  mirrorView,
  noEdit,
  type PageCorners,
  type PageEdit,
  type PageHalf,
  type PagePoint,
  type PageView,
  settleEdit,
  wholePage,
} from '../../../shared/page-edit.ts';

export type Tool = 'none' | 'straight' | 'crop';
/** `split` makes two pages of it, the left and the right half as seen. */
export type PageDraft = { turn: Turn; edit: PageEdit; split: boolean; tool: Tool };
export type PageVersion = { turn: Turn; edit: PageEdit | null };

export const openDraft = ({ turn, edit = noEdit }: PaperPage): PageDraft => ({
  turn,
  edit,
  split: false,
  tool: edit.corners ? 'straight' : edit.crop ? 'crop' : 'none',
});

export const viewOf = ({ turn, edit }: PageDraft): PageView => ({ turn, mirrored: edit.mirrored });

/** Where the handles stand, clockwise from the upper left as seen. */
export function handlesOf(draft: PageDraft): PageCorners {
  const { corners, crop } = draft.edit;
  return cornersInView(corners ?? (crop ? cornersOfCrop(crop) : wholePage), viewOf(draft));
}

/** Choosing a tool starts from what is cut out already; choosing it again puts it away and the cut with it. */
export function chooseTool(draft: PageDraft, tool: Tool): PageDraft {
  if (tool === draft.tool || tool === 'none')
    return { ...draft, tool: 'none', edit: { ...draft.edit, crop: null, corners: null } };
  const { corners, crop } = draft.edit;
  // The whole page at first: nothing is cut off before a handle is moved.
  const start = corners ?? (crop ? cornersOfCrop(crop) : wholePage);
  return placeCorners({ ...draft, tool }, start);
}

/** Corners of the upright page, cut out as the tool says. */
export function placeCorners(draft: PageDraft, corners: PageCorners): PageDraft {
  const cut = draft.tool === 'crop' ? { crop: cropAround(corners), corners: null } : { crop: null, corners };
  return { ...draft, edit: { ...draft.edit, ...cut } };
}

const within = (value: number): number => Math.min(1, Math.max(0, value));

/** Moves one handle to a place as seen; of a crop, its neighbours come along. The same draft where that makes no page. */
export function moveHandle(draft: PageDraft, at: number, [x, y]: PagePoint): PageDraft {
  const place: PagePoint = [within(x), within(y)];
  const seen = handlesOf(draft).map((corner, index) => {
    if (index === at) return place;
    if (draft.tool !== 'crop' || (index + at) % 2 === 0) return corner;
    // Upper and lower handles share a side with one neighbour each: 0-3 and 1-2 the upright ones, 0-1 and 2-3 the level ones.
    return index + at === 3 ? [place[0], corner[1]] : [corner[0], place[1]];
  }) as PageCorners;
  if (!isUsable(seen)) return draft;
  return placeCorners(draft, cornersFromView(seen, viewOf(draft)));
}

export const turnDraft = (draft: PageDraft, degrees: 90 | -90): PageDraft => ({
  ...draft,
  turn: ((draft.turn + degrees + 360) % 360) as Turn,
});

export function mirrorDraft(draft: PageDraft): PageDraft {
  const { mirrored, turn } = mirrorView(viewOf(draft));
  return { ...draft, turn, edit: { ...draft.edit, mirrored } };
}

/** Everything back but the turn as it is seen. */
export function resetDraft(draft: PageDraft): PageDraft {
  const { turn } = draft.edit.mirrored ? mirrorView(viewOf(draft)) : draft;
  return { turn, edit: noEdit, split: false, tool: 'none' };
}

export const togglePaper = (draft: PageDraft): PageDraft => ({
  ...draft,
  edit: { ...draft.edit, enhance: draft.edit.enhance === 'paper' ? 'none' : 'paper' },
});

/** One version, or the two halves in reading order. */
export function versionsOf(draft: PageDraft): PageVersion[] {
  const { turn, edit, split } = draft;
  if (!split) return [{ turn, edit: settleEdit(edit) ?? null }];
  return (['left', 'right'] as const).map((half) => ({
    turn,
    edit: settleEdit({ ...edit, half: halfSeen(half, draft) }) ?? null,
  }));
}

const halfSeen = (half: PageHalf, draft: PageDraft): PageHalf => halfFromView(half, viewOf(draft));

export const versionText = ({ turn, edit }: PageVersion): string => `${turn}/${edit ? formatEdit(edit) : ''}`;

export function isChanged(draft: PageDraft, page: PaperPage): boolean {
  const [first] = versionsOf(draft);
  return (
    draft.split || !first || versionText(first) !== versionText({ turn: page.turn, edit: page.edit ?? null })
  );
}
