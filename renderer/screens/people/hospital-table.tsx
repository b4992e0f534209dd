// The hospitals people have been to: grade, code, city, designated or not; a name only seen on visits can be taken in.

import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Hospital, type HospitalFields, hospitalGrades } from '../../../shared/claim-life.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { Field } from '../visits/field.tsx';
import { AlikeHospitals } from './alike-hospitals.tsx';
import { RecordCard, RecordForm } from './record-card.tsx';
import { useFields } from './use-record.ts';

const blank: HospitalFields = {
  name: '',
  aliases: [],
  grade: '',
  code: '',
  cityCode: '',
  cityName: '',
  designated: null,
};

type Part = { fields: HospitalFields; set: (change: Partial<HospitalFields>) => void };

function TextField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string;
  hint?: string;
  value: string;
  onChange: (text: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(handed) => (
        <Input {...handed} maxLength={200} value={value} onChange={({ target }) => onChange(target.value)} />
      )}
    </Field>
  );
}

const designations = ['yes', 'no', 'unknown'] as const;
type Designation = (typeof designations)[number];

function DesignationField({ fields, set }: Part) {
  const { t } = useTranslation('filings');
  const labels = {
    yes: t('hospital.designatedYes'),
    no: t('hospital.designatedNo'),
    unknown: t('hospital.designatedUnknown'),
  };
  return (
    <div className="field">
      <span className="record-label">{t('hospital.designated')}</span>
      <Segmented<Designation>
        aria-label={t('hospital.designated')}
        value={fields.designated === null ? 'unknown' : fields.designated ? 'yes' : 'no'}
        options={designations.map((value) => ({ value, label: labels[value] }))}
        onChange={(value) => set({ designated: value === 'unknown' ? null : value === 'yes' })}
      />
    </div>
  );
}

function HospitalForm({
  hospital,
  name,
  close,
}: {
  hospital: Hospital | null;
  name: string;
  close: () => void;
}) {
  const { t } = useTranslation(['filings', 'domain']);
  const [fields, set] = useFields<HospitalFields>(hospital ?? { ...blank, name });
  const save = useAct('hospital.save');
  const tell = useTell();
  const submit = async () => {
    const { id: _, ...sent } = { id: '', ...fields };
    const act = () => save.mutateAsync({ id: hospital?.id ?? null, fields: sent });
    if (await tell(act, t('filings:hospital.saved', { name: fields.name }))) close();
  };
  return (
    <RecordForm saving={save.isPending} onSave={() => void submit()} onCancel={close}>
      <TextField
        label={t('filings:hospital.name')}
        value={fields.name}
        onChange={(text) => set({ name: text })}
      />
      <Field label={t('filings:hospital.aliases')}>
        {(handed) => (
          <Select
            {...handed}
            mode="tags"
            open={false}
            suffixIcon={null}
            value={fields.aliases}
            maxCount={20}
            onChange={(aliases: string[]) => set({ aliases })}
          />
        )}
      </Field>
      <Field label={t('filings:hospital.grade')}>
        {(handed) => (
          <Select
            {...handed}
            value={fields.grade}
            options={hospitalGrades.map((value) => ({
              value,
              label: value ? t(`domain:hospitalGrade.${value}`) : t('filings:hospital.gradeUnknown'),
            }))}
            onChange={(grade) => set({ grade })}
          />
        )}
      </Field>
      <DesignationField fields={fields} set={set} />
      <TextField
        label={t('filings:hospital.code')}
        hint={t('filings:hospital.codeHint')}
        value={fields.code}
        onChange={(code) => set({ code: code.slice(0, 12) })}
      />
      <TextField
        label={t('filings:hospital.city')}
        value={fields.cityName}
        onChange={(cityName) => set({ cityName })}
      />
      <TextField
        label={t('filings:hospital.cityCode')}
        value={fields.cityCode}
        onChange={(code) => set({ cityCode: code.normalize('NFKC').replace(/\D/g, '').slice(0, 6) })}
      />
    </RecordForm>
  );
}

/** A hospital of the table, or only a name on visits, which is kept in the table when it is edited. */
type Row = { id: string; hospital: Hospital | null; name: string; visits: number };

function useRows(): Row[] | undefined {
  const known = useCall('hospital.list', {}).data;
  const visits = useCall('visit.list', {}).data;
  if (!known || !visits) return undefined;
  const counts = new Map<string, number>();
  for (const { hospital } of visits) if (hospital) counts.set(hospital, (counts.get(hospital) ?? 0) + 1);
  const rows = known.map((hospital): Row => {
    const names = [hospital.name, ...hospital.aliases];
    const count = names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
    for (const name of names) counts.delete(name);
    return { id: hospital.id, hospital, name: hospital.name, visits: count };
  });
  const seen = [...counts].map(([name, count]): Row => ({ id: name, hospital: null, name, visits: count }));
  return [...rows, ...seen].sort((a, b) => b.visits - a.visits);
}

export function HospitalTable() {
  const { t } = useTranslation(['filings', 'domain']);
  const rows = useRows();
  const remove = useAct('hospital.remove');
  const tell = useTell();
  if (!rows) return null;
  const factsOf = ({ hospital, visits }: Row) => {
    const designated = hospital?.designated ?? null;
    return [
      hospital?.grade && t(`domain:hospitalGrade.${hospital.grade}`),
      hospital?.cityName,
      hospital?.code,
      t(
        designated === null
          ? 'filings:hospital.designatedUnknown'
          : designated
            ? 'filings:hospital.designatedYes'
            : 'filings:hospital.designatedNo',
      ),
      t('filings:hospital.visits', { count: visits }),
    ]
      .filter(Boolean)
      .join(' · ');
  };
  const removeRow = ({ hospital, name }: Row) =>
    hospital &&
    void tell(() => remove.mutateAsync({ id: hospital.id }), t('filings:hospital.removed', { name }));
  return (
    <RecordCard
      name="hospital"
      title={t('filings:hospital.title')}
      why={t('filings:hospital.why')}
      none={t('filings:hospital.none')}
      add={t('filings:add')}
      records={rows}
      notice={<AlikeHospitals />}
      nameOf={({ name }) => name}
      remove={removeRow}
      removable={({ hospital }) => hospital !== null}
      form={(row, close) => (
        <HospitalForm hospital={row?.hospital ?? null} name={row?.name ?? ''} close={close} />
      )}
      line={(row) => (
        <>
          <b>{row.name}</b>
          <div className="muted small">{factsOf(row)}</div>
        </>
      )}
    />
  );
}
