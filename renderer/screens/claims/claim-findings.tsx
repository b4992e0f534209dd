// What keeps the claim from being complete, first what blocks, then advice; every line has a button to where it is mended.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ClaimDetail, ClaimFinding } from '../../../shared/calls.ts';
import { useFindingWords, useVisitName } from './claim-words.ts';

type Group = { severity: ClaimFinding['severity']; findings: ClaimFinding[] };

function groupsOf(findings: ClaimFinding[]): Group[] {
  return (['blocks', 'advice'] as const)
    .map((severity) => ({ severity, findings: findings.filter((finding) => finding.severity === severity) }))
    .filter((group) => group.findings.length > 0);
}

function FindingLine({ finding, detail }: { finding: ClaimFinding; detail: ClaimDetail }) {
  const { t } = useTranslation('claims');
  const inWords = useFindingWords(detail.person.id);
  const visitName = useVisitName();
  const navigate = useNavigate();
  const { sentence, action, to } = inWords(finding);
  const visit = detail.visits.find(({ id }) => id === finding.visitId);
  const where = visit ? visitName(visit) : t('findings.ofPerson', { name: detail.person.name });
  return (
    <li className="finding">
      <span className={`finding-dot finding-dot-${finding.severity}`} aria-hidden="true" />
      <span className="finding-text">
        <strong>{sentence}</strong>
        <span className="muted small">{where}</span>
      </span>
      <Button onClick={() => void navigate(to)} aria-label={`${action}: ${where}`}>
        {action}
      </Button>
    </li>
  );
}

export function ClaimFindings({ detail }: { detail: ClaimDetail }) {
  const { t } = useTranslation('claims');
  const groups = groupsOf(detail.findings);
  if (detail.visits.length === 0) return null;
  if (groups.length === 0) return <p className="card finding-none">{t('findings.allGood')}</p>;
  return groups.map(({ severity, findings }) => (
    <section key={severity} className="card">
      <h2>{t(`findings.${severity}`)}</h2>
      <ul className="finding-list">
        {findings.map((finding) => (
          <FindingLine
            key={[finding.code, finding.visitId, finding.kinds.join(), finding.field, finding.statedFen].join(
              '/',
            )}
            finding={finding}
            detail={detail}
          />
        ))}
      </ul>
    </section>
  ));
}
