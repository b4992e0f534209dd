// What can be done to the pages of papers; each at once, each with undo.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper, PaperKind, PaperPage } from '../../../shared/domain.ts';
import { call, showAhead, shownNow } from '../../client.ts';
import { didOf, movePage, removePage, sameName, type TurnStep, turnPage } from '../../papers/page-changes.ts';
import type { PageVersion } from '../../papers/page-editor/page-draft.ts';
import { useToday } from '../../papers/today.ts';
import { useDay } from '../../shell/day.ts';
import { useTellAndRefresh } from '../../shell/tell.ts';

import type { MoveTarget } from './move-pages.tsx';

/** Shows the new order before the other side has answered: a dropped page must not jump back for a moment. */
function showAtOnce(paper: Paper, pages: PaperPage[]): void {
  showAhead('visit.get', { id: paper.visitId }, (detail) => ({
    ...detail,
    papers: detail.papers.map((other) => (other.id === paper.id ? { ...other, pages } : other)),
  }));
}

const pagesNow = ({ id, visitId, pages }: Paper): PaperPage[] =>
  shownNow('visit.get', { id: visitId })?.papers.find((paper) => paper.id === id)?.pages ?? pages;

export type PageActions = {
  reorder: (paper: Paper, from: number, to: number) => void;
  turn: (paper: Paper, position: number, degrees: TurnStep) => void;
  remove: (paper: Paper, position: number) => void;
  moveTo: (paper: Paper, position: number, kind: PaperKind) => void;
  moveAway: (paper: Paper, positions: number[], target: MoveTarget) => void;
  edit: (paper: Paper, position: number, versions: PageVersion[]) => void;
  describe: (paper: Paper, part: Partial<Pick<Paper, 'form' | 'title'>>) => void;
};

export function usePageActions(): PageActions {
  const { t } = useTranslation(['visits', 'domain', 'pageEdit', 'movePages']);
  const tell = useTellAndRefresh();
  const day = useDay(useToday());
  return useMemo(() => {
    const setPages = (text: string, paper: Paper, pages: PaperPage[]) => {
      showAtOnce(paper, pages);
      void tell(() => call('paper.set-pages', { id: paper.id, pages, seen: paper.pages }), text);
    };
    return {
      reorder: (paper, from, to) => {
        if (from !== to && to >= 0 && to < paper.pages.length)
          setPages(t('visits:did.reorder'), paper, movePage(paper.pages, from, to));
      },
      // Two quick presses both count: the second turns what the first has made, though it is not on the screen yet.
      turn: (paper, position, degrees) => {
        const pages = pagesNow(paper);
        const same = sameName(pages[position], paper.pages[position]);
        setPages(t('visits:did.turn'), paper, turnPage(same ? pages : paper.pages, position, degrees));
      },
      remove: (paper, position) =>
        setPages(t('visits:did.removePage'), paper, removePage(paper.pages, position)),
      moveTo: (paper, position, kind) =>
        void tell(
          () =>
            call('paper.move-pages', { id: paper.id, positions: [position], visitId: paper.visitId, kind }),
          t('visits:did.move', { paper: t(`domain:paper.${kind}`) }),
        ),
      moveAway: (paper, positions, target) => {
        const count = positions.length;
        if (target === 'inbox')
          return void tell(
            () => call('paper.to-inbox', { id: paper.id, positions }),
            t('movePages:did.toInbox', { count }),
          );
        const name = { paper: t(`domain:paper.${target.kind}`) };
        void tell(
          async () => {
            const { visit } = await call('visit.get', { id: target.visitId });
            const moved = await call('paper.move-pages', { id: paper.id, positions, ...target });
            return { ...moved, visit };
          },
          ({ visit }) =>
            visit.id === paper.visitId
              ? t('visits:did.move', name)
              : t('movePages:did.moveAway', {
                  ...name,
                  count,
                  date: day(visit.date),
                  hospital: visit.hospital,
                }),
        );
      },
      edit: (paper, position, versions) =>
        void tell(
          () => call('page.edit', { paperId: paper.id, position, versions }),
          t(`pageEdit:did.${didOf(versions)}`),
        ),
      describe: (paper, part) =>
        void tell(
          () => call('paper.describe', { id: paper.id, title: paper.title, form: paper.form, ...part }),
          t('visits:did.describe'),
        ),
    };
  }, [t, tell, day]);
}
