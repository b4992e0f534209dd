// Changes to the ordered pages of a paper. Pure: each gives the whole new list.

import { type PaperPage, toTurn } from '../../shared/domain.ts';
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

/** Which word says what the editor did. */
export const didOf = (versions: readonly PageVersion[]) =>
  versions.length > 1 ? 'split' : versions[0]?.edit ? 'edit' : 'reset';
