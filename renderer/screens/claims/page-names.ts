// What a packet page and its section are called.

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import { useDay } from './claim-words.ts';
import type { PageSection } from './page-sections.ts';

export function usePageNames(detail: ClaimDetail): {
  ofPage: (page: PressPage) => string;
  ofSection: (section: PageSection) => string;
} {
  const { t } = useTranslation(['claims', 'domain']);
  const day = useDay();
  const ofPage = useCallback(
    ({ kind, paper, label }: PressPage) =>
      kind === 'gap' && paper ? t('claims:lacks', { paper: t(`domain:paper.${paper}`) }) : label,
    [t],
  );
  const ofSection = useCallback(
    ({ visitId, paper }: PageSection) => {
      if (paper !== null) return t(`domain:paper.${paper}`);
      const visit = detail.visits.find(({ id }) => id === visitId);
      return visit ? `${day(visit.date)} · ${formatYuan(visit.totalFen, true)}` : t('claims:preview.cover');
    },
    [t, day, detail.visits],
  );
  return { ofPage, ofSection };
}
