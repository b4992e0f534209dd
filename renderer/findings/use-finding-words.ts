// A finding in words: what is the matter and what to do, with days and papers as people say them.

import { useTranslation } from 'react-i18next';
import { isCalendarDate } from '../../shared/dates.ts';
import type { Language } from '../../shared/domain.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { findingParams } from '../../shared/words/findings.ts';
import { useDay } from '../shell/day.ts';

export function useFindingWords(today: string): (finding: Finding) => { what: string; remedy: string } {
  const { t, i18n } = useTranslation('findings');
  const day = useDay(today);
  return (finding) => {
    const said = findingParams(finding, i18n.language as Language);
    const params = Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name, isCalendarDate(value) ? day(value) : value]),
    );
    // One literal stands for every code: the compiler need not see the full product of keys.
    return {
      what: t(`${finding.code}.what` as 'paper-missing.what', params as { paper: string }).trim(),
      remedy: t(`${finding.code}.remedy` as 'paper-missing.remedy', params as { paper: string }).trim(),
    };
  };
}
