// Findings put in order for a board: by where they are dealt with and, at hospitals, by which; the same thing at several
// visits becomes one line. Pure.

import type { Finding, FindingPlace, Severity } from '../../shared/rules/finding.ts';

/** One thing to do; `findings` has one entry a visit, gravest first. */
export type FindingGroupLine = { key: string; severity: Severity; findings: [Finding, ...Finding[]] };
export type FindingGroup = { place: FindingPlace; hospital: string; lines: FindingGroupLine[] };

/** Hospitals first: they are the longest way. */
const placeOrder: readonly FindingPlace[] = ['hospital', 'home', 'decide', 'office', 'wait'];

const severityOrder: readonly Severity[] = ['blocks', 'likely-returned', 'advice'];
export const bySeverity = (a: { severity: Severity }, b: { severity: Severity }): number =>
  severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity);

/** Days differ from visit to visit; the nearest, which comes first, speaks for the others. */
const isOfTime = ({ code }: Finding): boolean => code.startsWith('deadline-');

/** `hospitalOf`: name of the hospital of a visit, '' while unknown. `say`: the sentence; findings that say the same are one. */
export function groupFindings(
  findings: readonly Finding[],
  hospitalOf: (visitId: string) => string,
  say: (finding: Finding) => string,
): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  const lines = new Map<string, FindingGroupLine>();
  for (const finding of findings) {
    const hospital = finding.do === 'hospital' && finding.visitId ? hospitalOf(finding.visitId) : '';
    const name = `${finding.do}/${hospital}`;
    const group = groups.get(name) ?? { place: finding.do, hospital, lines: [] };
    groups.set(name, group);
    const what = isOfTime(finding) ? finding.code : say(finding);
    const key = [name, finding.severity, what, finding.remedy.action, finding.rule?.id].join('/');
    const line = lines.get(key);
    if (line) line.findings.push(finding);
    else {
      const begun: FindingGroupLine = { key, severity: finding.severity, findings: [finding] };
      lines.set(key, begun);
      group.lines.push(begun);
    }
  }
  for (const group of groups.values()) group.lines.sort(bySeverity);
  return [...groups.values()].sort(
    (a, b) =>
      placeOrder.indexOf(a.place) - placeOrder.indexOf(b.place) ||
      gravity(a) - gravity(b) ||
      b.lines.length - a.lines.length,
  );
}

const gravity = ({ lines }: FindingGroup): number => severityOrder.indexOf(lines[0]?.severity ?? 'advice');
