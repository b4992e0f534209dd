// A stored rule in one sentence; its name when it is of a shape that this edition does not know.

import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain.ts';
import type { Chapter } from '../../../shared/rules/rule-pack.ts';
import { describeRule } from '../../words/rules.ts';

export function useSayRule(): (chapter: Chapter, rule: Record<string, unknown> | null) => string {
  const { t, i18n } = useTranslation('packs');
  return (chapter, rule) => {
    if (rule === null) return t('changed.gone');
    try {
      return describeRule(chapter, rule as never, i18n.language as Language);
    } catch {
      return String(rule.id ?? '');
    }
  };
}
