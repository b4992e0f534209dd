// Moves the pages of a packet, leaves some out, and puts them back: each with a word that says so and a way back.

import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import {
  keyOf,
  movePage,
  type PacketPageOfClaim,
  type PageKey,
  stepFrom,
} from '../../../shared/packet-pages.ts';
import { parseEdit } from '../../../shared/page-edit.ts';
import { useAct, useCall } from '../../client.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import { didOf, placeNow } from '../../papers/page-changes.ts';
import type { PageVersion } from '../../papers/page-editor/page-draft.ts';
import { useTell } from '../../shell/tell.ts';

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
  /** Other versions of the page in its paper: the packet is planned anew. */
  edit: (page: PacketPageOfClaim, versions: PageVersion[]) => Promise<void>;
};

const nothing: readonly PacketPageOfClaim[] = [];

type Shown = Pick<PageKey, 'scan' | 'page' | 'half'>;

/** Whether a page of the packet shows this page of a paper. */
function isShown({ scan, page, half }: Shown, { source }: PressPage): boolean {
  const edit = source?.edit && parseEdit(source.edit.text);
  return scan === source?.scan && page === source.page && half === (edit?.half ?? '');
}

const byPosition = (one: PacketPageOfClaim, other: PacketPageOfClaim) => one.position - other.position;

/** Undefined while it is not known, and for packets that are not arranged by hand. None of it throws: what goes wrong is shown. */
export function usePageArrangement(claimId: string, enabled: boolean): PageArrangement | undefined {
  const { t } = useTranslation(['claims', 'pageEdit']);
  const { data: pages = nothing } = useCall('claim.pages', { id: claimId }, enabled);
  const { mutateAsync: orderPages } = useAct('claim.order-pages');
  const { mutateAsync: excludePage } = useAct('claim.exclude-page');
  const { mutateAsync: includePage } = useAct('claim.include-page');
  const { mutateAsync: editPage } = useAct('page.edit');
  const tell = useTell();
  return useMemo(() => {
    if (!enabled || pages.length === 0) return undefined;
    const move = async (from: number, to: number) => {
      const order = movePage(pages, from, to);
      if (order) await tell(() => orderPages({ id: claimId, order }), t('claims:arrange.moved'));
    };
    return {
      pages,
      placeOf: (page) =>
        pages.findIndex(
          ({ visit, kind, excluded, ...shown }) =>
            excluded === '' && visit === page?.visit && kind === page.paper && isShown(shown, page),
        ),
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
          await tell(
            () => excludePage({ id: claimId, ...keyOf(page), reason }),
            t('claims:arrange.excluded'),
          );
      },
      include: async (at) => {
        const page = pages[at];
        if (page)
          await tell(() => includePage({ id: claimId, ...keyOf(page) }), t('claims:arrange.included'));
      },
      edit: async ({ paperId, position, ...page }, versions) => {
        const act = async () => {
          const now = pages.filter((one) => one.paperId === paperId).toSorted(byPosition);
          return editPage({ paperId, position: placeNow(now, page, position), versions });
        };
        await tell(act, t(`pageEdit:did.${didOf(versions)}`));
      },
    };
  }, [enabled, pages, claimId, tell, orderPages, excludePage, includePage, editPage, t]);
}
