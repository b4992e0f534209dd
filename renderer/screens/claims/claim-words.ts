// What claims have to say, put together from the word files: days, findings, verdicts.

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimDetail, ClaimFinding, VisitSummary } from '../../../shared/calls.ts';
import type { PaperKind } from '../../../shared/domain.ts';
import { formatYuan } from '../../../shared/money.ts';

export type Finding = { sentence: string; action: string; to: string };

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

/** A finding in a sentence, what its button says, and where that leads. */
export function useFindingWords(personId: string): (finding: ClaimFinding) => Finding {
  const { t } = useTranslation('claims');
  const names = useKindNames();
  const fieldName = useFieldName();
  return useCallback(
    (finding) => {
      const to = finding.visitId ? `/visits/${finding.visitId}` : `/people/${personId}`;
      const stated = finding.statedFen ?? 0;
      const summed = finding.summedFen ?? 0;
      const sums = {
        stated: formatYuan(stated, true),
        summed: formatYuan(summed, true),
        difference: formatYuan(Math.abs(stated - summed), true),
      };
      const field = fieldName(finding.field);
      const [first] = finding.kinds;
      const addPaper =
        finding.kinds.length === 1 && first
          ? t('findings.addPaper', { paper: names([first]) })
          : t('findings.addPapers');
      const said = {
        'paper-missing': [t('findings.paperMissing', { papers: names(finding.kinds) }), addPaper],
        'invoice-missing': [t('findings.invoiceMissing'), t('findings.addInvoice')],
        'lines-differ': [t('findings.linesDiffer', sums), t('findings.checkAmount')],
        'parts-differ': [t('findings.partsDiffer', sums), t('findings.checkAmount')],
        'person-field-empty': [t('findings.fieldEmpty', { field }), t('findings.fillField')],
      } as const;
      const [sentence, action] = said[finding.code];
      return { sentence, action, to };
    },
    [t, names, fieldName, personId],
  );
}

export const blocking = (detail: Pick<ClaimDetail, 'findings'>): ClaimFinding[] =>
  detail.findings.filter(({ severity }) => severity === 'blocks');

export type Verdict = { tone: 'complete' | 'blocks'; text: string; short: string; hint: string };

export function useVerdict(): (detail: Pick<ClaimDetail, 'findings' | 'visits'>) => Verdict {
  const { t } = useTranslation('claims');
  return useCallback(
    (detail) => {
      const count = blocking(detail).length;
      const advice = detail.findings.length - count;
      if (detail.visits.length === 0)
        return { tone: 'blocks', text: t('noVisits'), short: t('noVisits'), hint: t('noVisitsHint') };
      if (count > 0) {
        const text = t('lacking', { count });
        return { tone: 'blocks', text, short: text, hint: '' };
      }
      const hint = advice > 0 ? t('advice', { count: advice }) : '';
      return { tone: 'complete', text: t('complete'), short: t('completeShort'), hint };
    },
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
export function useLackOfVisit(): (findings: ClaimFinding[]) => string {
  const { t } = useTranslation('claims');
  const names = useKindNames();
  return useCallback(
    (findings) => {
      const [first] = findings;
      const count = findings.length;
      if (!first || count > 1) return count > 1 ? t('lacking', { count }) : t('completeShort');
      const [kind] = first.kinds;
      if (first.code === 'paper-missing' && kind) return t('lacks', { paper: names([kind]) });
      if (first.code === 'invoice-missing') return t('lacks', { paper: names(['invoice']) });
      const apart = Math.abs((first.statedFen ?? 0) - (first.summedFen ?? 0));
      return apart > 0 ? t('apart', { difference: formatYuan(apart, true) }) : t('lacking', { count });
    },
    [t, names],
  );
}
