// What to do, a card for each place: every hospital by name, home, the office, what to wait for and what to decide.

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitSummary } from '../../shared/calls.ts';
import type { Finding } from '../../shared/rules/finding.ts';
import { FindingLine } from './finding-line.tsx';
import { type FindingGroup, groupFindings } from './group-findings.ts';
import type { Surroundings } from './remedy-address.ts';
import { useFindingWords } from './use-finding-words.ts';
import './findings.css';

const SHOWN = 5;

type Props = {
  findings: readonly Finding[];
  visits: readonly VisitSummary[];
  around: Surroundings;
  today: string;
  split: (() => void) | undefined;
};

function FindingCard({
  group,
  first,
  ...props
}: Omit<Props, 'findings'> & { group: FindingGroup; first: boolean }) {
  const { t } = useTranslation('board');
  const [all, setAll] = useState(false);
  const { place, hospital, lines } = group;
  const shown = all ? lines : lines.slice(0, SHOWN);
  return (
    <section className="card board-card">
      <h2>
        {t(`place.${place}`)}{' '}
        {place === 'hospital' && <span className="board-hospital">{hospital || t('hospitalUnknown')}</span>}
      </h2>
      <ul>
        {shown.map((line, at) => (
          <FindingLine key={line.key} line={line} primary={first && at === 0} {...props} />
        ))}
      </ul>
      {lines.length > SHOWN && (
        <Button type="text" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('less') : t('more', { count: lines.length - SHOWN })}
        </Button>
      )}
    </section>
  );
}

export function FindingCards({ findings, visits, ...rest }: Props) {
  const { t } = useTranslation('board');
  const hospitalOf = (id: string) => visits.find((visit) => visit.id === id)?.hospital ?? '';
  const inWords = useFindingWords(rest.today);
  const groups = groupFindings(findings, hospitalOf, (finding) => inWords(finding).what);
  if (groups.length === 0) return <p className="card board-good">{t('allGood')}</p>;
  return (
    <div className="board-cards">
      {groups.map((group, at) => (
        <FindingCard
          key={`${group.place} ${group.hospital}`}
          group={group}
          first={at === 0}
          visits={visits}
          {...rest}
        />
      ))}
    </div>
  );
}
