// What claims have to say, put together from the word files: days, contents, what a visit lacks.

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../../shared/calls.ts';
import type { PaperKind } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';
import type { Finding } from '../../../shared/rules/finding.ts';

/** "3月18日" or "18 March"; with the year when asked. */
export function useDay(): (date: string, withYear?: boolean) => string {
  const { i18n } = useTranslation();
  return useMemo(() => {
    const zone = { timeZone: 'UTC', month: 'long', day: 'numeric' } as const;
    const language = i18n.language === 'en' ? 'en-GB' : i18n.language;
    const short = new Intl.DateTimeFormat(language, zone);
    const long = new Intl.DateTimeFormat(language, { ...zone, year: 'numeric' });
    return (date, withYear = false) => (withYear ? long : short).format(new Date(`${date}T00:00:00Z`));
  }, [i18n.language]);
}

export function useKindNames(): (kinds: readonly PaperKind[]) => string {
  const { t } = useTranslation(['claims', 'domain']);
  return useCallback((kinds) => kinds.map((kind) => t(`domain:paper.${kind}`)).join(t('claims:or')), [t]);
}

export function useVisitName(): (visit: Pick<VisitSummary, 'date' | 'hospital'>) => string {
  const day = useDay();
  return useCallback(({ date, hospital }) => `${day(date)} ${hospital}`, [day]);
}

const isField = (field: string, fields: object): field is 'name' => field in fields;

/** What a field of the cover is called; the field's own name when it has no word. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('claims');
  return useCallback(
    (field) => (isField(field, t('fields', { returnObjects: true })) ? t(`fields.${field}`) : field),
    [t],
  );
}

/** "5 次就诊", "6 张发票", "4,812.60 元" */
export function useContents(): (visits: number, invoices: number, totalFen: number) => string[] {
  const { t } = useTranslation(['claims', 'common']);
  return useCallback(
    (visits, invoices, totalFen) => [
      t('claims:visits', { count: visits }),
      t('claims:invoices', { count: invoices }),
      t('common:yuan', { amount: formatYuan(totalFen, true) }),
    ],
    [t],
  );
}

/** What a visit lacks in as few signs as possible: "缺处方", "差 0.10", "还差 2 样". */
export function useLackOfVisit(): (findings: Finding[]) => string {
  const { t } = useTranslation('claims');
  const names = useKindNames();
  return useCallback(
    (findings) => {
      const [first] = findings;
      const count = findings.length;
      if (!first || count > 1) return count > 1 ? t('lacking', { count }) : t('completeShort');
      const kinds = [first.paperKind, ...first.alternatives].filter((kind) => kind !== null);
      if (first.remedy.action === 'add-paper' && kinds.length > 0) return t('lacks', { paper: names(kinds) });
      if (first.code === 'invoice-missing') return t('lacks', { paper: names(['invoice']) });
      const apart = Math.abs(Number(first.params.differenceFen ?? 0));
      return apart > 0 ? t('apart', { difference: formatYuan(apart, true) }) : t('lacking', { count });
    },
    [t, names],
  );
}
