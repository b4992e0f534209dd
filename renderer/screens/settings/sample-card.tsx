// Takes the sample out of the vault again, after asking: undo does not reach it.

import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { useAct } from '../../client.ts';
import { useExplain } from '../../shell/problem.tsx';

export function SampleCard() {
  const { t } = useTranslation(['settings', 'common']);
  const { modal, message, notification } = App.useApp();
  const navigate = useNavigate();
  const explain = useExplain();
  const clear = useAct('sample.clear');
  const button = useRef<HTMLButtonElement>(null);
  const wanted = useSearchParams()[0].get('to') === 'sample';
  useEffect(() => {
    if (wanted) button.current?.focus();
  }, [wanted]);

  const clearNow = async () => {
    try {
      const { copy } = await clear.mutateAsync({});
      const title = t('sampleCleared');
      if (copy) notification.success({ title, description: t('sampleCopy', { path: copy }), duration: 0 });
      else message.success(title);
      navigate('/');
    } catch (error) {
      explain(error);
    }
  };
  const ask = () =>
    modal.confirm({
      title: t('sampleSure'),
      content: t('sampleSureWhy'),
      okText: t('sampleClear'),
      cancelText: t('common:cancel'),
      okButtonProps: { danger: true },
      autoFocusButton: 'cancel',
      onOk: clearNow,
    });
  return (
    <section className="card">
      <h2>{t('sample')}</h2>
      <div className="setting">
        <div className="muted">{t('sampleWhy')}</div>
        <Button ref={button} danger onClick={ask}>
          {t('sampleClear')}
        </Button>
      </div>
    </section>
  );
}
