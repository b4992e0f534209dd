// The places to upload of a web portal: which papers go there, how many files, how large each.

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { paperKinds } from '../../../../shared/domain.ts';
import type { PortalFields, PortalSlot } from '../../../../shared/portal-profile.ts';
import { Labelled, Megabytes } from './labelled.tsx';

type Props = { fields: PortalFields; onChange: (part: Partial<PortalFields>) => void };
const emptySlot: PortalSlot = { title: '', kinds: [], maxFiles: null, maxFileBytes: null };

export function SlotFields({ fields: { slots }, onChange }: Props) {
  const { t } = useTranslation('portal');
  const change = (at: number, part: Partial<PortalSlot>) =>
    onChange({ slots: slots.map((slot, index) => (index === at ? { ...slot, ...part } : slot)) });
  return (
    <fieldset className="outputs-field">
      <legend className="muted small">{t('slots')}</legend>
      {slots.map((slot, at) => (
        <OneSlot
          // biome-ignore lint/suspicious/noArrayIndexKey: a place has no name until one is typed.
          key={at}
          number={at + 1}
          slot={slot}
          onChange={(part) => change(at, part)}
          onRemove={() => onChange({ slots: slots.filter((_, index) => index !== at) })}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange({ slots: [...slots, emptySlot] })}>
        {t('addSlot')}
      </Button>
    </fieldset>
  );
}

type OneProps = {
  number: number;
  slot: PortalSlot;
  onChange: (part: Partial<PortalSlot>) => void;
  onRemove: () => void;
};

function OneSlot({ number, slot, onChange, onRemove }: OneProps) {
  const { t } = useTranslation(['portal', 'domain']);
  return (
    <section className="outputs-slot" aria-label={t('portal:slot', { number })}>
      <div className="outputs-office">
        <Labelled label={t('portal:slotTitle')}>
          {(id) => (
            <Input
              id={id}
              maxLength={60}
              value={slot.title}
              onChange={({ target }) => onChange({ title: target.value })}
            />
          )}
        </Labelled>
        <Labelled label={t('portal:slotFiles')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              precision={0}
              value={slot.maxFiles}
              onChange={(maxFiles) => onChange({ maxFiles })}
            />
          )}
        </Labelled>
        <Labelled label={t('portal:slotSize')}>
          {(id) => (
            <Megabytes
              id={id}
              value={slot.maxFileBytes}
              onChange={(maxFileBytes) => onChange({ maxFileBytes })}
            />
          )}
        </Labelled>
      </div>
      <Labelled label={t('portal:slotKinds')}>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            value={slot.kinds}
            optionFilterProp="label"
            options={paperKinds.map((value) => ({ value, label: t(`domain:paper.${value}`) }))}
            onChange={(kinds) => onChange({ kinds })}
          />
        )}
      </Labelled>
      <Button icon={<DeleteOutlined />} onClick={onRemove}>
        {t('portal:removeSlot')}
      </Button>
    </section>
  );
}
