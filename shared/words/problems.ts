// The sentence and the remedy of every problem, in both languages; every way in speaks through explainProblem.

import type { Language } from '../domain.ts';
import type { ProblemCode, ProblemParams } from '../problems.ts';
import { readableParams } from './damage.ts';
import { problemsOfFiles } from './problems-of-files.ts';
import { problemsOfRecords } from './problems-of-records.ts';
import { problemsOfVault } from './problems-of-vault.ts';

export type ProblemWords = { sentence: string; remedy: string };

const inLanguage = (language: Language) => ({
  ...problemsOfVault[language],
  ...problemsOfRecords[language],
  ...problemsOfFiles[language],
});

export const problemWords: Record<Language, Record<ProblemCode, ProblemWords>> = {
  'zh-CN': inLanguage('zh-CN'),
  en: inLanguage('en'),
};

/** Fills the placeholders of one text; what is not known becomes '…'. */
export function fillPlaceholders(text: string, params: ProblemParams): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? '…'));
}

/** What happened and what to do about it, as one text; a code that is not known reads as a bug. */
export function explainProblem(fact: { code: string; params: ProblemParams }, language: Language): string {
  const book: Record<string, ProblemWords | undefined> = problemWords[language];
  const words = book[fact.code];
  if (!words) return explainProblem({ code: 'bug', params: { id: fact.code } }, language);
  const gap = language === 'en' ? ' ' : '';
  const params = readableParams({ ...fact, code: fact.code as ProblemCode }, language);
  return fillPlaceholders(words.sentence, params) + gap + fillPlaceholders(words.remedy, params);
}
