// The rules of the insured place that an estimate rests on, picked for one visit.

import type { ResolvedPack } from '../../shared/rules/resolved-pack.ts';
import { type RuleCase, rulesFor } from '../readiness/pick-rule.ts';
import type { AssumeInput } from './assume.ts';

export const estimateRules = (pack: ResolvedPack, visit: RuleCase): AssumeInput['rules'] => ({
  rates: rulesFor(pack, 'rates', visit),
  deductibles: rulesFor(pack, 'deductibles', visit),
  penalties: rulesFor(pack, 'penalties', visit),
  caps: rulesFor(pack, 'caps', visit),
  prepaid: rulesFor(pack, 'prepaid', visit),
});
