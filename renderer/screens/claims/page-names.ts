// What a packet page and its section are called.

import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import type { PacketPlan } from '../../../shared/packet-plan.ts';
import type { PressPage } from '../../packet-press/press-messages.ts';
import { useDay } from './claim-words.ts';
import type { PageSection } from './page-sections.ts';

export function usePageNames({ visits }: PacketPlan): {
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
    ({ visit: at, paper }: PageSection) => {
      if (paper !== null) return t(`domain:paper.${paper}`);
      const visit = at === null ? undefined : visits[at];
      if (!visit) return t('claims:preview.cover');
      const totalFen = visit.invoices.reduce((sum, invoice) => sum + invoice.totalFen, 0);
      return `${day(visit.date)} · ${formatYuan(totalFen, true)}`;
    },
    [t, day, visits],
  );
  return { ofPage, ofSection };
}
