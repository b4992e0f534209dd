// What the user knows better than the shipped rules: laid over them by the id of each rule.

import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { chapters, type OverridePack } from '../../shared/rules/rule-pack.ts';
import { cellsOf, labelRule } from './label-rule.ts';

/**
 * A rule with the id of one that holds replaces it, in the cells that one held and in those its new words add; any other
 * id adds a rule; `off` takes one away. Nothing that was off comes back from the level above.
 */
export function layOverrides(rules: readonly ResolvedRule[], overrides: OverridePack): ResolvedRule[] {
  const off = new Set(overrides.off.map((one) => one.rule));
  const own = chapters.flatMap((chapter) =>
    overrides[chapter].map((rule) => {
      const labelled = labelRule(overrides, chapter, rule);
      return { ...labelled, level: 'own' as const, hint: false };
    }),
  );
  const byId = new Map(own.map((one) => [one.rule.id, one]));
  const kept = rules.flatMap((before) => {
    if (off.has(before.rule.id)) return [];
    const after = byId.get(before.rule.id);
    if (!after || after.chapter !== before.chapter) return [before];
    byId.delete(before.rule.id);
    return [replaceRule(before, after)];
  });
  return [...kept, ...byId.values()];
}

function replaceRule(before: ResolvedRule, after: ResolvedRule): ResolvedRule {
  const lost = new Set(cellsOf(before.rule).filter((cell) => !before.cells.includes(cell)));
  return { ...after, cells: after.cells.filter((cell) => !lost.has(cell)) };
}
