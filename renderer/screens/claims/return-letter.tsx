// What the office said when it sent a claim back, while that is not answered: why, which papers, until when.

import { useTranslation } from 'react-i18next';
import type { ClaimDetail } from '../../../shared/calls.ts';
import { daysBetween } from '../../../shared/dates.ts';
import type { SupplementOutline } from '../../../shared/packet-supplement.ts';
import { useCall } from '../../client.ts';
import { useDay } from '../../shell/day.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import type { Life } from './claim-life.tsx';

export function DaysLeft({ until, today }: { until: string; today: string }) {
  const { t } = useTranslation('life');
  const left = daysBetween(today, until);
  const words =
    left > 0
      ? t('letter.left', { count: left })
      : left === 0
        ? t('letter.today')
        : t('letter.over', { count: -left });
  return <span className={`tag ${left <= 7 ? 'tag-blocks' : 'tag-advice'}`}>{words}</span>;
}

/** Whether a wanted paper lies in the supplement already; nothing while it does not. */
function Answer({ answer }: { answer: SupplementOutline['wanted'][number]['answer'] | undefined }) {
  const { t } = useTranslation('life');
  if (answer === 'enclosed') return <span className="tag tag-complete">{t('supplement.answered')}</span>;
  if (answer === 'again') return <span className="tag tag-advice">{t('supplement.again')}</span>;
  if (answer === 'separate') return <span className="tag tag-advice">{t('supplement.separate')}</span>;
  return null;
}

export function ReturnLetter({ detail, life, today }: { detail: ClaimDetail; life: Life; today: string }) {
  const { t } = useTranslation(['life', 'domain']);
  const answers = useCall('claim.supplement', { id: detail.claim.id }).data?.wanted ?? [];
  const day = useDay(today);
  const letter =
    life.claim.status === 'returned' ? life.events.findLast(({ step }) => step === 'returned') : undefined;
  if (!letter) return null;
  const visitOf = (id: string | null) => detail.visits.find((visit) => visit.id === id);
  return (
    <section className="card life-letter">
      <h2>{t('life:letter.title')}</h2>
      <p>
        <span className="muted">{t('life:letter.why')} </span>
        {letter.reasons.map((reason) => (
          <span key={reason} className="tag tag-blocks">
            {t(`domain:returnReason.${reason}`)}
          </span>
        ))}
      </p>
      {letter.until && (
        <p>
          {t('life:letter.until', { day: day(letter.until) })} <DaysLeft until={letter.until} today={today} />
        </p>
      )}
      {letter.note && (
        <blockquote>
          <span className="visually-hidden">{t('life:letter.said')}</span>
          {letter.note}
        </blockquote>
      )}
      {letter.wanted.length === 0 && <p className="muted">{t('life:letter.nothingWanted')}</p>}
      <ul className="life-list">
        {letter.wanted.map((one) => {
          const visit = visitOf(one.visitId);
          const to = visit ? `/visits/${visit.id}?paper=${one.kind}` : `/people/${detail.person.id}`;
          const where = visit ? `${day(visit.date)} · ${visit.hospital}` : detail.person.name;
          const paper = t(`domain:paper.${one.kind}`);
          return (
            <li key={`${one.visitId} ${one.kind} ${one.note}`}>
              <span>
                <b>{paper}</b>{' '}
                <span className="muted small">{[where, one.note].filter(Boolean).join(' · ')}</span>{' '}
                <Answer
                  answer={
                    answers.find(({ visitId, kind }) => visitId === one.visitId && kind === one.kind)?.answer
                  }
                />
              </span>
              <LinkButton to={to} aria-label={`${t('life:letter.go')}: ${paper} ${where}`}>
                {t('life:letter.go')}
              </LinkButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
