// What happened to a claim, newest first; the last step can be taken back as a slip.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClaimEvent } from '../../../shared/claim-life.ts';
import { formatYuan } from '../../../shared/money.ts';
import { useAct } from '../../client.ts';
import { useDay } from '../../shell/day.ts';
import { useTell } from '../../shell/tell.ts';
import type { Life } from './claim-life.tsx';

/** Whom the money is from matters where money is named. */
const moneySteps: readonly ClaimEvent['step'][] = ['handed-in', 'decided', 'paid'];

function useFactsOf(day: (date: string) => string): (event: ClaimEvent) => string[] {
  const { t } = useTranslation(['life', 'domain', 'common']);
  return (event) => [
    moneySteps.includes(event.step) ? t(`domain:payer.${event.payer}`) : '',
    event.amountFen === null ? '' : t('common:yuan', { amount: formatYuan(event.amountFen, true) }),
    event.office,
    event.channel ? t(`domain:channel.${event.channel}`) : '',
    event.receiptNumber ? t('life:history.receipt', { number: event.receiptNumber }) : '',
    ...event.reasons.map((reason) => t(`domain:returnReason.${reason}`)),
    event.until ? t('life:history.until', { day: day(event.until) }) : '',
  ];
}

export function LifeHistory({ life, today }: { life: Life; today: string }) {
  const { t } = useTranslation(['life', 'domain']);
  const day = useDay(today);
  const factsOf = useFactsOf(day);
  const remove = useAct('claim-event.remove');
  const tell = useTell();
  const takeBack = (event: ClaimEvent) =>
    tell(
      () => remove.mutateAsync({ id: event.id }),
      t('life:takenBack', { step: t(`domain:claimStep.${event.step}`) }),
    );
  return (
    <section className="card">
      <h2>{t('life:history.title')}</h2>
      {life.events.length === 0 && <p className="muted">{t('life:history.empty')}</p>}
      <ol className="life-steps" reversed>
        {[...life.events].reverse().map((event, at) => (
          <li key={event.id} className={`life-step life-step-${event.step}`}>
            <time dateTime={event.on}>{day(event.on)}</time>
            <div>
              <b>{t(`domain:claimStep.${event.step}`)}</b>
              <div className="muted small">{factsOf(event).filter(Boolean).join(' · ')}</div>
              {event.note && <div className="small">{event.note}</div>}
            </div>
            {at === 0 && (
              <Button type="text" loading={remove.isPending} onClick={() => void takeBack(event)}>
                {t('life:history.takeBack')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
