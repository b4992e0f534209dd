// Makes a finding whole: what a check does not say takes its plain default, and a hint never weighs more than advice.

import type {
  Finding,
  FindingCode,
  FindingPlace,
  RemedyAction,
  Severity,
} from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { citation } from './pick-rule.ts';

type Said = Partial<
  Pick<Finding, 'visitId' | 'invoiceId' | 'paperKind' | 'alternatives' | 'field' | 'params'>
> & {
  rule?: ResolvedRule | undefined;
  do: FindingPlace;
  action: RemedyAction;
  target?: string;
};

export function makeFinding(code: FindingCode, severity: Severity, said: Said): Finding {
  return {
    code,
    severity: said.rule?.hint ? 'advice' : severity,
    visitId: said.visitId ?? null,
    invoiceId: said.invoiceId ?? null,
    paperKind: said.paperKind ?? null,
    alternatives: said.alternatives ?? [],
    field: said.field ?? '',
    params: said.params ?? {},
    rule: said.rule ? citation(said.rule) : null,
    do: said.do,
    remedy: { action: said.action, target: said.target ?? said.visitId ?? '' },
  };
}
