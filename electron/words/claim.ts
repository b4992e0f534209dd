// What a claim is called until the person gives it a name.

import type { Language, VisitKind } from '../../shared/domain.ts';
import { domainWords } from '../../shared/words/domain.ts';

const words: Record<Language, { title: (years: string, kind: string) => string; several: string }> = {
  'zh-CN': { title: (years, kind) => `${years} 年${kind}`, several: '医疗费用' },
  en: { title: (years, kind) => `${years} ${kind}`, several: 'Medical costs' },
};

/** "2026 年门诊慢特病"; visits of several kinds become "2026 年医疗费用". Years and kinds each once, in order. */
export function usualClaimTitle(
  language: Language,
  years: readonly string[],
  kinds: readonly VisitKind[],
): string {
  const { title, several } = words[language];
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? '');
  const [only] = kinds;
  const kind = kinds.length === 1 && only ? domainWords[language].visitKind[only] : several;
  return title(span, kind);
}
