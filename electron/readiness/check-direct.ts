// Whether the next time could be settled directly at the hospital, which saves the whole journey.

import type { Finding } from '../../shared/rules/finding.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, filingOn, type VisitCase } from './visit-case.ts';

/**
 * The ten outpatient diseases that can be settled directly across provinces (the last five since 医保办发〔2024〕19号), by
 * the codes of the national platform as one province lists them.
 */
const directly: readonly string[] = [
  ...['M03900', 'M01600', 'M00503', 'M07803', 'M07804', 'M08300'],
  ...['M05300', 'M06900', 'M04600', 'M00201', 'M00202', 'M07200'],
];

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
  return kind === 'chronic-outpatient' && crossesProvinces && directly.includes(diseaseCode)
    ? diseaseCode
    : '';
}
