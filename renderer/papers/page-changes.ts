// Changes to the ordered pages of a paper. Pure: each gives the whole new list.

import { type PaperPage, toTurn } from '../../shared/domain.ts';
import { Problem } from '../../shared/problems.ts';
import { editText } from './edit-text.ts';
import type { PageVersion } from './page-editor/page-draft.ts';

export const movePage = (pages: readonly PaperPage[], from: number, to: number): PaperPage[] => {
  const rest = pages.filter((_, position) => position !== from);
  const moved = pages[from];
  return moved ? [...rest.slice(0, to), moved, ...rest.slice(to)] : [...pages];
};

/** Clockwise. */
export type TurnStep = 90 | -90 | 180;

export const turnPage = (pages: readonly PaperPage[], position: number, degrees: TurnStep): PaperPage[] =>
  pages.map((page, index) => (index === position ? { ...page, turn: toTurn(page.turn + degrees) } : page));

export const removePage = (pages: readonly PaperPage[], position: number): PaperPage[] =>
  pages.filter((_, index) => index !== position);

/** The versions that the editor made stand in the place of the page. */
export const withVersions = (
  pages: readonly PaperPage[],
  position: number,
  versions: readonly PageVersion[],
): PaperPage[] =>
  pages.flatMap((page, index) =>
    index === position
      ? versions.map(({ turn, edit }) => ({
          scan: page.scan,
          page: page.page,
          turn,
          ...(edit ? { edit } : {}),
        }))
      : [page],
  );

export const sameName = (one: PaperPage | undefined, other: PaperPage | undefined): boolean =>
  one !== undefined && one.scan === other?.scan && one.page === other.page;

const sameLook = (one: PaperPage | undefined, other: PaperPage): boolean =>
  one !== undefined && sameName(one, other) && one.turn === other.turn && editText(one) === editText(other);

/** Where a page that stood at `position` stands now. Throws not-found when it is not there any more as it was. */
export function placeNow(pages: readonly PaperPage[], page: PaperPage, position: number): number {
  const at = sameLook(pages[position], page) ? position : pages.findIndex((one) => sameLook(one, page));
  if (at < 0) throw new Problem('not-found', { what: 'page', id: position + 1 });
  return at;
}

/** A page somebody has in sight: the page itself, and where it stood then. */
export type Chosen = { page: PaperPage | undefined; position: number };

/** Where it stands now, wherever it was moved and however it was changed meanwhile; one that is gone leaves its place to the next. */
export function chosenNow(pages: readonly PaperPage[], { page, position }: Chosen): number {
  const last = Math.min(position, pages.length - 1);
  if (!page || sameLook(pages[position], page)) return last;
  const moved = pages.findIndex((one) => sameLook(one, page));
  if (moved >= 0) return moved;
  if (sameName(pages[position], page)) return last;
  const changed = pages.findIndex((one) => sameName(one, page));
  return changed < 0 ? last : changed;
}

/** Which word says what the editor did. */
export const didOf = (versions: readonly PageVersion[]) =>
  versions.length > 1 ? 'split' : versions[0]?.edit ? 'edit' : 'reset';
