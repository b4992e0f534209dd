// The rules of a pack that are in force for costs of one day.

import { isInForce } from '../../shared/rules/resolved-pack.ts';
import type { Chapter, RulePack } from '../../shared/rules/rule-pack.ts';
import { chapters } from '../../shared/rules/rule-pack.ts';

/** The same pack without the rules that were not, or are no longer, valid on that day (yyyy-mm-dd). */
export function rulesOn<P extends RulePack>(pack: P, on: string): P {
  const valid = isInForce({ from: pack.effectiveFrom, to: pack.effectiveTo }, on);
  const keep = (chapter: Chapter) => pack[chapter].filter((rule) => valid && isInForce(rule, on));
  return { ...pack, ...Object.fromEntries(chapters.map((chapter) => [chapter, keep(chapter)])) };
}
