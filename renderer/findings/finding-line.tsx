// One thing to do: what is the matter, what to do, the rule behind it, and a button; the same at several visits unfolds.

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../shared/calls.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { useDay } from '../shell/day.ts';
import { FixButton } from './fix-button.tsx';
import type { FindingGroupLine } from './group-findings.ts';
import type { Surroundings } from './remedy-address.ts';
import { RuleLine } from './rule-line.tsx';
import { useFindingWords } from './use-finding-words.ts';
import { asksPrintedTotal } from './use-fix.ts';

type Props = {
  line: FindingGroupLine;
  visits: readonly VisitSummary[];
  around: Surroundings;
  today: string;
  primary: boolean;
  split: (() => void) | undefined;
};

export function useVisitOf(visits: readonly VisitSummary[], today: string): (finding: Finding) => string {
  const { t } = useTranslation('board');
  const day = useDay(today);
  return ({ visitId }) => {
    const visit = visits.find(({ id }) => id === visitId);
    return visit ? `${day(visit.date)} · ${visit.hospital || t('hospitalUnknown')}` : '';
  };
}

export function FindingLine({ line, visits, around, today, primary, split }: Props) {
  const { t } = useTranslation('board');
  const inWords = useFindingWords(today);
  const visitOf = useVisitOf(visits, today);
  const [open, setOpen] = useState(false);
  const [first] = line.findings;
  const several = line.findings.length > 1;
  const { what, remedy } = inWords(first);
  const where = several ? t('several', { count: line.findings.length }) : visitOf(first);
  return (
    <li className={asksPrintedTotal(first) && !several ? 'board-line board-line-asks' : 'board-line'}>
      <span
        className={`board-dot board-dot-${line.severity}`}
        role="img"
        aria-label={t(`severity.${line.severity}`)}
      />
      <div className="board-text">
        <div>
          {where && <span className="board-where">{where}</span>} <b>{what}</b>
        </div>
        {remedy && <div className="board-remedy">{remedy}</div>}
        <RuleLine rule={first.rule} />
      </div>
      <div className="board-acts">
        <FixButton
          findings={line.findings}
          around={around}
          about={`${what} ${where}`}
          primary={primary}
          split={split}
        />
        {several && (
          <Button type="text" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'fold' : 'each')}
          </Button>
        )}
      </div>
      {several && open && (
        <ul className="board-each">
          {line.findings.map((finding) => (
            <li key={`${finding.visitId} ${finding.invoiceId} ${finding.remedy.target}`}>
              <span>
                {visitOf(finding)} <span className="muted small">{inWords(finding).what}</span>
              </span>
              <span className="board-acts">
                <FixButton
                  findings={[finding]}
                  around={around}
                  about={`${what} ${visitOf(finding)}`}
                  primary={false}
                  split={undefined}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
