// What to do before the trip as a sheet to take along: large print, a box to tick, a section for every hospital.

import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useCall } from '../../client.ts';
import { useVisitOf } from '../../findings/finding-line.tsx';
import { type FindingGroup, groupFindings } from '../../findings/group-findings.ts';
import { RuleLine } from '../../findings/rule-line.tsx';
import { useFindingWords } from '../../findings/use-finding-words.ts';
import { useDay } from '../../shell/day.ts';
import { useTitle } from '../../shell/title.ts';
import { Trouble } from '../../shell/trouble.tsx';
import { isPreparing } from './board-verdict.tsx';
import './errands.css';

type SectionProps = {
  group: FindingGroup;
  today: string;
  visitOf: ReturnType<typeof useVisitOf>;
};

function ErrandSection({ group, today, visitOf }: SectionProps) {
  const { t } = useTranslation('board');
  const inWords = useFindingWords(today);
  return (
    <section className="errands-section">
      <h2>
        {t(`place.${group.place}`)} {group.place === 'hospital' && (group.hospital || t('hospitalUnknown'))}
      </h2>
      <ul>
        {group.lines.map(({ key, findings }) => (
          <li key={key}>
            <i className="errands-box" aria-hidden />
            <div>
              <b>{inWords(findings[0]).what}</b>
              <div>{inWords(findings[0]).remedy}</div>
              <div className="errands-where">{findings.map(visitOf).filter(Boolean).join('；')}</div>
              {findings[0].rule && <RuleLine rule={findings[0].rule} verify={false} />}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ErrandsScreen() {
  const { t } = useTranslation(['board', 'common']);
  const { id = '' } = useParams();
  const { data: board, error, refetch } = useCall('person.board', { personId: id });
  const visits = useCall('visit.list', { personId: id }).data;
  const today = useCall('session.about', {}).data?.today ?? '';
  const day = useDay(today);
  const visitOf = useVisitOf(visits ?? [], today);
  const inWords = useFindingWords(today);
  useTitle(t('board:print.open'));
  if (!board || !visits || !today)
    return error ? <Trouble error={error} retry={refetch} /> : <p className="muted">{t('common:loading')}</p>;
  const { name, insuredPlaceName } = board.person;
  // What somebody has looked at and called readable is no errand.
  const findings = board.entries
    .filter(isPreparing)
    .flatMap((entry) => entry.findings)
    .filter(({ code }) => code !== 'scan-confirmed');
  const hospitalOf = (visitId: string) => visits.find((visit) => visit.id === visitId)?.hospital ?? '';
  const groups = groupFindings(findings, hospitalOf, (finding) => inWords(finding).what);
  return (
    <div className="errands">
      <header className="errands-bar">
        <Link to="/">{t('board:print.back')}</Link>
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('board:print.button')}
        </Button>
      </header>
      <article className="errands-sheet">
        <h1>{t('board:print.title', { name })}</h1>
        <p>
          {t('board:print.made', { day: day(today) })} · {t('board:print.bring')}
        </p>
        {groups.length === 0 && <p>{t('board:print.nothing')}</p>}
        {groups.map((group) => (
          <ErrandSection
            key={`${group.place} ${group.hospital}`}
            group={group}
            today={today}
            visitOf={visitOf}
          />
        ))}
        <footer>
          {insuredPlaceName && t('board:print.hotline', { place: insuredPlaceName })}
          <div>{t('board:rule.verify')}</div>
        </footer>
      </article>
    </div>
  );
}
