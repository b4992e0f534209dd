// A rule with everything that stands beside it on a screen: its source, grade and level, and where it asks to hold.

import { schemes } from '../../shared/domain.ts';
import { type Cell, cellOf, type ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { AnyRule, Chapter, RulePack } from '../../shared/rules/rule-pack.ts';
import { claimKinds, type RuleSource } from '../../shared/rules/rule-parts.ts';

/** The cells a rule asks for by its own words. */
export function cellsOf(rule: AnyRule): Cell[] {
  const kinds = rule.claims.length > 0 ? rule.claims : claimKinds;
  const both = rule.scheme === 'any' ? schemes : [rule.scheme];
  return kinds.flatMap((kind) => both.map((scheme) => cellOf(kind, scheme)));
}

/** A rule with its source and level, in every cell it asks for, within the days its pack is in force. A source that is not in the pack is a bug. */
export function labelRule(pack: RulePack, chapter: Chapter, rule: AnyRule): ResolvedRule {
  const source = sourceOf(pack, rule.source);
  const span = { from: rule.from ?? pack.effectiveFrom, to: rule.to ?? pack.effectiveTo };
  return {
    chapter,
    rule: { ...rule, ...span },
    source,
    place: pack.place,
    placeName: pack.name,
    level: source.grade === 'own' ? 'own' : pack.level,
    hint: source.grade === 'C',
    cells: cellsOf(rule),
  };
}

export function sourceOf(pack: RulePack, id: string): RuleSource {
  const source = pack.sources.find((one) => one.id === id);
  if (!source) throw new Error(`pack ${pack.place} has no source ${id}`);
  return source;
}
