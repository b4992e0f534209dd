// A rule that holds for a place, as it is cited under what rests on it.

import type { FindingRule } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';

/** `noted`: the word before a day that is not the source's own, but the day it was noted down. */
export function citeRule(one: ResolvedRule, noted: string): FindingRule {
  const { rule, place, placeName, level, source } = one;
  const { title, url, grade } = source;
  const date = source.dateMeans === 'noted' && level !== 'own' ? `${noted} ${source.date}` : source.date;
  return { id: rule.id, place, placeName, level, title, url, date, grade };
}
