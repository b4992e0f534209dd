// Whether a bundle will be accepted by this insured place, why not, and what to do: claim, papers, person, rules and day in,
// findings out. Nothing is read, written or changed.

import { paperKinds } from '../../shared/domain.ts';
import { type Finding, findingCodes, severities, type Verdict } from '../../shared/rules/finding.ts';
import { checkAmounts } from './check-amounts.ts';
import { checkApprovals, checkSupply } from './check-approval.ts';
import { checkBundle } from './check-bundle.ts';
import { checkDates } from './check-dates.ts';
import { checkDeadlines } from './check-deadlines.ts';
import { checkDirectSettlement } from './check-direct.ts';
import { checkFilings } from './check-filing.ts';
import { checkHospitals } from './check-hospital.ts';
import { checkDuplicates, checkStandings } from './check-invoices.ts';
import { checkPrintedFacts } from './check-names.ts';
import { checkLeftOut, checkReturned } from './check-office.ts';
import { checkVisitPapers } from './check-papers.ts';
import { checkAccount, checkCitizenId, checkCover } from './check-person.ts';
import { checkPersonPapers, checkRulesKnown } from './check-person-papers.ts';
import { checkScans } from './check-scans.ts';
import type { ReadinessInput } from './input.ts';
import { type ClaimCase, compare, readCase } from './visit-case.ts';

const checks: readonly ((claim: ClaimCase) => Finding[])[] = [
  checkReturned,
  checkVisitPapers,
  checkPersonPapers,
  checkPrintedFacts,
  checkScans,
  checkLeftOut,
  checkAmounts,
  checkDuplicates,
  checkStandings,
  checkDates,
  checkHospitals,
  checkFilings,
  checkApprovals,
  checkSupply,
  checkBundle,
  checkDeadlines,
  checkCitizenId,
  checkAccount,
  checkCover,
  checkRulesKnown,
  checkDirectSettlement,
];

/** Gravest first; then by the day of the visit, findings of the whole claim before those of a visit; then by code and paper. */
export function checkReadiness(input: ReadinessInput): Finding[] {
  const claim = readCase(input);
  const day = new Map(claim.cases.map(({ visit }, at) => [visit.id, at]));
  const place = (finding: Finding): number =>
    finding.visitId === null ? -1 : (day.get(finding.visitId) ?? -1);
  return withoutRepeats(checks.flatMap((check) => check(claim))).toSorted(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      place(a) - place(b) ||
      codeOrder(a) - codeOrder(b) ||
      kindOrder(a) - kindOrder(b) ||
      compare(detail(a), detail(b)),
  );
}

/** Two rules may ask for the same: it is said once, and a hint is not said beside a rule that asks for it. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const same = ({ code, visitId, invoiceId, paperKind, field }: Finding) =>
    [code, visitId, invoiceId, paperKind, field].join('/');
  const firm = new Set(findings.filter(({ rule }) => rule?.grade !== 'C').map(same));
  const seen = new Set<string>();
  return findings.filter((one) => {
    const key = JSON.stringify([same(one), one.alternatives, one.params, one.remedy, one.severity]);
    const isRepeat = seen.has(key) || (one.rule?.grade === 'C' && firm.has(same(one)));
    seen.add(key);
    return !isRepeat;
  });
}

const order = new Map(findingCodes.map((code, at) => [code, at]));
const codeOrder = ({ code }: Finding): number => order.get(code) ?? 0;
const kindOrder = ({ paperKind }: Finding): number =>
  paperKind === null ? -1 : paperKinds.indexOf(paperKind);
const detail = ({ remedy, rule, field }: Finding): string => [remedy.target, rule?.id, field].join('/');

/** Advice never stands in the way; waiting only counts when nothing else is left to do. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const grave = findings.filter(({ severity }) => severity !== 'advice');
  if (grave.length === 0) return { kind: 'ready', advice: findings.length };
  const toFix = grave.filter((finding) => finding.do !== 'wait');
  if (toFix.length > 0) return { kind: 'fix', count: toFix.length };
  const days = grave.map(({ params }) => String(params.until ?? '')).toSorted();
  return { kind: 'wait', until: days.at(-1) ?? '' };
}
