// The same invoice is already there: names which one it meets and lets the person choose.

import { Button, Modal } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemParams } from '../../../shared/problems.ts';
import { useToday } from '../../papers/today.ts';
import { useDay } from '../../shell/day.ts';

export type TwinChoice = 'go' | 'keep' | 'back';
type Question = { params: ProblemParams; answer: (choice: TwinChoice) => void };

/** `ask` settles when the person has chosen; `dialog` must be shown by the screen. */
export function useTwinDialog() {
  const [question, setQuestion] = useState<Question | null>(null);
  const ask = useCallback(
    (params: ProblemParams) =>
      new Promise<TwinChoice>((resolve) => {
        setQuestion({
          params,
          answer: (choice) => {
            setQuestion(null);
            resolve(choice);
          },
        });
      }),
    [],
  );
  return { ask, dialog: question ? <TwinDialog {...question} /> : null };
}

function TwinDialog({ params, answer }: Question) {
  const { t } = useTranslation('visits');
  const day = useDay(useToday());
  return (
    <Modal
      open
      title={t('twin.title')}
      onCancel={() => answer('back')}
      footer={
        <div className="twin-actions">
          <Button onClick={() => answer('back')}>{t('twin.back')}</Button>
          <Button onClick={() => answer('keep')}>{t('twin.keep')}</Button>
          <Button type="primary" onClick={() => answer('go')}>
            {t('twin.go')}
          </Button>
        </div>
      }
    >
      <p>{t('twin.text')}</p>
      <dl className="twin">
        <dt>{t('field.number')}</dt>
        <dd>{params.number}</dd>
        <dt>{t('field.person')}</dt>
        <dd>{params.person}</dd>
        <dt>{t('field.date')}</dt>
        <dd>{day(String(params.date ?? ''))}</dd>
        <dt>{t('field.hospital')}</dt>
        <dd>{params.hospital || t('noHospital')}</dd>
      </dl>
    </Modal>
  );
}
