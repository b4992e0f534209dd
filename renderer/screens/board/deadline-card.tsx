// Days to keep in mind, nearest first, and a calendar file that reminds of them.

import { CalendarOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DeadlineEntry } from '../../../shared/readiness-calls.ts';
import { call, useCall } from '../../client.ts';
import { downloadText } from '../../files/download.ts';
import { useDay } from '../../shell/day.ts';
import { useExplain } from '../../shell/problem.tsx';
import { useDaysWords } from './board-verdict.tsx';
import './board.css';

const SHOWN = 5;

/** Where the thing of a day is dealt with. */
function addressOf({ kind, claim, visit, personId }: DeadlineEntry): string {
  if (kind === 'supplement' && claim) return `/claims/${claim.id}?view=life`;
  if (kind === 'claim') return claim ? `/claims/${claim.id}` : visit ? `/visits/${visit.id}` : '/';
  return `/people/${personId}?to=${kind}`;
}

/** More than a year away: nothing to think of now. */
const isFar = ({ deadline }: DeadlineEntry): boolean => (deadline.daysLeft ?? 0) > 366;

/** Visits of one claim and one last day are one line. */
export function joinDeadlines(entries: readonly DeadlineEntry[]): DeadlineEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ kind, personId, claim, what, deadline }) => {
    const key = [kind, personId, claim?.id, what, deadline.date].join('/');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function DeadlineLine({ entry, today, named }: { entry: DeadlineEntry; today: string; named: boolean }) {
  const { t } = useTranslation('board');
  const day = useDay(today);
  const inDays = useDaysWords();
  const { kind, claim, visit, what, deadline, personName } = entry;
  const left = deadline.daysLeft;
  const tone = left !== null && left <= 7 ? 'tag-blocks' : left !== null && left <= 60 ? 'tag-advice' : '';
  const about = [
    named ? personName : '',
    claim?.number ?? (visit ? `${day(visit.date)} ${visit.hospital}` : ''),
    deadline.date ? day(deadline.date) : '',
    deadline.certainty === 'hint' ? t('days.hint') : '',
  ];
  return (
    <li>
      <span className={`tag deadline-left ${tone}`}>{inDays(left)}</span>
      <span>
        <Link to={addressOf(entry)}>{t(`deadlines.${kind}`, { what })}</Link>{' '}
        <span className="muted small">{about.filter(Boolean).join(' · ')}</span>
      </span>
    </li>
  );
}

export function DeadlineCard({ personId, today }: { personId: string | undefined; today: string }) {
  const { t } = useTranslation('board');
  const { message } = App.useApp();
  const explain = useExplain();
  const [all, setAll] = useState(false);
  const scope = personId ? { personId } : {};
  const found = useCall('deadlines.list', scope).data;
  if (!found || found.length === 0) return null;
  const entries = joinDeadlines(found).sort((a, b) => Number(isFar(a)) - Number(isFar(b)));
  const near = Math.min(SHOWN, Math.max(1, entries.filter((entry) => !isFar(entry)).length));
  const takeCalendar = async () => {
    try {
      const { fileName, text, count } = await call('deadlines.calendar', scope);
      downloadText(fileName, text, 'text/calendar');
      message.success(t('deadlines.done', { count }));
    } catch (error) {
      explain(error);
    }
  };
  return (
    <section className="card deadline-card">
      <header>
        <h2>
          {t('deadlines.title')} <span className="muted small">{t('deadlines.why')}</span>
        </h2>
        <Button icon={<CalendarOutlined />} onClick={() => void takeCalendar()}>
          {t('deadlines.calendar')}
        </Button>
      </header>
      <ul>
        {entries.slice(0, all ? undefined : near).map((entry) => (
          <DeadlineLine
            key={[entry.kind, entry.personId, entry.claim?.id, entry.what, entry.visit?.id].join('/')}
            entry={entry}
            today={today}
            named={!personId}
          />
        ))}
      </ul>
      {entries.length > near && !all && (
        <Button type="text" onClick={() => setAll(true)}>
          {t('deadlines.more', { count: entries.length - near })}
        </Button>
      )}
    </section>
  );
}
