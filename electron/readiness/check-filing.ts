// Whether care away from home was filed (备案) on the day of the visit, for that city and that hospital.

import type { Filing } from '../../shared/claim-life.ts';
import type { Finding, Severity } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { addDays } from '../deadlines/calendar.ts';
import { isAmong } from './check-hospital.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, compare, filingOn, isSamePool, type VisitCase } from './visit-case.ts';

export const checkFilings = (claim: ClaimCase): Finding[] =>
  claim.cases.flatMap((one) => (one.away === false ? [] : checkOne(claim, one)));

type FilingRule = ResolvedRule<'filing'>;

const gravity: Record<FilingRule['rule']['withoutFiling'], Severity> = {
  ...{ refused: 'blocks', cut: 'advice', full: 'advice', unknown: 'likely-returned' },
};

/** Without a rule nothing is known to be wrong; with one that says what happens, that is how much it weighs. */
const severityOf = (rule: FilingRule | undefined): Severity =>
  rule === undefined ? 'advice' : gravity[rule.rule.withoutFiling];

const said = (one: VisitCase, rule: FilingRule | undefined) => ({
  ...{ visitId: one.visit.id, rule },
  params: { date: one.visit.date, outcome: rule?.rule.withoutFiling ?? 'unknown' },
});

function checkOne(claim: ClaimCase, one: VisitCase): Finding[] {
  const rule = one.rule('filing');
  if (rule?.rule.needed === false) return [];
  // National rule of 2022 (医保发〔2022〕22号): emergency rescue is treated as filed, unless the place says otherwise.
  const isUrgent = one.situations.has('emergency') || one.situations.has('rescue');
  if (isUrgent && rule?.rule.emergencyCountsAsFiled !== false) return [];
  const filing = filingOn(claim.filings, one.visit.date);
  return filing ? checkCovered(one, rule, filing) : checkUncovered(claim, one, rule);
}

function checkUncovered(claim: ClaimCase, one: VisitCase, rule: FilingRule | undefined): Finding[] {
  const sorted = claim.filings.toSorted((a, b) => compare(a.from, b.from) || compare(a.id, b.id));
  const near = sorted.find(({ to }) => to === '' || to >= one.visit.date) ?? sorted.at(-1);
  if (near) {
    const params = { ...said(one, rule).params, from: near.from, to: near.to, city: near.cityName };
    return [
      makeFinding('outside-filing', severityOf(rule), {
        ...said(one, rule),
        params,
        do: 'office',
        action: 'edit-filing',
        target: near.id,
      }),
    ];
  }
  if (one.away === null || rule === undefined)
    return [
      makeFinding('filing-unknown', 'advice', { ...said(one, rule), do: 'office', action: 'edit-filing' }),
    ];
  return [
    makeFinding('filing-missing', severityOf(rule), {
      ...said(one, rule),
      do: 'office',
      action: 'edit-filing',
    }),
  ];
}

function checkCovered(one: VisitCase, rule: FilingRule | undefined, filing: Filing): Finding[] {
  const shared = { ...said(one, rule), do: 'office', action: 'edit-filing', target: filing.id } as const;
  const waiting = filing.waitingDays ?? rule?.rule.waitingDays ?? 0;
  const takesEffect = addDays(filing.from, waiting);
  if (one.visit.date < takesEffect) {
    const params = { ...shared.params, from: filing.from, takesEffect, days: waiting };
    return [makeFinding('filing-waiting', severityOf(rule), { ...shared, params })];
  }
  const care = one.hospital?.cityCode ?? '';
  if (
    rule?.rule.cityMustMatch !== false &&
    care !== '' &&
    filing.cityCode !== '' &&
    !isSamePool(care, filing.cityCode)
  ) {
    const params = { ...shared.params, city: one.hospital?.cityName ?? '', filedCity: filing.cityName };
    return [makeFinding('filing-city-differs', severityOf(rule), { ...shared, params })];
  }
  if (
    filing.hospitals.length > 0 &&
    one.rule('hospitals')?.rule.allow !== 'named' &&
    !isAmong(one, filing.hospitals)
  ) {
    const params = { ...shared.params, hospital: one.visit.hospital, named: filing.hospitals.join('、') };
    return [makeFinding('hospital-not-named', severityOf(rule), { ...shared, params })];
  }
  return [];
}
