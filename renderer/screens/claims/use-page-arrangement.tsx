// Moves the pages of a packet, leaves some out, and puts them back: each with a word that says so and a way back.

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { movePage, type PacketPageOfClaim, type PageKey, stepFrom } from '../../../shared/packet-pages.ts';
import { useAct, useCall } from '../../client.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useUndo } from '../../shell/undo.tsx';

export type PageArrangement = {
  /** In the order of a packet by visit, those left out among them. */
  pages: readonly PacketPageOfClaim[];
  /** Place in `pages` of what a page of the packet shows; -1 for pages that are no paper's. */
  placeOf: (page: PressPage | undefined) => number;
  canMove: (from: number, to: number) => boolean;
  move: (from: number, to: number) => Promise<void>;
  canStep: (from: number, step: -1 | 1) => boolean;
  step: (from: number, step: -1 | 1) => Promise<void>;
  exclude: (at: number, reason: string) => Promise<void>;
  include: (at: number) => Promise<void>;
};

const keyOf = ({ paperId, scan, page }: PageKey): PageKey => ({ paperId, scan, page });
const nothing: readonly PacketPageOfClaim[] = [];

/** Undefined while it is not known, and for packets that are not arranged by hand. None of it throws: what goes wrong is shown. */
export function usePageArrangement(claimId: string, enabled: boolean): PageArrangement | undefined {
  const { t } = useTranslation('claims');
  const { data: pages = nothing } = useCall('claim.pages', { id: claimId }, enabled);
  const { mutateAsync: orderPages } = useAct('claim.order-pages');
  const { mutateAsync: excludePage } = useAct('claim.exclude-page');
  const { mutateAsync: includePage } = useAct('claim.include-page');
  const explain = useExplain();
  const { done } = useUndo();
  const act = useCallback(
    async (said: string, work: () => Promise<{ undo: Parameters<typeof done>[1] }>) => {
      try {
        done(said, (await work()).undo);
      } catch (error) {
        explain(error);
      }
    },
    [done, explain],
  );
  return useMemo(() => {
    if (!enabled || pages.length === 0) return undefined;
    const move = async (from: number, to: number) => {
      const order = movePage(pages, from, to);
      if (order) await act(t('arrange.moved'), () => orderPages({ id: claimId, order }));
    };
    return {
      pages,
      placeOf: (page) =>
        page?.source
          ? pages.findIndex(
              ({ visit, kind, scan, page: number, excluded }) =>
                visit === page.visit &&
                kind === page.paper &&
                scan === page.source?.scan &&
                number === page.source.page &&
                excluded === '',
            )
          : -1,
      canMove: (from, to) => movePage(pages, from, to) !== undefined,
      move,
      canStep: (from, step) => stepFrom(pages, from, step) !== undefined,
      step: async (from, step) => {
        const to = stepFrom(pages, from, step);
        if (to !== undefined) await move(from, to);
      },
      exclude: async (at, reason) => {
        const page = pages[at];
        if (page)
          await act(t('arrange.excluded'), () => excludePage({ id: claimId, ...keyOf(page), reason }));
      },
      include: async (at) => {
        const page = pages[at];
        if (page) await act(t('arrange.included'), () => includePage({ id: claimId, ...keyOf(page) }));
      },
    };
  }, [enabled, pages, claimId, act, orderPages, excludePage, includePage, t]);
}
