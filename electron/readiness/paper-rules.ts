// What a rule about papers speaks of: papers of the person or of a visit, where they come from, and whether it applies at all.

import { type PaperKind, personPaperKinds } from '../../shared/domain.ts';
import type { FindingPlace } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import type { Issuer } from '../../shared/rules/rule-parts.ts';
import type { VisitCase } from './visit-case.ts';

export type PaperRuleFound = ResolvedRule<'papers'>;

const personPapers: ReadonlySet<PaperKind> = new Set(personPaperKinds);

export const isOfPerson = ({ rule }: Pick<PaperRuleFound, 'rule'>): boolean =>
  rule.anyOf.every(({ kind }) => personPapers.has(kind));

export const placeOfIssuer: Record<Issuer, FindingPlace> = {
  hospital: 'hospital',
  pharmacy: 'hospital',
  person: 'home',
  office: 'office',
  employer: 'office',
  authority: 'office',
  insurer: 'office',
};

/** A rule for a situation speaks only when the situation is there; reports are asked for only of tests that were made. */
export function isCalledFor({ rule }: PaperRuleFound, one: VisitCase): boolean {
  if (rule.anyOf.every(({ kind }) => kind === 'test-reports') && !mayHoldTests(one)) return false;
  if (rule.situation === null) return true;
  if (rule.situation === 'costly-material' && holdsCostly(one, rule.fromFen ?? 0)) return true;
  return one.situations.has(rule.situation);
}

const TEST = /检查|化验|检验|放射|影像|超声|病理|测定|CT|核磁/;

/** While no single item is known, tests may be among them. */
function mayHoldTests({ invoices }: VisitCase): boolean {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  return lines.length === 0 || lines.some(({ name, category }) => TEST.test(`${category} ${name}`));
}

const holdsCostly = (one: VisitCase, fromFen: number): boolean =>
  one.invoices.some(({ lines }) =>
    lines.some(({ category, amountFen }) => category.includes('材料') && amountFen >= fromFen),
  );

/** An invoice whose lines are big categories (大项) and nothing else says nothing about single items. */
export function showsOnlyCategories({ invoices }: VisitCase): boolean {
  const lines = invoices.flatMap((invoice) => invoice.lines);
  return lines.length > 0 && lines.every(({ name, category }) => category !== '' && name === category);
}
