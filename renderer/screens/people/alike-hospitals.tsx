// Two spellings that look like one hospital: asked one by one, made one entry with the other as an alias, and taken apart by undo.

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/calls.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';

type Pair = CallOutput<'hospital.alike'>[number];

/** The one of the table stays; of two only seen on visits, the one seen more often. */
const inOrder = ({ one, other }: Pair): Pair =>
  one.hospital === null && (other.hospital !== null || other.visits > one.visits)
    ? { one: other, other: one }
    : { one, other };

export function AlikeHospitals() {
  const { t } = useTranslation('filings');
  const pair = useCall('hospital.alike', {}).data?.[0];
  const apart = useAct('hospital.apart');
  const merge = useAct('hospital.merge');
  const save = useAct('hospital.save');
  const tell = useTell();
  if (!pair) return null;
  const { one, other } = inOrder(pair);
  const join = () => {
    const said = t('hospital.merged', { name: one.name });
    if (one.hospital) {
      const { id } = one.hospital;
      return tell(() => merge.mutateAsync({ id, name: other.name }), said);
    }
    const fields = { name: one.name, aliases: [other.name], grade: '' as const, code: '' };
    const unknown = { cityCode: '', cityName: '', designated: null };
    return tell(() => save.mutateAsync({ id: null, fields: { ...fields, ...unknown } }), said);
  };
  const keepApart = () =>
    tell(
      () => apart.mutateAsync({ names: [one.name, other.name], apart: true }),
      t('hospital.keptApart', { name: one.name, other: other.name }),
    );
  return (
    <div className="record-alike" role="note">
      <span>
        {t('hospital.alike')} <b>{one.name}</b> {t('hospital.alikeAnd')} <b>{other.name}</b>
      </span>
      <span className="record-acts">
        <Button type="primary" onClick={() => void join()}>
          {t('hospital.alikeMerge')}
        </Button>
        <Button onClick={() => void keepApart()}>{t('hospital.alikeNot')}</Button>
      </span>
    </div>
  );
}
