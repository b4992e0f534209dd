// All original files of a claim in one archive.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PacketPlan } from '../../../../shared/packet-plan.ts';
import { useOutput } from '../../../packet-press/use-output.ts';
import { useHandOver } from './use-hand-over.ts';

type Props = { number: string; readPlan: () => Promise<PacketPlan> };

export function TwinCard({ number, readPlan }: Props) {
  const { t } = useTranslation('outputs');
  const bench = useOutput<'twin'>();
  const { attempt, save } = useHandOver();
  const make = () =>
    attempt(async () => save(`${number}.zip`, await bench.make({ type: 'twin', plan: await readPlan() })));
  return (
    <section className="outputs-card" aria-label={t('files.zip')}>
      <h3>{t('files.zip')}</h3>
      <p className="muted">{t('files.zipWhat')}</p>
      <div className="outputs-acts">
        <Button loading={bench.working} onClick={() => void make()}>
          {t('files.zipSave')}
        </Button>
        {bench.working ? (
          <>
            <span role="status">{t('files.zipMaking', bench.progress ?? { done: 0, total: '…' })}</span>
            <Button onClick={bench.cancel}>{t('files.cancel')}</Button>
          </>
        ) : null}
      </div>
    </section>
  );
}
