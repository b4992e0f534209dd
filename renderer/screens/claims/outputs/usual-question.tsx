// Asked once, when something is chosen for one claim: shall it be so for every claim? Afterwards it stays a quiet choice.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClaimOptions } from '../../../../shared/claim-options-calls.ts';
import { useAct, useCall } from '../../../client.ts';
import { useTell } from '../../../shell/tell.ts';

type Props = { claimId: string; own: boolean; options: ClaimOptions };

export function UsualQuestion({ claimId, own, options }: Props) {
  const { t } = useTranslation('outputs');
  const usual = useCall('options.usual', {}).data;
  const tell = useTell();
  const setUsual = useAct('options.set-usual');
  const forget = useAct('claim.forget-options');
  if (!usual) return null;
  const { asked, ...chosen } = usual;
  const differs = own && JSON.stringify(chosen.packet) !== JSON.stringify(options.packet);
  if (!differs) return <p className="muted small">{t(asked ? 'usual.same' : 'usual.none')}</p>;
  const keep = (wanted: ClaimOptions, said: string) =>
    tell(() => setUsual.mutateAsync({ options: wanted }), said);
  const back = () => tell(() => forget.mutateAsync({ id: claimId }), t('usual.back'));
  return (
    <section className={asked ? 'outputs-usual' : 'outputs-usual outputs-ask'} aria-label={t('usual.ask')}>
      <p>{t(asked ? 'usual.differs' : 'usual.ask')}</p>
      <div className="outputs-acts">
        <Button type={asked ? 'default' : 'primary'} onClick={() => void keep(options, t('usual.kept'))}>
          {t('usual.all')}
        </Button>
        {asked ? (
          <Button onClick={() => void back()}>{t('usual.asUsual')}</Button>
        ) : (
          <Button onClick={() => void keep(chosen, t('usual.onlyKept'))}>{t('usual.only')}</Button>
        )}
      </div>
    </section>
  );
}
