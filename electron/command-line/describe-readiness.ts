// The verdict on a claim and what speaks against it, as `claim check` prints it: in lines, and whole with --json.

import type { CallOutput, VisitSummary } from '../../shared/calls.ts';
import type { Finding, Verdict } from '../../shared/rules/finding.ts';
import { describeFinding } from '../../shared/words/findings.ts';
import type { Session } from './session.ts';

export function describeVerdict({ say }: Session, verdict: Verdict): string {
  if (verdict.kind === 'ready') return say('ready');
  if (verdict.kind === 'wait') return `${say('waitUntil')} ${verdict.until}`;
  return `${verdict.count} ${say('toFix')}`;
}

type Readiness = CallOutput<'claim.readiness'>;

/** Findings as they are, each with its sentence and remedy in words; `ready` is what the exit code says. */
export const readinessJson = ({ language }: Session, claim: string, readiness: Readiness) => ({
  claim,
  ready: readiness.verdict.kind === 'ready',
  ...readiness,
  findings: readiness.findings.map((finding) => ({ ...finding, says: describeFinding(finding, language) })),
});

export function describeReadiness(
  session: Session,
  { verdict, findings, deadline }: Readiness,
  visits: readonly VisitSummary[],
): string {
  const until = deadline?.date ? `${session.say('until')} ${deadline.date}` : session.say('unknownDay');
  const lines = findings.flatMap((finding) => describeLines(session, finding, visits));
  return [describeVerdict(session, verdict), until, ...lines].join('\n');
}

/** What and where, then what to do, then the rule with its date and grade. */
function describeLines(session: Session, finding: Finding, visits: readonly VisitSummary[]): string[] {
  const { what, remedy } = describeFinding(finding, session.language);
  const visit = visits.find(({ id }) => id === finding.visitId);
  const where = visit ? `${visit.date} ${visit.hospital}` : '';
  const { rule } = finding;
  const source = rule
    ? [
        `${session.say('grade')} ${rule.grade}`,
        rule.placeName[session.language],
        rule.title[session.language],
        rule.date,
      ]
    : [];
  return [
    [`[${session.say(finding.severity)}]`, where, what].filter(Boolean).join('  '),
    `    ${remedy}`,
    ...(rule ? [`    ${source.join('  ')}`] : []),
  ];
}
