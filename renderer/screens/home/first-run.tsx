// The greeting of an empty vault: three steps, and a sample to look at first.

import { CheckOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../client.ts';
import { LinkButton } from '../../shell/link-button.tsx';
import { useExplain } from '../../shell/problem.tsx';

/** The three steps from nothing to a packet; the first `done` of them are behind. */
export function Steps({ done }: { done: number }) {
  const { t } = useTranslation('home');
  const steps = [
    { title: t('first.one'), why: t('first.oneWhy') },
    { title: t('first.two'), why: t('first.twoWhy') },
    { title: t('first.three'), why: t('first.threeWhy') },
  ];
  return (
    <ol className="first-steps">
      {steps.map(({ title, why }, at) => (
        <li key={title} className={at < done ? 'card first-done' : 'card'}>
          <span className="first-number" aria-hidden>
            {at < done ? <CheckOutlined /> : at + 1}
          </span>
          <h2>
            {title}
            {at < done && <span className="visually-hidden">{t('first.done')}</span>}
          </h2>
          <p className="muted">{why}</p>
        </li>
      ))}
    </ol>
  );
}

/** `empty`: nothing at all is in the vault, so that a sample can be put in without mixing with anything. */
export function FirstRun({ empty }: { empty: boolean }) {
  const { t } = useTranslation('home');
  const explain = useExplain();
  const sample = useAct('sample.write');
  return (
    <div className="first-run">
      <h1>{t('first.hello')}</h1>
      <p className="first-promise">{t('first.promise')}</p>
      <Steps done={0} />
      <div className="first-actions">
        <LinkButton to="/people/new" type="primary" size="large">
          {t('first.begin')}
        </LinkButton>
        {empty && (
          <Button
            size="large"
            loading={sample.isPending}
            onClick={() => sample.mutateAsync({}).catch(explain)}
          >
            {t('first.sample')}
          </Button>
        )}
      </div>
      {empty && <p className="muted small">{t('first.sampleWhy')}</p>}
    </div>
  );
}
