// Words of the requirement rules on the screens: the shared names, and how rules are chosen for a claim.

export type { ResolvedPack, ResolvedRule } from '../../shared/rules/resolved-pack.ts';
export { pickRules } from '../../shared/rules/resolved-pack.ts';
export type { Grade } from '../../shared/rules/rule-parts.ts';
export { describeRule } from '../../shared/words/describe-rule.ts';
export { ruleWords } from '../../shared/words/rules.ts';
