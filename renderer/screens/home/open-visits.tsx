// The visits not handed in yet, each with its papers as small real sheets, its amount and its state.

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { VisitSummary } from '../../../shared/calls.ts';
import { formatYuan } from '../../../shared/money.ts';
import { MiniSheets } from '../../papers/mini-sheets.tsx';
import { useDay } from '../../shell/day.ts';
import { isWhole } from './what-to-do.ts';

const SHOWN = 12;

type Props = { visits: readonly VisitSummary[]; today: string; named: boolean; all: string };

function StateTag({ visit }: { visit: VisitSummary }) {
  const { t } = useTranslation(['home', 'domain']);
  if (isWhole(visit)) return <span className="tag tag-complete">{t('open.whole')}</span>;
  const only = visit.missing.length === 1 ? visit.missing[0]?.[0] : undefined;
  if (only)
    return <span className="tag tag-blocks">{t('open.lacksOne', { paper: t(`domain:paper.${only}`) })}</span>;
  if (visit.missing.length > 1)
    return <span className="tag tag-blocks">{t('open.lacks', { count: visit.missing.length })}</span>;
  return <span className="tag tag-blocks">{t('open.noInvoice')}</span>;
}

function VisitRow({ visit, today, named }: { visit: VisitSummary; today: string; named: boolean }) {
  const { t } = useTranslation(['home', 'domain']);
  const day = useDay(today);
  const about = [
    named ? visit.personName : '',
    visit.department,
    visit.diseaseName || visit.diagnosis || t(`domain:visitKind.${visit.kind}`),
    visit.claim ? t('open.inClaim', { number: visit.claim.number }) : '',
  ].filter(Boolean);
  return (
    <li className="open-visit">
      <span className="open-day">{day(visit.date)}</span>
      <span className="open-what">
        <Link to={`/visits/${visit.id}`} className="open-link">
          {visit.hospital || t('todo.hospitalUnknown')}
        </Link>
        <span className="muted small">{about.join(' · ')}</span>
      </span>
      <MiniSheets visit={visit} />
      <span className="money">{visit.invoiceCount > 0 ? formatYuan(visit.totalFen, true) : ''}</span>
      <span className="open-state">
        <StateTag visit={visit} />
      </span>
    </li>
  );
}

export function OpenVisits({ visits, today, named, all }: Props) {
  const { t } = useTranslation('home');
  return (
    <section className="card open-visits">
      <header>
        <h2>{t('open.title')}</h2>
        <Link to="/visits/new">{t('logVisit')}</Link>
      </header>
      <ul>
        {visits.slice(0, SHOWN).map((visit) => (
          <VisitRow key={visit.id} visit={visit} today={today} named={named} />
        ))}
      </ul>
      {visits.length > SHOWN && <Link to={all}>{t('open.more', { count: visits.length - SHOWN })}</Link>}
    </section>
  );
}
