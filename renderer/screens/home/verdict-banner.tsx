// The verdict, readable from two metres, with the amount it is about.

import { useTranslation } from 'react-i18next';
import { formatYuan } from '../../../shared/money.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import type { Work } from './what-to-do.ts';

type Props = { work: Work; inbox: number; personId: string | undefined };

const tones = {
  start: 'plain',
  gaps: 'blocks',
  inbox: 'advice',
  ready: 'complete',
  export: 'complete',
  'hand-in': 'complete',
  waiting: 'plain',
} as const;

export function VerdictBanner({ work, inbox, personId }: Props) {
  const { t } = useTranslation(['home', 'common']);
  const { verdict, open, gaps } = work;
  const count = verdict === 'inbox' ? inbox : gaps;
  const counts = t('detail.counts', { visits: open.length, invoices: work.invoiceCount });
  const detail = verdict === 'start' ? t('detail.start') : open.length > 0 ? counts : t('detail.nothingOpen');
  return (
    <section className={`home-verdict home-verdict-${tones[verdict]}`} aria-live="polite">
      <div>
        <h2 className="home-verdict-big">{t(`verdict.${verdict}`, { count })}</h2>
        <p className="muted">{detail}</p>
      </div>
      <div className="home-verdict-right">
        {open.length > 0 ? (
          <>
            <div className="home-verdict-amount">
              {t('common:yuan', { amount: formatYuan(work.totalFen, true) })}
            </div>
            <div className="muted small">{t('gathered')}</div>
          </>
        ) : (
          <LinkButton to={`/visits/new${personId ? `?person=${personId}` : ''}`} type="primary" size="large">
            {t('logVisit')}
          </LinkButton>
        )}
      </div>
    </section>
  );
}
