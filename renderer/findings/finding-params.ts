// Fills the sentences of findings: papers by name, fen as yuan, codes as words.

import type { Language } from '../../shared/domain.ts';
import { formatYuan } from '../../shared/money.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { domainWords } from '../../shared/words/domain.ts';
import { findingValueWords } from '../words/finding-values.ts';

/** What the placeholders of a finding's words are filled with: papers by name, fen as yuan, codes as words. */
export function findingParams(finding: Finding, language: Language): Record<string, string> {
  const comma = language === 'en' ? ', ' : '、';
  const or = language === 'en' ? ' or ' : '或';
  const kinds = [finding.paperKind, ...finding.alternatives].filter((kind) => kind !== null);
  const said: Record<string, string> = {
    paper: kinds.map((kind) => domainWords[language].paper[kind]).join(or),
  };
  for (const [name, value] of Object.entries(finding.params)) {
    if (name.endsWith('Fen')) said[name.slice(0, -3)] = formatYuan(Number(value));
    else said[name] = wordFor(language, name, String(value), comma);
  }
  if (finding.code === 'direct-settlement-possible') said.what = said.disease || stayWord[language];
  return said;
}

const stayWord: Record<Language, string> = { 'zh-CN': '住院', en: 'inpatient care' };

function wordFor(language: Language, name: string, value: string, comma: string): string {
  const book: Record<string, Record<string, string> | undefined> = findingValueWords[language];
  const words = book[name];
  if (!words) return value;
  return value
    .split(',')
    .map((one) => words[one] ?? (name === 'outcome' ? '' : one))
    .join(comma);
}
