// Whether the place pays for care at that hospital at all: designated, in the filed city, among the named ones.

import type { Finding, Severity } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { matchHospitals } from './fold-text.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, filingOn, isNamed, isSamePool, type VisitCase } from './visit-case.ts';

export const checkHospitals = (claim: ClaimCase): Finding[] =>
  claim.cases.flatMap((one) => checkOne(claim, one));

type HospitalRule = ResolvedRule<'hospitals'>;

/** What it means to be outside the rule: refused blocks, a cut is worth knowing, unknown may well be sent back. */
const gravity: Record<HospitalRule['rule']['otherwise'], Severity> = {
  refused: 'blocks',
  cut: 'advice',
  unknown: 'likely-returned',
};

const said = (one: VisitCase) => ({
  ...{ visitId: one.visit.id, field: 'hospital', params: { hospital: one.visit.hospital } },
  target: one.hospital?.id ?? one.visit.id,
});

/** An emergency goes to the nearest hospital: there it is worth knowing only. */
function checkOne(claim: ClaimCase, one: VisitCase): Finding[] {
  const rule = one.rule('hospitals');
  const isEmergency = one.situations.has('emergency') || one.situations.has('rescue');
  const severity = isEmergency ? 'advice' : gravity[rule?.rule.otherwise ?? 'unknown'];
  if (rule?.rule.allow === 'any') return [];
  return [
    ...checkDesignated(one, rule, severity),
    ...(rule?.rule.allow === 'designated-in-filed-city' ? checkCity(claim, one, rule, severity) : []),
    ...(rule?.rule.allow === 'named' ? checkNamed(claim, one, rule, severity) : []),
  ];
}

function checkDesignated(one: VisitCase, rule: HospitalRule | undefined, severity: Severity): Finding[] {
  if (one.hospital?.designated === true) return [];
  if (one.hospital?.designated === false)
    return [
      makeFinding('hospital-not-designated', severity, {
        ...said(one),
        rule,
        do: 'decide',
        action: 'edit-hospital',
      }),
    ];
  return [
    makeFinding('hospital-designation-unknown', 'advice', {
      ...said(one),
      rule,
      do: 'office',
      action: 'edit-hospital',
    }),
  ];
}

function checkCity(claim: ClaimCase, one: VisitCase, rule: HospitalRule, severity: Severity): Finding[] {
  const filing = filingOn(claim.filings, one.visit.date);
  const care = one.hospital?.cityCode ?? '';
  if (!filing || care === '' || filing.cityCode === '' || isSamePool(filing.cityCode, care)) return [];
  const params = {
    hospital: one.visit.hospital,
    city: one.hospital?.cityName ?? '',
    filedCity: filing.cityName,
  };
  return [
    makeFinding('hospital-outside-filed-city', severity, {
      ...said(one),
      params,
      rule,
      do: 'office',
      action: 'edit-filing',
      target: filing.id,
    }),
  ];
}

/** Named in the rule or by the person in the filing. */
function checkNamed(claim: ClaimCase, one: VisitCase, rule: HospitalRule, severity: Severity): Finding[] {
  const names = [...rule.rule.named, ...(filingOn(claim.filings, one.visit.date)?.hospitals ?? [])];
  if (names.length === 0 || isAmong(one, names)) return [];
  const params = { hospital: one.visit.hospital, named: names.join('、') };
  return [
    makeFinding('hospital-not-named', severity, {
      ...said(one),
      params,
      rule,
      do: 'office',
      action: 'edit-filing',
    }),
  ];
}

/** By the table's names and aliases, else by likeness of the name as written. */
export const isAmong = (one: VisitCase, names: readonly string[]): boolean =>
  names.some((name) =>
    one.hospital ? isNamed(one.hospital, name) : matchHospitals(name, one.visit.hospital) === 'same',
  );
