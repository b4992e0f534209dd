// Which rule of the resolved pack speaks for a visit, and how a finding cites it.

import type { FindingRule } from '../../shared/rules/finding.ts';
import {
  pickRules,
  type ResolvedPack,
  type ResolvedRule,
  type Scheme,
} from '../../shared/rules/resolved-pack.ts';
import type { Chapter } from '../../shared/rules/rule-pack.ts';
import type { ClaimKind } from '../../shared/rules/rule-parts.ts';

/** A visit as rules see it: kind of claim, scheme of the person, place of care ('' while unknown), day of the costs. */
export type RuleCase = { claim: ClaimKind; scheme: Scheme; carePlace: string; date: string };

/** All rules of the chapter for that visit; those out of force on its day are left out. */
export function rulesFor<C extends Chapter>(
  pack: ResolvedPack,
  chapter: C,
  visit: RuleCase,
): ResolvedRule<C>[] {
  return pickRules(pack, chapter, visit).filter(({ rule }) => isInForce(rule, visit.date));
}

/** The one that counts where a chapter gives one answer: the first that is more than a hint, else the first hint. */
export function ruleFor<C extends Chapter>(
  pack: ResolvedPack,
  chapter: C,
  visit: RuleCase,
): ResolvedRule<C> | undefined {
  const rules = rulesFor(pack, chapter, visit);
  return rules.find((one) => !one.hint) ?? rules[0];
}

/** Dates of rules may be a year or a month only: then all of it counts. */
function isInForce(rule: { from: string | null; to: string | null }, date: string): boolean {
  return (
    (rule.from === null || date >= rule.from) &&
    (rule.to === null || date.slice(0, rule.to.length) <= rule.to)
  );
}

/** What a finding shows of the rule it rests on. */
export const citation = ({ rule, source, place, placeName, level }: ResolvedRule): FindingRule => ({
  ...{ id: rule.id, place, placeName, level },
  ...{ title: source.title, url: source.url, date: source.date, grade: source.grade },
});
