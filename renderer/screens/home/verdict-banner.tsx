// What the home screen says before the first visit is there: begin, or sort what has come in.

import { useTranslation } from 'react-i18next';
import { LinkButton } from '../../shell/link-button.tsx';

type Props = { stage: 'start' | 'inbox'; inbox: number; personId: string | undefined };

export function VerdictBanner({ stage, inbox, personId }: Props) {
  const { t } = useTranslation('home');
  return (
    <section
      className={`home-verdict home-verdict-${stage === 'inbox' ? 'advice' : 'plain'}`}
      aria-live="polite"
    >
      <div>
        <h2 className="home-verdict-big">{t(`verdict.${stage}`, { count: inbox })}</h2>
        <p className="muted">{t(stage === 'start' ? 'detail.start' : 'detail.nothingOpen')}</p>
      </div>
      <div className="home-verdict-right">
        <LinkButton to={`/visits/new${personId ? `?person=${personId}` : ''}`} type="primary" size="large">
          {t('logVisit')}
        </LinkButton>
      </div>
    </section>
  );
}
