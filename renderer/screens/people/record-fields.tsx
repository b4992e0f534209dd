// The fields that filings and approvals share: named hospitals, the paper that proves it, a note.

import { Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../client.ts';
import { Field } from '../visits/field.tsx';

/** Names typed freely, with those already known offered. */
export function HospitalsField({
  value,
  onChange,
}: {
  value: string[];
  onChange: (names: string[]) => void;
}) {
  const { t } = useTranslation('filings');
  const [typed, setTyped] = useState('');
  const found = useCall('hospital.match', { text: typed.slice(0, 200) }, typed.trim() !== '').data;
  const known = useCall('hospital.list', {}).data;
  const options = useMemo(() => {
    const names = typed.trim()
      ? (found ?? []).map(({ name }) => name)
      : (known ?? []).map(({ name }) => name);
    return [...new Set(names)].map((name) => ({ value: name, label: name }));
  }, [typed, found, known]);
  return (
    <Field label={t('hospitals')} hint={t('hospitalsHint')} className="wide">
      {(handed) => (
        <Select
          {...handed}
          mode="tags"
          value={value}
          options={options}
          maxCount={20}
          tokenSeparators={['，', ',', '、', ';']}
          showSearch={{ onSearch: setTyped, filterOption: false }}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

export function ProofField(props: {
  personId: string;
  value: string | null;
  onChange: (proofId: string | null) => void;
}) {
  const { t } = useTranslation(['filings', 'domain']);
  const papers = useCall('standing-paper.list', { personId: props.personId }).data ?? [];
  return (
    <Field label={t('filings:proof')}>
      {(handed) => (
        <Select
          {...handed}
          value={props.value ?? ''}
          options={[
            { value: '', label: t('filings:noProof') },
            ...papers.map((paper) => ({
              value: paper.id,
              label: paper.title || t(`domain:paper.${paper.kind}`),
            })),
          ]}
          onChange={(proofId) => props.onChange(proofId || null)}
        />
      )}
    </Field>
  );
}

export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const { t } = useTranslation('filings');
  return (
    <Field label={t('note')} className="wide">
      {(handed) => (
        <Input
          {...handed}
          maxLength={5000}
          placeholder={t('noteHint')}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
