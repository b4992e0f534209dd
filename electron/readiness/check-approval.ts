// Chronic-disease visits against the approvals (慢特病认定) of the person, and days of supply against the place's limit.

import type { Approval } from '../../shared/claim-life.ts';
import type { Visit } from '../../shared/domain.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import type { ResolvedRule } from '../../shared/rules/resolved-pack.ts';
import { addDays } from '../deadlines/calendar.ts';
import { isAmong } from './check-hospital.ts';
import { foldText } from './fold-text.ts';
import { makeFinding } from './make-finding.ts';
import { type ClaimCase, compare, type VisitCase } from './visit-case.ts';

type ApprovalRule = ResolvedRule<'approvals'>;

export const checkApprovals = (claim: ClaimCase): Finding[] =>
  claim.cases.flatMap((one) => (one.visit.kind === 'chronic-outpatient' ? checkOne(claim, one) : []));

const said = (one: VisitCase, rule: ApprovalRule | undefined) => ({
  ...{
    visitId: one.visit.id,
    rule,
    params: { disease: one.visit.diseaseName || one.visit.diseaseCode, date: one.visit.date },
  },
});

function checkOne(claim: ClaimCase, one: VisitCase): Finding[] {
  const rule = one.rule('approvals');
  if (rule?.rule.needed === false) return [];
  const { visit } = one;
  if (visit.diseaseCode === '' && visit.diseaseName === '')
    return [
      makeFinding('disease-missing', 'likely-returned', {
        ...said(one, rule),
        field: 'diseaseCode',
        do: 'home',
        action: 'edit-visit',
      }),
    ];
  const severity = rule?.hint ? 'advice' : 'blocks';
  if (claim.approvals.length === 0)
    return [
      makeFinding('approval-missing', severity, {
        ...said(one, rule),
        do: 'office',
        action: 'edit-approval',
      }),
    ];
  const same = claim.approvals.filter((approval) => isSameDisease(approval, visit));
  if (same.length > 0) return checkValidity(one, rule, same);
  if (rule?.rule.diseaseMustMatch === false) return [];
  const params = {
    ...said(one, rule).params,
    approved: claim.approvals.map(({ diseaseName }) => diseaseName).join('、'),
  };
  return [
    makeFinding('approval-other-disease', severity, {
      ...said(one, rule),
      params,
      do: 'decide',
      action: 'edit-approval',
    }),
  ];
}

/** By code when both have one, else by name. */
function isSameDisease(approval: Approval, visit: Visit): boolean {
  if (approval.diseaseCode !== '' && visit.diseaseCode !== '')
    return approval.diseaseCode === visit.diseaseCode;
  return visit.diseaseName !== '' && foldText(approval.diseaseName) === foldText(visit.diseaseName);
}

function checkValidity(
  one: VisitCase,
  rule: ApprovalRule | undefined,
  approvals: readonly Approval[],
): Finding[] {
  const { date } = one.visit;
  const valid = approvals.filter(({ from, to }) => from <= date && (to === '' || date <= to));
  const shared = { ...said(one, rule), do: 'office', action: 'edit-approval' } as const;
  if (valid.length === 0) {
    const [latest] = approvals.toSorted((a, b) => compare(b.from, a.from));
    const begun = approvals.some(({ from }) => from <= date);
    const params = { ...shared.params, from: latest?.from ?? '', to: latest?.to ?? '' };
    const code = begun ? 'approval-expired' : 'approval-not-begun';
    return [makeFinding(code, 'blocks', { ...shared, params, target: latest?.id ?? '' })];
  }
  const named = valid.filter(({ hospitals }) => hospitals.length > 0);
  if (rule?.rule.hospitalMustMatch === false || named.length < valid.length) return [];
  if (named.some(({ hospitals }) => isAmong(one, hospitals))) return [];
  const names = named.flatMap(({ hospitals }) => hospitals).join('、');
  const params = { ...shared.params, hospital: one.visit.hospital, named: names };
  // Approved hospitals on the paper bind where the rule says so; where it says nothing it is worth knowing.
  const severity = rule?.rule.hospitalMustMatch ? 'blocks' : 'advice';
  return [
    makeFinding('approval-other-hospital', severity, { ...shared, params, target: named[0]?.id ?? '' }),
  ];
}

/** Over the limit of one prescription, or again before the last one was used up. */
export function checkSupply(claim: ClaimCase): Finding[] {
  return claim.cases.flatMap((one, at) => {
    const days = one.prescription?.days ?? null;
    if (days === null) return [];
    const rule = one.rule('approvals');
    const limit = rule?.rule.daysOfSupply ?? null;
    const found: Finding[] = [];
    if (limit !== null && days > limit) {
      const params = { days, limit };
      found.push(
        makeFinding('supply-over-limit', 'likely-returned', {
          visitId: one.visit.id,
          paperKind: 'prescription',
          params,
          rule,
          do: 'decide',
          action: 'edit-visit',
        }),
      );
    }
    const until = addDays(one.visit.date, days);
    const next = claim.cases.slice(at + 1).find((other) => isSameSupply(one, other));
    if (next && next.visit.date < until) {
      const params = { date: one.visit.date, days, until };
      found.push(
        makeFinding('supply-overlaps', 'advice', {
          visitId: next.visit.id,
          paperKind: 'prescription',
          params,
          do: 'decide',
          action: 'edit-visit',
        }),
      );
    }
    return found;
  });
}

const isSameSupply = (one: VisitCase, other: VisitCase): boolean =>
  other.visit.kind === one.visit.kind &&
  one.visit.diseaseCode !== '' &&
  other.visit.diseaseCode === one.visit.diseaseCode &&
  other.visit.date > one.visit.date &&
  other.prescription !== undefined;
