// A newer shipped pack arrives: the user's overrides stay, and what changed under them is listed.

import { isDeepStrictEqual } from 'node:util';
import type { AnyRule, Chapter, OverridePack, RulePack } from '../../shared/rules/rule-pack.ts';
import { chapters } from '../../shared/rules/rule-pack.ts';
import type { RuleSource } from '../../shared/rules/rule-parts.ts';

type SourcedRule = { rule: AnyRule; source: RuleSource | null };
export type RuleDifference = {
  chapter: Chapter;
  rule: string;
  change: 'added' | 'removed' | 'changed';
  before: SourcedRule | null;
  after: SourcedRule | null;
  /** Names of what changed in the rule; 'source' when title, address, date or grade did. */
  fields: string[];
  /** What the user laid over this rule: worth looking at again. */
  override: 'none' | 'replaced' | 'off';
};

/** `overrides` null when the user laid nothing over; they come back unchanged but for `basedOn`. */
export function mergeUpdate(
  oldShipped: RulePack | null,
  newShipped: RulePack,
  overrides: OverridePack | null,
): { overrides: OverridePack | null; differences: RuleDifference[] } {
  const differences = chapters.flatMap((chapter) => {
    const before = rulesById(oldShipped, chapter);
    const after = rulesById(newShipped, chapter);
    const ids = new Set([...before.keys(), ...after.keys()]);
    return [...ids].flatMap((id) =>
      compareRule({ chapter, id, before: before.get(id) ?? null, after: after.get(id) ?? null }, overrides),
    );
  });
  return { overrides: overrides && { ...overrides, basedOn: newShipped.version }, differences };
}

function rulesById(pack: RulePack | null, chapter: Chapter): Map<string, SourcedRule> {
  const sourced = (rule: AnyRule): SourcedRule => ({
    rule,
    source: pack?.sources.find((one) => one.id === rule.source) ?? null,
  });
  return new Map((pack?.[chapter] ?? []).map((rule) => [rule.id, sourced(rule)]));
}

type Pair = { chapter: Chapter; id: string; before: SourcedRule | null; after: SourcedRule | null };

function compareRule(pair: Pair, overrides: OverridePack | null): RuleDifference[] {
  const { chapter, id, before, after } = pair;
  const fields = before && after ? changedFields(before, after) : [];
  if (before && after && fields.length === 0) return [];
  const change = before === null ? 'added' : after === null ? 'removed' : 'changed';
  const isOff = overrides?.off.some((one) => one.rule === id) ?? false;
  const isReplaced = overrides?.[chapter].some((rule) => rule.id === id) ?? false;
  const override = isOff ? 'off' : isReplaced ? 'replaced' : 'none';
  return [{ chapter, rule: id, change, before, after, fields, override }];
}

function changedFields(before: SourcedRule, after: SourcedRule): string[] {
  const [old, now] = [before.rule, after.rule] as Record<string, unknown>[];
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  names.delete('source');
  const changed = [...names].filter((name) => !isDeepStrictEqual(old?.[name], now?.[name]));
  return isDeepStrictEqual(before.source, after.source) ? changed : [...changed, 'source'];
}
