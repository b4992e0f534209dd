// The fields of a visit: who, what kind, where, when, what for.

import { AutoComplete, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { diseases, findDisease } from '../../../shared/diseases.ts';
import { type Language, type VisitFields, type VisitKind, visitKinds } from '../../../shared/domain.ts';
import { useCall } from '../../client.ts';
import { DayField } from './day-field.tsx';
import { Field } from './field.tsx';
import { type FieldProblems, rankUsed } from './visit-draft.ts';

type Props = { visit: VisitFields; onChange: (part: Partial<VisitFields>) => void; problems: FieldProblems };

const holds = (typed: string, option?: { value?: unknown; label?: unknown }): boolean =>
  `${option?.value ?? ''} ${option?.label ?? ''}`.toLowerCase().includes(typed.toLowerCase());

function useSuggestions() {
  const visits = useCall('visit.list', {}).data;
  return useMemo(() => {
    const options = (values: string[]) => rankUsed(values).map((value) => ({ value, label: value }));
    const all = visits ?? [];
    return {
      hospitals: options(all.map(({ hospital }) => hospital)),
      departments: options(all.map(({ department }) => department)),
      diagnoses: options(all.map(({ diagnosis }) => diagnosis)),
    };
  }, [visits]);
}

function DiseaseField({ visit, onChange }: Pick<Props, 'visit' | 'onChange'>) {
  const { t, i18n } = useTranslation('visits');
  const language = i18n.language as Language;
  const options = useMemo(
    () =>
      diseases.map(({ code, names }) => ({
        value: names[language],
        label: t('diseaseWithCode', { name: names[language], code }),
      })),
    [language, t],
  );
  return (
    <Field
      label={t('field.disease')}
      hint={visit.diseaseCode ? t('diseaseCode', { code: visit.diseaseCode }) : undefined}
    >
      {(handed) => (
        <AutoComplete
          {...handed}
          allowClear
          value={visit.diseaseName}
          options={options}
          showSearch={{ filterOption: holds }}
          maxLength={200}
          onChange={(name: string | undefined) =>
            onChange({ diseaseName: name ?? '', diseaseCode: findDisease(name ?? '')?.code ?? '' })
          }
        />
      )}
    </Field>
  );
}

export function VisitFieldsForm({ visit, onChange, problems }: Props) {
  const { t } = useTranslation(['visits', 'domain']);
  const people = useCall('person.list', {}).data ?? [];
  const { hospitals, departments, diagnoses } = useSuggestions();
  const inpatient = visit.kind === 'inpatient';
  return (
    <div className="fields">
      <Field label={t('visits:field.person')} problem={problems['visit.personId']}>
        {(handed) => (
          <Select
            {...handed}
            value={visit.personId || null}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(personId: string) => onChange({ personId })}
          />
        )}
      </Field>
      <Field label={t('visits:field.kind')}>
        {(handed) => (
          <Select
            {...handed}
            value={visit.kind}
            options={visitKinds.map((kind) => ({ value: kind, label: t(`domain:visitKind.${kind}`) }))}
            onChange={(kind: VisitKind) =>
              onChange({ kind, ...(kind === 'inpatient' ? {} : { endDate: '' }) })
            }
          />
        )}
      </Field>
      <DayField
        label={t(inpatient ? 'visits:field.admission' : 'visits:field.date')}
        value={visit.date}
        problem={problems['visit.date']}
        onChange={(date) => date && onChange({ date })}
      />
      {inpatient ? (
        <DayField
          label={t('visits:field.discharge')}
          value={visit.endDate}
          problem={problems['visit.endDate']}
          clearable
          onChange={(endDate) => onChange({ endDate })}
        />
      ) : null}
      <Field
        label={t('visits:field.hospital')}
        className={inpatient ? 'field-wide' : ''}
        problem={problems['visit.hospital']}
      >
        {(handed) => (
          <AutoComplete
            {...handed}
            value={visit.hospital}
            options={hospitals}
            showSearch={{ filterOption: holds }}
            maxLength={200}
            onChange={(hospital: string | undefined) => onChange({ hospital: hospital ?? '' })}
          />
        )}
      </Field>
      <Field label={t('visits:field.department')}>
        {(handed) => (
          <AutoComplete
            {...handed}
            value={visit.department}
            options={departments}
            showSearch={{ filterOption: holds }}
            maxLength={200}
            onChange={(department: string | undefined) => onChange({ department: department ?? '' })}
          />
        )}
      </Field>
      {visit.kind === 'chronic-outpatient' ? <DiseaseField visit={visit} onChange={onChange} /> : null}
      <Field label={t('visits:field.diagnosis')}>
        {(handed) => (
          <AutoComplete
            {...handed}
            value={visit.diagnosis}
            options={diagnoses}
            showSearch={{ filterOption: holds }}
            maxLength={200}
            onChange={(diagnosis: string | undefined) => onChange({ diagnosis: diagnosis ?? '' })}
          />
        )}
      </Field>
      <Field
        label={t('visits:field.note')}
        className={visit.kind === 'chronic-outpatient' ? '' : 'field-wide'}
      >
        {(handed) => (
          <Input
            {...handed}
            value={visit.note}
            maxLength={5000}
            onChange={(event) => onChange({ note: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
