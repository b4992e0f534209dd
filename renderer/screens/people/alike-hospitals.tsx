// Two spellings that look like one hospital: asked one by one, made one entry with the other as an alias, and taken apart by undo.

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../shared/calls.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';

type Pair = CallOutput<'hospital.alike'>[number];
const keyOf = ({ one, other }: Pair): string => `${one.name} | ${other.name}`;

/** The one of the table stays; of two only seen on visits, the one seen more often. */
const inOrder = ({ one, other }: Pair): Pair =>
  one.hospital === null && (other.hospital !== null || other.visits > one.visits)
    ? { one: other, other: one }
    : { one, other };

export function AlikeHospitals() {
  const { t } = useTranslation('filings');
  const pairs = useCall('hospital.alike', {}).data ?? [];
  const [refused, setRefused] = useState<string[]>([]);
  const merge = useAct('hospital.merge');
  const save = useAct('hospital.save');
  const tell = useTell();
  const pair = pairs.find((one) => !refused.includes(keyOf(one)));
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
  return (
    <div className="record-alike" role="note">
      <span>
        {t('hospital.alike')} <b>{one.name}</b> {t('hospital.alikeAnd')} <b>{other.name}</b>
      </span>
      <span className="record-acts">
        <Button type="primary" onClick={() => void join()}>
          {t('hospital.alikeMerge')}
        </Button>
        <Button onClick={() => setRefused((before) => [...before, keyOf(pair)])}>
          {t('hospital.alikeNot')}
        </Button>
      </span>
    </div>
  );
}
