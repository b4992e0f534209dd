// What readiness found, in words: every code in both languages, and what the placeholders of its sentences are filled with.

import type { Language } from '../domain.ts';
import { formatYuan } from '../money.ts';
import type { Finding, FindingCode } from '../rules/finding.ts';
import { domainWords } from './domain.ts';
import { findingValueWords } from './finding-values.ts';
import { findingsOfClaim } from './findings-of-claim.ts';
import { findingsOfInvoices } from './findings-of-invoices.ts';
import { findingsOfPapers } from './findings-of-papers.ts';
import { findingsOfPlace } from './findings-of-place.ts';

const inLanguage = (language: Language) => ({
  ...findingsOfPapers[language],
  ...findingsOfInvoices[language],
  ...findingsOfPlace[language],
  ...findingsOfClaim[language],
});
/** `{{name}}` stands for what `findingParams` gives. */
export const findingWords = { 'zh-CN': inLanguage('zh-CN'), en: inLanguage('en') } satisfies Record<
  Language,
  Record<FindingCode, { what: string; remedy: string }>
>;

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
  // How far two sums are apart has no sign.
  if (said.difference) said.difference = said.difference.replace('-', '');
  said.successor = said.replacedBy ? successorWord[language](said.replacedBy) : '';
  if (finding.code === 'direct-settlement-possible') said.what = said.disease || stayWord[language];
  return said;
}

const successorWord: Record<Language, (number: string) => string> = {
  'zh-CN': (number) => `（号码 ${number}）`,
  en: (number) => ` (number ${number})`,
};
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

/** A finding as one reads it, days as they are written in the vault (yyyy-mm-dd). */
export function describeFinding(finding: Finding, language: Language): { what: string; remedy: string } {
  const params = findingParams(finding, language);
  const fill = (text: string) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => params[name] ?? '').trim();
  const { what, remedy } = findingWords[language][finding.code];
  return { what: fill(what), remedy: fill(remedy) };
}
