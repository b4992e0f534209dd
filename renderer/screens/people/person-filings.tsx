// The filings of a person for care away from home: category, days, place, named hospitals, how it was filed.

import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Filing, type FilingFields, filingCategories, filingWays } from '../../../shared/claim-life.ts';
import { useAct, useCall } from '../../client.ts';
import { useTell } from '../../shell/tell.ts';
import { DayField } from '../visits/day-field.tsx';
import { Field } from '../visits/field.tsx';
import { RecordCard, RecordForm } from './record-card.tsx';
import { HospitalsField, NoteField, ProofField } from './record-fields.tsx';
import { SpanTag, useSpanWords } from './record-span.tsx';
import { useFields } from './use-record.ts';

const newFiling = (personId: string, today: string): FilingFields => ({
  personId,
  category: 'settled-retiree',
  from: today,
  to: '',
  cityCode: '',
  cityName: '',
  hospitals: [],
  waitingDays: null,
  how: '',
  proofId: null,
  note: '',
});

type FormProps = { filing: Filing | null; personId: string; today: string; close: () => void };
type Part = { fields: FilingFields; set: (change: Partial<FilingFields>) => void };

function CityFields({ fields, set }: Part) {
  const { t } = useTranslation('filings');
  const digits = (typed: string) => typed.normalize('NFKC').replace(/\D/g, '');
  return (
    <>
      <Field label={t('filing.city')}>
        {(handed) => (
          <Input
            {...handed}
            maxLength={200}
            value={fields.cityName}
            onChange={({ target }) => set({ cityName: target.value })}
          />
        )}
      </Field>
      <Field label={t('filing.cityCode')} hint={t('filing.cityCodeHint')}>
        {(handed) => (
          <Input
            {...handed}
            inputMode="numeric"
            value={fields.cityCode}
            onChange={({ target }) => set({ cityCode: digits(target.value).slice(0, 6) })}
          />
        )}
      </Field>
      <Field label={t('filing.waiting')} hint={t('filing.waitingHint')}>
        {(handed) => (
          <Input
            {...handed}
            inputMode="numeric"
            value={fields.waitingDays ?? ''}
            onChange={({ target }) => {
              const typed = digits(target.value).slice(0, 3);
              set({ waitingDays: typed === '' ? null : Math.min(366, Number(typed)) });
            }}
          />
        )}
      </Field>
    </>
  );
}

function FilingForm({ filing, personId, today, close }: FormProps) {
  const { t } = useTranslation(['filings', 'domain']);
  const [fields, set] = useFields<FilingFields>(filing ?? newFiling(personId, today));
  const save = useAct('filing.save');
  const tell = useTell();
  const submit = async () => {
    const { id: _, ...sent } = { id: '', ...fields };
    const act = () => save.mutateAsync({ id: filing?.id ?? null, fields: sent });
    if (await tell(act, t('filings:filing.saved'))) close();
  };
  return (
    <RecordForm saving={save.isPending} onSave={() => void submit()} onCancel={close}>
      <Field label={t('filings:filing.category')}>
        {(handed) => (
          <Select
            {...handed}
            value={fields.category}
            options={filingCategories.map((value) => ({
              value,
              label: t(`domain:filingCategory.${value}`),
            }))}
            onChange={(category) => set({ category })}
          />
        )}
      </Field>
      <DayField label={t('filings:filing.from')} value={fields.from} onChange={(from) => set({ from })} />
      <DayField label={t('filings:filing.to')} value={fields.to} clearable onChange={(to) => set({ to })} />
      <CityFields fields={fields} set={set} />
      <Field label={t('filings:filing.how')}>
        {(handed) => (
          <Select
            {...handed}
            value={fields.how}
            options={filingWays.map((value) => ({
              value,
              label: value ? t(`domain:filingWay.${value}`) : t('filings:filing.howUnknown'),
            }))}
            onChange={(how) => set({ how })}
          />
        )}
      </Field>
      <ProofField personId={personId} value={fields.proofId} onChange={(proofId) => set({ proofId })} />
      <HospitalsField value={fields.hospitals} onChange={(hospitals) => set({ hospitals })} />
      <NoteField value={fields.note} onChange={(note) => set({ note })} />
    </RecordForm>
  );
}

export function PersonFilings({ personId, today }: { personId: string; today: string }) {
  const { t } = useTranslation(['filings', 'domain']);
  const filings = useCall('filing.list', { personId }).data;
  const remove = useAct('filing.remove');
  const tell = useTell();
  const span = useSpanWords();
  if (!filings) return null;
  const nameOf = ({ category }: Filing) => t(`domain:filingCategory.${category}`);
  return (
    <RecordCard
      name="filing"
      title={t('filings:filing.title')}
      why={t('filings:filing.why')}
      none={t('filings:filing.none')}
      add={t('filings:filing.add')}
      records={filings}
      nameOf={nameOf}
      remove={(filing) => void tell(() => remove.mutateAsync({ id: filing.id }), t('filings:filing.removed'))}
      form={(filing, close) => <FilingForm filing={filing} personId={personId} today={today} close={close} />}
      line={(filing) => (
        <>
          <b>{nameOf(filing)}</b> <SpanTag span={filing} today={today} />
          <div className="muted small">
            {[
              filing.cityName && t('filings:filing.to2', { city: filing.cityName }),
              span(filing),
              filing.hospitals.length > 0 ? filing.hospitals.join('、') : t('filings:hospitalsAny'),
              filing.how && t(`domain:filingWay.${filing.how}`),
              filing.note,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      )}
    />
  );
}
