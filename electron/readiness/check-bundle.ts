// Whether the visits of the claim may go in one bundle.

import type { Finding, FindingCode } from '../../shared/rules/finding.ts';
import { makeFinding } from './make-finding.ts';
import { type SplitBy, shareOf, splitRulesFor } from './propose-bundles.ts';
import type { ClaimCase } from './visit-case.ts';

const codes: Record<SplitBy, FindingCode> = {
  'calendar-year': 'years-mixed',
  'claim-kind': 'kinds-mixed',
  admission: 'admissions-mixed',
  'hospital-grade': 'hospital-grades-mixed',
};

export function checkBundle(claim: ClaimCase): Finding[] {
  if (claim.cases.length === 0)
    return [
      makeFinding('claim-empty', 'blocks', { do: 'decide', action: 'open-claim', target: claim.claim.id }),
    ];
  return [...checkPersons(claim), ...checkMixes(claim)];
}

function checkPersons(claim: ClaimCase): Finding[] {
  const others = claim.cases.filter(({ visit }) => visit.personId !== claim.person.id);
  return others.map(({ visit }) =>
    makeFinding('persons-mixed', 'blocks', {
      visitId: visit.id,
      params: { name: claim.person.name },
      do: 'decide',
      action: 'move-visit',
    }),
  );
}

const dimensions: readonly SplitBy[] = ['calendar-year', 'claim-kind', 'admission', 'hospital-grade'];

function checkMixes(claim: ClaimCase): Finding[] {
  return dimensions.flatMap((dimension) => {
    const visits = claim.cases.map(({ visit, hospital }) => ({
      visit,
      hospital,
      scheme: claim.person.scheme,
    }));
    const values = [...new Set(visits.map((one) => shareOf(one, dimension)))]
      .filter((value) => value !== '')
      .sort();
    if (values.length < 2) return [];
    const rules = visits
      .flatMap((one) => splitRulesFor(one, claim.pack))
      .filter((one) => one.rule.by.includes(dimension));
    const rule = rules.find(({ hint }) => !hint) ?? rules[0];
    // Offices are known to check receipts across years; the other mixes are forbidden only where a rule says so.
    if (!rule && dimension !== 'calendar-year') return [];
    const count = values.length;
    const list = dimension === 'admission' ? '' : values.join('、');
    return [
      makeFinding(codes[dimension], rule ? 'likely-returned' : 'advice', {
        ...{
          rule,
          params: { count, values: list },
          do: 'decide',
          action: 'split-claim',
          target: claim.claim.id,
        },
      }),
    ];
  });
}
