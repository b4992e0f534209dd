// Whether the next time could be settled directly at the hospital, which saves the whole journey.

import { isSettledDirectly } from '../../shared/diseases.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, filingOn, type VisitCase } from './visit-case.ts';

/** Asked once per disease, and once for stays that were filed. */
export function checkDirectSettlement(claim: ClaimCase): Finding[] {
  const asked = new Set<string>();
  return claim.cases.flatMap((one) => {
    const what = couldBeDirect(claim, one);
    if (what === '' || asked.has(what)) return [];
    asked.add(what);
    const params = { what, disease: one.visit.diseaseName };
    return [
      makeFinding('direct-settlement-possible', 'advice', {
        visitId: one.visit.id,
        params,
        do: 'decide',
        action: 'ask-office',
      }),
    ];
  });
}

function couldBeDirect(claim: ClaimCase, one: VisitCase): string {
  const { kind, diseaseCode, date } = one.visit;
  if (kind === 'inpatient') return one.away === true && filingOn(claim.filings, date) ? 'inpatient' : '';
  const crossesProvinces =
    one.away === true && one.carePlace.slice(0, 2) !== claim.person.insuredPlaceCode.slice(0, 2);
  return kind === 'chronic-outpatient' && crossesProvinces && isSettledDirectly(diseaseCode)
    ? diseaseCode
    : '';
}
