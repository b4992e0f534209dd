// Changes to the ordered pages of a paper. Pure: each gives the whole new list.

import type { PaperPage, Turn } from '../../../shared/domain.ts';

export const movePage = (pages: readonly PaperPage[], from: number, to: number): PaperPage[] => {
  const rest = pages.filter((_, position) => position !== from);
  const moved = pages[from];
  return moved ? [...rest.slice(0, to), moved, ...rest.slice(to)] : [...pages];
};

export const turnPage = (pages: readonly PaperPage[], position: number, degrees: 90 | -90): PaperPage[] =>
  pages.map((page, index) =>
    index === position ? { ...page, turn: ((page.turn + degrees + 360) % 360) as Turn } : page,
  );

export const removePage = (pages: readonly PaperPage[], position: number): PaperPage[] =>
  pages.filter((_, index) => index !== position);
