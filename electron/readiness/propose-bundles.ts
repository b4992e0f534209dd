// How visits have to be split into bundles: by person always, and by what the place forbids to mix; each with its reason.

import type { Hospital } from '../../shared/claim-life.ts';
import type { Visit } from '../../shared/domain.ts';
import type { ResolvedPack, ResolvedRule, Scheme } from '../../shared/rules/resolved-pack.ts';
import type { RuleOf } from '../../shared/rules/rule-pack.ts';
import { rulesFor } from './pick-rule.ts';
import { compare, isNamed } from './visit-case.ts';

export type SplitBy = RuleOf<'splits'>['by'][number];

export type BundleVisit = { visit: Visit; scheme: Scheme; hospital?: Hospital | undefined };
export type Bundle = {
  visits: Visit[];
  /** What sets this bundle apart: values of person, calendar year, kind of claim, admission, grade of the hospital. */
  reason: { person: string; by: Partial<Record<SplitBy, string>>; rule: ResolvedRule<'splits'> | null };
};

/** Bundles in the order of their first day; visits in each in the order of their day. */
export function proposeBundles(visits: readonly BundleVisit[], pack: ResolvedPack): Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const one of visits.toSorted(
    (a, b) => compare(a.visit.date, b.visit.date) || compare(a.visit.id, b.visit.id),
  )) {
    const rules = firmSplits(one, pack);
    const by = Object.fromEntries(
      dimensionsOf(rules).map((dimension) => [dimension, shareOf(one, dimension)]),
    );
    const key = JSON.stringify([one.visit.personId, by]);
    const bundle: Bundle = bundles.get(key) ?? {
      visits: [],
      reason: { person: one.visit.personId, by, rule: rules[0] ?? null },
    };
    bundle.visits.push(one.visit);
    bundles.set(key, bundle);
  }
  return [...bundles.values()];
}

export const splitRulesFor = ({ visit, scheme, hospital }: BundleVisit, pack: ResolvedPack) =>
  rulesFor(pack, 'splits', {
    ...{ claim: visit.kind, scheme, carePlace: hospital?.cityCode ?? '', date: visit.date },
  });

const firmSplits = (one: BundleVisit, pack: ResolvedPack): ResolvedRule<'splits'>[] =>
  splitRulesFor(one, pack).filter(({ hint }) => !hint);

/** Years are kept apart wherever nobody says otherwise: offices check receipts across years. A hint splits nothing more. */
const dimensionsOf = (rules: readonly ResolvedRule<'splits'>[]): SplitBy[] => [
  ...new Set<SplitBy>(['calendar-year', ...rules.flatMap(({ rule }) => rule.by)]),
];

/**
 * What a visit is in that respect. The year of a stay is that of its discharge; kinds are the items of the national list:
 * 门诊费用报销 takes plain, chronic and emergency outpatient care together, 住院费用报销 the stays.
 */
export function shareOf({ visit, hospital }: BundleVisit, dimension: SplitBy): string {
  switch (dimension) {
    case 'calendar-year':
      return (visit.endDate || visit.date).slice(0, 4);
    case 'claim-kind':
      return visit.kind === 'inpatient' ? 'inpatient' : 'outpatient';
    case 'admission':
      return visit.kind === 'inpatient' ? visit.id : 'outpatient';
    case 'hospital-grade':
      return hospital && isNamed(hospital, visit.hospital) ? hospital.grade : '';
  }
}
