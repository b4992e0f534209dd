// A rule that holds for a place, as it is cited under what rests on it.

import type { FindingRule } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';

export function citeRule({ rule, place, placeName, level, source }: ResolvedRule): FindingRule {
  const { title, url, date, grade } = source;
  return { id: rule.id, place, placeName, level, title, url, date, grade };
}
