// What a bundle is called: its claim, or what sets it apart from the others ("2026 年 门诊慢特病").

import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../../shared/calls.ts';
import { hospitalGrades } from '../../../shared/claim-life.ts';
import { visitKinds } from '../../../shared/domain.ts';
import type { BoardEntry, BundleShown } from '../../../shared/readiness-calls.ts';

export function useBundleWords(): (by: BundleShown['by'], visits: readonly VisitSummary[]) => string {
  const { t } = useTranslation(['board', 'domain']);
  const part = (name: string, value: string): string => {
    switch (name) {
      case 'calendar-year':
        return t('board:bundle.calendar-year', { value });
      case 'claim-kind': {
        const kind = visitKinds.find((one) => one === value);
        return kind ? t(`domain:visitKind.${kind}`) : value;
      }
      case 'admission':
        return value === 'outpatient' ? t('board:bundle.admissionNone') : t('board:bundle.admission');
      case 'hospital-grade': {
        const grade = hospitalGrades.find((one) => one !== '' && one === value);
        return grade ? t('board:bundle.hospital-grade', { value: t(`domain:hospitalGrade.${grade}`) }) : '';
      }
      default:
        return value;
    }
  };
  return (by, visits) => {
    const parts = Object.entries(by).map(([name, value]) => part(name, value));
    const kinds = new Set(visits.map(({ kind }) => kind));
    const [only] = kinds;
    // A bundle that is all of one kind is called so even where nobody asks to keep kinds apart.
    if (!('claim-kind' in by) && kinds.size === 1 && only) parts.push(t(`domain:visitKind.${only}`));
    return parts.filter(Boolean).join(' ') || t('board:bundle.whole');
  };
}

export function useBundleName(): (entry: BoardEntry, visits: readonly VisitSummary[]) => string {
  const inWords = useBundleWords();
  return ({ claim, bundle }, visits) => (claim ? claim.title || claim.number : inWords(bundle.by, visits));
}
