// What every packet of this vault is made with, unless a claim has a choice of its own.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ClaimOptions } from '../../../shared/claim-options-calls.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { PacketForm } from '../claims/outputs/packet-form.tsx';
import { SheetChoices } from '../claims/outputs/sheet-choices.tsx';
import '../claims/outputs/outputs.css';

export function UsualPacketCard({ writable }: { writable: boolean }) {
  const { t } = useTranslation('outputs');
  const usual = useCall('options.usual', {}).data;
  const { mutateAsync, isPending, variables } = useAct('options.set-usual');
  const tell = useTell();
  if (!usual) return null;
  const { asked, ...stored } = usual;
  // Shown at once: the wish on its way stands before what is stored.
  const shown = isPending && variables?.options ? (variables.options as ClaimOptions) : stored;
  const keep = (options: ClaimOptions | null) => tell(() => mutateAsync({ options }), t('usual.changed'));
  return (
    <section className="card" aria-label={t('usual.title')}>
      <h2>{t('usual.title')}</h2>
      <fieldset className="outputs-usual-form" disabled={!writable}>
        <PacketForm options={shown} onOptions={(options) => void keep(options)} intro={t('usual.intro')} />
        <div className="outputs-choices">
          <SheetChoices kind="n-up" options={shown} onOptions={(options) => void keep(options)} />
        </div>
      </fieldset>
      {asked ? (
        <div>
          <Button disabled={!writable} onClick={() => void keep(null)}>
            {t('usual.reset')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
